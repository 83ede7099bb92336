"""What real strategies vary in, each shown by an invented one of another country and sector."""

from __future__ import annotations

from datetime import date

import pytest

from documents import DOCUMENTS, objectives_of, reading_of, text_of, version_of, words, words_read
from icsdiff.model.version import Extra
from icsdiff.store.parse import parse
from icsdiff.store.write import write

# Tags, entities and attributes with which a converter dresses a text, Markdown's names of links, and a bullet.
DRESS = words("br amp width height 2.1in anchor Toc98765432 gws cdcs strategy o")

_WITH_ALL_FIELDS = (
    "ghana.md vietnam.txt jordan.md georgia.md philippines.md guatemala.md kazakhstan.md croatia.txt fiji.md".split()
)
_WITH_FRAMEWORK = (
    "ghana.md vietnam.txt georgia.md energy.md philippines.md namibia.txt kazakhstan.md croatia.txt fiji.md".split()
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_word_is_dropped_and_none_is_added(name: str) -> None:
    found = words_read(reading_of(name))
    assert (words(text_of(name)) - found).keys() <= DRESS.keys()
    assert found - words(text_of(name)) == {}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_read_can_be_kept_as_a_version_file(name: str) -> None:
    version = version_of(name)
    assert parse(write(version), name="version.yaml") == version


@pytest.mark.parametrize(
    ("name", "mission", "approved", "updated"),
    [
        ("ghana.md", "Ghana", date(2022, 4, 4), [date(2024, 1, 9)]),
        ("vietnam.txt", "Vietnam", date(2022, 5, 12), [date(2023, 7, 3), date(2024, 8, 15)]),
        ("namibia.txt", "Namibia", date(2022, 1, 31), [date(2023, 11, 5)]),
        ("guatemala.md", "Guatemala", date(2022, 4, 11), [date(2023, 9, 5)]),
        ("philippines.md", "Philippines", date(2022, 3, 2), [date(2023, 7, 7), date(2024, 10, 1)]),
        ("georgia.md", "Georgia", date(2022, 2, 28), [date(2024, 3, 1)]),
        ("ethiopia.md", "Ethiopia", date(2022, 4, 8), []),
        ("jordan.md", "Jordan", None, []),
        ("kazakhstan.md", "Republic of Kazakhstan", date(2022, 2, 7), [date(2023, 4, 26)]),
        ("chad.md", "Chad", date(2022, 8, 8), []),
        ("croatia.txt", "Croatia", date(2022, 4, 5), []),
        ("fiji.md", "Fiji, Kiribati, Nauru, Tonga, and Tuvalu", date(2022, 8, 19), [date(2023, 11, 30)]),
        ("energy.md", "Bureau of Energy Resources", None, []),
    ],
)
def test_covers_name_the_mission_and_the_dates_in_many_ways(
    name: str, mission: str, approved: date | None, updated: list[date]
) -> None:
    version = version_of(name)
    assert (version.mission, version.approved, list(version.updated)) == (mission, approved, updated)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("ghana.md", "1.1 2.1 M1"),
        ("vietnam.txt", "1.1 1.2 2.1 M1 M2"),
        ("jordan.md", "1.1 2.1 M1"),
        ("namibia.txt", "1.1 1.1.1 1.1.2 2.1 M1 M2 M3"),
        ("georgia.md", "1.1 1.2 2.1 M1"),
        ("energy.md", "1.1 1.2 2.1 M1"),
        ("philippines.md", "1.1 1.2 2.1 M1"),
        ("guatemala.md", "1.1 2.1 M1"),
        ("ethiopia.md", "1.1 2.1 3.1 4.1 5.1 6.1 M1"),
        ("moldova.md", "1.1 1.2"),
        ("kazakhstan.md", "1.1 1.2 2.1 M1"),
        ("chad.md", "1.1 1.2 2.1 M1"),
        ("croatia.txt", "1.1 1.2 M1"),
        ("fiji.md", "1.1 1.2 2.1 M1"),
    ],
)
def test_every_objective_is_found_with_a_statement(name: str, numbers: str) -> None:
    objectives = objectives_of(name)
    assert list(objectives) == numbers.split()
    assert all(each.statement for each in objectives.values())


@pytest.mark.parametrize(
    "name", ["ghana.md", "vietnam.txt", "jordan.md", "georgia.md", "philippines.md", "guatemala.md"]
)
def test_labels_of_any_dress_open_all_three_fields(name: str) -> None:
    assert all(each.justification and each.linkages and each.risks for each in objectives_of(name).values())


@pytest.mark.parametrize(
    "name", ["ghana.md", "vietnam.txt", "georgia.md", "energy.md", "philippines.md", "namibia.txt"]
)
def test_a_framework_may_be_a_table_a_list_or_lines(name: str) -> None:
    version = version_of(name)
    assert all(goal.framework_statement for goal in version.goals)
    assert all(each.framework_statement for goal in version.goals for each in goal.objectives)


def test_statements_may_stand_on_the_next_line() -> None:
    assert objectives_of("ghana.md")["1.1"].statement == (
        "Northern districts resist violent extremism and its recruiters."
    )
    assert objectives_of("namibia.txt")["M2"].statement == "Staff have skills for remote work."
    assert version_of("namibia.txt").goals[1].statement == "Namibia's energy is green."


def test_a_table_that_a_converter_drew_is_carried_row_by_row() -> None:
    assert objectives_of("ghana.md")["1.1"].risks.split("\n\n")[1:] == [
        "| Indicator | Baseline | Target |",
        "| Districts with cells | 3 | 12 |",
        "| Joint patrols a month | 2 | 8 |",
    ]


def test_an_empty_cell_keeps_its_place() -> None:
    (indicators,) = objectives_of("moldova.md")["1.2"].extras
    assert indicators.text.endswith("| | 7 | 9 |")


def test_footnotes_belong_to_no_field() -> None:
    assert version_of("ghana.md").sections == (Extra("Notes", "[^1]: Source: Ghana Cocoa Board, Annual Report 2021."),)


def test_fields_may_be_the_rows_of_a_table() -> None:
    media = objectives_of("georgia.md")["1.1"]
    assert media.risks == "Laws may tighten. We will mitigate this by legal aid."
    assert media.extras == (Extra("Resources", "$4.2 million a year"),)


def test_a_sentence_that_a_page_of_plain_text_broke_is_whole() -> None:
    assert version_of("vietnam.txt").goals[0].description.endswith("the transfer of three cutters and 24 patrol boats.")


def test_a_number_alone_on_its_line_is_the_author_s() -> None:
    assert "until 2030 and cost $450 million" in objectives_of("vietnam.txt")["1.2"].justification


def test_bullets_of_word_processors_are_list_entries() -> None:
    assert version_of("vietnam.txt").priorities.split("\n\n")[2:] == [
        "- clear unexploded ordnance from 1,000 hectares a year;",
        "- support offshore wind",
        "- with 6 GW by 2030",
        "- and a grid code",
        "- open markets for poultry.",
    ]


def test_headings_of_one_level_are_told_apart_by_their_words() -> None:
    version = version_of("jordan.md")
    assert [each.name for each in version.sections] == ["Executive Summary"]
    assert "Water First\n\nThe National Conveyor" in version.priorities
    assert objectives_of("jordan.md")["1.1"].extras == (
        Extra("Key Partners", "Ministry of Water and Irrigation; Miyahuna; KfW."),
    )


def test_links_by_reference_carry_their_targets() -> None:
    assert "[U.S. Global Water Strategy](https://www.globalwaters.org/strategy)" in (
        objectives_of("jordan.md")["1.1"].linkages
    )


def test_lines_in_capitals_are_the_headings_of_a_text_without_others() -> None:
    assert [each.name for each in version_of("namibia.txt").sections] == ["EXECUTIVE SUMMARY", "ANNEX A: ACRONYMS"]
    (goal, _) = version_of("guatemala.md").goals
    assert goal.description == "Migration has many roots: poverty, violence, drought."
    assert [each.name for each in goal.extras] == ["WHY IT MATTERS"]


def test_a_marking_inside_a_sentence_stays() -> None:
    assert "marked UNCLASSIFIED FOR PUBLIC RELEASE and the rules" in version_of("philippines.md").priorities


def test_two_fields_in_one_keep_their_own_name_in_every_objective() -> None:
    assert {extra.name for each in objectives_of("energy.md").values() for extra in each.extras} == {
        "Justification and Linkages"
    }


def test_a_label_may_name_its_goal() -> None:
    assert (
        version_of("energy.md").goals[0].description
        == "Emissions must halve by 2030. In some markets, coal still grows."
    )


def test_text_of_many_scripts_and_lists_stays_in_its_field() -> None:
    first = objectives_of("moldova.md")["1.1"]
    assert first.justification.endswith("«Fără lumină», a newspaper wrote.")
    assert first.risks == "1. Missiles may hit lines.\n\n2. Prices may rise.\n\n- For gas.\n\n- For power."


def test_page_numbers_alone_are_furniture_where_they_stand_beside_other_marks() -> None:
    assert [line.text for line in reading_of("kazakhstan.md").furniture if line.text.isdigit()] == list("234567")


def test_a_running_header_may_be_the_only_title() -> None:
    assert version_of("croatia.txt").title == "Integrated Country Strategy"


def test_indented_lines_are_text_and_no_code() -> None:
    assert objectives_of("croatia.txt")["1.1"].risks == (
        "Inflation, at 10.8 percent, may absorb the rise. We will mitigate this through FMF."
    )


def test_a_heading_and_a_statement_both_say_what_an_objective_is() -> None:
    assert objectives_of("chad.md")["1.2"].statement == "Refugees\n\n600,000 Sudanese refugees receive aid."
    assert version_of("chad.md").goals[0].description == "The junta took power on April 20, 2021."


def test_html_between_the_lines_is_read() -> None:
    assert version_of("fiji.md").goals[1].statement == "Partners choose transparency."
    assert objectives_of("fiji.md")["2.1"].justification.split("\n\n")[1:] == [
        "| State | Connected |",
        "| Fiji | 2000 |",
        "| Nauru | 2025 |",
    ]
