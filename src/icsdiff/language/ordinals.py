"""Ordinals in digits and in words: ``21st`` and ``twenty-first`` say the same."""

from __future__ import annotations

import re

_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twent thirt fort fift sixt sevent eight ninet".split()
_VALUES = {
    **{word: value for value, word in enumerate((*_ONES, *_TEENS), 1)},
    **{f"{stem}ieth": 10 * value for value, stem in enumerate(_TENS, 2)},
    **{f"{stem}y {word}": 10 * tens + ones for tens, stem in enumerate(_TENS, 2) for ones, word in enumerate(_ONES, 1)},
}
_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")


def ordinal(words: str) -> int | None:
    """The place that an ordinal names, where the words are one and nothing else."""
    plain = " ".join(re.split(r"[\s‐‑–-]+", words.strip().casefold()))
    digits = _DIGITS.fullmatch(plain)
    return int(digits[1]) if digits else _VALUES.get(plain)
