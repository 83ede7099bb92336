// From change to change, and to whatever a link leads to.
const moving = (() => {
  let current = null;

  function mark(change) {
    if (current) for (const each of ends(current)) each.classList.remove("here");
    if (current) current.element.removeAttribute("aria-current");
    current = change;
    if (!current) return;
    for (const each of ends(current)) each.classList.add("here");
    current.element.setAttribute("aria-current", "true");
  }

  /** A change in the list, and its words in the text. */
  function ends(change) {
    return [change.element, byId(`t-${change.id}`), byId(`t-${change.id}-old`)].filter(Boolean);
  }

  function show(element) {
    unfold(element);
    element.scrollIntoView({ block: element.offsetHeight < innerHeight / 2 ? "center" : "start" });
  }

  function goTo(change) {
    mark(change);
    show(change.element);
    change.element.tabIndex = -1;
    change.element.focus({ preventScroll: true });
    address.goTo(change.element.id);
  }

  /** The next shown change, or the previous one; from where the reader looks, when none is current. */
  function step(by) {
    const shown = changes.filter((change) => change.isShown);
    if (!shown.length) return;
    let at = shown.indexOf(current);
    if (at < 0) {
      const below = shown.findIndex((change) => change.element.getBoundingClientRect().top > 0);
      at = by > 0 ? (below < 0 ? -1 : below - 1) : below;
    }
    goTo(shown[(at + by + shown.length) % shown.length]);
  }

  /** What the address names. */
  function follow() {
    const target = address.at() && byId(address.at());
    if (!target) return;
    if (target.closest(".out")) filters.showAll();
    const change = changeOf.get(address.at().slice(2));
    if (change && target === change.element) mark(change);
    show(target);
  }

  for (const [id, by] of [["previous-change", -1], ["next-change", 1]]) {
    const button = byId(id);
    if (button) button.addEventListener("click", () => step(by));
  }
  // Whoever works on a change is at it.
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest(".change");
    const change = element && changeOf.get(element.id.slice(2));
    if (change && change !== current) mark(change);
  });
  return { step, follow, current: () => current };
})();
