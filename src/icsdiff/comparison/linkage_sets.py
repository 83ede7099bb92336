"""Which references and remarks of two linkages fields are the same, which were revised, which came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from icsdiff.language.likeness import likeness
from icsdiff.language.linkages.frameworks import folded, named_otherwise, same_by_initials
from icsdiff.language.references import Key, Reference
from icsdiff.language.remarks import Remark
from icsdiff.language.words import reading

Item = TypeVar("Item")
Matched = tuple[list[tuple[Item, Item]], list[Item], list[Item]]
"""Pairs of which one is the other revised, what is left of the old side, what is left of the new side."""

_SAME_KEY, _SAME_NAME = 3.0, 2.0
_SAME_REMARK = 0.4
"""Likeness from which two remarks about one reference are one, revised."""
_SAME_PART = 0.1
"""How surely two introductions are one, in other words, when nothing but their part in the list speaks for it."""
_COMPARABLE = 40_000
"""Candidate pairs up to which all are looked at. Beyond it nothing is taken for a revision of another."""


def match_references(old: Iterable[Reference], new: Iterable[Reference]) -> Matched[Reference]:
    """References as a set: what is the same on both sides is left out."""
    before = {(each.key, each.particulars): each for each in reversed([*old])}
    after = {(each.key, each.particulars): each for each in reversed([*new])}
    gone = [each for identity, each in before.items() if identity not in after]
    come = [each for identity, each in after.items() if identity not in before]
    pairs, gone, come = _pair(_in_order(gone), _in_order(come), _surely_one)
    revised = [pair for pair in pairs if not _is_one(*pair)]
    return revised, gone, come


def match_remarks(old: Iterable[Remark], new: Iterable[Remark], common: Collection[Key]) -> Matched[Remark]:
    """Remarks as a set; one that passes to another reference, of those that both sides have, is another remark.

    Words that introduce a list may be spared altogether; they are no other words for that.
    """

    def subject(remark: Remark) -> Key | None:
        return remark.about if remark.about in common else None

    def identity(remark: Remark) -> Hashable:
        return subject(remark), reading(remark.text)

    def likeness_of(before: Remark, after: Remark) -> float:
        if subject(before) != subject(after):
            return 0.0
        score = likeness(before.text, after.text)
        return score if score >= _SAME_REMARK else _SAME_PART * (before.introduces and after.introduces)

    old, new = list(old), list(new)
    revised, gone, come = _pair(_surplus(old, new, identity), _surplus(new, old, identity), likeness_of)
    return revised, [each for each in gone if not each.introduces], [each for each in come if not each.introduces]


def _in_order(found: Iterable[Reference]) -> list[Reference]:
    return sorted(found, key=lambda each: each.start)


def _surplus(side: Iterable[Item], other: Iterable[Item], identity: Callable[[Item], Hashable]) -> Iterator[Item]:
    """The items of one side beyond as many as the other side has of them."""
    left = Counter(map(identity, other))
    for item in side:
        name = identity(item)
        left[name] -= 1
        if left[name] < 0:
            yield item


def _pair(old: Iterable[Item], new: Iterable[Item], score: Callable[[Item, Item], float]) -> Matched[Item]:
    """The surest pairs first; the same pairs whichever side leads."""
    old, new = list(old), list(new)
    scored = sorted(_scored(old, new, score)) if len(old) * len(new) <= _COMPARABLE else []
    taken_old: dict[int, int] = {}
    taken_new: set[int] = set()
    for *_, i, j in scored:
        if i not in taken_old and j not in taken_new:
            taken_old[i] = j
            taken_new.add(j)
    return (
        [(old[i], new[j]) for i, j in sorted(taken_old.items())],
        [item for i, item in enumerate(old) if i not in taken_old],
        [item for j, item in enumerate(new) if j not in taken_new],
    )


def _scored(
    old: Sequence[Item], new: Sequence[Item], score: Callable[[Item, Item], float]
) -> Iterator[tuple[float, int, int, int, int]]:
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            if sure := score(before, after):
                yield -sure, abs(i - j), i + j, i, j


def _surely_one(old: Reference, new: Reference) -> float:
    """How surely two references are one, 0 for two: the same numbers, and frameworks that are one under two names."""
    if old.key == new.key:
        return _SAME_KEY
    numbers, elements = {old.number, new.number}, {old.element, new.element}
    if (len(numbers) > 1 and ("" not in numbers or elements != {""})) or (len(elements) > 1 and "" not in elements):
        return 0.0
    if _is_named_alike(old, new):
        return _SAME_NAME
    return named_otherwise(f"{old.framework} {old.title}", f"{new.framework} {new.title}")


def _is_named_alike(old: Reference, new: Reference) -> bool:
    before, after = folded(old.framework), folded(new.framework)
    return before == after or same_by_initials(before, after)


def _is_one(old: Reference, new: Reference) -> bool:
    """Whether two references differ in an acronym for words of their framework's name, and in nothing else."""
    return (old.element, old.number, old.particulars) == (new.element, new.number, new.particulars) and _is_named_alike(
        old, new
    )
