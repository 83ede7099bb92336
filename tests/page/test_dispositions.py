"""What reviewers decide: kept, exported, imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

import icsdiff
from hostile import HOSTILE
from pages import Pages

pytestmark = pytest.mark.needs("chromium")


def nth(page: Page, number: int) -> Locator:
    return page.locator("li.change").nth(number)


def press(page: Page, number: int, decision: str) -> None:
    nth(page, number).locator(f':scope > .disposition [data-decision="{decision}"]').click()


def decision_on(page: Page, number: int) -> list[str | None]:
    pressed = nth(page, number).locator(':scope > .disposition [aria-pressed="true"]').all()
    return [button.get_attribute("data-decision") for button in pressed]


def exported(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as waiting:
        page.locator("#export").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    review: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return review


def reviewed(page: Page) -> None:
    page.locator("#reviewer").fill("Ana Núñez")
    press(page, 0, "accept")
    press(page, 1, "object")
    nth(page, 1).locator("textarea").fill("Which source?\n<b>Not</b> ours.")


def test_a_decision_survives_a_reload(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    assert page.locator("#progress").inner_text() == "0 of 24 decided"
    reviewed(page)
    assert page.locator("#progress").inner_text() == "2 of 24 decided"
    page.reload()
    assert [decision_on(page, number) for number in range(3)] == [["accept"], ["object"], []]
    assert nth(page, 1).locator("textarea").input_value() == "Which source?\n<b>Not</b> ours."
    assert page.locator("#reviewer").input_value() == "Ana Núñez"
    assert page.locator("#progress").inner_text() == "2 of 24 decided"


def test_a_decision_is_made_by_key_and_taken_back(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    page.keyboard.press("j")
    for key, decision in (("a", ["accept"]), ("q", ["query"]), ("o", ["object"]), ("o", [])):
        page.keyboard.press(key)
        assert decision_on(page, 0) == decision
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.decision") == "accept":
            break
    page.keyboard.press("Space")
    assert decision_on(page, 0) == ["accept"]


def test_the_undecided_are_a_filter(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    press(page, 0, "query")
    page.locator('#filters [data-value="query"]').click()
    assert page.locator("li.change:visible").count() == 1
    page.locator('#filters [data-value="query"]').click()
    page.locator('#filters [data-value="open"]').click()
    assert nth(page, 0).is_hidden()


def test_an_export_is_a_review(pages: Pages, peru: str, tmp_path: Path, repository: Path) -> None:
    page = pages.open(peru)
    reviewed(page)
    review = exported(page, tmp_path)
    assert review["schema"] == "icsdiff/review/1"
    assert review["old"] == {"mission": "Peru", "label": "peru@2022-03-21"}
    assert review["new"] == {"mission": "Peru", "label": "peru@2023-09-22"}
    folder = repository / "versions/peru"
    old, new = (icsdiff.load(str(folder / f"{day}.yaml")) for day in ("2022-03-21", "2023-09-22"))
    known = {change.id: change for change in icsdiff.compare(old, new).changes}
    for each in review["dispositions"]:
        change = known[each["change"]]
        assert (each["kind"], each["summary"], each["name"]) == (change.kind, change.summary, "Ana Núñez")
    assert [each["decision"] for each in review["dispositions"]] == ["accept", "object"]
    assert [each["note"] for each in review["dispositions"]] == ["", "Which source?\n<b>Not</b> ours."]


def test_an_import_gives_back_what_was_exported(pages: Pages, peru: str, tmp_path: Path) -> None:
    page = pages.open(peru)
    reviewed(page)
    review = exported(page, tmp_path)
    [file] = tmp_path.glob("review-*.json")
    other = pages.open(peru)
    other.locator("#import-file").set_input_files(file)
    other.locator("#told:not(:empty)").wait_for()
    assert [decision_on(other, number) for number in range(3)] == [["accept"], ["object"], []]
    assert exported(other, tmp_path) == review


def test_decisions_of_others_stand_beside_and_are_only_text(pages: Pages, peru: str, tmp_path: Path) -> None:
    page = pages.open(peru)
    reviewed(page)
    review = exported(page, tmp_path)
    for each in review["dispositions"]:
        each |= {"name": HOSTILE[:180], "note": HOSTILE, "decision": "query"}
    file = tmp_path / "of-others.json"
    file.write_text(json.dumps(review), encoding="utf-8")
    page.locator("#import-file").set_input_files(file)
    page.locator(".said").first.wait_for()
    assert page.locator(".said").count() == 2
    assert "<script>alert(1)</script>" in page.locator(".said .note").first.inner_text()
    assert "\u202e" not in page.locator(".said").first.inner_text()
    assert page.locator(".said *").count() == 6
    assert decision_on(page, 0) == ["accept"]
    assert [each["name"] for each in exported(page, tmp_path)["dispositions"]] == ["Ana Núñez"] * 2


SOUND = {"change": "0" * 12, "kind": "text-added", "summary": "x", "decision": "accept", "note": "", "name": "Ben"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "wrong.json cannot be read: it is no JSON."),
        ("[]", "wrong.json is no review"),
        ("null", "wrong.json is no review"),
        ('{"schema": "icsdiff/review/2", "dispositions": []}', "wrong.json is no review"),
        (json.dumps({"schema": "icsdiff/review/1", "dispositions": [None]}), "decision 1 has no valid change"),
        *(
            (
                json.dumps({"schema": "icsdiff/review/1", "dispositions": [SOUND, {**SOUND, key: value}]}),
                f"decision 2 has no valid {key}",
            )
            for key, value in (("change", "x" * 12), ("decision", "reject"), ("name", " "), ("note", 1))
        ),
        (json.dumps({"schema": "icsdiff/review/1", "dispositions": [SOUND]}), "1 are on changes that this report"),
    ],
)
def test_a_file_that_is_no_review_changes_nothing(
    pages: Pages, peru: str, tmp_path: Path, text: str, told: str
) -> None:
    page = pages.open(peru)
    press(page, 0, "accept")
    file = tmp_path / "wrong.json"
    file.write_text(text, encoding="utf-8")
    page.locator("#import-file").set_input_files(file)
    page.locator("#told:not(:empty)").wait_for()
    assert told in page.locator("#told").inner_text()
    assert decision_on(page, 0) == ["accept"]
    assert page.locator("#progress").inner_text() == "1 of 24 decided"


def test_an_export_needs_a_name_and_something_decided(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    page.locator("#export").click()
    assert "name" in page.locator("#told").inner_text()
    assert page.evaluate("document.activeElement.id") == "reviewer"
    page.keyboard.type("Ana")
    page.locator("#export").click()
    assert "decide on a change first" in page.locator("#told").inner_text()


def test_a_browser_that_keeps_nothing_is_told_and_works(pages: Pages, peru: str, tmp_path: Path) -> None:
    page = pages.open(peru)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
    )
    page.reload()
    assert page.locator("#not-kept").is_visible()
    reviewed(page)
    assert len(exported(page, tmp_path)["dispositions"]) == 2
