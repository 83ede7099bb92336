"""Which old sentence corresponds to which new one.

First the sentences that read the same, in order; then, in the gaps between them, the sentences that are alike, in
order; then what stands at another place of the field; last, over all fields at once, what moved to another field or
objective.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from icsdiff.comparison.cells import Cell
from icsdiff.language.likeness import likeness
from icsdiff.language.words import common_runs, reading

Pair = tuple[int, int]
CellPair = tuple[Cell, Cell]

SAME_PLACE = 0.4
"""Likeness from which two sentences at the same place of a field are one, revised."""
OTHER_PLACE = 0.75
"""Likeness from which two sentences at different places are one, moved: without its place, more must speak for it."""
_MOVABLE_WORDS = 4
"""Shorter sentences (``None.``, ``See above.``) stand in many places and move nowhere."""
_COMPARABLE = 250_000
"""Candidate pairs up to which likeness is computed in one gap.

Beyond it only sentences that read the same are paired.
"""


def align_field(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[list[CellPair], list[CellPair]]:
    """The sentences of one field: pairs in order, and pairs of which one moved past the others."""
    if ("".join(cell.text for cell in old), len(old)) > ("".join(cell.text for cell in new), len(new)):
        in_order, moved = align_field_one_way(new, old)
        return [(after, before) for before, after in in_order], [(after, before) for before, after in moved]
    return align_field_one_way(old, new)


def align_field_one_way(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[list[CellPair], list[CellPair]]:
    """As ``align_field``, but ties may fall differently when the sides are swapped."""
    in_order: list[CellPair] = []
    old_readings, new_readings = [reading(cell.text) for cell in old], [reading(cell.text) for cell in new]
    for same, (i, i_end), (j, j_end) in common_runs(old_readings, new_readings):
        if same:
            in_order.extend(zip(old[i:i_end], new[j:j_end], strict=True))
        else:
            in_order.extend(_alike_in_order(old[i:i_end], new[j:j_end]))
    taken_old, taken_new = {before.place for before, _ in in_order}, {after.place for _, after in in_order}
    moved = moves(
        [cell for cell in old if cell.place not in taken_old], [cell for cell in new if cell.place not in taken_new]
    )
    return sorted(in_order, key=lambda pair: pair[0].place), moved


def _alike_in_order(old: Sequence[Cell], new: Sequence[Cell]) -> list[CellPair]:
    """The in-order pairing with the most likeness in sum: Needleman and Wunsch (1970) over sentences."""
    if not old or not new or len(old) * len(new) > _COMPARABLE:
        return []
    gain = [[max(0.0, likeness(before.text, after.text) - SAME_PLACE + 0.001) for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, j in product(range(len(old) - 1, -1, -1), range(len(new) - 1, -1, -1)):
        paired = gain[i][j] + best[i + 1][j + 1] if gain[i][j] else 0.0
        best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[CellPair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if gain[i][j] and best[i][j] == gain[i][j] + best[i + 1][j + 1]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def moves(old: Sequence[Cell], new: Sequence[Cell]) -> list[CellPair]:
    """Pairs of sentences that stand at different places, whatever the order.

    The same reading first, then the most alike.
    """
    # By name of the field, so that ties do not depend on which version leads.
    old, new = (sorted(side, key=lambda cell: (cell.path, cell.place)) for side in (old, new))
    scored = [
        (-score, abs(i - j), i + j, i, j)
        for i, j, score in _candidates([cell.text for cell in old], [cell.text for cell in new])
    ]
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    found: list[CellPair] = []
    for *_, i, j in sorted(scored):
        if i in free_old and j in free_new:
            free_old.remove(i)
            free_new.remove(j)
            found.append((old[i], new[j]))
    return sorted(found, key=lambda pair: (pair[0].path, pair[0].place))


def _candidates(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, float]]:
    old_readings, new_readings = [reading(text) for text in old], [reading(text) for text in new]
    by_reading: dict[tuple[str, ...], list[int]] = {}
    for j, words in enumerate(new_readings):
        by_reading.setdefault(words, []).append(j)
    found = [
        (i, j, 1.0)
        for i, words in enumerate(old_readings)
        if len(words) > _MOVABLE_WORDS
        for j in by_reading.get(words, ())
    ]
    rest_old = [
        i for i in range(len(old)) if old_readings[i] not in by_reading and len(old_readings[i]) > _MOVABLE_WORDS
    ]
    if len(rest_old) * len(new) <= _COMPARABLE:
        found += [
            (i, j, score)
            for i in rest_old
            for j in range(len(new))
            if len(new_readings[j]) > _MOVABLE_WORDS and (score := likeness(old[i], new[j])) >= OTHER_PLACE
        ]
    return found
