"""The scorer: 1.0 for a perfect answer, and every known miss counted once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.accuracy.answer import Answer, Found, links
from benchmarks.accuracy.base_versions import bases
from benchmarks.accuracy.generate.case import edited_case
from benchmarks.accuracy.labels import Case, Label, row
from benchmarks.accuracy.matching import closeness, is_linked, match
from benchmarks.accuracy.score import Score, score
from benchmarks.accuracy.systems import SYSTEMS
from benchmarks.accuracy.table import as_data, as_text
from icsdiff.model.changes import Kind, Significance
from icsdiff.model.version import Goal, Objective, Version


def perfect(case: Case) -> Answer:
    changes = tuple(
        Found(label.kind, label.old or None, label.new or None, label.significance)
        for label in case.labels
        if not label.optional
    )
    return Answer(case.rows or (), case.sentences or (), changes)


def strategy(text: str) -> Version:
    return Version("Kenya", goals=(Goal("1", objectives=(Objective("1.1", statement="Aim.", justification=text),)),))


OLD = "Kenya hosts 540,000 refugees. Schools are full. The camps grow."
NEW = "Kenya hosts 610,000 refugees. Schools are crowded."
CASE = Case(
    "by hand",
    strategy(OLD),
    strategy(NEW),
    (
        Label(Kind.FIGURE_REVISED, "540,000", "610,000"),
        Label(Kind.TEXT_REVISED, "are full", "are crowded"),
        Label(Kind.TEXT_REMOVED, "The camps grow"),
        Label(Kind.TERM_REMOVED, "Camps", optional=True),
    ),
    (row("goal 1 = goal 1"), row("1.1 = 1.1 + 1.2"), row("2.1 = none")),
    (("hosts 540,000", "hosts 610,000"), ("Schools are full", "Schools are crowded")),
)


@pytest.mark.parametrize("case", [CASE, *(edited_case(bases(), seed) for seed in range(1, 11))], ids=lambda it: it.name)
def test_a_perfect_answer_scores_one(case: Case) -> None:
    scored = score([(case, perfect(case))])
    assert {name: (tally.fp, tally.fn) for name, tally in scored.rows.items() if tally.f1 < 1} == {}
    assert scored.judgement.substantive_as_editorial == scored.judgement.editorial_as_substantive == 0
    assert scored.notes == []


def test_what_is_missed_and_what_is_invented_is_counted() -> None:
    answer = Answer(
        (row("goal 1 = goal 1"), row("1.1 = 1.1"), row("2.1 = 1.2")),
        (("Kenya hosts 540,000 refugees.", "Schools are crowded."),),
        (Found(Kind.FIGURE_REVISED, "540,000 refugees", "610,000 refugees"), Found(Kind.TEXT_ADDED, None, "Nothing.")),
    )
    rows = score([(CASE, answer)]).rows
    counts = {name: (tally.tp, tally.fp, tally.fn) for name, tally in rows.items()}
    assert counts["figures"] == (1, 0, 0)
    assert counts["text"] == (0, 1, 2)
    assert counts["text-revised"] == (0, 0, 1)
    assert counts["alignment of objectives"] == (1, 1, 1)
    assert counts["alignment of goals"] == (1, 0, 0)
    assert counts["splits and mergers"] == (0, 0, 1)
    assert counts["alignment of sentences"] == (0, 1, 2)


def test_no_answer_has_no_recall_and_nothing_false() -> None:
    figures = score([(CASE, Answer((), (), ()))]).rows["figures"]
    assert (figures.precision, figures.recall, figures.f1) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("label", "found", "matches"),
    [
        (("figure-revised", "€5", "€6"), ("figure-revised", "about €5", "€6"), True),
        (("figure-revised", "35", "67"), ("figure-revised", "1,350", "67"), False),
        (("text-revised", "“plan” – a start", "x"), ("text-revised", '"Plan" - a  start.', "x"), True),
        (("text-revised", "a", "b"), ("risk-revised", "a", "b"), False),
        (("text-added", "", "b"), ("text-added", None, "a b"), True),
        (("text-added", "", "b"), ("text-added", "a", "b"), False),
        (("objective-split", "1.1", "1.1 + 1.2"), ("objective-split", "1.1", "1.1, 1.2"), True),
        (("objective-moved", "1.1", "2.1"), ("objective-moved", "1.1", "2.2"), False),
    ],
)
def test_a_change_is_known_by_kind_sides_and_words(
    label: tuple[str, str, str], found: tuple[str, str | None, str | None], *, matches: bool
) -> None:
    wanted, told = Label(Kind(label[0]), *label[1:]), Found(Kind(found[0]), *found[1:])
    assert (closeness(wanted, told) > 0) is matches


def test_one_change_serves_one_label() -> None:
    label = Label(Kind.TEXT_ADDED, new="Schools")
    matching = match([label, replace(label, new="Schools are")], [Found(Kind.TEXT_ADDED, None, "Schools are full.")])
    assert [each.new for each, _ in matching.hits] == ["Schools are"]
    assert [each.new for each in matching.missed] == ["Schools"]


def test_what_another_change_brings_along_is_neither_asked_for_nor_false() -> None:
    follower = Found(Kind.TEXT_ADDED, None, "Whatever.", part_of_another=True)
    assert match([], [follower]).false == ()


def test_a_substantive_change_told_as_editorial_counts_whatever_its_kind() -> None:
    told = Found(Kind.TEXT_REVISED, "hosts 540,000 refugees", "hosts 610,000 refugees", Significance.EDITORIAL)
    judgement = score([(CASE, Answer((), (), (told,)))]).judgement
    assert (judgement.substantive, judgement.substantive_as_editorial) == (1, 1)


def test_what_is_told_where_nothing_differs_is_a_false_alarm() -> None:
    quiet = Case("quiet", strategy("word " * 498), strategy("word " * 498), ())
    scored = score([(quiet, Answer((), (), (Found(Kind.TEXT_ADDED, None, "word"),)))])
    assert (scored.quiet_words, scored.false_alarms) == (500, 1)
    assert scored.false_alarms_per_1000_words == 2.0


def test_sentences_are_linked_by_what_they_share() -> None:
    same = "Kenya hosts "
    assert list(links(OLD, NEW, [(0, 0, len(same))])) == [
        ("Kenya hosts 540,000 refugees.", "Kenya hosts 610,000 refugees.")
    ]


def test_every_system_answers_in_one_shape() -> None:
    for name, system in SYSTEMS.items():
        answer = system(CASE.old, CASE.new)
        assert is_linked(("hosts 540,000", "hosts 610,000"), answer.links), name
        assert Kind.FIGURE_REVISED in {found.kind for found in answer.changes}, name
        assert row("1.1 = 1.1") in answer.rows, name


def test_the_table_shows_each_system_beside_the_others() -> None:
    scores = {"one": score([(CASE, perfect(CASE))]), "other": Score()}
    lines = list(as_text("By hand", scores))
    assert "| figures | 1.000 / 1.000 / 1.000 (1, 0, 0) | – / – / 1.000 (0, 0, 0) |" in lines
    assert as_data(scores)["one"]["rows"]["figures"]["tp"] == 1
