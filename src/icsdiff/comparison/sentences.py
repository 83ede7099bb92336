"""Which old sentences correspond to which new ones, from the sure to the weak.

In each field the sentences that read the same or nearly so, in order, one to one or one to its parts. Then, over all
fields at once, what is as alike at another place: it moved. Last, in the gaps that are left in each field, what is
alike enough for its place to speak for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from icsdiff.comparison.cells import Cell, Link
from icsdiff.language.likeness import content_words, likeness
from icsdiff.language.words import common_runs, reading

SAME_PLACE = 0.4
"""Likeness from which two sentences at the same place of a field are one, revised."""
ANY_PLACE = 0.75
"""Likeness from which two sentences are one wherever they stand: without its place, more must speak for it."""
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


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences of both versions that stand in one field, or in the same field of a split objective's parts."""

    old: Sequence[Cell]
    new: Sequence[Cell]


def align_sentences(groups: Sequence[Group]) -> list[Link]:
    """The links of all sentences, those in order first; swapping the sides swaps the links and nothing else."""
    sure = [_in_order(group.old, group.new, ANY_PLACE) for group in groups]
    left = _unlinked(groups, [link for links in sure for link in links])
    moved = _moves(left)
    weak = [
        link
        for group, links in zip(groups, sure, strict=True)
        for gap in _unlinked(list(_gaps(group, links)), moved)
        for link in _in_order(gap.old, gap.new, SAME_PLACE)
    ]
    return [*(link for links in sure for link in links), *weak, *moved]


def _unlinked(groups: Sequence[Group], links: Iterable[Link]) -> list[Group]:
    """The groups without the sentences that are linked already."""
    links = tuple(links)
    old, new = {cell for link in links for cell in link.old}, {cell for link in links for cell in link.new}
    return [
        Group([cell for cell in group.old if cell not in old], [cell for cell in group.new if cell not in new])
        for group in groups
    ]


def _gaps(group: Group, links: Iterable[Link]) -> Iterator[Group]:
    """What lies between the links of a group."""
    old_place = {cell: at for at, cell in enumerate(group.old)}
    new_place = {cell: at for at, cell in enumerate(group.new)}
    i = j = 0
    for link in sorted(links, key=lambda link: old_place[link.old[0]]):
        yield Group(group.old[i : old_place[link.old[0]]], group.new[j : new_place[link.new[0]]])
        i, j = old_place[link.old[-1]] + 1, new_place[link.new[-1]] + 1
    yield Group(group.old[i:], group.new[j:])


def _in_order(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    """Links in order; the side whose text sorts first leads, so that ties fall alike when the sides are swapped."""
    if ("".join(cell.text for cell in old), len(old)) > ("".join(cell.text for cell in new), len(new)):
        return [link.flipped for link in _in_order_one_way(new, old, threshold)]
    return _in_order_one_way(old, new, threshold)


def _in_order_one_way(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    found: list[Link] = []
    old_readings, new_readings = [reading(cell.text) for cell in old], [reading(cell.text) for cell in new]
    for same, (i, i_end), (j, j_end) in common_runs(old_readings, new_readings):
        if same:
            found.extend(Link((a,), (b,)) for a, b in zip(old[i:i_end], new[j:j_end], strict=True))
        else:
            found.extend(_alike_in_order(old[i:i_end], new[j:j_end], threshold))
    return found


def _alike_in_order(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> list[Link]:
    """The in-order pairing with the most likeness in sum, none below the threshold.

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
                gain = _likeness(old[i : i + rows], new[j : j + columns]) - threshold
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


def _moves(groups: Sequence[Group]) -> list[Link]:
    """Links of sentences that stand at different places, whatever the order.

    The most alike first, those of one group before those of two, the near before the far, a whole before its parts.
    """
    # By name of the field, so that ties do not depend on which version leads.
    old = sorted((cell for group in groups for cell in group.old), key=lambda cell: (cell.path, cell.place))
    new = sorted((cell for group in groups for cell in group.new), key=lambda cell: (cell.path, cell.place))
    old_group = {cell: at for at, group in enumerate(groups) for cell in group.old}
    new_group = {cell: at for at, group in enumerate(groups) for cell in group.new}
    candidates = []
    for score, (i, a), (j, b) in _candidates(old, new):
        link = Link(a, b, same_group=old_group[a[0]] == new_group[b[0]], in_order=False)
        candidates.append((-score, not link.same_group, abs(i - j), i + j, -len(a) - len(b), i, j, link))
    taken_old: set[Cell] = set()
    taken_new: set[Cell] = set()
    found: list[Link] = []
    for *_, link in sorted(candidates, key=lambda each: each[:-1]):
        if taken_old.isdisjoint(link.old) and taken_new.isdisjoint(link.new):
            taken_old.update(link.old)
            taken_new.update(link.new)
            found.append(link)
    return sorted(found, key=lambda link: (link.old[0].path, link.old[0].place))


Run = tuple[int, tuple[Cell, ...]]


def _candidates(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[tuple[float, Run, Run]]:
    """Pairs of runs that may be moves, each with its likeness; only runs that share words are looked at."""
    old_runs, new_runs = list(_runs(old)), list(_runs(new))
    words_of = [set(_words(run)) for _, run in new_runs]
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(words_of):
        for word in words:
            by_word[word].append(at)
    for i, run in old_runs:
        words = set(_words(run))
        shared = Counter(at for word in words for at in by_word[word])
        for at, count in shared.items():
            j, other = new_runs[at]
            one_is_whole = len(run) == 1 or len(other) == 1
            # Likeness counts every word, so sentences that are alike share most of their words.
            if one_is_whole and 2 * count >= ANY_PLACE * min(len(words), len(words_of[at])):
                score = _likeness(run, other)
                if score >= ANY_PLACE:
                    yield score, (i, run), (j, other)


def _runs(cells: Sequence[Cell]) -> Iterator[Run]:
    """Each sentence that may move, and each two neighbours, with their place in the order."""
    for at, cell in enumerate(cells):
        if len(reading(cell.text)) > _MOVABLE_WORDS:
            yield at, (cell,)
        if _follow(pair := tuple(cells[at : at + 2])) and len(pair) > 1:
            yield at, pair


def _words(run: Sequence[Cell]) -> list[str]:
    return [word for cell in run for word in content_words(cell.text)]
