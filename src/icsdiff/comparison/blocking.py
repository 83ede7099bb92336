"""Which of many are worth a closer look: those that share a telling word, instead of all against all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

ALL = 4_000
"""Pairs up to which all are looked at: more than 60 objectives on either side. Beyond, what is the same to the letter
is paired first, and of the rest only those are looked at that share words which few have."""
COMMON = 64
"""Texts from which on a word tells nothing, where not all are looked at."""
_NEAREST = 12
"""Of each, how many others are looked at: those that share the most words."""

Index = Mapping[str, Sequence[int]]


def by_word(bags: Iterable[Collection[str]], most: int | None = None) -> Index:
    """Where each word stands, of those that stand in ``most`` of the bags at the most."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for word in bag:
            places[word].append(at)
    return places if most is None else {word: found for word, found in places.items() if len(found) <= most}


def near(old: Sequence[Collection[str]], new: Sequence[Collection[str]]) -> Iterator[tuple[int, int]]:
    """Pairs worth a closer look, by index, given the most telling words of each; all where these are few."""
    if len(old) * len(new) <= ALL:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    index = by_word(new, COMMON)
    for i, words in enumerate(old):
        yield from ((i, j) for j in nearest(Counter(j for word in words for j in index.get(word, ()))))


def nearest(shared: Mapping[int, int]) -> list[int]:
    """Of the others, by how many words they share, those to look at: the nearest first."""
    return sorted(shared, key=lambda at: (-shared[at], at))[:_NEAREST]
