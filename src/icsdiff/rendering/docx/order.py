"""Both versions' lines in one order: what stays in its place, what comes, goes and moves as a whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from icsdiff.comparison.pairs import FieldPair, field_pairs
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering.docx.lines import Line, Style, lines
from icsdiff.rendering.places import Places
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.anchors import Anchors

Key = tuple[str, str]


class Fate(Enum):
    """What becomes of a block at the place where it stands."""

    STAYS = auto()
    GOES = auto()
    COMES = auto()
    MOVES_AWAY = auto()
    MOVES_HERE = auto()


class Block(NamedTuple):
    """A line of either version, or one of both."""

    style: Style
    old: Line | None
    new: Line | None
    pair: FieldPair | None
    """The field behind it; None for a mere heading."""
    fate: Fate = Fate.STAYS
    move: int | None = None
    """Blocks that move together share a number."""


def blocks(changes: ChangeSet, texts: Texts) -> tuple[Block, ...]:
    """The blocks in reading order; one that moves stands at both places."""
    places = Places(texts, changes.old, changes.new)
    anchors = Anchors(changes.old, changes.new, changes.alignment)
    old = {_old_key(line, anchors): line for line in lines(changes.old, places)}
    new = {(line.entity, line.role): line for line in lines(changes.new, places)}
    fields = _Fields(field_pairs(changes.old, changes.new, changes.alignment))
    paired = {key: _paired(old.get(key), new.get(key), fields) for key in {**old, **new}}
    old_place = {key: at for at, key in enumerate(key for key in old if key in new)}
    both = [key for key in new if key in old]
    staying = {both[at] for at in _heaviest([old_place[key] for key in both], [_weight(paired[key]) for key in both])}
    return tuple(_placed(paired, list(old), list(new), staying, _moves(both, old_place, staying)))


def _paired(old: Line | None, new: Line | None, fields: _Fields) -> Block:
    style = (new or old or Line("", "", Style.TEXT)).style
    return Block(style, old, new, fields.behind(old, new))


class _Fields:
    """The pairs of fields by the path of either side."""

    def __init__(self, pairs: Iterable[FieldPair]) -> None:
        self._old: dict[str, FieldPair] = {}
        self._new: dict[str, FieldPair] = {}
        for pair in pairs:
            if pair.old_path:
                self._old[pair.old_path] = pair
            if pair.new_path:
                self._new[pair.new_path] = pair

    def behind(self, old: Line | None, new: Line | None) -> FieldPair | None:
        """The pair that a line of each version shows."""
        return (self._new.get(new.path) if new else None) or (self._old.get(old.path) if old else None)


def _old_key(line: Line, anchors: Anchors) -> Key:
    """The key of the new line that an old one is compared with, where there is one."""
    return (anchors.partner(line.entity) or f"old {line.entity}" if line.entity else "", line.role)


def _weight(block: Block) -> int:
    return 1 + (len(block.pair.old) + len(block.pair.new) if block.pair else 0)


def _heaviest(places: Sequence[int], weights: Sequence[int]) -> Iterator[int]:
    """Which items to leave in their order, so that the least text moves: the heaviest ascending run of places."""
    ends: list[int] = []  # places in ascending order, each the end of a run heavier than all that end before it
    totals: list[tuple[int, int]] = []  # such a run's weight, and its last item
    before: list[int | None] = []
    for item, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(ends, place)
        total = weight + (totals[at - 1][0] if at else 0)
        before.append(totals[at - 1][1] if at else None)
        last = at
        while last < len(ends) and totals[last][0] <= total:
            last += 1
        ends[at:last], totals[at:last] = [place], [(total, item)]
    item_or_none = totals[-1][1] if totals else None
    while item_or_none is not None:
        yield item_or_none
        item_or_none = before[item_or_none]


def _moves(both: Sequence[Key], old_place: Mapping[Key, int], staying: set[Key]) -> dict[Key, int]:
    """The blocks that move, those that stand together in both versions under one number."""
    found: dict[Key, int] = {}
    last = 0
    before: Key | None = None
    for key in both:
        if key not in staying:
            together = before is not None and before in found and old_place[key] == old_place[before] + 1
            last += not together
            found[key] = last
        before = key
    return found


def _placed(
    paired: Mapping[Key, Block], old: Sequence[Key], new: Sequence[Key], staying: set[Key], moves: Mapping[Key, int]
) -> Iterator[Block]:
    gone = iter(old)
    waiting: list[Block] = []
    for key in (*new, None):
        if key is not None and key not in staying:
            fate = Fate.MOVES_HERE if key in moves else Fate.COMES
            waiting.append(paired[key]._replace(fate=fate, move=moves.get(key)))
            continue
        for left in gone:
            if left == key:
                break
            fate = Fate.MOVES_AWAY if left in moves else Fate.GOES
            yield paired[left]._replace(fate=fate, move=moves.get(left))
        yield from waiting
        waiting.clear()
        if key is not None:
            yield paired[key]
