"""Sentences of two fields in the same order: which are one, which are one and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from icsdiff.comparison.cells import Cell, Link
from icsdiff.language.likeness import held, likeness
from icsdiff.language.words import common_runs, reading, same_reading

_PART = 0.5
"""Share of a sentence's content words that another must hold, for the one to be a part of the other."""
_TABLE = 2_500
"""Candidate pairs up to which all that differs is weighed at once; beyond, what lies between equal sentences."""
_LARGEST_TABLE = 250_000
"""Candidate pairs beyond which only sentences that read the same are paired in order."""
_TRIFLE = 1e-5
"""What a word weighs, in likeness: of two sentences that changed places, the shorter one moved."""
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many sentences may stand for how many, the simplest first."""


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
    if len(old) * len(new) <= _TABLE:
        return _alike(old, new, threshold)
    found: list[Link] = []
    for same, (i, i_end), (j, j_end) in common_runs(
        [reading(cell.text) for cell in old], [reading(cell.text) for cell in new]
    ):
        if same:
            found += [Link((a,), (b,)) for a, b in zip(old[i:i_end], new[j:j_end], strict=True)]
        elif (i_end - i) * (j_end - j) <= _LARGEST_TABLE:
            found += _alike(old[i:i_end], new[j:j_end], threshold)
    return found


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
    words = sum(len(reading(cell.text)) for cell in (*old, *new))
    return above + _TRIFLE * words if above >= 0 else 0.0


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
