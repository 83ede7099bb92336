"""Sentences of two fields in the same order: which are one, which are one and its parts."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TypeAlias

from icsdiff.comparison.cells import Cell, Link
from icsdiff.language.likeness import held, likeness
from icsdiff.language.words import reading, same_reading

_PART = 0.5
"""Share of a sentence's content words that another must hold, for the one to be a part of the other."""
_TABLE = 2_500
"""Candidate pairs up to which all that differs is weighed at once; beyond, what lies between fixed points."""
_WINDOW = 32
"""Sentences that are weighed at once where there are no fixed points."""
_TRIFLE = 1e-5
"""What a word weighs, in likeness: of two sentences that changed places, the shorter one moved."""
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many sentences may stand for how many, the simplest first."""


_Chain: TypeAlias = "tuple[int, int, _Chain | None]"
"""A place on either side, and those before it in the same order."""


def in_order(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    """Links in order, none less alike than the threshold.

    The side whose text sorts first leads, so that ties fall alike when the sides are swapped.
    """
    if ("".join(cell.text for cell in old), len(old)) > ("".join(cell.text for cell in new), len(new)):
        return [link.flipped for link in _one_way(new, old, threshold)]
    return _one_way(old, new, threshold)


def _one_way(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    head = _equal_at_start(old, new)
    tail = _equal_at_start(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    found = [Link((a,), (b,)) for a, b in zip(old[:head], new[:head], strict=True)]
    found += _between(old[head:old_end], new[head:new_end], threshold)
    found += [Link((a,), (b,)) for a, b in zip(old[old_end:], new[new_end:], strict=True)]
    return found


def _equal_at_start(old: Sequence[Cell], new: Sequence[Cell]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: same_reading(pair[0].text, pair[1].text), pairs))


def _between(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    """What stands between equal sentences, paired by likeness.

    Where that is too much to be weighed at once, sentences that stand once on either side are fixed points: those that
    read the same, then those that do but for figures. Where even these leave too much between them, it is cut
    into as many windows on either side, and a pair lies within one window.
    """
    if len(old) * len(new) <= _TABLE:
        return _alike(old, new, threshold)
    found: list[Link] = []
    for key in (reading, _but_for_figures):
        if anchors := _anchors([key(cell.text) for cell in old], [key(cell.text) for cell in new]):
            break
    else:
        windows = math.ceil(max(len(old), len(new)) / _WINDOW)
        for at in range(windows):
            (i, i_end), (j, j_end) = (
                (len(side) * at // windows, len(side) * (at + 1) // windows) for side in (old, new)
            )
            found += _alike(old[i:i_end], new[j:j_end], threshold)
        return found
    i = j = 0
    for i_end, j_end in (*anchors, (len(old), len(new))):
        found += _one_way(old[i:i_end], new[j:j_end], threshold)
        if i_end < len(old) and _gain(old[i_end : i_end + 1], new[j_end : j_end + 1], threshold):
            found.append(Link((old[i_end],), (new[j_end],)))
        i, j = i_end + 1, j_end + 1
    return found


def _but_for_figures(text: str) -> tuple[str, ...]:
    return tuple("0" if word[0].isdigit() else word for word in reading(text))


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what stands once on either side, as many as stand in the same order (patience, Cohen 2003)."""
    old_places, new_places = (
        {item: at for at, item in enumerate(side) if counts[item] == 1}
        for side, counts in ((old, Counter(old)), (new, Counter(new)))
    )
    ends: list[int] = []
    chains: list[_Chain] = []
    for item, i in old_places.items():
        if (j := new_places.get(item)) is not None:
            length = bisect_left(ends, j)
            chain = (i, j, chains[length - 1] if length else None)
            ends[length : length + 1] = [j]
            chains[length : length + 1] = [chain]
    found: list[tuple[int, int]] = []
    last: _Chain | None = chains[-1] if chains else None
    while last:
        found.append(last[:2])
        last = last[2]
    return found[::-1]


def _alike(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    """The in-order pairing with the most likeness in sum.

    Needleman and Wunsch (1970) over sentences, with the one-to-many steps of Gale and Church (1993).
    """
    # Of equal sums the first found stays: the simplest shape, and a step over one side before a step over the other.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    step = [[(0, 0)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old), -1, -1):
        for j in range(len(new), -1, -1):
            for rows, columns in _SHAPES:
                if i + rows <= len(old) and j + columns <= len(new):
                    gain = _gain(old[i : i + rows], new[j : j + columns], threshold)
                    if gain and (total := gain + best[i + rows][j + columns]) > best[i][j]:
                        best[i][j], step[i][j] = total, (rows, columns)
            if i < len(old) and best[i + 1][j] > best[i][j]:
                best[i][j], step[i][j] = best[i + 1][j], (1, 0)
            if j < len(new) and best[i][j + 1] > best[i][j]:
                best[i][j], step[i][j] = best[i][j + 1], (0, 1)
    return list(_path(old, new, step))


def _path(old: Sequence[Cell], new: Sequence[Cell], step: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Link]:
    i = j = 0
    while (move := step[i][j]) != (0, 0):
        rows, columns = move
        if rows and columns:
            yield Link(tuple(old[i : i + rows]), tuple(new[j : j + columns]))
        i, j = i + rows, j + columns


def _gain(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> float:
    """What a pair adds: how far it is above the threshold, and a trifle for each word that keeps its place."""
    above = likeness_of(old, new) - threshold
    if above < 0:
        return 0.0
    return above + _TRIFLE * sum(len(reading(cell.text)) for cell in (*old, *new))


def likeness_of(old: Sequence[Cell], new: Sequence[Cell]) -> float:
    """Likeness of two sentences, or of one and the neighbours that may be its parts; 0 where these are none."""
    if len(old) == len(new) == 1:
        return likeness(old[0].text, new[0].text)
    if not (follow(old) and follow(new)):
        return 0.0
    whole, parts = (old[0], new) if len(old) == 1 else (new[0], old)
    if not all(held(part.text, whole.text) >= _PART for part in parts):
        return 0.0
    return likeness(whole.text, " ".join(part.text for part in parts))


def follow(side: Sequence[Cell]) -> bool:
    """Whether sentences stand one after the other in one field."""
    return all(a.path == b.path and a.place + 1 == b.place for a, b in pairwise(side))
