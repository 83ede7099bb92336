"""Where in the document the comment on each change stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from icsdiff.comparison.pairs import home
from icsdiff.model.changes import Change, ChangeSet, Passage, Rewrite
from icsdiff.rendering.docx.order import Fate
from icsdiff.rendering.docx.paragraphs import NEW_ONLY, OLD_ONLY
from icsdiff.rendering.docx.tracking import Tracked, Words

Place = tuple[int, int]
"""A paragraph, and a run of words in it."""
Difference = Change | Rewrite


class Anchor(NamedTuple):
    """What a comment is about, from its first words to its last."""

    about: Difference
    first: Place
    last: Place


def anchors(changes: ChangeSet, paragraphs: Sequence[Tracked]) -> list[Anchor]:
    """Every change, and every place that is only written another way, in the order of the document."""
    own = _own(paragraphs)
    places = _Places(paragraphs)
    differences: tuple[Difference, ...] = (*changes.changes, *changes.rewrites)
    found = (Anchor(each, *(own.get(_key(each)) or places.of(each))) for each in differences)
    return sorted(found, key=lambda anchor: (anchor.first, anchor.last))


def _key(difference: Difference) -> str | Rewrite:
    return difference.id if isinstance(difference, Change) else difference


def _all_words(paragraphs: Sequence[Tracked]) -> Iterator[tuple[Place, Tracked, Words]]:
    for at, paragraph in enumerate(paragraphs):
        for position, words in enumerate(paragraph.words):
            yield (at, position), paragraph, words


def _own(paragraphs: Sequence[Tracked]) -> dict[str | Rewrite, tuple[Place, Place]]:
    """The words of each change; where they stand in several blocks, those that the new version has some of."""
    found: dict[str | Rewrite, tuple[Place, Place]] = {}
    in_new: set[str | Rewrite] = set()
    for _, group in groupby(_all_words(paragraphs), key=lambda each: id(each[1].block)):
        here: dict[str | Rewrite, list[tuple[Place, bool]]] = {}
        for place, _, words in group:
            run = words.piece.run
            if about := run.change or run.rewrite:
                here.setdefault(_key(about), []).append((place, run.kind in NEW_ONLY))
        for key, places in here.items():
            is_new = any(new for _, new in places)
            if key not in found or (is_new and key not in in_new):
                found[key] = (places[0][0], places[-1][0])
                in_new.update({key} if is_new else ())
    return found


class _Places:
    """Where the characters of either version's fields stand, for changes that have no words of their own."""

    def __init__(self, paragraphs: Sequence[Tracked]) -> None:
        self._fields: dict[tuple[str, str], list[tuple[int, Place]]] = {}
        self._headings: dict[tuple[str, str], Place] = {}
        for place, paragraph, words in _all_words(paragraphs):
            block, piece = paragraph.block, words.piece
            if block.new and block.fate is not Fate.MOVES_AWAY and piece.run.kind not in OLD_ONLY:
                self._add("new", block.new.entity, block.new.path, piece.new_at, place)
            if block.old and block.fate is not Fate.MOVES_HERE and piece.run.kind not in NEW_ONLY:
                self._add("old", block.old.entity, block.old.path, piece.old_at, place)

    def _add(self, side: str, entity: str, path: str, at: int, place: Place) -> None:
        self._headings.setdefault((side, entity), place)
        if at >= 0:
            self._fields.setdefault((side, path), []).append((at, place))

    def of(self, difference: Difference) -> tuple[Place, Place]:
        """The words in which a change stands, or the heading that it stands under."""
        side, passage = ("new", difference.new) if difference.new else ("old", difference.old)
        place = self._within(side, passage) if passage else (0, 0)
        return place, place

    def _within(self, side: str, passage: Passage) -> Place:
        field = self._fields.get((side, passage.path))
        if not field:
            return self._headings[side, home(passage.path)]
        return field[max(0, bisect_right(field, passage.start, key=lambda each: each[0]) - 1)][1]
