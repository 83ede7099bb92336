"""Which old sentences correspond to which new ones.

First the sentences that read the same, in order; then, in the gaps between them, the sentences that are alike, in
order, one to one or one to its parts; then what stands at another place of the field; last, over all fields at once,
what moved to another field or objective.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from icsdiff.comparison.cells import Cell, Link
from icsdiff.language.likeness import content_words, likeness
from icsdiff.language.words import common_runs, reading

SAME_PLACE = 0.4
"""Likeness from which two sentences at the same place of a field are one, revised."""
OTHER_PLACE = 0.75
"""Likeness from which two sentences at different places are one, moved: without its place, more must speak for it."""
_PART = 0.5
"""Share of a sentence's content words that another must hold, for the one to be a part of the other."""
_MOVABLE_WORDS = 4
"""Shorter sentences (``None.``, ``See above.``) stand in many places and move nowhere."""
_COMPARABLE = 250_000
"""Candidate pairs up to which likeness is computed in one gap.

Beyond it only sentences that read the same are paired in order; the others are looked for at any place.
"""
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many sentences may stand for how many, the simplest first."""


def align_field(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[list[Link], list[Link]]:
    """The sentences of one field: links in order, and links of which one side moved past the others."""
    if ("".join(cell.text for cell in old), len(old)) > ("".join(cell.text for cell in new), len(new)):
        in_order, moved = _align_one_way(new, old)
        return [link.flipped for link in in_order], [link.flipped for link in moved]
    return _align_one_way(old, new)


def _align_one_way(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[list[Link], list[Link]]:
    """As ``align_field``, but ties may fall differently when the sides are swapped."""
    in_order: list[Link] = []
    old_readings, new_readings = [reading(cell.text) for cell in old], [reading(cell.text) for cell in new]
    for same, (i, i_end), (j, j_end) in common_runs(old_readings, new_readings):
        if same:
            in_order.extend(Link((a,), (b,)) for a, b in zip(old[i:i_end], new[j:j_end], strict=True))
        else:
            in_order.extend(_alike_in_order(old[i:i_end], new[j:j_end]))
    taken_old = {cell for link in in_order for cell in link.old}
    taken_new = {cell for link in in_order for cell in link.new}
    moved = moves([cell for cell in old if cell not in taken_old], [cell for cell in new if cell not in taken_new])
    return in_order, moved


def _alike_in_order(old: Sequence[Cell], new: Sequence[Cell]) -> list[Link]:
    """The in-order pairing with the most likeness in sum.

    Needleman and Wunsch (1970) over sentences, with the one-to-many steps of Gale and Church (1993).
    """
    if not old or not new or len(old) * len(new) > _COMPARABLE:
        return []
    # Of equal sums the first found stays: the simplest shape, and a step over one side before a step over the other.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    step = [[(0, 0)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old), -1, -1):
        for j in range(len(new), -1, -1):
            for rows, columns in _SHAPES:
                if i + rows > len(old) or j + columns > len(new):
                    continue
                gain = _likeness(old[i : i + rows], new[j : j + columns]) - SAME_PLACE
                if gain >= 0 and (total := gain + 0.001 + best[i + rows][j + columns]) > best[i][j]:
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


def _likeness(old: Sequence[Cell], new: Sequence[Cell]) -> float:
    """Likeness of two sentences, or of one and the neighbours that may be its parts; 0 where these are none."""
    if len(old) == len(new) == 1:
        return likeness(old[0].text, new[0].text)
    if not (_follow(old) and _follow(new)):
        return 0.0
    whole, parts = (old[0], new) if len(old) == 1 else (new[0], old)
    words = Counter(content_words(whole.text))
    if not all(_share(part, words) >= _PART for part in parts):
        return 0.0
    return likeness(whole.text, " ".join(part.text for part in parts))


def _follow(side: Sequence[Cell]) -> bool:
    """Whether sentences stand one after the other in one field."""
    return all(a.path == b.path and a.place + 1 == b.place for a, b in pairwise(side))


def _share(part: Cell, whole: Counter[str]) -> float:
    words = Counter(content_words(part.text))
    return (words & whole).total() / words.total() if words else 0.0


def moves(old: Sequence[Cell], new: Sequence[Cell]) -> list[Link]:
    """Links of sentences that stand at different places, whatever the order.

    The most alike first; a whole before its parts.
    """
    # By name of the field, so that ties do not depend on which version leads.
    old, new = (sorted(side, key=lambda cell: (cell.path, cell.place)) for side in (old, new))
    candidates = list(_candidates(old, new))
    scored = sorted(
        (-score, abs(i - j), i + j, -len(link.old) - len(link.new), i, j, at)
        for at, (score, i, j, link) in enumerate(candidates)
    )
    taken_old: set[Cell] = set()
    taken_new: set[Cell] = set()
    found: list[Link] = []
    for *_, at in scored:
        link = candidates[at][3]
        if taken_old.isdisjoint(link.old) and taken_new.isdisjoint(link.new):
            taken_old |= set(link.old)
            taken_new |= set(link.new)
            found.append(link)
    return sorted(found, key=lambda link: (link.old[0].path, link.old[0].place))


def _candidates(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[tuple[float, int, int, Link]]:
    """Links that may be moves, each with its likeness and the places of its first sentences."""
    old_runs, new_runs = list(_runs(old)), list(_runs(new))
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, run) in enumerate(new_runs):
        for word in set(_words(run)):
            by_word[word].append(at)
    for i, run in old_runs:
        words = _words(run)
        shared = Counter(at for word in set(words) for at in by_word[word])
        for at, count in shared.items():
            j, other = new_runs[at]
            if len(run) > 1 and len(other) > 1:
                continue
            # Likeness counts every word, so sentences that are alike share most of their words.
            if 2 * count >= OTHER_PLACE * min(len(set(words)), len(set(_words(other)))):
                score = _likeness(run, other)
                if score >= OTHER_PLACE:
                    yield score, i, j, Link(run, other)


def _runs(cells: Sequence[Cell]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Each sentence that may move, and each two neighbours, with their place in the order."""
    for at, cell in enumerate(cells):
        if len(reading(cell.text)) > _MOVABLE_WORDS:
            yield at, (cell,)
        if _follow(pair := tuple(cells[at : at + 2])) and len(pair) > 1:
            yield at, pair


def _words(run: Sequence[Cell]) -> list[str]:
    return [word for cell in run for word in content_words(cell.text)]
