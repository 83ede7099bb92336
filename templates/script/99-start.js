// Show what takes a script, then whatever the address says.
for (const each of [byId("filters"), byId("review"), document.querySelector(".controls")]) if (each) each.hidden = false;
const counts = byId("counts");
if (counts && byId("filters")) counts.hidden = true;
if (dispositions) dispositions.start();

function restore() {
  looks.restore();
  filters.restore();
  search.restore();
  moving.follow();
}
restore();
addEventListener("hashchange", () => {
  const isState = location.hash.includes("=");
  address.follow();
  if (isState) restore();
  else moving.follow();
});
