"""The gold set holds together: whatever a label speaks of stands in the texts on its side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from benchmarks.accuracy.labels import GOLD, Case, Label, Row, gold
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind, Significance
from icsdiff.model.version import Version

TOPICS = (
    "comings editorial fields figures furniture linkages metadata mixed moves names notation numbers risks"
    " sentences splits terms traps"
).split()
WHOLES = ("goal-", "objective-")
NEVER_EDITORIAL = ("figure-", "linkage-", "term-", "metadata-")
EDITORIAL = Significance.EDITORIAL


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return list(gold())


@pytest.fixture(scope="module")
def small_cases(cases: list[Case]) -> list[Case]:
    return [case for case in cases if not case.name.startswith("documents/")]


def topic(case: Case) -> str:
    return case.name.partition(":")[0]


def sides(case: Case, old: str, new: str) -> Iterator[tuple[Version, str]]:
    """Each side's version with the words that are said of it; a side of which nothing is said is left out."""
    yield from ((version, words) for version, words in ((case.old, old), (case.new, new)) if words)


def stand_in(words: str, version: Version) -> bool:
    return any(words.casefold() in text.casefold() for text in version.fields.values())


def numbers(version: Version, level: Level) -> list[str]:
    return [each.number for each in (version.goals if level is Level.GOAL else version.objectives)]


def level_of(kind: Kind) -> Level:
    return Level.GOAL if kind.startswith("goal-") else Level.OBJECTIVE


def is_found(label: Label, case: Case) -> bool:
    if not label.kind.startswith(WHOLES):
        return all(stand_in(words, version) for version, words in sides(case, label.old, label.new))
    return all(
        set(words.split(" + ")) <= set(numbers(version, level_of(label.kind)))
        for version, words in sides(case, label.old, label.new)
    )


def has_its_sides(label: Label) -> bool:
    if label.kind.endswith("-added"):
        return bool(label.new) and not label.old
    if label.kind.endswith("-removed"):
        return bool(label.old) and not label.new
    if label.kind is Kind.METADATA_CHANGED:
        return bool(label.old or label.new)
    return bool(label.old and label.new)


def aligned(rows: tuple[Row, ...], level: Level) -> tuple[list[str], list[str]]:
    """Every number that the rows of a level mention, old and new."""
    of_level = [row for row in rows if row.level is level]
    return sorted(each for row in of_level for each in row.old), sorted(each for row in of_level for each in row.new)


def test_every_topic_is_there_with_several_cases_and_all_together_are_150_at_least(small_cases: list[Case]) -> None:
    topics = Counter(topic(case) for case in small_cases)
    assert sorted(topics) == TOPICS
    assert min(topics.values()) >= 8
    assert topics.total() >= 150


def test_every_folder_of_documents_is_a_case(cases: list[Case]) -> None:
    folders = {f"documents/{folder.name}" for folder in GOLD.glob("documents/*/")}
    assert {case.name for case in cases if case.name.startswith("documents/")} == folders


def test_no_two_cases_have_the_same_name(cases: list[Case]) -> None:
    assert [name for name, count in Counter(case.name for case in cases).items() if count > 1] == []


def test_every_word_of_a_small_case_stands_in_a_field(small_cases: list[Case]) -> None:
    assert [case.name for case in small_cases if case.old.unplaced or case.new.unplaced] == []


def test_a_case_expects_changes_only_where_its_versions_differ(cases: list[Case]) -> None:
    assert [case.name for case in cases if case.labels and case.old.fields == case.new.fields] == []


def test_the_words_of_every_label_stand_in_the_texts_on_their_side(cases: list[Case]) -> None:
    assert [(case.name, label) for case in cases for label in case.labels if not is_found(label, case)] == []


def test_every_label_has_the_sides_that_its_kind_needs(cases: list[Case]) -> None:
    assert [(case.name, label) for case in cases for label in case.labels if not has_its_sides(label)] == []


def test_no_small_case_says_the_same_twice(small_cases: list[Case]) -> None:
    assert [case.name for case in small_cases if len(set(case.labels)) < len(case.labels)] == []


def test_no_figure_linkage_term_or_date_is_labelled_as_editorial(cases: list[Case]) -> None:
    editorial = [(case.name, label) for case in cases for label in case.labels if label.significance is EDITORIAL]
    assert [each for each in editorial if each[1].kind.startswith(NEVER_EDITORIAL)] == []


def test_an_alignment_mentions_every_goal_and_objective_once(cases: list[Case]) -> None:
    for case in cases:
        for level in Level if case.rows is not None else ():
            expected = sorted(numbers(case.old, level)), sorted(numbers(case.new, level))
            assert aligned(case.rows or (), level) == expected, case.name


def test_sentences_that_correspond_stand_in_the_texts(cases: list[Case]) -> None:
    assert [
        (case.name, words)
        for case in cases
        for old, new in case.sentences or ()
        for version, words in sides(case, old, new)
        if not stand_in(words, version)
    ] == []
