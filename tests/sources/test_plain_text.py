"""Plain text as it is taken out of printed pages is the strategy that was printed."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from documents import text_of
from icsdiff.comparison.compare import compare
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Objective, Position, Version
from icsdiff.sources.read import read
from sources.made.page import flowing, page
from sources.made.print import print_pages, text_of_print

LAID_OUT = ("energy.md", "guatemala.md", "kazakhstan.md")
"""Printed with headings, lists and bold words."""
AS_WRITTEN = tuple(
    "chad.md croatia.txt ethiopia.md fiji.md georgia.md kenya.md morocco.txt namibia.txt philippines.md "
    "vietnam.txt".split()
)
"""Printed line by line, marks and drawn tables included."""


@pytest.fixture(scope="module")
def seed(repository: Path) -> str:
    return (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def printed(browser: Browser, seed: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    pages = {"peru.md": page(flowing(seed))}
    pages |= {name: page(text_of(name)) for name in LAID_OUT}
    lines = {name: escape(text_of(name).replace("\f", "")) for name in AS_WRITTEN}
    pages |= {name: f'<meta charset="utf-8"><pre style="font-size: 9pt">{text}</pre>' for name, text in lines.items()}
    return print_pages(browser, pages, tmp_path_factory.mktemp("printed"))


def differences(old: Version, text: str, name: str) -> ChangeSet:
    """What differs but for the dates and the marking, which the printed header gives."""
    new = read(text, name=name).version
    return compare(old, replace(new, approved=old.approved, release=old.release))


def test_the_seed_in_the_layout_of_its_print_is_the_same_version(seed: str, printed: dict[str, Path]) -> None:
    text = text_of_print(printed["peru.md"], "-layout")
    assert compare(read(seed, name="peru.md").version, read(text, name="peru.txt").version).changes == ()


@pytest.mark.parametrize("name", [*LAID_OUT, *AS_WRITTEN])
def test_other_strategies_in_the_layout_of_their_print_are_the_same_version(
    name: str, printed: dict[str, Path]
) -> None:
    old = read(text_of(name), name=name).version
    assert differences(old, text_of_print(printed[name], "-layout"), name).changes == ()


def test_the_seed_in_reading_order_differs_in_hyphens_that_pdftotext_took_at_most(
    seed: str, printed: dict[str, Path]
) -> None:
    old = read(seed, name="peru.md").version
    new = read(text_of_print(printed["peru.md"]), name="peru.txt").version
    assert old.fields.keys() == new.fields.keys()
    bare = [{path: "".join(filter(str.isalnum, text)) for path, text in each.fields.items()} for each in (old, new)]
    assert bare[0] == bare[1]


def only(text: str) -> Objective:
    """The one objective of pages with this text."""
    (found,) = read(f"Mission Goal 1: A goal.\n\nObjective 1.1: An aim.\n\n{text}", name="x.txt").version.objectives
    return found


LONG = "These words fill a line of the page as far as there is room for them on it\n" * 22


@pytest.mark.parametrize(
    ("text", "risks"),
    [
        (
            "Risks: Prices and emissions rise. The emis-\nsions cost.\n\f",
            "Prices and emissions rise. The emissions cost.",
        ),
        ("Risks: A like-minded ally. All like-\nminded allies.\n\f", "A like-minded ally. All like-minded allies."),
        ("Risks: Pre- and post-war. A semi-\nannual plan.\n\f", "Pre- and post-war. A semi-annual plan."),
        ("Risks: One, anti-war and antiwar, anti-\nwar.\n\f", "One, anti-war and antiwar, anti-war."),
    ],
)
def test_a_word_that_a_line_broke_is_whole_where_the_document_writes_it_so(text: str, risks: str) -> None:
    assert only(text).risks == risks


def test_a_word_is_left_alone_where_there_are_no_printed_pages() -> None:
    assert only("Risks: emissions rise. The emis-\nsions cost.").risks.endswith("The emis-sions cost.")


def test_a_paragraph_ends_where_a_sentence_leaves_room_on_its_line() -> None:
    risks = only(f"Justification: {LONG}\n\nRisks: It ends\nhere.\nAnother one begins.\n\f").risks
    assert risks == "It ends here.\n\nAnother one begins."


def test_the_name_of_a_section_directly_above_its_text_is_no_part_of_it() -> None:
    text = (
        f"1. Chief of Mission Priorities\n{LONG}\n2. Mission Goals\nMission Goal 1: A goal.\nObjective 1.1: An aim.\n\f"
    )
    version = read(text, name="x.txt").version
    assert version.priorities.startswith("These words")
    assert [goal.statement for goal in version.goals] == ["A goal."]


def test_a_running_header_of_two_pages_is_furniture() -> None:
    page = "Embassy Lima | Our strategy\n\n{}\n\nLast page of the first part\n"
    first = "Mission Goal 1: A goal.\n\nObjective 1.1: An aim.\n\nRisks: Prices may rise in"
    text = "\f".join(page.format(each) for each in (first, "all provinces."))
    found = read(text, name="x.txt")
    assert next(found.version.objectives).risks == "Prices may rise in all provinces."
    assert len(found.furniture) >= 4


def test_a_field_knows_its_page_and_line() -> None:
    text = "Mission Goal 1: A goal.\n\n\fObjective 1.1: An aim.\n\nRisks: Prices.\n"
    version = read(text, name="x.txt").version
    assert version.position("goals/1/statement") == Position(line=1, page=1)
    assert version.position("objectives/1.1/risks") == Position(line=5, page=2)
