"""The map: goals and objectives as two columns, the old version's and the new one's, and lines between them.

Both columns have rows of one height, so that a line's ends are known by row: a drawing as high as the columns, its unit
a row, meets them at any size of type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from icsdiff.comparison.pairs import entity_path
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Goal, Objective, Version
from icsdiff.rendering.places import numbered
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.happenings import fates
from icsdiff.rendering.view.model import Fate

WIDTH = 10
"""How wide the drawing is, in rows."""
_STUB = 1.5
"""How far a line reaches that leads nowhere."""
_LENGTH = 110
"""Characters of a statement that a node shows."""
_CROWD = 24
"""Rows above which they are low ones."""
_KINDS = ("split", "merged", "moved", "renumbered", "renamed", "same", "added", "removed")
"""What a line may show, the weightiest first: one that holds several is drawn as the first of them."""


@dataclass(frozen=True, slots=True)
class Node:
    """A goal or objective in one of the columns."""

    name: str
    """``Objective 1.2``."""
    number: str
    """``1.2``, as printed."""
    level: str
    """``goal`` or ``objective``."""
    statement: str
    """Its first words."""
    anchor: str
    """Its part, by its name in links."""
    fates: tuple[Fate, ...]
    """What happened to it; in the old column only where the new one has nothing to say it of."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line from an old node to a new one, or from a node to nowhere."""

    kind: str
    """``same``, ``renamed``, ``renumbered``, ``moved``, ``split``, ``merged``, ``added``, ``removed``."""
    path: str
    """Its course, as the ``d`` of an SVG path."""


@dataclass(frozen=True, slots=True)
class Map:
    """Both columns and the lines between them."""

    old: tuple[Node, ...]
    new: tuple[Node, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    kinds: tuple[str, ...]
    """The kinds of lines that occur, for a legend."""
    crowded: bool
    """Whether there are so many nodes that each has but one line of text."""


_Rows = Mapping[tuple[Level, str], int]


def map_of(changes: ChangeSet, anchors: Anchors, texts: Texts) -> Map:
    """The map of two versions."""
    happened = _Happened(changes, texts)
    old = tuple(_node(level, each, anchors.old, happened.old, texts) for level, each in _in_document_order(changes.old))
    new = tuple(_node(level, each, anchors.new, happened.new, texts) for level, each in _in_document_order(changes.new))
    lines = tuple(_lines(changes.alignment, _rows(changes.old), _rows(changes.new)))
    drawn = {line.kind for line in lines}
    height = max(len(old), len(new))
    return Map(old, new, lines, WIDTH, height, tuple(kind for kind in _KINDS if kind in drawn), height > _CROWD)


def _in_document_order(version: Version) -> Iterator[tuple[Level, Goal | Objective]]:
    for goal in version.goals:
        yield Level.GOAL, goal
        yield from ((Level.OBJECTIVE, each) for each in goal.objectives)
    yield from ((Level.OBJECTIVE, each) for each in version.management_objectives)


def _rows(version: Version) -> _Rows:
    return {(level, each.number): at for at, (level, each) in enumerate(_in_document_order(version))}


class _Happened:
    """What happened to each goal and objective, said once: in the new column, or where that has nothing."""

    def __init__(self, changes: ChangeSet, texts: Texts) -> None:
        self.old: dict[tuple[Level, str], tuple[Fate, ...]] = {}
        self.new: dict[tuple[Level, str], tuple[Fate, ...]] = {}
        for match in changes.alignment:
            told = fates(match, changes, texts)
            self.new |= {(match.level, number): told for number in match.new}
            if not match.new:
                self.old |= {(match.level, number): told for number in match.old}


def _node(
    level: Level,
    each: Goal | Objective,
    anchor: Callable[[str], str],
    happened: Mapping[tuple[Level, str], tuple[Fate, ...]],
    texts: Texts,
) -> Node:
    statement = each.title or texts.say("names.no-statement")
    return Node(
        numbered(level, [each.number], texts),
        each.number,
        str(level),
        shortened(statement),
        anchor(entity_path(level, each.number)),
        happened.get((level, each.number), ()),
    )


def shortened(statement: str, length: int = _LENGTH) -> str:
    """The words that fit, whole."""
    if len(statement) <= length:
        return statement
    return f"{statement[:length].rpartition(' ')[0] or statement[:length]} …"


def _lines(alignment: Iterable[Match], old: _Rows, new: _Rows) -> Iterator[Line]:
    for match in alignment:
        kind = _kind(match)
        starts = [old[match.level, number] for number in match.old if (match.level, number) in old]
        ends = [new[match.level, number] for number in match.new if (match.level, number) in new]
        if starts and ends:
            yield from (Line(kind, _curve(start, end)) for start in starts for end in ends)
        else:
            yield from (Line(kind, f"M0 {_middle(start)}H{_STUB}") for start in starts)
            yield from (Line(kind, f"M{WIDTH} {_middle(end)}H{WIDTH - _STUB}") for end in ends)


def _kind(match: Match) -> str:
    facets: Sequence[str] = [str(match.relation)] if match.relation is not Relation.MATCHED else []
    facets = [*facets, *(facet for facet in ("renamed", "renumbered", "moved") if getattr(match, facet))]
    return min(facets, key=_KINDS.index, default="same")


def _curve(start: int, end: int) -> str:
    """From the middle of one row to that of another, level at both ends."""
    if start == end:
        return f"M0 {_middle(start)}H{WIDTH}"
    half = WIDTH // 2
    return f"M0 {_middle(start)}C{half} {_middle(start)} {half} {_middle(end)} {WIDTH} {_middle(end)}"


def _middle(row: int) -> str:
    return f"{row}.5"
