// Search over what is shown. Hits are highlighted without touching the document, where the browser can do that.
const search = (() => {
  const MOST = 1000; // hits highlighted at a time, around the current one
  const BLOCKS = new Set(["P", "LI", "TD", "TH", "H2", "H3", "H4", "SUMMARY"]);
  // What the ways to show the text hide.
  const HIDDEN = {
    marked: ".before",
    beside: ".paragraph.changed > p:last-child del",
    old: ".before, .text ins",
    new: ".before, .text del",
  };
  const box = byId("query");
  const told = byId("hits");
  let index = null;
  let hits = [];
  let at = -1;
  let asked = "";

  /** All text as one string, and where in it each text node begins. */
  function indexed() {
    const reading = document.querySelector(".reading :checked");
    const skipped = `.out, .disposition, summary .opening, script, style, [hidden], ${HIDDEN[reading ? reading.value : "marked"]}`;
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    const nodes = [];
    const starts = [];
    const parts = [];
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (!BLOCKS.has(node.tagName)) continue;
        parts.push("\n");
        length += 1;
        continue;
      }
      const folded = fold(node.data);
      nodes.push(node);
      starts.push(length);
      parts.push(folded);
      length += folded.length;
    }
    return { nodes, starts, text: parts.join("") };
  }

  /** Lower case of the same length, whatever the script. */
  function fold(text) {
    const lower = text.toLowerCase().replace(/\s/g, " ");
    return lower.length === text.length ? lower : text;
  }

  function find(query) {
    index = index || indexed();
    const found = [];
    for (let place = index.text.indexOf(query); place >= 0; place = index.text.indexOf(query, place + query.length)) found.push(place);
    return found;
  }

  function range(place, length) {
    const [first, from] = locate(place);
    const [last, to] = locate(place + length - 1);
    const made = document.createRange();
    made.setStart(index.nodes[first], from);
    made.setEnd(index.nodes[last], to + 1);
    return made;
  }

  /** The text node at a place of the whole text, and the place in it. */
  function locate(place) {
    let low = 0;
    let high = index.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (index.starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return [low, place - index.starts[low]];
  }

  function highlight() {
    if (!window.CSS || !CSS.highlights) return;
    const first = Math.max(0, at - MOST / 2);
    const ranges = hits.slice(first, first + MOST).map((place) => range(place, asked.length));
    const now = ranges.splice(at - first, 1);
    CSS.highlights.set("found", new Highlight(...ranges));
    CSS.highlights.set("found-now", new Highlight(...now));
  }

  function tell() {
    told.textContent = !asked ? "" : hits.length ? say(told, "some", { hit: at + 1, hits: hits.length }) : say(told, "none");
    box.classList.toggle("none", Boolean(asked) && !hits.length);
  }

  function ask() {
    const query = fold(box.value).trim();
    if (query === asked && index) return;
    asked = query;
    hits = query ? find(query) : [];
    at = hits.length ? 0 : -1;
    address.set("query", query);
    highlight();
    tell();
    if (hits.length) reveal();
  }

  function reveal() {
    const found = range(hits[at], asked.length);
    const element = found.startContainer.parentElement;
    unfold(element);
    const place = found.getBoundingClientRect();
    const bar = document.querySelector(".tools").getBoundingClientRect();
    if (place.top < Math.max(bar.bottom, 0) || place.bottom > innerHeight || !place.height) element.scrollIntoView({ block: "center" });
    if (!window.CSS || !CSS.highlights) {
      getSelection().removeAllRanges();
      getSelection().addRange(found);
    }
  }

  /** To the first hit of what is asked for the first time, then from hit to hit. */
  function go(by) {
    if (fold(box.value).trim() === asked) step(by);
    else ask();
  }

  function step(by) {
    if (!hits.length) return;
    at = (at + by + hits.length) % hits.length;
    highlight();
    tell();
    reveal();
  }

  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && box.value) {
      event.preventDefault();
      box.value = "";
      ask();
    }
  });
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    go(1);
  });
  return {
    focus() {
      box.focus();
      box.select();
    },
    /** What is shown has changed: the places of hits are no longer true. */
    forget() {
      index = null;
      if (!asked) return;
      hits = find(asked);
      at = Math.min(Math.max(at, 0), hits.length - 1);
      highlight();
      tell();
    },
    restore() {
      box.value = address.get("query");
      ask();
    },
  };
})();
