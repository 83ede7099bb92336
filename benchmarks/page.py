"""Time the report in Chromium, the way a reviewer meets it: ``make bench-page``.

Two reports: Peru's, and one with ten thousand changes. Each is opened three times in a new profile without a network;
milliseconds from the navigation to the first paint and until the script has run, and from a click until what it
changes is painted. The median is printed.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import icsdiff
from benchmarks.large import versions

ROUNDS = 3

OPENED = """() => ({
  "first paint": performance.getEntriesByName("first-contentful-paint")[0].startTime,
  "interactive": performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
})"""
ACTED = """action => new Promise(done => {
  const start = performance.now();
  new Function(action)();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
})"""
ACTIONS = {
    "a filter click": "document.querySelector('#filters [data-value=goal-1]').click()",
    "show all again": "document.querySelector('#show-all').click()",
    "next change": "document.querySelector('#next-change').click()",
    "a decision": "document.querySelector('[aria-current] [data-decision]').click()",
    "first search": """
        document.querySelector("#query").value = "mission";
        document.querySelector("#query").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));""",
}


def timed(browser: Browser, file: Path) -> Iterator[tuple[str, float]]:
    """What one visit takes."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator(".controls").wait_for()
    yield from page.evaluate(OPENED).items()
    for name, action in ACTIONS.items():
        yield name, page.evaluate(ACTED, action)
    context.close()


def main(old: str, new: str) -> None:
    """Print a table with one line for each report and what is done in it."""
    changes = {
        "Peru": icsdiff.compare(icsdiff.load(old), icsdiff.load(new)),
        "ten thousand changes": icsdiff.compare(*versions(10_000)),
    }
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, found in changes.items():
            file = Path(folder) / "report.html"
            file.write_text(icsdiff.render(found, "html"), encoding="utf-8")
            print(f"{name}: {len(found.changes):,} changes, {file.stat().st_size / 1000:,.0f} kB")
            visits = [dict(timed(browser, file)) for _ in range(ROUNDS)]
            for what in visits[0]:
                print(f"  {what:<20}{statistics.median(visit[what] for visit in visits):>8.0f} ms")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
