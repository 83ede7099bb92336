// Tables that sort: a button in each heading whose column holds something to sort by.
{
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" }).compare;

  function sort(table, heading) {
    const column = heading.cellIndex;
    const isDown = heading.getAttribute("aria-sort") === "ascending";
    for (const each of all("th[aria-sort]", table.tHead)) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => ({ row, value: valueOf(row.cells[column]) }));
    rows.sort((one, other) => order(one.value, other.value, isDown));
    body.append(...rows.map(({ row }) => row));
  }

  function valueOf(cell) {
    const { value } = cell.dataset;
    if (value === undefined) return cell.textContent.trim();
    return value === "" || Number.isNaN(Number(value)) ? value : Number(value);
  }

  /** What has no value comes last, whichever way the rest goes. */
  function order(one, other, isDown) {
    if (one === "" || other === "") return (one === "") - (other === "");
    const sign = isDown ? -1 : 1;
    if (typeof one === "number" && typeof other === "number") return sign * (one - other);
    return sign * compare(String(one), String(other));
  }

  for (const table of all("table[data-sortable]")) {
    for (const heading of table.tHead.rows[0].cells) {
      const cell = table.tBodies[0].rows[0].cells[heading.cellIndex];
      if (!cell || cell.querySelector("svg")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      heading.append(button);
    }
    table.addEventListener("click", (event) => {
      const button = event.target.closest(".sort");
      if (button) sort(table, button.closest("th"));
    });
  }
}
