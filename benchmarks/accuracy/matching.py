"""Which found change is which label, which found link which labelled pair of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from benchmarks.accuracy.answer import Found, Link
from benchmarks.accuracy.labels import Label

_FOLDED = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—−", '\'\'\'\'""""""------')
_NUMBER = re.compile(r"M?\d+(?:\.\d+)*")
_WHOLES = ("goal-", "objective-")


@dataclass(frozen=True, slots=True)
class Matching:
    """What belongs together, and what is left over."""

    hits: tuple[tuple[Label, Found], ...]
    """Required labels that were found."""
    excused: tuple[tuple[Label, Found], ...]
    """Optional labels that were found."""
    missed: tuple[Label, ...]
    """Required labels that were not."""
    false: tuple[Found, ...]
    """Found changes that no label asks for and no other change brought along."""


def match(labels: Sequence[Label], found: Sequence[Found]) -> Matching:
    """One to one, the closest first; required labels before optional ones."""
    required = [label for label in labels if not label.optional]
    hits, rest = _pairs(required, found)
    excused, left = _pairs([label for label in labels if label.optional], rest)
    taken = {id(label) for label, _ in hits}
    return Matching(
        tuple(hits),
        tuple(excused),
        tuple(label for label in required if id(label) not in taken),
        tuple(each for each in left if not each.part_of_another),
    )


def _pairs(labels: Sequence[Label], found: Sequence[Found]) -> tuple[list[tuple[Label, Found]], list[Found]]:
    scored = sorted(
        (-score, i, j)
        for i, label in enumerate(labels)
        for j, each in enumerate(found)
        if (score := closeness(label, each)) > 0
    )
    free_labels, free_found = set(range(len(labels))), set(range(len(found)))
    pairs = []
    for _, i, j in scored:
        if i in free_labels and j in free_found:
            free_labels.remove(i)
            free_found.remove(j)
            pairs.append((labels[i], found[j]))
    return pairs, [found[j] for j in sorted(free_found)]


def closeness(label: Label, found: Found) -> float:
    """0 where a found change is not the labelled one, up to 1 where its passages are the label's words exactly."""
    if label.kind is not found.kind:
        return 0.0
    sides = [(label.old, found.old), (label.new, found.new)]
    if label.kind.startswith(_WHOLES):
        return float(all(numbers(said) == numbers(told or "") for said, told in sides))
    if any(bool(said) != (told is not None) for said, told in sides):
        return 0.0
    shares = [_containment(said, told) for said, told in sides if told is not None]
    return sum(shares) / len(shares) if all(shares) else 0.0


def concerns(label: Label, found: Found) -> bool:
    """Whether a found change, of whatever kind, is about the label's words on a side that both have."""
    sides = [(label.old, found.old), (label.new, found.new)]
    shared = [(said, told) for said, told in sides if said and told]
    return bool(shared) and all(_containment(said, told) > 0 for said, told in shared)


def numbers(text: str) -> tuple[str, ...]:
    """The printed numbers in a label or a found change: ``1.1 + 1.2``."""
    return tuple(sorted(_NUMBER.findall(text)))


def is_linked(pair: Link, links: Iterable[Link]) -> bool:
    """Whether one of the links holds both snippets, or lies within them."""
    return any(same(pair[0], old) and same(pair[1], new) for old, new in links)


def same(snippet: str, passage: str) -> bool:
    """Whether one of two texts contains the other."""
    return _containment(snippet, passage) > 0


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """A text without what typography may change."""
    return " ".join(text.translate(_FOLDED).casefold().split())


def _containment(one: str, other: str) -> float:
    short, long = sorted((folded(one), folded(other)), key=len)
    return len(short) / len(long) if short and _stands_in(short, long) else 0.0


def _stands_in(short: str, long: str) -> bool:
    """Whether the words stand there as words: ``35`` does not stand in ``1,350``."""
    at = long.find(short)
    while at >= 0:
        before, after = long[at - 1 : at], long[at + len(short) : at + len(short) + 1]
        if not (before.isalnum() and short[0].isalnum()) and not (after.isalnum() and short[-1].isalnum()):
            return True
        at = long.find(short, at + 1)
    return False
