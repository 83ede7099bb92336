"""Sentences at their place in a version, and the spans that make a change set complete to the character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from icsdiff.language.risks import Role, role
from icsdiff.language.sentences import sentences
from icsdiff.model.changes import Passage

Offsets = tuple[int, int]


class Cell(NamedTuple):
    """A sentence in a field.

    The cells of a field leave nothing of it out: each has the blank before it, from ``gap`` to ``start``.
    """

    path: str
    place: int
    """Position in its field, from 0."""
    text: str
    gap: int
    start: int
    end: int
    role: Role | None
    """What the sentence states, in a risks field."""

    @property
    def passage(self) -> Passage:
        """The sentence alone."""
        return Passage(self.path, self.start, self.end, self.text)


class Link(NamedTuple):
    """An old sentence and the new one that it became; or one, and the neighbours that it was cut into or joined of."""

    old: tuple[Cell, ...]
    new: tuple[Cell, ...]
    same_family: bool = True
    """Whether both stand in counterparts, or in fields between which sentences go along with a split or merger."""
    in_order: bool = True
    """Whether they also stand in the same order there."""

    @property
    def paths(self) -> tuple[str, str]:
        """Where the two stand."""
        return self.old[0].path, self.new[0].path

    @property
    def flipped(self) -> Link:
        """The same link with the sides swapped."""
        return Link(self.new, self.old, self.same_family, self.in_order)


def cells(path: str | None, text: str) -> tuple[Cell, ...]:
    """The sentences of a field, none where the field is missing."""
    if path is None:
        return ()
    found: list[Cell] = []
    states_risks = path.endswith("/risks")
    gap, stated = 0, None
    for place, sentence in enumerate(sentences(text)):
        stated = role(sentence.text, stated) if states_risks else None
        found.append(Cell(path, place, sentence.text, gap, sentence.start, sentence.end, stated))
        gap = sentence.end
    return tuple(found)


def taken_spans(field: Sequence[Cell], kept: set[int]) -> dict[int, Offsets]:
    """By place, the span that each sentence takes along when it comes or goes.

    It has the blank before the sentence with it; where no kept sentence stands before, the blank after.
    """
    spans: dict[int, Offsets] = {}
    first_kept = min(kept, default=len(field))
    for cell in field:
        if cell.place < first_kept < len(field):
            spans[cell.place] = (cell.start, field[cell.place + 1].start)
        elif cell.place not in kept:
            spans[cell.place] = (cell.gap, cell.end)
    return spans


def part(passage: Passage, start: int, end: int) -> Passage:
    """A run of a passage, by half-open offsets into its text."""
    return Passage(passage.path, passage.start + start, passage.start + end, passage.text[start:end])


def remainder(text: str, covered: Iterable[Offsets]) -> str:
    """What is left of a text without the covered spans, which may overlap."""
    kept, at = [], 0
    for start, end in sorted(covered):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join((*kept, text[at:]))


def inside(span: Offsets, covered: Iterable[Offsets]) -> bool:
    """Whether one of the covered spans holds all of this one."""
    return any(start <= span[0] and span[1] <= end for start, end in covered)


def touches(span: Offsets, other: Offsets) -> bool:
    """Whether two spans share a character, or an empty one lies within or beside the other."""
    first, last = max(span[0], other[0]), min(span[1], other[1])
    return first < last or (first == last and (span[0] == span[1] or other[0] == other[1]))


def outside(span: Offsets, covered: Sequence[Offsets]) -> Iterator[Offsets]:
    """The parts of a span that no covered span holds."""
    at, end = span
    for first, last in sorted(covered):
        if first >= end:
            break
        if at < first:
            yield at, first
        at = max(at, min(last, end))
    if at < end:
        yield at, end
