"""A comment fits the host that takes it: cut between changes, never silently, never with an element left open."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import icsdiff
from generated import edited, versions
from hostile import HOSTILE, hostile_version
from icsdiff import ChangeSet, Goal, Objective, Options, Provenance, ProvenanceKind, Version
from icsdiff.rendering import COMMENT_LIMIT
from icsdiff.rendering.fitting import Block, Item, Missing, fitted

BITBUCKET = 32_767


def strategy(year: int, objectives: int) -> Version:
    """A strategy with a figure, a risk and a reference in each objective that another year revises."""
    goals = tuple(
        Goal(
            str(goal),
            statement=f"Goal {goal} of the Mission is reached.",
            objectives=tuple(
                Objective(
                    f"{goal}.{at}",
                    statement=f"Objective {goal}.{at} of district {at} in province {goal} is reached.",
                    justification=f"In district {at} of province {goal} we will train {year + at} officers by then. "
                    f"We {'may' if year % 2 else 'will'} open office {at} in town {goal}.",
                    risks=f"Floods may close road {at} of province {goal} for {year % 50 + 2} weeks.",
                    linkages=f"JSP Objective {at % 4 + 1}.{year % 7 + 1}",
                )
                for at in range(1, objectives + 1)
            ),
        )
        for goal in range(1, 5)
    )
    return Version("Kenya", "Integrated Country Strategy", goals=goals)


@pytest.fixture(scope="module")
def large() -> ChangeSet:
    return icsdiff.compare(strategy(2020, 24), strategy(2023, 24))


def markdown(changes: ChangeSet, limit: int = COMMENT_LIMIT) -> str:
    return icsdiff.render(changes, "markdown", Options(limit=limit))


def listed(comment: str) -> int:
    """The entries of lists and tables, without the heads of tables and what is only asked."""
    comment = comment.partition("### What to ask")[0]
    tables = len(re.findall(r"(?m)^\| --- ", comment))
    return len(re.findall(r"(?m)^- |^\| (?!--- )", comment)) - tables - 2


@pytest.mark.parametrize("limit", [12_000, BITBUCKET, COMMENT_LIMIT, 1_000_000])
def test_a_comment_fits_and_counts_what_it_leaves_out(large: ChangeSet, limit: int) -> None:
    whole, comment = markdown(large, 10**9), markdown(large, limit)
    assert len(comment.encode()) <= limit
    if len(whole.encode()) <= limit:
        assert comment == whole
        return
    note = re.search(r"(?m)^> \*\*This comment is cut .*: (\d+) more changes are not shown\.\*\* (.*)$", comment)
    assert note
    assert listed(comment) + int(note[1]) == listed(whole)
    assert re.match(r"They stand in: .+ \(\d+\), .* and \d+ more places\. `icsdiff report", note[2]) or "(" in note[2]
    assert comment.endswith(f"{note[0]}\n")
    assert whole.startswith(comment.partition("\n</details>\n\n> ")[0])


def test_the_room_is_used(large: ChangeSet) -> None:
    assert len(markdown(large, BITBUCKET).encode()) > BITBUCKET * 0.8


@pytest.mark.parametrize("limit", [12_000, BITBUCKET])
def test_a_cut_comment_leaves_nothing_open_and_formats_nothing_of_a_document(limit: int) -> None:
    hostile = hostile_version(HOSTILE)
    risks = " ".join(f"Flood {at} may come. {HOSTILE}" for at in range(40))
    goals = tuple(replace(goal, objectives=(replace(goal.objectives[0], risks=risks),)) for goal in hostile.goals)
    changes = icsdiff.compare(hostile_version("A plain statement."), replace(hostile, goals=goals))
    comment = markdown(changes, limit)
    assert len(comment.encode()) <= limit
    assert "more changes are not shown" in comment
    assert_is_whole(comment)
    assert not re.search(r"@\w|#\d|:\w+:|https?:|www\.|GH-\d", comment)


def assert_is_whole(comment: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(comment)
    for element in ("details", "summary", "ins", "del", "b"):
        assert html.count(f"<{element}>") == html.count(f"</{element}>"), element
    assert html.count("<table>") == html.count("</table>")


def test_the_longest_sentence_and_note_are_shortened_and_say_by_how_much() -> None:
    def version(text: str) -> Version:
        provenance = Provenance(ProvenanceKind.DRAFT, note="@" * 200_000)
        return replace(Version("K" * 200_000, priorities=text), provenance=provenance)

    comment = markdown(icsdiff.compare(version("Old."), version("&" * 200_000)), 12_000)
    assert len(comment.encode()) <= 12_000
    assert "*(198500 more characters)*" in comment
    assert_is_whole(comment)


def test_a_long_section_of_the_overview_is_folded(large: ChangeSet) -> None:
    comment = markdown(large, 10**9)
    for title, count in (("Figures", 192), ("Linkages", 192)):
        assert f"### {title}\n\n<details><summary>{count} changes</summary>\n\n" in comment
    assert_is_whole(comment)


@given(versions().flatmap(lambda version: st.tuples(st.just(version), edited(version))))
def test_every_cut_is_whole(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    whole = markdown(changes)
    assert_is_whole(whole)
    assert "more changes are not shown" not in whole


def test_items_are_shown_from_the_front_and_an_empty_block_not_at_all() -> None:
    def note(missing: object) -> str:
        return f"{missing}"

    blocks = (
        Block("first", "<a>", (Item("one "), Item("two ")), "</a>"),
        Block("second", "<b>", (Item("three ", 2),), "</b>"),
    )
    assert fitted("head ", blocks, 40, note, 0) == "head <a>one two </a><b>three </b>"
    assert (
        fitted("head ", blocks, 23, note, 4) == f"head <a>one </a>{[Missing('first', 1, 1), Missing('second', 1, 2)]}"
    )
    assert fitted("head ", blocks, 16, note, 4) == f"head {[Missing('first', 2, 2), Missing('second', 1, 2)]}"
