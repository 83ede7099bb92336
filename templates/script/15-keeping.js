// What outlives a visit. Browsers may forbid it: then it lasts as long as the page, and the page says so.
const keeping = (() => {
  const memory = new Map();
  let storage = null;
  try {
    storage = window.localStorage;
    storage.setItem("icsdiff", "1");
    storage.removeItem("icsdiff");
  } catch (refusal) {
    storage = null;
  }
  return {
    lasts: () => storage !== null,
    read(key) {
      if (memory.has(key)) return memory.get(key);
      try {
        return JSON.parse(storage.getItem(key));
      } catch (unreadable) {
        return null;
      }
    },
    write(key, value) {
      try {
        storage.setItem(key, JSON.stringify(value));
      } catch (refusal) {
        storage = null;
        memory.set(key, value);
      }
    },
  };
})();
