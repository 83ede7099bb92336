"""Goals and objectives whose text was spread over several, or gathered into one.

A part that no counterpart was found for belongs to the whole that most of its text comes from, sentence by sentence. A
new objective that takes over one sentence of an old one is no part of it: most of its own text must come from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from icsdiff.comparison.blocking import ALL, COMMON
from icsdiff.comparison.resemblance import Entity, body_texts
from icsdiff.language.likeness import content_words, held, likeness
from icsdiff.language.sentences import sentences
from icsdiff.model.version import Objective

OWED = 0.5
"""Share of a part's words that must come from the whole."""
OWED_NAMED = 0.3
"""The same for a part whose statement, too, was cut out of the whole's: parts grow text of their own."""
TAKEN = 0.1
"""Share of the whole's words that a part must hold; less is a sentence that moved."""
_ALIKE = 0.6
"""Likeness from which a part's sentence is one of the whole's."""
_HELD = 0.8
"""Share of a sentence's content words that the whole's sentence holds, where it was cut out of that one."""
_ABOUT_AS_LARGE = 0.5
"""Share of the largest part from which one that has the whole's number goes on as the whole."""
_TELLING_WORDS = 3
"""Content words of the shortest sentence that tells where it comes from."""


class Family(NamedTuple):
    """A whole and its parts, by index; the part that goes on as the whole comes first."""

    whole: int
    parts: tuple[int, ...]
    shares: tuple[float, ...]
    """Of the whole's words, how many each part holds: 0 to 1."""


def families(wholes: Sequence[Entity], parts: Sequence[Entity], pairs: Mapping[int, int]) -> tuple[Family, ...]:
    """The wholes that have several parts; ``pairs`` holds the part that each whole was paired with already."""
    paired = set(pairs.values())
    free = [at for at in range(len(parts)) if at not in paired]
    if not free:
        return ()
    # What stands in its counterpart to the letter gave nothing away; of very many, these are not looked at.
    are_many = len(wholes) * len(parts) > ALL
    same = {whole for whole, part in pairs.items() if tuple(wholes[whole].fields) == tuple(parts[part].fields)}
    texts = [() if are_many and at in same else _units(each) for at, each in enumerate(wholes)]
    index = _by_word(texts, COMMON if are_many else None)
    found: list[Family] = []
    joining: dict[int, list[int]] = {}
    for at in free:
        whole, owed = _origin(_units(parts[at]), texts, index)
        if owed >= OWED or (owed >= OWED_NAMED and _is_cut_out(parts[at].title, wholes[whole].title)):
            joining.setdefault(whole, []).append(at)
    for whole, joined in sorted(joining.items()):
        members = [*([pairs[whole]] if whole in pairs else []), *joined]
        shares = _shares(texts[whole], [_units(parts[at]) for at in members])
        kept = [(at, share) for at, share in zip(members, shares, strict=True) if share >= TAKEN]
        if len(kept) > 1 and (whole not in pairs or kept[0][0] == pairs[whole]):
            first = _goes_on(wholes[whole].number, kept, parts)
            kept.sort(key=lambda each: (each[0] != first, -each[1]))
            found.append(Family(whole, tuple(at for at, _ in kept), tuple(share for _, share in kept)))
    return tuple(found)


def _goes_on(number: str, shares: Sequence[tuple[int, float]], parts: Sequence[Entity]) -> int:
    """The part that goes on as the whole: the largest, or one about as large that has its number."""
    largest = max(share for _, share in shares)
    namesakes = [at for at, share in shares if parts[at].number == number and share >= _ABOUT_AS_LARGE * largest]
    return namesakes[0] if namesakes else max(shares, key=lambda each: (each[1], -each[0]))[0]


def _units(entity: Entity) -> tuple[str, ...]:
    """What an entity consists of: its statement, the sentences of its body, a goal's objectives by their statements."""
    members = () if isinstance(entity, Objective) else (each.title for each in entity.objectives)
    found = (entity.title, *(each.text for text in body_texts(entity) for each in sentences(text)), *members)
    return tuple(unit for unit in found if len(content_words(unit)) >= _TELLING_WORDS)


_Index = Mapping[str, list[tuple[int, int]]]
"""Where a content word stands: the whole and its unit."""


def _by_word(wholes: Sequence[Sequence[str]], most: int | None) -> _Index:
    """The index, without the words that stand in more units than ``most``."""
    index: dict[str, list[tuple[int, int]]] = {}
    for whole, units in enumerate(wholes):
        for at, unit in enumerate(units):
            for word in set(content_words(unit)):
                index.setdefault(word, []).append((whole, at))
    return index if most is None else {word: places for word, places in index.items() if len(places) <= most}


def _origin(part: Sequence[str], wholes: Sequence[Sequence[str]], index: _Index) -> tuple[int, float]:
    """The whole that most of a part's words come from, and their share.

    Sentences that stand in several wholes tell nothing.
    """
    owed: Counter[int] = Counter()
    total = 0
    for unit in part:
        likest: dict[int, float] = {}
        for whole, at in _near(unit, index):
            likest[whole] = max(likest.get(whole, 0.0), _likeness(unit, wholes[whole][at]))
        best = max(likest.values(), default=0.0)
        origins = [whole for whole, value in likest.items() if value == best >= _ALIKE]
        if len(origins) > 1:
            continue
        total += _weight(unit)
        owed.update(dict.fromkeys(origins, _weight(unit)))
    whole, words = max(owed.items(), key=lambda each: (each[1], -each[0]), default=(0, 0))
    return whole, words / total if total else 0.0


def _is_cut_out(part: str, whole: str) -> bool:
    """Whether a statement was cut out of a longer one."""
    return 0 < _weight(part) < _weight(whole) and held(part, whole) >= _HELD


def _near(unit: str, index: _Index) -> Iterator[tuple[int, int]]:
    """The units that share enough words with this one for one to be alike, or cut out of, the other."""
    words = set(content_words(unit))
    shared = Counter(place for word in words for place in index.get(word, ()))
    return (place for place, count in shared.items() if count >= min(_TELLING_WORDS, len(words)))


def _shares(whole: Sequence[str], parts: Sequence[Sequence[str]]) -> list[float]:
    """Of a whole's words, how many each part holds; a sentence that stands in several parts counts for the first."""
    held = [0] * len(parts)
    for unit in whole:
        likest = [max((_likeness(unit, other) for other in part), default=0.0) for part in parts]
        if (best := max(likest)) >= _ALIKE:
            held[likest.index(best)] += _weight(unit)
    total = sum(map(_weight, whole))
    return [round(each / total, 4) if total else 0.0 for each in held]


def _likeness(one: str, other: str) -> float:
    """Likeness of two sentences; where one was cut out of the other, how much of it the other holds."""
    ours, theirs = Counter(content_words(one)), Counter(content_words(other))
    shared = (ours & theirs).total()
    held = shared / min(ours.total(), theirs.total())
    if held < _HELD and 2 * shared < _ALIKE * (ours.total() + theirs.total()) / 2:
        return 0.0
    return max(likeness(one, other), held if held >= _HELD else 0.0)


def _weight(unit: str) -> int:
    return len(content_words(unit))
