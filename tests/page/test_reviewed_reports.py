"""A review's whole way: from the page through ``icsdiff review`` back into a page, on to a newer version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from command import icsdiff
from pages import Pages

pytestmark = pytest.mark.needs("chromium")

NOTE = "Which source?\n<b>Not</b> ours."


@pytest.fixture(scope="module")
def versions(repository: Path) -> tuple[str, str]:
    folder = repository / "versions/peru"
    return str(folder / "2022-03-21.yaml"), str(folder / "2023-09-22.yaml")


def report(folder: Path, *arguments: str) -> str:
    file = folder / "made.html"
    done = icsdiff("report", *arguments, "-o", str(file))
    assert done.code == 0, done.err
    return file.read_text(encoding="utf-8")


def exported(page: Page, file: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator("#export").click()
    waiting.value.save_as(file)
    return file


def decisions_of(page: Page) -> list[tuple[str, str, str]]:
    """What is decided under the name in the page: change, decision, note."""
    found: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll(".disposition [aria-pressed=true]")].map(button => {
          const note = button.parentElement.querySelector("textarea");
          return [button.closest(".change").id.slice(2), button.dataset.decision, note.value];
        })"""
    )
    return [(change, decision, note) for change, decision, note in found]


def decide(page: Page, name: str, decisions: dict[int, tuple[str, str]]) -> None:
    page.locator("#reviewer").fill(name)
    page.locator("#reviewer").press("Tab")
    for number, (decision, note) in decisions.items():
        change = page.locator("li.change").nth(number)
        change.locator(f':scope > .disposition [data-decision="{decision}"]').click()
        if note:
            change.locator("textarea").first.fill(note)


@pytest.fixture(scope="module")
def reviewed(browser: Browser, peru: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Ana and Ben exported, as one file; they disagree on the first change."""
    folder = tmp_path_factory.mktemp("reviews")
    pages = Pages(browser, folder)
    files = []
    for name, decisions in {"Ana": {0: ("accept", ""), 1: ("object", NOTE)}, "Ben": {0: ("query", "Why?")}}.items():
        page = pages.open(peru)
        decide(page, name, decisions)
        files.append(str(exported(page, folder / f"{name}.json")))
    pages.close()
    merged = folder / "all.json"
    done = icsdiff("review", "merge", *files, "-o", str(merged))
    assert done.code == 0
    assert "Ana" in done.err
    assert "Ben" in done.err
    return merged


@pytest.fixture(scope="module")
def with_review(versions: tuple[str, str], reviewed: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return report(tmp_path_factory.mktemp("report"), *versions, "--review", str(reviewed))


def test_what_the_page_exports_closes_the_gate(
    pages: Pages, peru: str, versions: tuple[str, str], tmp_path: Path
) -> None:
    page = pages.open(peru)
    decide(page, "Ana", {0: ("accept", "")})
    some = exported(page, tmp_path / "some.json")
    assert icsdiff("review", "status", *versions, "--review", str(some), "--fail-on", "open").code == 1
    page.evaluate(
        "document.querySelectorAll('[data-decision=query][aria-pressed=false]').forEach(each => each.click())"
    )
    every = exported(page, tmp_path / "every.json")
    assert icsdiff("review", "status", *versions, "--review", str(every), "--fail-on", "open").code == 0


def test_a_report_with_a_review_gives_reviewers_their_own_decisions_back(
    pages: Pages, with_review: str, reviewed: Path, tmp_path: Path
) -> None:
    page = pages.open(with_review)
    assert page.locator(".dispositions .name").all_inner_texts() == ["Ana", "Ben", "Ana"]
    assert page.locator(".dispositions .conflict").is_visible()
    assert decisions_of(page) == []
    decide(page, "Ana", {})
    whole = json.loads(reviewed.read_text(encoding="utf-8"))["dispositions"]
    hers = [each for each in whole if each["name"] == "Ana"]
    assert decisions_of(page) == [(each["change"], each["decision"], each["note"]) for each in hers]
    assert [each["note"] for each in hers] == ["", NOTE]
    assert page.locator(".dispositions .name:visible").all_inner_texts() == ["Ben"]
    again = json.loads(exported(page, tmp_path / "again.json").read_text(encoding="utf-8"))
    assert again["dispositions"] == hers
    decide(page, "Ben", {})
    assert page.locator(".dispositions .name:visible").all_inner_texts() == ["Ana", "Ana"]


def test_what_was_taken_back_stays_so_though_the_report_was_made_with_it(pages: Pages, with_review: str) -> None:
    page = pages.open(with_review)
    decide(page, "Ana", {0: ("accept", "")})
    page.reload()
    assert [decision for _, decision, _ in decisions_of(page)] == ["object"]


def test_filters_leave_the_text_of_a_report_with_a_review(pages: Pages, with_review: str) -> None:
    page = pages.open(with_review)
    button = page.locator('#filters [data-value="linkage-added"]')
    button.click()
    assert page.locator("#parts li.change:visible").count() == int(button.locator("b").inner_text())


def test_a_newer_version_carries_decisions_over_and_lists_the_lapsed(
    pages: Pages, versions: tuple[str, str], reviewed: Path, tmp_path: Path
) -> None:
    old, new = versions
    newer = tmp_path / "2023-12-01.yaml"
    text = Path(new).read_text(encoding="utf-8")
    first, second, *_ = json.loads(reviewed.read_text(encoding="utf-8"))["dispositions"]
    assert first["change"] == second["change"]
    assert "2023-09-22" in first["summary"]
    newer.write_text(text.replace("- 2023-09-22", "- 2023-09-22\n  - 2023-12-01", 1), encoding="utf-8")
    page = pages.open(report(tmp_path, old, str(newer), "--review", str(reviewed)))
    assert page.locator("#lapsed .name").all_inner_texts() == ["Ana", "Ben"]
    assert page.locator(".change .dispositions .note").all_inner_texts() == [NOTE]
