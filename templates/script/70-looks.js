// How the page looks: the theme, what is folded, how the text is shown; and all of it on paper.
const looks = (() => {
  const ways = all(".reading input");
  const theme = byId("theme");
  const openAll = byId("open-all");

  // The style asks the system for dark colours; a reader's own wish answers in its place, on screens only.
  const dark = Array.from(document.styleSheets, (sheet) => Array.from(sheet.cssRules))
    .reduce((rules, more) => rules.concat(more), [])
    .filter((rule) => rule.media && /prefers-color-scheme:\s*dark/.test(rule.media.mediaText))
    .map((rule) => ({ rule, asked: rule.media.mediaText }));

  function setTheme(name) {
    for (const { rule, asked } of dark) rule.media.mediaText = { light: "not all", dark: "screen" }[name] || asked;
    document.documentElement.style.colorScheme = name === "auto" ? "" : name;
    theme.value = name;
  }

  function setReading(value) {
    const way = ways.find((each) => each.value === value) || ways[0];
    way.checked = true;
  }

  theme.addEventListener("change", () => {
    keeping.write("icsdiff/theme", theme.value);
    setTheme(theme.value);
  });
  for (const way of ways) {
    way.addEventListener("change", () => {
      address.set("reading", way === ways[0] ? "" : way.value);
      search.forget();
    });
  }
  openAll.addEventListener("click", () => {
    const on = openAll.getAttribute("aria-pressed") !== "true";
    openAll.setAttribute("aria-pressed", String(on));
    for (const each of all("main details")) each.open = on;
  });

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
    folded = [];
  });

  // What has the focus, or was jumped to, is never under the bar.
  const bar = document.querySelector(".tools");
  new ResizeObserver(() => {
    const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = `${height + 12}px`;
  }).observe(bar);

  setTheme(keeping.read("icsdiff/theme") || "auto");
  return {
    restore: () => setReading(address.get("reading")),
    nextReading() {
      const at = ways.findIndex((way) => way.checked);
      ways[(at + 1) % ways.length].click();
    },
  };
})();
