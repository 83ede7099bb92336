"use strict";
// The page is whole without this script; it only saves clicks.
const tools = document.querySelector(".controls");
tools.hidden = false;

function toggle(id, act) {
  const button = document.getElementById(id);
  button?.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    act(on);
  });
}

toggle("open-all", (on) => {
  for (const each of document.querySelectorAll("details")) each.open = on;
});
toggle("hide-editorial", (on) => {
  document.body.classList.toggle("no-editorial", on);
});

// A link may lead into what is folded.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  if (target) target.scrollIntoView();
}
addEventListener("hashchange", reveal);
if (location.hash) reveal();

// On paper nothing can be unfolded.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const each of folded) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of folded) each.open = false;
});
