"""Search, the way from change to change, tables, views, theme and keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from pages import LAPTOP, PHONE, Pages, Theme

pytestmark = pytest.mark.needs("chromium")


def current(page: Page) -> str | None:
    return page.locator(".change[aria-current]").get_attribute("id")


def ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('.change')].map(each => each.id)")
    return found


def test_search_counts_its_hits_and_goes_through_them(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    page.keyboard.press("/")
    page.keyboard.type("Venezuelan MIGRANTS")
    page.locator("#hits:not(:empty)").wait_for()
    told = page.locator("#hits")
    first, _, hits = told.inner_text().partition(" of ")
    assert first == "1"
    assert int(hits) > 2
    page.keyboard.press("Enter")
    assert told.inner_text() == f"2 of {hits}"
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    assert told.inner_text() == f"{hits} of {hits}"
    page.locator("#search button").click()
    assert told.inner_text() == f"1 of {hits}"
    assert page.evaluate("CSS.highlights.get('found').size") == int(hits) - 1
    assert page.evaluate("CSS.highlights.get('found-now').size") == 1
    page.locator("#query").fill("no such words in it")
    page.locator("#query").press("Enter")
    assert told.inner_text() == "not found"
    page.keyboard.press("Escape")
    assert told.inner_text() == ""


def test_search_looks_into_what_is_folded_and_across_marks(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    folded = "Since emerging in 2001 from a long battle against domestic terrorism and a decade of"
    for words in (folded, "increased to 1.57 million in 2022, up from 1.32 million"):
        # Written and sent off at once: what is asked for after a moment anyway is not asked for twice.
        page.evaluate(
            "words => { query.value = words; query.form.requestSubmit(); }",
            words,
        )
        assert page.locator("#hits").inner_text().startswith("1 of ")
        assert page.evaluate(
            "[...CSS.highlights.get('found-now')].every(each => each.getBoundingClientRect().height > 0)"
        )


@pytest.mark.parametrize(("forth", "back"), [("j", "k"), ("n", "p"), ("#next-change", "#previous-change")])
def test_one_goes_from_change_to_change(pages: Pages, peru: str, forth: str, back: str) -> None:
    page = pages.open(peru)

    def go(way: str) -> None:
        if way.startswith("#"):
            page.locator(way).click()
        else:
            page.keyboard.press(way)

    order = ids(page)
    went = []
    for _ in range(3):
        go(forth)
        went.append(current(page))
    assert went == order[:3]
    go(back)
    assert current(page) == order[1]
    assert page.evaluate("document.activeElement.id") == order[1]
    assert page.evaluate("location.hash") == f"#{order[1]}"


def test_what_is_current_is_never_under_the_bar(pages: Pages, peru: str) -> None:
    page = pages.open(peru, size=(1024, 500))
    for _ in ids(page):
        page.keyboard.press("j")
        clear = page.evaluate(
            "document.querySelector('.change[aria-current]').getBoundingClientRect().top"
            " - document.querySelector('.tools').getBoundingClientRect().bottom"
        )
        assert clear >= 0


@pytest.mark.parametrize("size", [LAPTOP, (640, 400), PHONE])
def test_the_focus_is_never_under_the_bar(pages: Pages, peru: str, size: tuple[int, int]) -> None:
    page = pages.open(peru, size=size)
    hidden = page.evaluate(
        """() => {
          const bar = document.querySelector(".tools");
          const stops = [...document.querySelectorAll("main a, main button, main summary, main [tabindex]")];
          return stops.reverse().filter(each => each.checkVisibility()).filter(each => {
            each.focus();
            return !bar.contains(each) && getComputedStyle(bar).position === "sticky"
              && each.getBoundingClientRect().bottom <= bar.getBoundingClientRect().bottom;
          }).map(each => each.outerHTML);
        }"""
    )
    assert hidden == []


def test_single_keys_can_be_switched_off_and_stay_off(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    assert page.locator("#keys kbd").count() >= 10
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert page.locator(".change[aria-current]").count() == 0
    assert page.locator("#keys").is_hidden()
    page.locator("#show-keys").click()
    page.locator("#keys-on").check()
    page.locator("#keys form button").click()
    page.keyboard.press("j")
    assert page.locator(".change[aria-current]").count() == 1


def test_keys_are_letters_to_those_who_write(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    page.locator("#query").click()
    page.keyboard.type("jane ? x")
    assert page.locator("#query").input_value() == "jane ? x"
    assert page.locator("#keys").is_hidden()


@pytest.mark.parametrize("press", ["mouse", "keyboard"])
def test_a_table_sorts_by_its_headings(pages: Pages, peru: str, press: str) -> None:
    page = pages.open(peru)
    heading = page.locator("#figures thead th").nth(4)

    def column() -> list[float]:
        cells = page.locator("#figures tbody tr td:nth-child(5)").all()
        return [float(cell.get_attribute("data-value") or "nan") for cell in cells]

    for order in ("ascending", "descending"):
        if press == "mouse":
            heading.locator("button").click()
        else:
            heading.locator("button").press("Space")
        assert heading.get_attribute("aria-sort") == order
        assert column() == sorted(column(), reverse=order == "descending")
    page.locator("#figures thead th").nth(0).locator("button").click()
    assert page.locator("#figures [aria-sort]").count() == 1


@pytest.mark.parametrize("press", ["mouse", "keyboard"])
def test_the_text_is_shown_side_by_side_and_as_either_version(pages: Pages, peru: str, press: str) -> None:
    page = pages.open(peru)
    before = page.locator("#priorities .before").first
    added = page.locator("#priorities .text ins").first
    assert before.is_hidden()
    if press == "mouse":
        page.locator(".reading label").nth(1).click()
    else:
        page.locator("#reading-marked").press("ArrowRight")
    assert before.is_visible()
    page.keyboard.press("s")
    assert added.is_hidden()
    page.keyboard.press("s")
    assert added.is_visible()
    assert page.locator("#priorities .text del").first.is_hidden()


def test_all_is_opened_and_folded_again(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    folded = page.locator("main details:not([open])").count()
    assert folded
    page.locator("#open-all").press("Enter")
    assert page.locator("main details:not([open])").count() == 0
    page.locator("#open-all").click()
    assert page.locator("main details[open]").count() == 0


@pytest.mark.parametrize(("system", "wish"), [("light", "dark"), ("dark", "light")])
def test_a_theme_of_ones_own_outlives_a_reload(pages: Pages, peru: str, system: Theme, wish: str) -> None:
    page = pages.open(peru, theme=system)
    paper = "getComputedStyle(document.body).backgroundColor"
    as_system = page.evaluate(paper)
    page.locator("#theme").select_option(wish)
    wished = page.evaluate(paper)
    assert wished != as_system
    page.reload()
    assert page.evaluate(paper) == wished
    page.locator("#theme").select_option("auto")
    assert page.evaluate(paper) == as_system


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_every_target_is_large_enough(pages: Pages, peru: str, size: tuple[int, int]) -> None:
    page = pages.open(peru, size=size)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, summary, textarea")]
          .filter(each => each.checkVisibility() && !each.closest(".reading"))
          .filter(each => { const { width, height } = each.getBoundingClientRect(); return width < 24 || height < 24; })
          .map(each => each.outerHTML)"""
    )
    assert small == []


def test_side_by_side_a_link_to_the_old_end_of_a_move_marks_what_one_sees(pages: Pages, peru: str) -> None:
    page = pages.open(peru)
    page.keyboard.press("s")
    page.locator('a.jump[href$="-old"]:visible').first.click()
    marked = page.locator(".paragraph:has(del:target) > .before")
    assert marked.is_visible()
    assert marked.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
