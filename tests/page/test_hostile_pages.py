"""Documents that try to be more than text, or very long, and readers without a script or with paper only."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import icsdiff
from documents import words
from hostile import HOSTILE, hostile_version
from icsdiff import Goal, Objective, Version
from instruments import where
from pages import PHONE, Pages

pytestmark = pytest.mark.needs("chromium")

WHAT_RUNS = "[...document.querySelectorAll('script, img, iframe, object, embed, link, base')].map(each => each.tagName)"
ACTS = (
    "[...document.querySelectorAll('*')].flatMap(each => [...each.attributes])"
    ".filter(each => each.name.startsWith('on') || each.value.trim().startsWith('javascript:')).map(each => each.name)"
)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def long_version(text: str) -> Version:
    return Version("Long", "Integrated Country Strategy", priorities=f"A sentence of {text} ends here.")


def many(number: int) -> Version:
    """Five thousand linkages: of two versions with different numbers, all differ."""
    linkages = "; ".join(f"AF JRS objective {at}.{number}" for at in range(1, 101))
    objectives = tuple(
        Objective(f"1.{at}", id=f"o-{at}", statement=f"Aim {at}.", linkages=linkages) for at in range(1, 51)
    )
    return Version("Large", "Integrated Country Strategy", goals=(Goal("1", statement="One.", objectives=objectives),))


@pytest.mark.parametrize("size", [PHONE, (320, 640)])
def test_a_hostile_document_is_inert_and_usable(pages: Pages, size: tuple[int, int]) -> None:
    changes = icsdiff.compare(hostile_version("A plain statement of the mission."), hostile_version(HOSTILE))
    page = pages.open(icsdiff.render(changes, "html"), size=size)
    assert page.evaluate(WHAT_RUNS) == ["SCRIPT"]
    assert page.evaluate(ACTS) == []
    assert "<script>alert(1)</script>" in page.locator("#parts").inner_text()
    page.locator("#open-all").click()
    assert page.evaluate(TOO_WIDE) <= 0
    page.locator("#filters [data-group]").first.click()
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator("#progress").inner_text().startswith(("1 of", "2 of", "3 of"))
    page.locator("#query").fill("<img src=x")
    page.locator("#query").press("Enter")
    assert page.evaluate(WHAT_RUNS) == ["SCRIPT"]


def test_a_sentence_of_two_hundred_thousand_characters_is_shown_whole(pages: Pages) -> None:
    sentence = "clinics and schools " * 10_000
    changes = icsdiff.compare(long_version("few words"), long_version(sentence.strip()))
    page = pages.open(icsdiff.render(changes, "html"), size=PHONE)
    assert sentence.strip() in (page.locator("#parts").text_content() or "")
    page.keyboard.press("j")
    assert page.locator(".change[aria-current]").count() == 1
    assert page.evaluate(TOO_WIDE) <= 0


def test_ten_thousand_changes_can_be_filtered_searched_and_decided_on(pages: Pages) -> None:
    page = pages.open(icsdiff.render(icsdiff.compare(many(1), many(2)), "html"))
    assert page.locator("#shown").inner_text() == "10000 changes"
    page.locator('#filters [data-value="linkage-added"]').click()
    assert page.locator("#shown").inner_text() == "5000 of 10000 changes"
    page.keyboard.press("j")
    page.keyboard.press("q")
    assert page.locator("#progress").inner_text() == "1 of 10000 decided"
    page.locator("#query").fill("AF JRS objective 77.2")
    page.locator("#hits:not(:empty)").wait_for()
    assert page.locator("#hits").inner_text().startswith("1 of ")
    page.locator("#show-all").click()
    assert page.locator("#shown").inner_text() == "10000 changes"


def test_without_scripts_everything_is_there(pages: Pages, peru: str) -> None:
    page = pages.open(peru, scripts=False)
    for control in ("#filters", "#review", ".controls", "#keys"):
        assert page.locator(control).is_hidden()
    assert page.locator("#counts a").first.is_visible()
    page.locator("#objective-2-2 summary").first.click()
    assert page.locator("#objective-2-2 p").first.is_visible()
    assert page.locator("#priorities .before").first.is_hidden()
    page.locator(".reading label").nth(1).click()
    assert page.locator("#priorities .before").first.is_visible()
    [identity] = re.findall(r'id="(c-\w+)" class="change \w+" data-kind="linkage-added"', peru)
    page.goto(f"{page.url}#{identity}")
    assert page.locator(f"#{identity}").is_visible()


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_every_change_and_both_versions_are_there(
    pages: Pages, peru: str, repository: Path, tmp_path: Path, scripts: bool
) -> None:
    page = pages.open(peru, scripts=scripts)
    if scripts:
        page.locator('#filters [data-value="linkage-added"]').click()
    file = tmp_path / "report.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    done = subprocess.run([where("pdftotext"), "-raw", file, "-"], capture_output=True, check=True, timeout=60)
    # A word that is broken at the end of a line is one word all the same.
    printed = re.sub(r"\W+", "", done.stdout.decode()).casefold()
    old, new = (icsdiff.load(str(repository / f"versions/peru/{day}.yaml")) for day in ("2022-03-21", "2023-09-22"))
    changes = icsdiff.compare(old, new).changes
    there = [
        change.id
        for change in changes
        for passage in (change.old, change.new)
        if passage and not all(re.sub(r"\W+", "", word).casefold() in printed for word in words(passage.text))
    ]
    assert there == []
    assert all(word in printed for version in (old, new) for text in version.fields.values() for word in words(text))
    assert printed.count("linkageadded") >= 1
    assert printed.count("textrevised") >= sum(change.kind == "text-revised" for change in changes)
