"use strict";
// The page is whole without these scripts; they save clicks. They share one scope, in the order of their names.

const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

/** The text of the catalogue that an element carries, with values for what stands in braces. */
function say(element, key, values = {}) {
  return element.dataset[key].replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** Every change, in the order of the page, with what filters ask for. */
const changes = all(".change").map((element) => ({
  id: element.id.slice(2),
  element,
  kind: element.dataset.kind,
  significance: element.dataset.significance,
  part: element.dataset.part,
  decision: "open",
  isShown: true,
}));
const changeOf = new Map(changes.map((change) => [change.id, change]));

/** The change that a change stands inside, or nothing. */
function around(change) {
  const outer = change.element.parentElement.closest(".change");
  return outer && changeOf.get(outer.id.slice(2));
}

/** Unfold whatever an element is folded in. */
function unfold(element) {
  for (let each = element; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
}
