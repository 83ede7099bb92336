"""Counts that filter, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page

from pages import Pages

pytestmark = pytest.mark.needs("chromium")


def shown(page: Page) -> list[str]:
    """The kinds of the changes in sight."""
    kinds: list[str] = page.evaluate(
        "[...document.querySelectorAll('.change')].filter(each => !each.closest('.out')).map(each => each.dataset.kind)"
    )
    return kinds


def choice(page: Page, value: str) -> Locator:
    return page.locator(f'#filters [data-value="{value}"]')


def count_on(button: Locator) -> int:
    return int(button.locator("b").inner_text())


@pytest.mark.parametrize("press", ["mouse", "keyboard"])
@pytest.mark.parametrize("value", ["text-revised", "editorial", "goal-1", "open"])
def test_a_count_shows_as_many_changes_as_it_says(pages: Pages, peru: str, value: str, press: str) -> None:
    page = pages.open(peru)
    everything = len(shown(page))
    assert page.locator("#shown").inner_text() == f"{everything} changes"
    button = choice(page, value)
    count = count_on(button)
    if press == "mouse":
        button.click()
    else:
        button.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert len(shown(page)) == count
    expected = f"{count} of {everything} changes" if count < everything else f"{everything} changes"
    assert page.locator("#shown").inner_text() == expected


def test_kinds_add_up_and_groups_narrow_down(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    choice(page, "text-revised").click()
    choice(page, "term-added").click()
    assert set(shown(page)) == {"text-revised", "term-added"}
    together = len(shown(page))
    inside = count_on(choice(page, "priorities"))
    assert 0 < inside < together
    choice(page, "priorities").click()
    assert len(shown(page)) == inside


def test_empty_parts_fold_away_and_one_click_shows_all_again(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    everything, parts = shown(page), page.locator("#parts .part:visible").count()
    assert page.locator("#figures").is_visible()
    assert page.locator("#show-all").is_hidden()
    choice(page, "linkage-added").click()
    assert page.locator("#parts .part:visible").count() == 1
    assert page.locator("#figures").is_hidden()
    assert page.locator("#linkages tbody tr:visible").count() == 1
    page.locator("#show-all").click()
    assert shown(page) == everything
    assert page.locator("#parts .part:visible").count() == parts
    assert page.locator("#figures").is_visible()


def test_editorial_changes_are_hidden_by_one_button_or_key(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    everything = len(shown(page))
    page.locator("#hide-editorial").click()
    assert len(shown(page)) == everything - count_on(choice(page, "editorial"))
    assert choice(page, "substantive").get_attribute("aria-pressed") == "true"
    page.keyboard.press("e")
    assert len(shown(page)) == everything


def test_the_address_keeps_the_state_and_a_reload_restores_it(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    choice(page, "text-revised").click()
    choice(page, "priorities").click()
    page.locator(".reading label").nth(1).click()
    page.locator("#query").fill("trends")
    page.locator("#query").press("Enter")
    page.locator("#next-change").click()
    kept = shown(page)
    page.reload()
    assert shown(page) == kept
    assert page.locator("#reading-beside").is_checked()
    assert page.locator("#query").input_value() == "trends"
    assert page.locator(".change[aria-current]").get_attribute("data-kind") == "text-revised"


def test_a_permanent_link_leads_to_its_change_whatever_is_filtered(pages: Pages, peru: str) -> None:
    [identity] = re.findall(r'id="(c-\w+)" class="change \w+" data-kind="linkage-added"', peru)
    page = pages.open(peru, f"#{identity}")
    assert page.locator(f"#{identity}").get_attribute("aria-current") == "true"
    choice(page, "text-revised").click()
    assert page.locator(f"#{identity}").is_hidden()
    page.evaluate("hash => { location.hash = hash; }", identity)
    page.wait_for_function("id => !document.getElementById(id).closest('.out')", arg=identity)
    assert page.locator(f"#{identity}").get_attribute("aria-current") == "true"


def test_a_link_opens_what_is_folded(pages: Pages, peru: str) -> None:
    page = pages.open(peru, "#objective-2-2")
    assert page.locator("#objective-2-2").evaluate("each => each.open")
