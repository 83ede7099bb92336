// Single keys, for whoever wants them: they can be switched off, and are never taken from someone who writes.
{
  const dialog = byId("keys");
  const isOn = byId("keys-on");
  const decide = (decision) => () => {
    if (dispositions && moving.current()) dispositions.decide(moving.current(), decision);
  };
  const actions = {
    j: () => moving.step(1),
    n: () => moving.step(1),
    k: () => moving.step(-1),
    p: () => moving.step(-1),
    "/": () => search.focus(),
    a: decide("accept"),
    q: decide("query"),
    o: decide("object"),
    s: () => looks.nextReading(),
    e: () => filters.hideEditorial(),
    x: () => filters.showAll(),
    "?": () => dialog.showModal(),
  };

  isOn.checked = keeping.read("icsdiff/keys") !== "off";
  isOn.addEventListener("change", () => keeping.write("icsdiff/keys", isOn.checked ? "on" : "off"));
  byId("show-keys").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (!isOn.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return;
    const action = Object.prototype.hasOwnProperty.call(actions, event.key) && actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
