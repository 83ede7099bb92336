"""How alike two texts are, from 0 to 1, by their words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from icsdiff.language.words import reading

# Words that any two English sentences share; they say nothing about whether two texts are the same one.
_FUNCTION_WORDS = frozenset(
    "a an the and or but nor of in on at by to for from with within into over under as than that this these those it "
    "its they their them we our us he she his her is are was were be been being has have had do does did will would "
    "shall should may might can could must not no also such which who whom whose what when where while more most "
    "other both all any each through including well".split()
)
# No stem is shorter: "us" is none of "used".
_SHORTEST_STEM = 3


def likeness(old: str, new: str) -> float:
    """How much of two sentences is the same.

    Words in their order, or content words in any order, whichever is higher.
    """
    if old == new:
        return 1.0
    old_words, new_words = _folded(old), _folded(new)
    in_order = 2 * _longest_common(old_words, new_words) / (len(old_words) + len(new_words) or 1)
    old_bag, new_bag = _bag(old), _bag(new)
    total = old_bag.total() + new_bag.total()
    shared = 2 * (old_bag & new_bag).total() / total if total else 0.0
    return max(in_order, 0.9 * shared)


def _longest_common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words two texts have in common in the same order.

    The longest common subsequence, a bit for each word of the one, a step for each of the other (Hyyrö 2004).
    """
    places: dict[str, int] = {}
    for at, word in enumerate(old):
        places[word] = places.get(word, 0) | 1 << at
    every = (1 << len(old)) - 1
    open_places = every
    for word in new:
        met = open_places & places.get(word, 0)
        open_places = (open_places + met | open_places - met) & every
    return len(old) - open_places.bit_count()


@lru_cache(maxsize=4096)
def held(part: str, whole: str) -> float:
    """Which share of a sentence's content words another one holds; 0 where it has none."""
    words = _bag(part)
    return (words & _bag(whole)).total() / words.total() if words else 0.0


@lru_cache(maxsize=4096)
def _bag(text: str) -> Counter[str]:
    return Counter(content_words(text))


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(key.casefold() for key in reading(text))


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order; numbers are kept, marks and function words are not."""
    return tuple(stem(word) for word in _folded(text) if any(map(str.isalnum, word)) and word not in _FUNCTION_WORDS)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its inflection: plural, third person, past tense, -ing form, possessive."""
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    if len(word) > _SHORTEST_STEM + 1 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        kept = word.removesuffix(ending)
        if kept == word or len(kept) < _SHORTEST_STEM or (ending == "s" and kept.endswith(("s", "u", "i"))):
            continue
        if ending in ("ing", "ed") and not any(vowel in kept for vowel in "aeiouy"):
            continue
        if ending in ("ing", "ed") and kept[-1] == kept[-2] and kept[-1] not in "lsz":
            kept = kept[:-1]
        return kept.removesuffix("e") if len(kept) > _SHORTEST_STEM else kept
    return word


Weights = Mapping[str, float]


def rarity(old: Sequence[str], new: Sequence[str]) -> Weights:
    """How much each content word tells which of several texts it stands in.

    Its inverse document frequency (Spärck Jones 1972) in the version that has it in more texts: a word of one text on
    each side tells most, whether or not the two correspond; one of all texts tells next to nothing.
    """
    frequencies = [Counter(word for text in side for word in set(content_words(text))) for side in (old, new)]
    texts = 1 + max(len(old), len(new))
    return {word: math.log(texts / count) for word, count in (frequencies[0] | frequencies[1]).items()}


class Topic(NamedTuple):
    """What a longer text is about: its content words, each weighted by its rarity."""

    weights: Weights
    length: float

    @classmethod
    def of(cls, text: str, rarities: Weights) -> Topic:
        """The topic of a text; a word that no rarity is known for counts once."""
        weights = {word: count * rarities.get(word, 1.0) for word, count in Counter(content_words(text)).items()}
        return cls(weights, math.sqrt(sum(weight * weight for weight in weights.values())))

    def likeness(self, other: Topic) -> float:
        """Cosine of the two, 0 to 1; 0 where either is empty."""
        ours, theirs = self.weights, other.weights
        product = math.fsum(ours[word] * theirs[word] for word in ours.keys() & theirs.keys())
        return min(1.0, product / (self.length * other.length)) if self.length and other.length else 0.0
