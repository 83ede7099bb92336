// The state of the page in its address: `#c-4f127b51c4c4` as ever, or `#kind=risk-added&query=port&at=c-4f127b51c4c4`.
const address = (() => {
  const state = new Map();
  let at = "";

  function read() {
    const hash = location.hash.slice(1);
    state.clear();
    if (!hash.includes("=")) {
      at = decoded(hash);
      return;
    }
    for (const [key, value] of new URLSearchParams(hash)) state.set(key, value);
    at = state.get("at") || "";
    state.delete("at");
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  function write() {
    const entries = new URLSearchParams([...state].filter(([, value]) => value));
    const empty = entries.toString() === "";
    if (at && !empty) entries.set("at", at);
    const hash = empty ? at : entries.toString();
    if (hash === location.hash.slice(1)) return;
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
    } catch (refusal) {
      // Some browsers limit how often an address may change: it is right again with the next change.
    }
  }

  read();
  return {
    get: (key) => state.get(key) || "",
    at: () => at,
    set(key, value) {
      state.set(key, value);
      write();
    },
    goTo(anchor) {
      at = anchor;
      write();
    },
    /** Someone followed a link or wrote an address: a bare anchor leaves the rest as it is. */
    follow() {
      const hash = location.hash.slice(1);
      if (hash.includes("=")) return read();
      at = decoded(hash);
      write();
    },
  };
})();
