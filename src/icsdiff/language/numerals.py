"""Numbers in digits and in words."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "dozen": 12,
}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
    "k": Decimal(1_000),
    "m": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "bn": Decimal(1_000_000_000),
    "b": Decimal(1_000_000_000),
    "tn": Decimal(1_000_000_000_000),
}

_ONE = "|".join((*_ONES, *_TENS, "dozen"))
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?"
WORDS = rf"(?:{_ONE}|(?:a\s+)?hundred)(?:(?:[\s-]+(?:and\s+)?)(?:{_ONE}|hundred)){{0,4}}"


def value(number: str, scale: str = "") -> Decimal | None:
    """The value of a number in digits or words, times its scale; None where the words are no number."""
    plain = number.strip().casefold()
    found = Decimal(re.sub(r"[^\d.]", "", plain)) if plain[:1].isdigit() else _from_words(plain)
    return None if found is None else found * SCALES.get(scale.casefold().rstrip("."), Decimal(1))


def _from_words(words: str) -> Decimal | None:
    total = 0
    for word in re.split(r"[\s-]+", words):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in _VALUES:
            total += _VALUES[word]
        elif word not in ("and", "a"):
            return None
    return Decimal(total)
