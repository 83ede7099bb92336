"""Which old sentences correspond to which new ones, from the sure to the weak.

In each field the sentences that read the same or nearly so, in order, one to one or one to its parts. Then, over all
fields at once, what is as alike at another place: it moved. Then, in the gaps that are left in each field, what is
alike enough for its place to speak for it; last, what is left in the field, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from icsdiff.comparison.blocking import COMMON, by_word, nearest
from icsdiff.comparison.cells import Cell, Link
from icsdiff.comparison.sequence import follow, in_order, likeness_of
from icsdiff.language.likeness import content_words
from icsdiff.language.words import reading

SAME_PLACE = 0.4
"""Likeness from which two sentences at the same place of a field are one, revised."""
SAME_FIELD = 0.5
"""Likeness from which two sentences of a field are one, revised and moved, where nothing else is left for either."""
ANY_PLACE = 0.75
"""Likeness from which two sentences are one wherever they stand: without its place, more must speak for it."""
_TELLING_WORDS = 4
"""Content words that two sentences of different fields share at least, unless they read the same: fewer are a phrase
that any objective may use (``This objective supports JSP Objective 2.1.``)."""
_ALL = 160_000
"""Pairs of runs up to which all that share words may be moves: four hundred on either side. Beyond, of each the nearest
by words that few have."""
_MOVABLE_WORDS = 4
"""Words and marks of the shortest sentence that moves: ``None.`` and ``See above.`` stand in many places."""


class Group(NamedTuple):
    """The sentences of an old field and of a new one that is its counterpart, or takes over a part of it."""

    old: Sequence[Cell]
    new: Sequence[Cell]
    family: int
    """The same for all groups between which sentences go along with a split or merger."""


@dataclass(slots=True)
class _Links:
    """The links found so far, and the sentences that they hold."""

    found: list[Link] = field(default_factory=list)
    old: set[Cell] = field(default_factory=set)
    new: set[Cell] = field(default_factory=set)

    def add(self, links: Iterable[Link]) -> None:
        for link in links:
            self.found.append(link)
            self.old.update(link.old)
            self.new.update(link.new)

    def left(self, group: Group) -> Group:
        """A group without the sentences that are linked already."""
        old = [cell for cell in group.old if cell not in self.old]
        return group._replace(old=old, new=[cell for cell in group.new if cell not in self.new])


def align_sentences(groups: Sequence[Group]) -> list[Link]:
    """The links of all sentences; swapping the sides swaps the links and nothing else.

    A field may stand in several groups; the earlier group has the first choice of its sentences.
    """
    links = _Links()
    sure: list[list[Link]] = []
    for group in groups:
        left = links.left(group)
        sure.append(in_order(left.old, left.new, ANY_PLACE))
        links.add(sure[-1])
    links.add(_moves([links.left(group) for group in groups], ANY_PLACE))
    for group, in_group in zip(groups, sure, strict=True):
        for gap in _gaps(group, in_group):
            left = links.left(gap)
            links.add(in_order(left.old, left.new, SAME_PLACE))
    for group in groups:
        links.add(_moves([links.left(group)], SAME_FIELD))
    return links.found


def _gaps(group: Group, links: Iterable[Link]) -> Iterator[Group]:
    """What lies between the links of a group, which are in order."""
    old_place = {cell: at for at, cell in enumerate(group.old)}
    new_place = {cell: at for at, cell in enumerate(group.new)}
    i = j = 0
    for link in links:
        old_end, new_end = old_place[link.old[0]], new_place[link.new[0]]
        yield group._replace(old=group.old[i:old_end], new=group.new[j:new_end])
        i, j = old_place[link.old[-1]] + 1, new_place[link.new[-1]] + 1
    yield group._replace(old=group.old[i:], new=group.new[j:])


def _moves(groups: Sequence[Group], threshold: float) -> list[Link]:
    """Links of sentences that stand at different places, whatever the order.

    The most alike first, those of one family before those of two, the near before the far, a whole before its parts.
    """
    old_family = {cell: group.family for group in groups for cell in group.old}
    new_family = {cell: group.family for group in groups for cell in group.new}
    # By name of the field, so that ties do not depend on which version leads.
    old = sorted(old_family, key=lambda cell: (cell.path, cell.place))
    new = sorted(new_family, key=lambda cell: (cell.path, cell.place))
    candidates = []
    for score, (i, a), (j, b) in _candidates(old, new, threshold):
        link = Link(a, b, same_family=old_family[a[0]] == new_family[b[0]], in_order=False)
        if link.same_family or _is_telling(a, b):
            candidates.append((-score, not link.same_family, abs(i - j), i + j, -len(a) - len(b), i, j, link))
    links = _Links()
    for *_, link in sorted(candidates, key=lambda each: each[:-1]):
        if links.old.isdisjoint(link.old) and links.new.isdisjoint(link.new):
            links.add([link])
    return sorted(links.found, key=lambda link: (link.old[0].path, link.old[0].place))


def _is_telling(old: Sequence[Cell], new: Sequence[Cell]) -> bool:
    """Whether two sentences of different fields have enough in common for their likeness to be no chance."""
    old_readings, new_readings = [reading(cell.text) for cell in old], [reading(cell.text) for cell in new]
    if old_readings == new_readings and len(old_readings[0]) > _MOVABLE_WORDS:
        return True
    return len(set(_words(old)) & set(_words(new))) >= _TELLING_WORDS


Run = tuple[int, tuple[Cell, ...]]


def _candidates(old: Sequence[Cell], new: Sequence[Cell], threshold: float) -> Iterator[tuple[float, Run, Run]]:
    """Pairs of runs that may be moves, each with its likeness; only runs that share words are looked at."""
    old_runs, new_runs = list(_runs(old)), list(_runs(new))
    are_many = len(old_runs) * len(new_runs) > _ALL
    if are_many and [cell.text for cell in old] > [cell.text for cell in new]:
        # Of very many only the nearest of each are looked at: the same whichever side leads.
        yield from ((score, one, other) for score, other, one in _candidates(new, old, threshold))
        return
    words_of = [set(_words(run)) for _, run in new_runs]
    index = by_word(words_of, COMMON if are_many else None)
    for i, run in old_runs:
        words = set(_words(run))
        shared = Counter(at for word in words for at in index.get(word, ()))
        for at in nearest(shared) if are_many else shared:
            j, other = new_runs[at]
            one_is_whole = len(run) == 1 or len(other) == 1
            # Likeness counts every word, so sentences that are alike share most of their words.
            if one_is_whole and 2 * len(words & words_of[at]) >= threshold * min(len(words), len(words_of[at])):
                score = likeness_of(run, other)
                if score >= threshold:
                    yield score, (i, run), (j, other)


def _runs(cells: Sequence[Cell]) -> Iterator[Run]:
    """Each sentence that may move, and each two neighbours, with their place in the order."""
    for at, cell in enumerate(cells):
        if len(reading(cell.text)) >= _MOVABLE_WORDS:
            yield at, (cell,)
        pair = tuple(cells[at : at + 2])
        if len(pair) > 1 and follow(pair):
            yield at, pair


def _words(run: Sequence[Cell]) -> list[str]:
    return [word for cell in run for word in content_words(cell.text)]
