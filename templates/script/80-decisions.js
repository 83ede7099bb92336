// What the reviewer decided on the changes, and what others did: kept in the browser under both versions' names.
const decisions = (() => {
  const versions = byId("review") ? JSON.parse(byId("review").dataset.versions) : null;
  const key = `icsdiff/review/1 ${JSON.stringify(versions)}`;
  let name = "";
  let mine = new Map();
  let takenBack = new Set();
  let others = [];

  function load() {
    const kept = keeping.read(key);
    if (!kept) return;
    name = kept.name;
    mine = new Map(kept.mine);
    takenBack = new Set(kept.takenBack);
    others = kept.others;
  }

  function keep() {
    keeping.write(key, { name, mine: [...mine], takenBack: [...takenBack], others });
  }

  if (versions) load();
  return {
    key,
    versions,
    load,
    name: () => name,
    callMe(text) {
      name = text.trim();
      keep();
    },
    /** My decision on a change, with its note; or nothing. */
    on: (change) => mine.get(change.id),
    /** Whether this browser has a word of mine on it: a decision, or that I took one back. */
    isSettled: (change) => mine.has(change.id) || takenBack.has(change.id),
    ofOthers: (change) => others.filter((each) => each.change === change.id),
    decide(change, decision, note) {
      mine.set(change.id, { decision, note });
      takenBack.delete(change.id);
      keep();
    },
    takeBack(change) {
      mine.delete(change.id);
      takenBack.add(change.id);
      keep();
    },
    /** Take over dispositions from elsewhere; what bears my name is mine. */
    takeOver(dispositions) {
      const taken = new Set(dispositions.map((each) => `${each.change} ${each.name}`));
      others = others.filter((each) => !taken.has(`${each.change} ${each.name}`));
      for (const { change, decision, note, name: who } of dispositions) {
        if (who === name) {
          mine.set(change, { decision, note });
          takenBack.delete(change);
        } else others.push({ change, decision, note, name: who });
      }
      keep();
    },
    /** My dispositions of this report's changes, as a review. */
    asReview() {
      const dispositions = changes.filter((change) => mine.has(change.id)).map((change) => ({
        change: change.id,
        kind: change.kind,
        summary: change.element.dataset.summary,
        decision: mine.get(change.id).decision,
        note: mine.get(change.id).note,
        name,
      }));
      return { schema: "icsdiff/review/1", ...versions, dispositions };
    },
  };
})();
