"""Generated cases are what they say: one seed, one case, and every label's words stand where they should."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.accuracy.base_versions import bases
from benchmarks.accuracy.generate.case import MOST, edited_case, notation_case, positional
from benchmarks.accuracy.generate.draft import Draft
from benchmarks.accuracy.generate.figures import notations, other_value, tokens
from benchmarks.accuracy.generate.furniture import furniture_case
from benchmarks.accuracy.generate.phrases import joined, phrases
from benchmarks.accuracy.labels import Case, Label
from benchmarks.accuracy.markdown import Style, any_style, as_markdown
from benchmarks.accuracy.matching import folded, numbers
from icsdiff.model.alignment import Level
from icsdiff.model.version import Version
from icsdiff.sources.read import read

SEEDS = range(1, 31)
WHOLES = ("goal-", "objective-")


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    return tuple(edited_case(bases(), seed) for seed in SEEDS)


def says(version: Version, words: str) -> bool:
    return any(folded(words) in folded(text) for text in version.fields.values())


def names(version: Version) -> set[str]:
    return {goal.number for goal in version.goals} | {each.number for each in version.objectives}


def stands(label: Label, case: Case) -> bool:
    sides = ((case.old, label.old), (case.new, label.new))
    if label.kind.startswith(WHOLES):
        return all(set(numbers(words)) <= names(version) for version, words in sides)
    return all(not words or says(version, words) for version, words in sides)


def test_one_seed_gives_one_case(cases: tuple[Case, ...]) -> None:
    assert cases[:5] == tuple(edited_case(bases(), seed) for seed in SEEDS[:5])


def test_the_words_of_every_label_stand_where_they_should(cases: tuple[Case, ...]) -> None:
    assert [(case.name, label) for case in cases for label in case.labels if not stands(label, case)] == []


def test_sentences_are_paired_with_sentences(cases: tuple[Case, ...]) -> None:
    pairs = [(case, old, new) for case in cases for old, new in case.sentences or ()]
    assert pairs
    assert all(says(case.old, old) and says(case.new, new) for case, old, new in pairs)


def test_every_goal_and_objective_is_in_the_alignment(cases: tuple[Case, ...]) -> None:
    for case in cases:
        rows = case.rows or ()
        for level, old, new in (
            (Level.GOAL, case.old.goals, case.new.goals),
            (Level.OBJECTIVE, tuple(case.old.objectives), tuple(case.new.objectives)),
        ):
            assert {number for row in rows if row.level is level for number in row.old} == {each.number for each in old}
            assert {number for row in rows if row.level is level for number in row.new} == {each.number for each in new}


def test_all_kinds_of_edits_come_up(cases: tuple[Case, ...]) -> None:
    kinds = {label.kind.removesuffix("-revised") for case in cases for label in case.labels if not label.optional}
    whole = {f"objective-{what}" for what in "added removed renamed renumbered moved split merged".split()}
    parts = {f"{what}-{how}" for what in "text risk mitigation linkage figure".split() for how in ("added", "removed")}
    assert whole | parts | {"text", "risk", "mitigation", "linkage", "figure", "text-moved"} <= kinds


def test_no_more_than_the_share_is_edited() -> None:
    for seed in SEEDS[:10]:
        case = edited_case(bases(), seed, share=0.1)
        sentences = [phrase.text for place in Draft.of(case.old).places() for phrase in place.phrases]
        touched = {old for old, _ in case.sentences or ()}
        assert sum(text in touched for text in sentences) <= (0.1 + MOST / 4) * len(sentences)


def test_the_generator_shares_no_rule_with_what_it_measures(repository: Path) -> None:
    for file in (repository / "benchmarks" / "accuracy" / "generate").glob("*.py"):
        assert not re.search(r"icsdiff\.(?:comparison|language)\b|import icsdiff\b", file.read_text(encoding="utf-8"))


def test_ids_are_not_what_objectives_are_known_by(cases: tuple[Case, ...]) -> None:
    assert not any(each.id for case in cases for version in (case.old, case.new) for each in version.objectives)


def test_what_is_only_written_another_way_is_labelled_nothing() -> None:
    case = notation_case(bases(), 1)
    assert case.labels == ()
    assert case.old.fields != case.new.fields


def test_printing_changes_nothing_that_the_author_wrote() -> None:
    for seed in SEEDS[:10]:
        case = furniture_case(bases(), seed)
        assert {key: folded(text) for key, text in case.old.fields.items()} == {
            key: folded(text) for key, text in case.new.fields.items()
        }


@pytest.mark.parametrize("base", bases(), ids=lambda base: base.mission)
def test_a_printed_version_reads_back(base: Version) -> None:
    version = positional(base)
    assert read(as_markdown(version), name="print.md").version.fields == version.fields
    for seed in range(3):
        style = any_style(version, Random(seed))
        fields = read(as_markdown(version, style), name="print.md").version.fields
        assert {key: folded(text) for key, text in fields.items()} == {
            key: folded(text) for key, text in version.fields.items()
        }, style


def test_a_page_looks_as_its_style_says() -> None:
    text = as_markdown(bases()[0], Style(width=72, curly=True, bound=True, windows=True, header="Running header"))
    assert {"\r\n", "’", "22\N{NO-BREAK SPACE}percent", "Running header"} <= {
        mark for mark in ("\r\n", "’", "22\N{NO-BREAK SPACE}percent", "Running header") if mark in text
    }
    assert r"\$91" in text


@pytest.mark.parametrize("base", bases(), ids=lambda base: base.mission)
def test_a_field_is_its_sentences(base: Version) -> None:
    assert all(joined(phrases(text)) == text for text in base.fields.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. Mission funds 1,200 clinics in 2022.", ["1,200", "2022"]),
        ("Trade rose by 12 percent to $4.2 billion on May 9, 2022.", ["12 percent", "$4.2 billion", "May 9, 2022"]),
        ("COVID-19 killed 2.3 million people in three provinces.", ["2.3 million", "three"]),
        ("One house in nine complies.", []),
        ("The period 2022-2026 counts.", []),
    ],
)
def test_figures_are_found_where_nobody_doubts_them(text: str, found: list[str]) -> None:
    assert [token.text for token in tokens(text)] == found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It hosts 1.32 million people.", "1,320,000"),
        ("It costs $5 million each.", "$5,000,000"),
        ("Some 22 percent vote.", "22%"),
        ("About sixty percent vote.", "60 percent"),
        ("It has eight offices.", "8"),
        ("It opened on May 9, 2022.", "9 May 2022"),
    ],
)
def test_a_figure_is_written_another_way(text: str, written: str) -> None:
    assert written in [other for token in tokens(text) for other in notations(token)]


def test_another_value_keeps_its_notation() -> None:
    (token,) = tokens("It hosts 1,320,500 people.")
    values = {other_value(token, Random(seed)) for seed in range(50)}
    assert token.text not in values
    assert all("," in value and value.replace(",", "").isdigit() for value in values)
