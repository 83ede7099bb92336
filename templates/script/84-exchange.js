// Reviews as files: `icsdiff/review/1`, which `icsdiff review` puts together and `icsdiff report --review` shows.
if (decisions.versions) {
  const told = byId("told");
  const chooser = byId("import-file");

  function save(review) {
    const name = `review-${decisions.name().replace(/[^\p{L}\p{N}]+/gu, "-")}.json`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(review, null, 2)}\n`], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    return name;
  }

  /** What keeps a disposition from being one, by the name of its key; or nothing. */
  function flaw(disposition) {
    if (disposition === null || typeof disposition !== "object") return "change";
    const isText = (key, most) => typeof disposition[key] === "string" && disposition[key].length <= most;
    const { change, decision, name, note } = disposition;
    if (!isText("change", 12) || !/^[0-9a-f]{12}$/.test(change)) return "change";
    if (!["accept", "query", "object"].includes(decision)) return "decision";
    if (!isText("name", 200) || !name.trim()) return "name";
    return note === undefined || isText("note", 10000) ? "" : "note";
  }

  /** The dispositions of a file's text; or nothing, and the page says why. */
  function read(text, file) {
    let review;
    try {
      review = JSON.parse(text);
    } catch (malformed) {
      told.textContent = say(told, "noJson", { file });
      return null;
    }
    if (review === null || review.schema !== "icsdiff/review/1" || !Array.isArray(review.dispositions)) {
      told.textContent = say(told, "noReview", { file });
      return null;
    }
    const wrong = review.dispositions.findIndex(flaw);
    if (wrong >= 0) {
      told.textContent = say(told, "wrong", { file, number: wrong + 1, what: flaw(review.dispositions[wrong]) });
      return null;
    }
    return review.dispositions.map((each) => ({ ...each, note: each.note || "" }));
  }

  byId("export").addEventListener("click", () => {
    if (!decisions.name()) {
      told.textContent = say(told, "noName");
      byId("reviewer").focus();
      return;
    }
    const review = decisions.asReview();
    const count = review.dispositions.length;
    told.textContent = count ? say(told, "exported", { count, file: save(review) }) : say(told, "nothing");
  });
  byId("import").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    if (!file) return;
    const found = read(await file.text(), file.name);
    chooser.value = "";
    if (!found) return;
    const names = new Set(found.map((each) => each.name));
    if (!decisions.name() && names.size === 1) decisions.callMe([...names][0]);
    const known = found.filter((each) => changeOf.has(each.change));
    decisions.takeOver(known);
    dispositions.refreshAll();
    const lapsed = found.length - known.length;
    told.textContent = say(told, "imported", { count: found.length, file: file.name });
    if (lapsed) told.textContent += ` ${say(told, "lapsed", { count: lapsed })}`;
  });
}
