"""What reports say of changes: each once, in exact counts, by the names that readers use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import icsdiff
from generated import edited, versions
from icsdiff import ChangeSet, Extra, Goal, Objective, Version
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.rendering import TextFormat
from icsdiff.rendering.texts import shipped
from icsdiff.rendering.view import renumbering, view
from icsdiff.rendering.view.entries import everything
from icsdiff.rendering.view.model import Entry, View

EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))


def strategy(*objectives: Objective, **fields: object) -> Version:
    goal = Goal("1", statement="Kenya's economy grows.", objectives=objectives)
    return replace(Version("Kenya", goals=(goal,)), **fields)  # type: ignore[arg-type]


def told(old: Version, new: Version, form: TextFormat = "text") -> str:
    """A format's words, without its line breaks."""
    return " ".join(icsdiff.render(icsdiff.compare(old, new), form).split())


def of_prose(old: str, new: str) -> tuple[Version, Version]:
    return strategy(priorities=old), strategy(priorities=new)


def in_text(seen: View) -> Iterator[Entry]:
    """The changes that text and Markdown list; of goals and objectives their map tells."""
    for section in (seen.figures, seen.risks, seen.linkages):
        yield from section.entries
    for part in seen.parts:
        yield from part.rest


@given(EDITED)
def test_an_overview_and_the_rest_tell_every_change_once(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    seen = view(changes)
    listed = Counter(each.id for each in everything(in_text(seen)))
    assert set(listed.values()) <= {1}
    by_map = {change.id for change in changes.changes if change.kind.startswith(("goal", "objective"))}
    repeated = {each.id for part in seen.parts for entry in everything(part.entries) for each in entry.also}
    assert {change.id for change in changes.changes} == set(listed) | by_map | repeated


@given(EDITED)
def test_every_goal_and_objective_that_something_happened_to_is_in_the_map(pair: tuple[Version, Version]) -> None:
    seen = view(icsdiff.compare(*pair))
    assert {row.name for row in seen.map if row.fates and not row.told_in_run} == {row.name for row in seen.happened}
    assert bool(seen.renumbered) == any(row.told_in_run for row in seen.map) or seen.happened


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "It rains.",
            "It rains.",
            "No changes: the comparison is complete, and both versions read the same to the letter.",
        ),
        ("It’s 22 percent.", "It's 22%.", "No changes: the comparison is complete, and nothing differs in meaning."),
        (
            "It rains, here.",
            "It rains here.",
            "No substantive changes: the comparison is complete, and 1 editorial change leaves the meaning as it was.",
        ),
        ("It has 7 ports.", "It has 9 ports.", "1 substantive change, among them 1 figure revised."),
        ("It rains in Nairobi.", "It snows in Nairobi.", "1 substantive change."),
    ],
)
def test_one_sentence_sums_up(old: str, new: str, sentence: str) -> None:
    assert view(icsdiff.compare(*of_prose(old, new))).sentence == sentence


def test_an_editorial_renaming_is_not_counted_among_the_substantive_changes() -> None:
    old, new = (
        strategy(Objective("1.1", statement=f"Kenya met its climate {word} by trade with {count} ports."))
        for word, count in (("ambitions", 7), ("ambition", 7))
    )
    changed = replace(new, priorities="It has 7 ports.")
    assert view(icsdiff.compare(old, new)).sentence.startswith("No substantive changes")
    assert "renamed" not in view(icsdiff.compare(old, changed)).sentence
    assert "Objective 1.1 renamed" in told(old, changed)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("We spend $400 million.", "We spend $380 million.", "$400 million → $380 million (−$20 million, −5%)"),
        (
            "We have 1.32 million cows.",
            "We have 1.57 million cows.",
            "cows: 1.32 million → 1.57 million (+250,000, +18.9%)",
        ),
        ("It grew by 11.1 percent.", "It grew by 9.9 percent.", "11.1 percent → 9.9 percent (−1.2 points, −10.8%)"),
        ("It takes five years.", "It takes six years.", "five years → six years (+1 year, +20%)"),
        (
            "Access lasts until May 1, 2025.",
            "Access lasts until May 3, 2025.",
            "Access lasts until …: May 1, 2025 → May 3, 2025 (+2 days)",
        ),
        ("Trade grew until 2021.", "Trade grew until 2023.", "Trade grew until …: 2021 → 2023 (+2 years)"),
        ("We send 20 to 30 teams.", "We send 25 to 40 teams.", "teams: 20 to 30 → 25 to 40"),
        ("We pay $10.005 billion.", "We pay $10.006 billion.", "(+$1 million, +0.01%)"),
        ("It grew by 1.125 percent.", "It grew by 1.25 percent.", "(+0.125 points, +11.1%)"),
        ("It has more than 7 ports.", "It has about 7 ports.", "ports: more than 7 → about 7"),
    ],
)
def test_a_figure_is_told_with_what_it_counts_and_by_how_much(old: str, new: str, line: str) -> None:
    assert line in told(*of_prose(old, new))


def test_a_range_has_no_single_difference() -> None:
    (row,) = view(icsdiff.compare(*of_prose("We send 20 to 30 teams.", "We send 25 to 40 teams."))).figure_rows
    assert (row.old, row.new, row.difference, row.percent) == ("20 to 30", "25 to 40", "", "")


def matches(*numbers: tuple[str, str]) -> list[Match]:
    return [
        Match(Level.OBJECTIVE, Relation.MATCHED, (old,), (new,), renumbered=old != new, score=1.0)
        for old, new in numbers
    ]


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ([("3.2", "3.3"), ("3.3", "3.4"), ("3.4", "3.5")], ["Objectives 3.2 to 3.4 became 3.3 to 3.5"]),
        ([("1.9", "1.10"), ("1.10", "1.11")], ["Objectives 1.9 and 1.10 became 1.10 and 1.11"]),
        ([("1.1", "2.1"), ("1.2", "2.2"), ("2.1", "1.1")], ["Objectives 1.1 and 1.2 became 2.1 and 2.2"]),
        ([("M1", "M2"), ("M2", "M3")], ["Management Objectives 1 and 2 became 2 and 3"]),
        ([("1.2", "1.3"), ("1.3", "1.2")], []),
        ([("1.2a", "1.3a"), ("12", "A"), ("M1", "1.1")], []),
    ],
)
def test_neighbours_renumbered_alike_are_one_line(numbers: list[tuple[str, str]], lines: list[str]) -> None:
    assert [renumbering.told(run, shipped()) for run in renumbering.runs(matches(*numbers))] == lines


def test_a_sentence_that_left_is_told_at_both_places() -> None:
    sentence = "We also promote the freedom of expression of all journalists."
    old, new = (
        strategy(
            Objective("1.1", statement="Courts work.", justification=f"Judges need rooms and records.{first}"),
            Objective("1.2", statement="Media report freely.", justification=f"Radio reaches all counties.{second}"),
        )
        for first, second in ((f" {sentence}", ""), ("", f" {sentence}"))
    )
    text = told(old, new)
    assert f"text moved [justification] from Objective 1.1, justification: {sentence}" in text
    assert "1 sentence moved away to Objective 1.2, justification" in text
    left = next(part for part in view(icsdiff.compare(old, new)).parts if part.name == "Objective 1.1")
    assert left.changed


def test_a_framework_statement_that_repeats_the_statement_is_not_told_again() -> None:
    old, new = (
        strategy(Objective("1.1", statement=words, framework_statement=words, justification="Ports are slow."))
        for words in ("Ports work.", "Ports and railways work.")
    )
    seen = view(icsdiff.compare(old, new))
    (part,) = [part for part in seen.parts if part.name == "Objective 1.1"]
    assert [(entry.kind, [each.field for each in entry.also]) for entry in part.entries] == [
        ("objective renamed", ["statement in the framework"])
    ]
    assert told(old, new).count("railways") == 1


def test_a_revised_linkage_is_told_by_its_name_and_what_differs() -> None:
    old, new = (
        strategy(
            Objective("1.1", statement="Courts work.", linkages=f"U.S. Strategy on Countering Corruption ({date})")
        )
        for date in ("December 2021", "December 2023")
    )
    words = "linkage revised [Objective 1.1] U.S. Strategy on Countering Corruption (December [-2021-]{+2023+})"
    assert words in told(old, new)


def test_parts_and_fields_have_the_names_that_their_authors_gave_them() -> None:
    old, new = (
        strategy(
            Objective("1.1", statement="Ports work.", extras=(Extra("USAID results", words),)),
            management_objectives=(Objective("M1", statement="Staff stay.", risks=words),),
            sections=(Extra("Annex A: Indicators", words),),
            unplaced=words,
        )
        for words in ("It rains in Nairobi.", "It may snow in Nairobi.")
    )
    places = {entry.where for part in view(icsdiff.compare(old, new)).parts for entry in part.entries}
    assert places == {
        "Objective 1.1, USAID results",
        "Management Objective 1, risks",
        "Annex A: Indicators",
        "Text under no heading",
    }


def test_parts_stand_in_the_order_of_the_document() -> None:
    version = Version(
        "Kenya",
        priorities="It rains.",
        goals=tuple(
            Goal(n, statement=f"Goal {n}.", objectives=(Objective(f"{n}.1", statement=f"Aim {n}."),)) for n in "12"
        ),
        management_objectives=(Objective("M1", statement="Staff stay."),),
        sections=(Extra("Annex", "It rains."),),
    )
    seen = view(ChangeSet(version, version, icsdiff.compare(version, version).alignment))
    assert [part.name for part in seen.parts] == [
        "The document",
        "Chief of Mission Priorities",
        "Goal 1",
        "Objective 1.1",
        "Goal 2",
        "Objective 2.1",
        "Management Objective 1",
        "Annex",
    ]


def test_an_objective_that_has_nothing_but_a_number_is_a_part_too() -> None:
    old, new = strategy(), strategy(Objective("1.1"), Objective("1.2", justification="It rains in Nairobi."))
    page = icsdiff.render(icsdiff.compare(old, new), "html")
    assert all(f'id="objective-1-{number}"' in page for number in "12")
    assert "(no statement)" in page
    assert "Objective 1.1 added" in told(old, new)
