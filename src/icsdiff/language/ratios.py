"""So many to so many: ``46 to 1``, ``one in five``, ``two-thirds``, ``12 of 47``, ``342 per 100,000``, ``10-fold``."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from icsdiff.language.measures import Measure
from icsdiff.language.numerals import FRACTIONS, ONES, Number, number_at
from icsdiff.language.qualifiers import qualifier_before
from icsdiff.language.quantities import Quantity
from icsdiff.language.units import unit_at

_SIZES = {**FRACTIONS, "halve": 2}
_FRACTION = re.compile(
    rf"(?:(?P<top>an?|{'|'.join(ONES)})(?P<dash>[\s-]+))?(?P<part>{'|'.join(_SIZES)})(?P<many>s?)\b(?![\s-]+(?:m|b|tr)illion\b)"
)
_IN_DIGITS = re.compile(r"(?P<top>\d)/(?P<size>\d{1,2})(?=\s+(?:of|majority)\b)")
_WHOLE_FOLLOWS = re.compile(r"\s+(?:of\b(?!\s+(?:\d|fy|fiscal))|(?:the|its|their|our|all|these|those)\b)")
_TO = re.compile(r"\s+to\s+")
# Each with its name, and what the two numbers must be; the last argument is whether they are called a ratio.
_FORMS: tuple[tuple[re.Pattern[str], str, Callable[[Decimal, Decimal, bool], bool]], ...] = (
    (_TO, "to", lambda _top, base, called: called or base == 1),
    (re.compile(r"-to-"), "to", lambda *_: True),
    (re.compile(r"\s?:\s?(?=[1-9])"), "to", lambda top, base, called: called or base < 10 or top > 24),  # noqa: PLR2004
    (re.compile(r"\s+(?:in|out\s+of)(?:\s+every)?\s+|\s+of\s+every\s+"), "in", lambda top, base, _: top < base),
    (re.compile(r"\s+of\s+(?:the\s+)?"), "in", lambda top, base, _: 1 < top < base),
    (re.compile(r"\s+(?:per|for\s+every)\s+(?=\d)"), "per", lambda _top, base, _: base >= 10),  # noqa: PLR2004
)
_TIMES = re.compile(r"\s+times(?=\s+(?:higher|larger|greater|bigger|more|less|lower|faster|as|the|its)\b)")
_FOLD = re.compile(r"[\s-]?fold\b")
_RATIO = re.compile(r"\bratios?\b[^.;]*$")
_REACH = 80
"""Characters before two numbers in which they are called a ratio."""


def ratio_at(small: str, place: int) -> Measure | None:
    """The ratio that begins at an offset of a text in small letters."""
    if fraction := _fraction(small, place):
        return fraction
    number = number_at(small, place)
    if number is None:
        return None
    for pattern, unit in ((_TIMES, "times"), (_FOLD, "fold")):
        if match := pattern.match(small, number.end):
            return Measure(place, match.end(), Quantity.RATIO, number.value, unit)
    return _set_against(small, place, number) if number.scale == 1 and not number.is_yearlike else None


def _set_against(small: str, place: int, number: Number) -> Measure | None:
    """A number against the one after it, where the two are no range, time of day, or count and year."""
    for pattern, word, fits in _FORMS:
        match = pattern.match(small, number.end)
        base = number_at(small, match.end()) if match else None
        if base is None or base.is_yearlike or unit_at(small, base.end):
            continue
        if pattern is _TO and small.endswith("from ", 0, place):
            continue  # from 5 to 1
        is_called_so = _RATIO.search(small, max(0, place - _REACH), place) is not None
        if fits(number.value, base.value, is_called_so):
            unit = f"{word} {base.value.normalize():f}"
            return Measure(place, base.end, Quantity.RATIO, number.value, unit, is_bare=True)
    return None


def _fraction(small: str, place: int) -> Measure | None:
    """``half of``, ``a third of``, ``two-thirds``; neither ``the first half`` nor ``a third country``."""
    if match := _IN_DIGITS.match(small, place):
        return _share(place, match.end(), int(match["top"]), int(match["size"]))
    match = _FRACTION.match(small, place)
    if match is None:
        return None
    size = _SIZES[match["part"]]
    top = ONES.index(match["top"]) + 1 if match["top"] in ONES else 1
    whole_follows = _WHOLE_FOLLOWS.match(small, match.end()) is not None
    if match["part"] in ("half", "halve"):
        stands = whole_follows or small.endswith("by ", 0, place) or bool(qualifier_before(small, 0, place)[0])
    elif match["top"] is None:
        stands = False
    else:
        stands = whole_follows or "-" in match["dash"] or (bool(match["many"]) and match["part"] != "quarter")
    return _share(place, match.end(), top, size) if stands else None


def _share(start: int, end: int, top: int, size: int) -> Measure:
    return Measure(start, end, Quantity.RATIO, Decimal(top), f"in {size}")
