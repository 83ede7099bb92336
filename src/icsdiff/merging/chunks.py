"""Which pieces of two texts took the place of which pieces of their common base.

A piece is a sentence, or an entry of a list. Of each piece of the base a side kept it, revised it or removed it, and
between two of them it may have added some. Pieces next to each other are apart: who revised one has not touched the
other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from icsdiff.comparison.cells import Cell
from icsdiff.comparison.sentences import SAME_PLACE
from icsdiff.comparison.sequence import in_order
from icsdiff.language.words import common_runs


class Piece(NamedTuple):
    """A sentence or an entry, and what stands between it and the one before; nothing before the first."""

    separator: str
    text: str


Pieces = Sequence[Piece]


class Chunk(NamedTuple):
    """A run of the base and what each side has in its place; the base's is empty where a side added something."""

    base: Pieces
    ours: Pieces
    theirs: Pieces


class _Step(NamedTuple):
    """A run of the base, half-open, and the run of one side that took its place."""

    start: int
    end: int
    first: int
    last: int


def chunks(base: Pieces, ours: Pieces, theirs: Pieces) -> Iterator[Chunk]:
    """The three texts in runs that can be merged one by one, in order."""
    sides = _Side(ours, list(_steps(base, ours))), _Side(theirs, list(_steps(base, theirs)))
    place = 0
    while True:
        mine, yours = (side.added(place) for side in sides)
        if mine or yours:
            yield Chunk((), mine, yours)
        if place == len(base):
            return
        end, before = place + 1, place
        while end > before:
            before, end = end, max(side.reach(end) for side in sides)
        mine, yours = (side.taken(end) for side in sides)
        yield Chunk(base[place:end], mine, yours)
        place = end


@dataclass(slots=True)
class _Side:
    """One side on the way through the base."""

    pieces: Pieces
    steps: Sequence[_Step]
    at: int = 0

    def added(self, place: int) -> Pieces:
        """What the side has between the base's pieces here, and no base for it."""
        if self.at == len(self.steps) or self.steps[self.at].end > place:
            return ()
        step = self.steps[self.at]
        self.at += 1
        return self.pieces[step.first : step.last]

    def reach(self, end: int) -> int:
        """Where the last step ends that begins before a place in the base; the steps from here on."""
        ahead = takewhile(lambda step: step.start < end, islice(self.steps, self.at, None))
        return max((step.end for step in ahead), default=end)

    def taken(self, end: int) -> Pieces:
        """What the side has for the base from here to a place where one of its steps ends."""
        first = self.steps[self.at].first
        while self.at < len(self.steps) and self.steps[self.at].start < end:
            self.at += 1
        return self.pieces[first : self.steps[self.at - 1].last]


def _steps(base: Pieces, side: Pieces) -> Iterator[_Step]:
    """How a side came from the base, in order: first what reads the same, then in the gaps what is alike."""
    for same, (i, i_end), (j, j_end) in common_runs([each.text for each in base], [each.text for each in side]):
        if same:
            yield from (_Step(i + k, i + k + 1, j + k, j + k + 1) for k in range(i_end - i))
            continue
        at, to = i, j
        for link in in_order(_cells(base, i, i_end), _cells(side, j, j_end), SAME_PLACE):
            old, new = link.old[0].place, link.new[0].place
            yield from _unlike(at, old, to, new)
            at, to = link.old[-1].place + 1, link.new[-1].place + 1
            yield _Step(old, at, new, to)
        yield from _unlike(at, i_end, to, j_end)


def _cells(pieces: Pieces, start: int, end: int) -> list[Cell]:
    return [Cell("", at, pieces[at].text, 0, 0, 0, None) for at in range(start, end)]


def _unlike(i: int, i_end: int, j: int, j_end: int) -> Iterator[_Step]:
    """Runs that have nothing in common: as many as there were, one for one; else all for all."""
    if i == i_end:
        if j < j_end:
            yield _Step(i, i, j, j_end)
    elif j == j_end:
        yield from (_Step(at, at + 1, j, j) for at in range(i, i_end))
    elif i_end - i == j_end - j:
        yield from (_Step(i + k, i + k + 1, j + k, j + k + 1) for k in range(i_end - i))
    else:
        yield _Step(i, i_end, j, j_end)
