"""How word processors write a number in front of a paragraph, and whether it belongs to the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORDS = "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
_ORDINAL_WORDS = "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = (11, 12, 13)
_MOST = 5_000
"""Numbers beyond are written in digits whatever their form: no letters without end."""

# A number of one level is the list's own; "1.1", "Goal 1:" and "Objective 2.3" name a part of the strategy.
_MARKER = re.compile(r"-|\(?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,8})(?:[.):]|\.\))?", re.IGNORECASE)


def is_marker(label: str) -> bool:
    """Whether a label only counts the items of a list, as ``2.`` or ``(b)`` does; any other belongs to the text."""
    return _MARKER.fullmatch(label) is not None


def _letters(number: int) -> str:
    """``a`` to ``z``, then ``aa``, ``bb``: the letter as often as the alphabet was gone through."""
    return _LETTERS[(number - 1) % len(_LETTERS)] * ((number - 1) // len(_LETTERS) + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text + _ROMAN_ONES[number]


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number % 100 in _TEENS else _ENDINGS.get(number % 10, 'th')}"


def _named(names: Sequence[str]) -> Callable[[int], str]:
    return lambda number: names[number] if number < len(names) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("none", "bullet", ""), lambda _: ""),
    **dict.fromkeys(("lowerLetter", "a"), _letters),
    **dict.fromkeys(("upperLetter", "A"), lambda number: _letters(number).upper()),
    **dict.fromkeys(("lowerRoman", "i"), _roman),
    **dict.fromkeys(("upperRoman", "I"), lambda number: _roman(number).upper()),
    "decimalZero": "{:02}".format,
    "ordinal": _ordinal,
    "cardinalText": _named(_WORDS),
    "ordinalText": _named(_ORDINAL_WORDS),
}


def written(number: int, form: str) -> str:
    """A number in one of the forms that Word and OpenDocument name; digits in a form that is not known."""
    return _FORMS.get(form, str)(number) if 0 < number <= _MOST else str(number)
