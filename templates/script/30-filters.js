// Counts that filter: within a group any of the chosen values, of every group at once.
const filters = (() => {
  const GROUPS = ["kind", "significance", "part", "decision"];
  const chosen = new Map(GROUPS.map((group) => [group, new Set()]));
  const buttons = new Map(GROUPS.map((group) => [group, new Map()]));
  let containers = null;
  let shown = changes.length;

  function offerParts() {
    const place = byId("part-choices");
    for (const part of new Set(changes.map((change) => change.part))) {
      const link = document.querySelector(`.contents a[href="#${CSS.escape(part)}"]`);
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.group = "part";
      button.dataset.value = part;
      button.setAttribute("aria-pressed", "false");
      button.append(link ? link.textContent : part, " ", document.createElement("b"));
      place.append(button);
    }
  }

  /** What is folded away once nothing in it is shown, with the changes in it. */
  function gathered() {
    const found = new Map();
    const put = (element, change) => {
      if (!found.has(element)) found.set(element, []);
      if (change) found.get(element).push(change);
    };
    for (const element of all("#parts .part, #parts .field")) put(element);
    for (const change of changes) {
      for (let each = change.element.parentElement; each; each = each.parentElement) if (found.has(each)) put(each, change);
    }
    for (const row of all("tr[data-change], a[data-change]")) {
      const change = changeOf.get(row.dataset.change);
      if (!change) continue;
      put(row, change);
      for (let each = row.parentElement; each && each.tagName !== "MAIN"; each = each.parentElement) {
        if (["TR", "TBODY", "SECTION"].includes(each.tagName)) put(each, change);
      }
    }
    for (const link of all(".contents a")) {
      const part = byId(link.getAttribute("href").slice(1));
      if (found.has(part)) found.set(link.parentElement, found.get(part));
    }
    return found;
  }

  const activeGroups = () => GROUPS.filter((group) => chosen.get(group).size);
  const failing = (change, active) => active.filter((group) => !chosen.get(group).has(change[group]));

  function refresh() {
    const active = activeGroups();
    const kept = new Set(changes.filter((change) => !failing(change, active).length));
    shown = kept.size;
    // One that stands inside another is shown with it.
    for (const change of [...kept]) {
      for (let outer = around(change); outer && !kept.has(outer); outer = around(outer)) kept.add(outer);
    }
    for (const change of changes) {
      if (change.isShown === kept.has(change)) continue;
      change.isShown = kept.has(change);
      change.element.classList.toggle("out", !change.isShown);
    }
    foldAway(active.length > 0);
    recount();
    search.forget();
  }

  /** A button tells how many changes it would show beside what the other groups leave. */
  function recount() {
    const active = activeGroups();
    const counts = new Map(GROUPS.map((group) => [group, new Map()]));
    for (const change of changes) {
      const against = failing(change, active);
      for (const group of against.length === 0 ? GROUPS : against.length === 1 ? against : []) {
        counts.get(group).set(change[group], (counts.get(group).get(change[group]) || 0) + 1);
      }
    }
    tell(counts);
  }

  function foldAway(isFiltering) {
    if (!isFiltering && !containers) return;
    containers = containers || gathered();
    for (const [element, inside] of containers) {
      element.classList.toggle("out", isFiltering && !inside.some((change) => change.isShown));
    }
  }

  function tell(counts) {
    for (const [group, ofGroup] of buttons) {
      for (const [value, button] of ofGroup) {
        const count = counts.get(group).get(value) || 0;
        button.lastElementChild.textContent = String(count);
        button.classList.toggle("none", count === 0);
        button.setAttribute("aria-pressed", String(chosen.get(group).has(value)));
      }
    }
    const told = byId("shown");
    told.textContent = shown === changes.length ? say(told, "all") : say(told, "some", { shown });
    byId("show-all").hidden = !activeGroups().length;
    const substantive = chosen.get("significance");
    const hidesEditorial = substantive.size === 1 && substantive.has("substantive");
    const hide = byId("hide-editorial");
    if (hide) hide.setAttribute("aria-pressed", String(hidesEditorial));
    document.body.classList.toggle("no-editorial", hidesEditorial);
  }

  function toggle(group, value) {
    const values = chosen.get(group);
    if (!values.delete(value)) values.add(value);
    apply();
  }

  function apply() {
    for (const [group, values] of chosen) address.set(group, [...values].join(","));
    refresh();
  }

  function showAll() {
    for (const values of chosen.values()) values.clear();
    apply();
  }

  function restore() {
    for (const [group, values] of chosen) {
      values.clear();
      for (const value of address.get(group).split(",")) if (buttons.get(group).has(value)) values.add(value);
    }
    refresh();
  }

  function hideEditorial() {
    const values = chosen.get("significance");
    const isHidden = values.size === 1 && values.has("substantive");
    values.clear();
    if (!isHidden) values.add("substantive");
    apply();
  }

  if (!changes.length) return { recount() {}, restore() {}, showAll() {}, hideEditorial() {} };
  offerParts();
  for (const button of all("#filters [data-group]")) buttons.get(button.dataset.group).set(button.dataset.value, button);
  byId("filters").addEventListener("click", (event) => {
    const button = event.target.closest("[data-group]");
    if (button) toggle(button.dataset.group, button.dataset.value);
  });
  byId("show-all").addEventListener("click", () => {
    showAll();
    byId("next-change").focus();
  });
  const hide = byId("hide-editorial");
  if (hide) hide.addEventListener("click", hideEditorial);
  return { recount, restore, showAll, hideEditorial };
})();
