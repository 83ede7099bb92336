"""Whether two forms are one word: in another spelling, or inflected.

Small letters only; what is a name, a number, a negation or a modal verb is for the caller to know.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from icsdiff.language.likeness import stem

# American against British forms, by ending. The lengths keep real pairs apart: prise and prize, filling and filing.
_VARIANTS = (
    (re.compile(r"(?<=\w{3})is(?=(?:e[drs]?|ers|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e[drs]?|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ite|ites|able|ably|al|ally|ful|hood|hoods)?$)"), "or"),
    (re.compile(r"(?<=\w{2}[tb])re(?=s?$)"), "er"),
    (re.compile(r"(?<=\w{4})ll(?=(?:ed|ing|ers?)$)"), "l"),
    (re.compile(r"(?<=\w{2}en)ce(?=(?:s|less)?$)"), "se"),
    (re.compile(r"(?<=gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=log)ue(?=s?$)"), ""),
    (re.compile(r"(?<=udg)e(?=ments?$)"), ""),
    (re.compile(r"ae"), "e"),
    (re.compile(r"(?<=^toward)s$"), ""),
    (re.compile(r"(?<=^among)st$"), ""),
)
# Plurals with a meaning of their own.
_OTHER_WORDS = frozenset(
    {
        "customs",
        "goods",
        "news",
        "means",
        "arms",
        "forces",
        "grounds",
        "minutes",
        "remains",
        "works",
        "interests",
        "media",
    }
)
_AGREEMENT = (
    frozenset({"is", "are"}),
    frozenset({"was", "were"}),
    frozenset({"has", "have"}),
    frozenset({"does", "do"}),
)
# A slip of the pen is only believed in long words: short ones have neighbours (casual and causal, county and country).
_SLIP_LENGTH = 8


def same_word(old: str, new: str) -> bool:
    """Whether two words in small letters differ in spelling or inflection only."""
    if old == new or {old, new} in _AGREEMENT:
        return True
    if {old, new} & _OTHER_WORDS:
        return False
    before, after = _american(old), _american(new)
    return before == after or stem(before) == stem(after) or _slip(before, after)


@lru_cache(maxsize=4096)
def _american(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, replacement in _VARIANTS:
        plain = pattern.sub(replacement, plain)
    return plain


def _slip(old: str, new: str) -> bool:
    """One letter doubled or not, or two neighbours swapped, inside a long word."""
    if max(len(old), len(new)) < _SLIP_LENGTH or old[0] != new[0]:
        return False
    short, long = sorted((old, new), key=len)
    if len(short) == len(long):
        wrong = [at for at, (left, right) in enumerate(zip(old, new, strict=True)) if left != right]
        return (
            len(wrong) == 2  # noqa: PLR2004
            and wrong[1] == wrong[0] + 1
            and old[wrong[0]] == new[wrong[1]]
            and old[wrong[1]] == new[wrong[0]]
        )
    return (
        any(long[:at] + long[at + 1 :] == short and long[at] in long[max(0, at - 1) : at] for at in range(1, len(long)))
        and len(long) == len(short) + 1
    )
