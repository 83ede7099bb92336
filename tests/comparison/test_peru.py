"""The two versions of the one real strategy: what a reviewer is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import icsdiff
from icsdiff import ChangeSet, Kind, Significance


@pytest.fixture(scope="module")
def changes(repository: Path) -> ChangeSet:
    folder = repository / "versions/peru"
    return icsdiff.compare(icsdiff.load(str(folder / "2022-03-21.yaml")), icsdiff.load(str(folder / "2023-09-22.yaml")))


def of(changes: ChangeSet, kind: Kind) -> list[icsdiff.Change]:
    return [change for change in changes.changes if change.kind is kind]


def test_the_kinds_and_their_numbers(changes: ChangeSet) -> None:
    assert Counter(str(change.kind) for change in changes.changes) == {
        "goal-renamed": 1,
        "objective-renamed": 3,
        "objective-renumbered": 2,
        "figure-revised": 2,
        "risk-added": 1,
        "risk-revised": 1,
        "mitigation-revised": 1,
        "linkage-added": 1,
        "linkage-removed": 1,
        "metadata-changed": 1,
        "text-added": 2,
        "text-revised": 6,
        "text-moved": 1,
        "term-added": 3,
    }


def test_the_figure_that_matters_is_one_revision(changes: ChangeSet) -> None:
    migrants, ratio = of(changes, Kind.FIGURE_REVISED)
    assert migrants.detail == {
        "quantity": "count",
        "unit": "",
        "subject": "Venezuelan migrants in Peru",
        "old": 1_320_000,
        "new": 1_570_000,
        "delta": 250_000,
        "percent": 18.94,
    }
    assert (ratio.detail["old"], ratio.detail["new"], ratio.detail["unit"]) == (44, 46, "to 1")


def test_objectives_are_followed_through_renumbering_and_renaming(changes: ChangeSet) -> None:
    moved = {(match.old, match.new): match.renamed for match in changes.alignment if match.renumbered}
    assert moved == {(("1.3",), ("1.2",)): True, (("1.2",), ("1.3",)): False}


def test_a_risk_came_and_a_sentence_moved_between_objectives(changes: ChangeSet) -> None:
    (risk,) = of(changes, Kind.RISK_ADDED)
    assert risk.new
    assert risk.new.text.startswith("Political instability since 2020 has decreased")
    (sentence,) = of(changes, Kind.TEXT_MOVED)
    assert sentence.detail["from"] == "objectives/4.2/justification"
    assert sentence.detail["to"] == "objectives/4.1/justification"


def test_only_inflection_is_editorial_here(changes: ChangeSet) -> None:
    editorial = [change.kind for change in changes.changes if change.significance is Significance.EDITORIAL]
    assert editorial == [Kind.GOAL_RENAMED, Kind.OBJECTIVE_RENAMED]


def test_both_versions_are_rebuilt_from_each_other(changes: ChangeSet) -> None:
    assert icsdiff.rebuild(changes.old, changes) == changes.new.fields
    assert icsdiff.rebuild_old(changes.new, changes) == changes.old.fields


def test_without_ids_the_alignment_is_the_same(repository: Path) -> None:
    source = icsdiff.load(str(repository / "versions/peru/source/peru-ics-2023-09-22.md"))
    old = icsdiff.load(str(repository / "versions/peru/2022-03-21.yaml"))
    numbers = [(match.old, match.new) for match in icsdiff.compare(old, source).alignment if match.level == "objective"]
    assert (("1.3",), ("1.2",)) in numbers
    assert (("1.2",), ("1.3",)) in numbers
    assert all(old and new for old, new in numbers)
