"""Objectives that were split or merged, in every format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import icsdiff
from icsdiff import Change, ChangeSet, Goal, Kind, Match, Objective, Passage, Significance, Version
from icsdiff.comparison.redline import RunKind
from icsdiff.model.alignment import Level, Relation
from icsdiff.model.changes import Detail
from icsdiff.rendering import TextFormat
from icsdiff.rendering.view import view
from icsdiff.rendering.view.model import View

OLD = Version(
    "Kenya",
    goals=(
        Goal(
            "1",
            statement="Kenya trades.",
            objectives=(
                Objective("1.1", statement="Ports work.", justification="Ships wait. Trains are slow."),
                Objective("1.2", statement="Farms export.", justification="Tea sells."),
                Objective("1.3", statement="Firms export.", risks="Markets may close."),
            ),
        ),
    ),
)
NEW = Version(
    "Kenya",
    goals=(
        Goal(
            "1",
            statement="Kenya trades.",
            objectives=(
                Objective("1.1", statement="Ports work.", justification="Ships wait."),
                Objective("1.2", statement="Rail works.", justification="Trains are slow."),
                Objective("1.3", statement="Farms export.", justification="Tea sells.", risks="Markets may close."),
            ),
        ),
    ),
)
GOAL = Match(Level.GOAL, Relation.MATCHED, ("1",), ("1",), score=1.0)
SPLIT = Match(Level.OBJECTIVE, Relation.SPLIT, ("1.1",), ("1.1", "1.2"), score=0.9)
MERGED = Match(Level.OBJECTIVE, Relation.MERGED, ("1.2", "1.3"), ("1.3",), score=0.9)


def passage(path: str, text: str, start: int = 0) -> Passage:
    return Passage(f"objectives/{path}", start, start + len(text), text)


def change(identity: str, kind: Kind, old: Passage | None, new: Passage | None, detail: Detail | None = None) -> Change:
    return Change(identity, kind, Significance.SUBSTANTIVE, old, new, detail or {}, "It differs", "it differs")


CHANGES = ChangeSet(
    OLD,
    NEW,
    (GOAL, SPLIT, MERGED),
    (
        change(
            "a",
            Kind.OBJECTIVE_SPLIT,
            passage("1.1/statement", "Ports work."),
            passage("1.1/statement", "Ports work."),
            {"from": ["1.1"], "to": ["1.1", "1.2"], "shares": [0.6, 0.4]},
        ),
        change(
            "b",
            Kind.OBJECTIVE_MERGED,
            passage("1.2/statement", "Farms export."),
            passage("1.3/statement", "Farms export."),
            {"from": ["1.2", "1.3"], "to": ["1.3"], "shares": [0.75, 0.25]},
        ),
        replace(change("c", Kind.TEXT_ADDED, None, passage("1.2/statement", "Rail works.")), part_of="a"),
        replace(change("d", Kind.TEXT_REMOVED, passage("1.3/statement", "Firms export."), None), part_of="b"),
        change(
            "e",
            Kind.TEXT_MOVED,
            passage("1.1/justification", " Trains are slow.", 11),
            passage("1.2/justification", "Trains are slow."),
            {
                "from": "objectives/1.1/justification",
                "to": "objectives/1.2/justification",
                "same_field": False,
                "revised": False,
            },
        ),
        change(
            "f",
            Kind.TEXT_MOVED,
            passage("1.3/risks", "Markets may close."),
            passage("1.3/risks", "Markets may close."),
            {"from": "objectives/1.3/risks", "to": "objectives/1.3/risks", "same_field": False, "revised": False},
        ),
    ),
    (),
    {
        "kinds": {"objective-split": 1, "objective-merged": 1, "text-added": 1, "text-removed": 1, "text-moved": 2},
        "significance": {"substantive": 6, "editorial": 0},
    },
)


@pytest.fixture(scope="module")
def seen() -> View:
    """What reports say."""
    return view(CHANGES)


def test_the_map_shows_every_piece_with_its_share(seen: View) -> None:
    split, merged = seen.happened
    assert (split.name, split.fate) == ("Objective 1.1 → 1.1 and 1.2", "split")
    assert [(each.label, each.anchor) for each in split.statements] == [
        ("old 1.1", "objective-1-1"),
        ("new 1.1, 60%", "objective-1-1"),
        ("new 1.2, 40%", "objective-1-2"),
    ]
    assert (merged.name, merged.fate) == ("Objectives 1.2 and 1.3 → 1.3", "merged")
    assert [(each.label, each.anchor) for each in merged.statements] == [
        ("old 1.2, 75%", "objective-1-3"),
        ("old 1.3, 25%", "objective-1-3-old"),
        ("new 1.3", "objective-1-3"),
    ]


def test_every_piece_has_a_part_with_its_own_fields_once(seen: View) -> None:
    parts = [(part.anchor, part.name, part.title, part.fate) for part in seen.parts[2:]]
    assert parts == [
        ("objective-1-1", "Objective 1.1", "Ports work.", "split from old 1.1"),
        ("objective-1-2", "Objective 1.2", "Rail works.", "split from old 1.1"),
        ("objective-1-3", "Objective 1.3", "Farms export.", "merged from old 1.2 and 1.3"),
        ("objective-1-3-old", "Objective 1.3", "Firms export.", "merged into new 1.3"),
    ]
    fields = [(part.anchor, field.path) for part in seen.parts for field in part.fields]
    assert [entry.where for entry in seen.parts[3].entries] == [
        "Objective 1.2, statement",
        "Objective 1.2, justification",
    ]
    assert len(set(fields)) == len(fields) == 11


def test_what_is_the_same_on_both_sides_is_not_marked(seen: View) -> None:
    marks = {
        (part.anchor, field.path.rpartition("/")[2]): [run.kind for each in field.paragraphs for run in each.pieces]
        for part in seen.parts
        for field in part.fields
    }
    assert marks["objective-1-1", "statement"] == [RunKind.SAME]
    assert marks["objective-1-1", "justification"] == [RunKind.SAME, RunKind.MOVED_AWAY]
    assert marks["objective-1-2", "statement"] == [RunKind.ADDED]
    assert marks["objective-1-2", "justification"] == [RunKind.MOVED_HERE]
    assert marks["objective-1-3-old", "statement"] == [RunKind.REMOVED]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_format_for_readers_tells_them(seen: View, form: TextFormat) -> None:
    told = icsdiff.render(CHANGES, form)
    assert seen.sentence == "6 substantive changes, among them 1 objective split and 1 merged."
    assert all(words in told for words in ("40%", "Rail works.", "merged", seen.sentence))
    if form == "html":
        assert sorted(re.findall(r'id="c-(\w)"', told)) == ["a", "b", "c", "d", "e", "f"]
        assert "1.1 → 1.1 (60%) and 1.2 (40%)" in told
        assert "1.2 (75%) and 1.3 (25%) → 1.3" in told
