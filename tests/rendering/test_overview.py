"""The overview: the map of goals and objectives, figures with bars, risks by objective, linkages by framework."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import icsdiff
from generated import edited, versions
from icsdiff import Goal, Objective, Version
from icsdiff.rendering.view import view
from icsdiff.rendering.view.entries import everything
from icsdiff.rendering.view.map import shortened
from icsdiff.rendering.view.model import View

EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))


def strategy(*goals: tuple[str, tuple[str, ...]]) -> Version:
    return Version(
        "Kenya",
        goals=tuple(
            Goal(
                str(at),
                statement=statement,
                objectives=tuple(Objective(f"{at}.{n}", statement=each) for n, each in enumerate(objectives, start=1)),
            )
            for at, (statement, objectives) in enumerate(goals, start=1)
        ),
    )


def seen(old: Version, new: Version) -> View:
    return view(icsdiff.compare(old, new))


PORTS, FARMS, COURTS = "Ports work better.", "Farms export more tea.", "Courts judge fairly and fast."
TRADE, PEACE = "Kenya trades more.", "Kenya lives in peace."


def test_a_line_leads_from_the_row_of_the_old_to_the_row_of_the_new() -> None:
    old = strategy((TRADE, (PORTS, FARMS)), (PEACE, (COURTS,)))
    new = strategy((TRADE, (FARMS, PORTS)), (PEACE, (COURTS,)))
    lines = {(line.kind, line.path) for line in seen(old, new).picture.lines}
    assert lines == {
        ("same", "M0 0.5H10"),
        ("renumbered", "M0 1.5C5 1.5 5 2.5 10 2.5"),
        ("renumbered", "M0 2.5C5 2.5 5 1.5 10 1.5"),
        ("same", "M0 3.5H10"),
        ("same", "M0 4.5H10"),
    }


def test_a_line_of_what_came_or_went_leads_nowhere() -> None:
    old, new = strategy((TRADE, (PORTS, FARMS))), strategy((TRADE, (PORTS, "Schools teach every child to read.")))
    lines = {line.kind: line.path for line in seen(old, new).picture.lines}
    assert lines["removed"] == "M0 2.5H1.5"
    assert lines["added"] == "M10 2.5H8.5"


@given(EDITED)
def test_every_goal_and_objective_is_a_node_and_every_node_has_a_line(pair: tuple[Version, Version]) -> None:
    picture = seen(*pair).picture
    ends = " ".join(re.sub(r"^M0 (\S+)H10$", r"M0 \1 10 \1", line.path) for line in picture.lines)
    for side, nodes, start in zip(pair, (picture.old, picture.new), ("M0 ", "10 "), strict=True):
        assert [node.number for node in nodes] == [
            number for goal in side.goals for number in (goal.number, *(each.number for each in goal.objectives))
        ] + [each.number for each in side.management_objectives]
        assert all(re.search(rf"{start}{row}\.5(?!\d)", ends) for row in range(len(nodes)))


@given(EDITED)
def test_every_node_leads_to_a_part_of_the_page(pair: tuple[Version, Version]) -> None:
    told = seen(*pair)
    anchors = {part.anchor for part in told.parts}
    assert {node.anchor for node in (*told.picture.old, *told.picture.new)} <= anchors


def test_a_long_statement_is_shortened_between_words() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"
    assert shortened("x" * 200_000, 9) == f"{'x' * 9} …"


@pytest.mark.parametrize(
    ("old", "new", "bars", "values"),
    [
        ("20 ships", "40 ships", (50.0, 100.0), ("20", "40")),
        ("40 ships", "10 ships", (100.0, 25.0), ("40", "10")),
        ("$2 billion", "$1 million", (100.0, 0.5), ("2000000000", "1000000")),
        ("20 to 30 ships", "25 to 40 ships", None, ("20", "25")),
    ],
)
def test_the_bars_of_a_figure_are_as_long_as_its_values(
    old: str, new: str, bars: tuple[float, float] | None, values: tuple[str, str]
) -> None:
    sides = (replace(strategy((TRADE, (PORTS,))), priorities=f"We send {each} to Kenya.") for each in (old, new))
    (row,) = seen(*sides).figure_rows
    assert (row.bars and (row.bars.old, row.bars.new)) == bars
    assert (row.old_value, row.new_value) == values


@given(EDITED)
def test_the_register_and_the_frameworks_hold_every_risk_and_every_linkage(pair: tuple[Version, Version]) -> None:
    told = seen(*pair)
    entries = [entry for part in told.parts for entry in everything(part.entries)]
    risks = {entry.id for entry in entries if entry.subject in ("risk", "mitigation")}
    assert {entry.id for row in told.risk_register for entry in row.entries} == risks
    linkages = {entry.id for entry in entries if entry.subject == "linkage"}
    rows = told.linkages_by_framework
    assert {each.id for row in rows for each in (*row.gained, *row.lost, *row.revised)} == linkages


@given(EDITED)
def test_the_new_text_can_be_read_whole_in_the_page(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    shown = Counter[str]()
    for field in (field for part in view(changes).parts for field in part.fields):
        paragraphs = [pieces for each in field.paragraphs for pieces in (each.pieces, *each.more)]
        pieces = (piece for each in paragraphs for piece in each if piece.kind not in ("removed", "moved-away"))
        shown["".join("".join(piece.text for piece in pieces).split())] += 1
    assert shown - Counter({"": shown[""]}) == Counter("".join(text.split()) for text in pair[1].fields.values())
