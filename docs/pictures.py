"""Renew the pictures of the report in docs/: ``make pictures``. Look at them before you commit them."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

import icsdiff

DOCS = Path(__file__).parent

_DECIDED = """
  document.querySelector("#reviewer").value = "Ana";
  document.querySelector("#reviewer").dispatchEvent(new Event("change"));
  const decide = (kind, decision, note) => {
    const change = document.querySelector(`.change[data-kind="${kind}"]`);
    change.querySelector(`[data-decision="${decision}"]`).click();
    const box = change.querySelector("textarea");
    box.value = note;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  decide("figure-revised", "query", "Which source has 1.57 million?");
  decide("text-added", "accept", "");
"""


def _to(place: str, after: str = "") -> str:
    return f"{_DECIDED}{after} document.querySelector('{place}').scrollIntoView({{ block: 'start' }});"


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of the report."""

    name: str
    width: int
    height: int
    theme: Literal["light", "dark"] = "light"
    script: str = ""


PICTURES = (
    Picture("report", 1280, 1500),
    Picture("report-changes", 1280, 900, script=_to("#priorities")),
    Picture(
        "report-beside", 1280, 900, "dark", _to("#priorities", "document.querySelector('#reading-beside').click();")
    ),
    Picture(
        "report-filtered",
        1280,
        900,
        script=_to("#filters", "document.querySelector('#filters [data-value=text-revised]').click();"),
    ),
    Picture("report-figures", 820, 1100, script=_to("#figures")),
    Picture("report-figures-dark", 820, 1100, "dark", _to("#figures")),
    Picture("report-phone", 380, 800, script=_to("#priorities .changes")),
    Picture("report-phone-dark", 380, 800, "dark"),
)


def take(browser: Browser, file: Path, picture: Picture) -> None:
    """Write one picture."""
    context = browser.new_context(
        offline=True,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.theme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate(f"() => {{ {picture.script} }}")
    page.wait_for_timeout(200)
    page.screenshot(path=DOCS / f"{picture.name}.png")
    context.close()


def main(old: str, new: str) -> None:
    """Write all pictures of the report on two versions."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        file = Path(folder) / "report.html"
        changes = icsdiff.compare(icsdiff.load(old), icsdiff.load(new))
        file.write_text(icsdiff.render(changes, "html"), encoding="utf-8")
        for picture in PICTURES:
            take(browser, file, picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
