// The buttons and the note of each change. Names and notes are strangers' words: they only ever become text.
const dispositions = (() => {
  if (!decisions.versions) return null;
  const AT_ONCE = 300; // forms made when the page opens; of more changes, when they come near what one sees
  const forms = new Map();
  const made = { form: byId("disposition"), note: byId("note"), said: byId("said") };
  const words = new Map(all('[data-group="decision"]').map((button) => [button.dataset.value, button.firstChild.data.trim()]));

  const fresh = (name) => made[name].content.firstElementChild.cloneNode(true);
  const changeAt = (element) => changeOf.get(element.closest(".change").id.slice(2));

  /** The change itself, and what only says it over again: decided with it. */
  function withRepeats(change) {
    return [change, ...Array.from(change.element.children).map((child) => changeOf.get(child.id.slice(2))).filter(Boolean)];
  }

  function decide(change, decision) {
    const form = forms.get(change) || make(change);
    const box = form.querySelector("textarea");
    const own = decisions.on(change);
    const isTakenBack = own && own.decision === decision;
    for (const each of withRepeats(change)) {
      if (isTakenBack) decisions.takeBack(each);
      else decisions.decide(each, decision, box ? box.value : "");
      each.decision = isTakenBack ? "open" : decision;
    }
    refresh(change);
    tell();
    filters.recount();
  }

  function note(change, text) {
    for (const each of withRepeats(change)) if (decisions.on(each)) decisions.decide(each, decisions.on(each).decision, text);
  }

  function make(change) {
    const form = fresh("form");
    const inner = Array.from(change.element.children).find((child) => child.matches("details, .change"));
    change.element.insertBefore(form, inner || null);
    forms.set(change, form);
    refresh(change);
    return form;
  }

  function refresh(change) {
    const form = forms.get(change);
    const own = decisions.on(change);
    for (const button of form.querySelectorAll("[data-decision]")) {
      button.setAttribute("aria-pressed", String(button.dataset.decision === change.decision));
    }
    let box = form.querySelector("textarea");
    if (own && !box) {
      box = fresh("note");
      form.append(box);
    }
    if (box) box.hidden = !own;
    if (own && box.value !== own.note) box.value = own.note;
    for (const old of form.querySelectorAll(".said")) old.remove();
    form.append(...decisions.ofOthers(change).map(said));
  }

  function said(disposition) {
    const line = fresh("said");
    const [name, decision, text] = line.children;
    line.classList.add(disposition.decision);
    name.textContent = harmless(disposition.name);
    decision.textContent = words.get(disposition.decision);
    text.textContent = harmless(disposition.note);
    return line;
  }

  /** Without the characters that act on what stands around them. */
  function harmless(text) {
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
  }

  function tell() {
    const told = byId("progress");
    const needed = changes.filter((change) => change.significance === "substantive" || change.decision !== "open");
    const done = needed.filter((change) => change.decision !== "open").length;
    told.textContent = say(told, "progress", { decided: done, all: needed.length });
    const bar = byId("decided");
    bar.max = Math.max(needed.length, 1);
    bar.value = done;
    byId("not-kept").hidden = keeping.lasts();
  }

  function refreshAll() {
    byId("reviewer").value = decisions.name();
    for (const change of changes) {
      const own = decisions.on(change);
      change.decision = own ? own.decision : "open";
    }
    for (const change of forms.keys()) refresh(change);
    tell();
    filters.recount();
  }

  /** What the report was made with under my name is mine, unless this browser has later word. */
  function adopt() {
    const own = [];
    for (const list of all(".dispositions[data-change]")) {
      const change = changeOf.get(list.dataset.change);
      for (const item of list.children) {
        const name = item.querySelector(".name");
        const isMine = Boolean(change && name && name.textContent === decisions.name());
        item.hidden = isMine;
        if (!isMine || decisions.isSettled(change)) continue;
        const text = item.querySelector(".note");
        const decision = [...words.keys()].find((each) => item.classList.contains(each));
        own.push({ change: change.id, decision, note: text ? text.textContent : "", name: name.textContent });
      }
    }
    decisions.takeOver(own);
  }

  function makeAll() {
    const [first, later] = [[], []];
    for (const change of changes) if (change.element.tagName !== "SPAN") (first.length < AT_ONCE ? first : later).push(change);
    first.forEach(make);
    const near = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        if (!forms.has(changeAt(target))) make(changeAt(target));
      }
    }, { rootMargin: "100%" });
    for (const change of later) near.observe(change.element);
  }

  const parts = byId("parts");
  parts.addEventListener("click", (event) => {
    const button = event.target.closest("[data-decision]");
    if (button) decide(changeAt(button), button.dataset.decision);
  });
  parts.addEventListener("input", (event) => {
    if (event.target.matches(".disposition textarea")) note(changeAt(event.target), event.target.value);
  });
  byId("reviewer").addEventListener("change", () => {
    decisions.callMe(byId("reviewer").value);
    adopt();
    refreshAll();
  });
  // The same report in another tab.
  addEventListener("storage", (event) => {
    if (event.key !== decisions.key) return;
    decisions.load();
    refreshAll();
  });
  return {
    refreshAll,
    start() {
      if (decisions.name()) adopt();
      refreshAll();
      makeAll();
    },
    decide: (change, decision) => decide(change.element.tagName === "SPAN" ? around(change) : change, decision),
  };
})();
