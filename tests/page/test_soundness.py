"""Every view of the page is valid HTML, within reach of everyone, and asks nobody for anything."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

import icsdiff
from instruments import AXE, where
from pages import LAPTOP, PHONE, Pages, Theme

pytestmark = pytest.mark.needs("chromium")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

TOO_NEW = ("line-clamp", "vector-effect", "light(found")
"""Properties and selectors that browsers and their specifications have and the validator does not know yet."""

QUICK = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""The validator runs for seconds: Java need not make ready for more."""


def barriers(page: Page) -> list[str]:
    """What axe-core finds on the page as it is."""
    # Through the debugger, which the page's policy does not bind.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        """async tags => (await axe.run({runOnly: tags, resultTypes: ["violations"]})).violations.flatMap(each =>
          each.nodes.map(node => `${each.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))""",
        RULES,
    )
    return found


def filtered(page: Page) -> None:
    page.locator('#filters [data-value="text-revised"]').click()
    page.locator("#query").fill("nowhere in it")
    page.locator("#query").press("Enter")


def reviewed(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("q")
    page.locator("#export").click()
    page.locator("#figures .sort").first.click()


def side_by_side(page: Page) -> None:
    page.locator(".reading label").nth(1).click()
    page.locator("#open-all").click()


def with_its_keys(page: Page) -> None:
    page.keyboard.press("?")


VIEWS = {"filtered": filtered, "reviewed": reviewed, "side by side": side_by_side, "with its keys": with_its_keys}


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("size", [LAPTOP, PHONE])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_shut_out(pages: Pages, peru: str, theme: Theme, size: tuple[int, int]) -> None:
    assert barriers(pages.open(peru, size=size, theme=theme)) == []


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize(("theme", "size"), [("light", LAPTOP), ("dark", PHONE)])
@pytest.mark.parametrize("view", VIEWS)
def test_nobody_is_shut_out_of_a_view(pages: Pages, peru: str, view: str, theme: Theme, size: tuple[int, int]) -> None:
    page = pages.open(peru, size=size, theme=theme)
    VIEWS[view](page)
    assert barriers(page) == []


@pytest.mark.needs("axe-core")
def test_nobody_is_shut_out_of_what_was_split_merged_and_moved(pages: Pages, repository: Path) -> None:
    folder = repository / "benchmarks/accuracy/gold/documents/balkan-transition"
    old, new = (icsdiff.load(str(folder / f"{side}.md")) for side in ("old", "new"))
    page = pages.open(icsdiff.render(icsdiff.compare(old, new), "html"))
    assert barriers(page) == []


@pytest.mark.needs("java", "vnu-jar")
def test_the_page_is_valid_html_before_and_after_its_script(pages: Pages, peru: str, tmp_path: Path) -> None:
    (tmp_path / "as-written.html").write_text(peru, encoding="utf-8")
    for name, act in VIEWS.items():
        page = pages.open(peru)
        act(page)
        # Set by the script, as the policy allows; written out it looks like one that it forbids.
        page.evaluate("document.documentElement.removeAttribute('style')")
        (tmp_path / f"{name}.html").write_text(page.content(), encoding="utf-8")
    files = sorted(map(str, tmp_path.glob("*.html")))
    command = [where("java"), *QUICK, "-jar", where("vnu-jar"), "--stdout", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    told = [f"{each['message']} {each['extract']}" for each in json.loads(done.stdout)["messages"]]
    assert [each for each in told if not any(word in each for word in TOO_NEW)] == []
