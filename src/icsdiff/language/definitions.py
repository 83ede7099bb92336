"""What a text says its acronyms stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_IN_BRACKETS = re.compile(r"\(([^()]{2,120})\)")
_BEFORE_BRACKET = 150
"""Characters before a bracket in which the words stand that it shortens."""
_MOST_WORDS = 9
_SHORT_FORM = re.compile(r"([A-Z][A-Z0-9&/-]{0,20}[A-Z0-9])s?")
# Small words whose initials an acronym may leave out.
_LEFT_OUT = frozenset({"of", "for", "on", "in", "to", "and", "the", "with", "at", "against"})


@lru_cache(maxsize=1024)
def definitions(text: str) -> Mapping[str, str]:
    """What the text says its acronyms stand for: ``Transnational criminal organizations (TCOs)`` gives ``TCO``."""
    found: dict[str, str] = {}
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _BEFORE_BRACKET) : match.start()].split()
        inside = match[1].split()
        if short := _SHORT_FORM.fullmatch(match[1]):
            for length in range(1, min(len(before), _MOST_WORDS) + 1):
                if _spells(short[1], before[-length:]):
                    found.setdefault(short[1], " ".join(before[-length:]))
                    break
        elif before and (short := _SHORT_FORM.fullmatch(before[-1])) and _spells(short[1], inside):
            found.setdefault(short[1], " ".join(inside))
    return found


def _spells(acronym: str, words: Sequence[str]) -> bool:
    """Whether the words' initials are the acronym's letters; connectives may be left out, hyphens may part words."""
    letters = [letter.casefold() for letter in acronym if letter.isalnum()]
    parts = [part.casefold() for word in words for part in word.split("-") if part]
    if not parts or parts[0][0] != letters[0]:
        return False
    strict = [part[0] for part in parts if part not in _LEFT_OUT]
    whole = [word[0].casefold() for word in words if word not in _LEFT_OUT]
    return letters in (strict, whole, [part[0] for part in parts])
