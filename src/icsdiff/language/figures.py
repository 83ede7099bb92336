"""Quantities in the language of strategies: what is counted, how much, in what unit, with what reserve.

Not every number is a figure: none in a name (``COVID-19``, ``G20``, ``Resolution 1325``), in a reference (``Objective
2.1``), in a link, or glued to letters. Numbers below ten in words are figures only beside a unit or a scale: ``two
years``, not ``one of the three``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from icsdiff.language.calendar import dates
from icsdiff.language.numerals import DIGITS, WORDS, value
from icsdiff.language.subjects import is_compared, subject_of


class Quantity(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    """An amount in a currency."""
    PERCENTAGE = "percentage"
    """A share, or a change in percentage points."""
    COUNT = "count"
    """So many of something."""
    RATIO = "ratio"
    """So many to so many."""
    DURATION = "duration"
    """A length of time."""
    YEAR = "year"
    """A calendar year, or years from and to."""
    FISCAL_YEAR = "fiscal year"
    """A budget year."""
    DATE = "date"
    """A day, or a month of a year."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as half-open offsets into its text, qualifier, currency and unit included."""

    start: int
    end: int
    text: str
    quantity: Quantity
    value: Decimal | date
    """Scaled: ``1.32 million`` is 1320000; of ``46 to 1`` it is 46; a month is its first day."""
    upper: Decimal | date | None
    """The end of a range."""
    unit: str
    """Currency, ``percent``, ``to 1``, ``year``: what the value is in; empty for a plain count."""
    qualifier: str
    """``more than``, ``nearly``, ``about``, or empty."""
    subject: str
    """What it counts, in the text's own words, as far as they tell."""
    is_base: bool = False
    """Whether it is what another figure is measured against: ``up from 1.32 million``."""

    def same_value(self, other: Figure) -> bool:
        """Whether both say the same, however it is written."""
        mine = (self.quantity, self.value, self.upper, self.unit, self.qualifier)
        return mine == (other.quantity, other.value, other.upper, other.unit, other.qualifier)


_QUALIFIERS = (
    ("more than", r"more\s+than|greater\s+than|in\s+excess\s+of|over|above|upwards\s+of"),
    ("nearly", r"nearly|almost|close\s+to|just\s+under"),
    ("about", r"about|approximately|approx\.?|roughly|around|some|circa|an\s+estimated|estimated"),
    ("up to", r"up\s+to|at\s+most|no\s+more\s+than|as\s+many\s+as|a\s+maximum\s+of"),
    ("at least", r"at\s+least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|a\s+minimum\s+of"),
    ("less than", r"less\s+than|fewer\s+than|under|below"),
)
_QUALIFIER = re.compile(
    "|".join(f"(?P<q{at}>{words})" for at, (_, words) in enumerate(_QUALIFIERS)).join((r"(?<![\w-])(?:", r")\s+$")),
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_SYMBOLS = {
    "US$": "USD",
    "S/.": "PEN",
    "S/": "PEN",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₦": "NGN",
}
_CODES = frozenset(
    "USD EUR GBP PEN KES NGN ZAR INR JPY CNY BRL MXN COP CLP UAH MAD EGP VND PHP IDR TZS UGX ETB GHS XAF XOF "
    "CHF CAD AUD".split()
)
_CURRENCY = re.compile(r"(?:(?P<symbol>US\$|S/\.?|[$€£¥₹₦])\s?|\b(?P<code>[A-Z]{3})\s)$")
_MONEY_WORD = re.compile(
    r"\s+(?:U\.?S\.?\s+)?(?P<word>dollar|euro|pound|sol|shilling|peso|rand|naira|yen|rupee|hryvnia|dirham|franc|dong|birr)(?:e?s)?\b",
    re.IGNORECASE,
)
_MONEY_WORDS = {
    "dollar": "USD",
    "euro": "EUR",
    "sol": "PEN",
    "rand": "ZAR",
    "naira": "NGN",
    "yen": "JPY",
    "hryvnia": "UAH",
    "dong": "VND",
}

_NUMBER = re.compile(rf"(?<![\w])(?:{DIGITS}|(?:{WORDS})\b)", re.IGNORECASE)
_SHORT = r"(?P<short>bn|mn|tn|[mbk])(?!\w)"
_LONG = r"[\s-]+(?P<long>hundred|thousand|million|billion|trillion)\b"
_SCALE = re.compile(rf"\s?{_SHORT}|{_LONG}", re.IGNORECASE)
_UPPER = re.compile(
    rf"(?P<unit>\s*%|\s+per\s?cent)?(?P<to>\s*[-–—]\s*|\s+to\s+|\s+and\s+)(?:US\$|S/\.?|[$€£¥])?(?P<number>{DIGITS}|(?:{WORDS})\b)",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\s+to\s+(?P<one>1|one)\b|:(?P<colon>\d+)\b|\s+(?:in|out\s+of)(?:\s+every)?\s+(?P<of>\d+|{WORDS})\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\s?%|[\s-]+(?:(?P<points>percentage\s+points?|percent\s+points?)|(?P<basis>basis\s+points?)|per\s?cent\b)",
    re.IGNORECASE,
)
_TIME = re.compile(r"[\s-]+(?P<time>year|month|week|day|hour|minute|decade)s?\b(?![\s-]+olds?\b)", re.IGNORECASE)
_GLUED = re.compile(r"\w|[.,]\d|\([a-z]\)|[-/]\w")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = 10

# What a number that follows only names.
_NAMED = re.compile(
    r"(?:\b(?:objectives?|goals?|pillars?|sections?|articles?|chapters?|titles?|resolutions?|unscr|annex(?:es)?|tables?|figures?|pages?|"
    r"phases?|steps?|tiers?|levels?|priorit(?:y|ies)|targets?|sdgs?|no\.?|nos\.?|number|highways?|routes?|part|parts|version|DOs?|IRs?|JRS|JSP|"
    r"law|act|order|decree|group\s+of|task\s+force|type|category|step|iso)\s+(?:[\d.,\s]|and\b|or\b|of\b|to\b|&|-)*"
    r"|[\w.][-/.]|[#§\[(]{1}\s?(?=$)(?<=[#§\[]))$",
    re.IGNORECASE,
)
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)|https?://\S+")
_LOOK_BACK = 48
"""Characters before a number in which its qualifier, its currency or the name that it belongs to may stand."""


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order; they do not overlap."""
    plain = _LINK_TARGET.sub(lambda match: "\x00" * len(match.group()), text)
    found: list[Figure] = []
    days = {day.start: day for day in dates(plain)}
    at = 0
    subject = ""
    places = sorted({*days, *(match.start() for match in _NUMBER.finditer(plain))})
    for place in places:
        if place < at:
            continue
        if place in days:
            day = days[place]
            quantity = Quantity.FISCAL_YEAR if day.fiscal else Quantity.DATE
            unit = "fiscal year" if day.fiscal else ("month" if day.is_month else "day")
            found.append(Figure(place, day.end, text[place : day.end], quantity, day.value, day.upper, unit, "", ""))
            at = day.end
        elif figure := _figure(plain, text, place, at, subject):
            found.append(figure)
            subject = figure.subject or subject
            at = figure.end
    return tuple(found)


def _figure(plain: str, text: str, place: int, floor: int, previous: str) -> Figure | None:
    """The figure whose number begins at ``place``, if it is one; ``floor`` is where the figure before it ends."""
    number = _NUMBER.match(plain, place)
    if number is None:
        return None
    before = plain[max(floor, place - _LOOK_BACK) : place]
    if _NAMED.search(before) or _ORDINAL.match(plain, number.end()) or _opens_list(plain, number):
        return None
    start, currency = _currency(before, place)
    measured = _measured(plain, number, currency, before)
    if measured is None:
        return None
    quantity, low, high, unit, end = measured
    if _GLUED.match(plain, end) and quantity is not Quantity.DURATION:
        return None
    lead = plain[max(floor, start - _LOOK_BACK) : start]
    if start and lead[-1:] == "\\":
        start, lead = start - 1, lead[:-1]
    if high is not None and (between := _BETWEEN.search(lead)):
        start, lead = start - len(between.group()), lead[: between.start()]
    qualifier = ""
    if match := _QUALIFIER.search(lead):
        start -= len(match.group())
        qualifier = next(name for at, (name, _) in enumerate(_QUALIFIERS) if match[f"q{at}"])
    subject = "" if quantity is Quantity.YEAR else subject_of(plain, start, end, previous)
    base = is_compared(plain[max(0, start - _LOOK_BACK) : start])
    return Figure(start, end, text[start:end], quantity, low, high, unit, qualifier, subject, base)


def _opens_list(text: str, number: re.Match[str]) -> bool:
    """Whether a number only numbers a list: ``2. Second``."""
    line_start = number.start() == 0 or text[number.start() - 1] == "\n"
    return line_start and re.match(r"[.)]\s", text[number.end() : number.end() + 2]) is not None


def _currency(before: str, place: int) -> tuple[int, str]:
    match = _CURRENCY.search(before)
    if match is None or (match["code"] and match["code"] not in _CODES):
        return place, ""
    return place - len(match.group()), match["code"] or _SYMBOLS[match["symbol"]]


_Measured = tuple[Quantity, Decimal, Decimal | None, str, int]


def _measured(text: str, number: re.Match[str], currency: str, before: str) -> _Measured | None:
    """Quantity, value, upper value, unit and end of a number, from what follows it; None where it is no figure."""
    written = number.group()
    if ratio := _RATIO.match(text, number.end()):
        return _ratio(written, ratio)
    end, scale = _scale(text, number.end(), currency)
    low, high = value(written, scale), None
    if low is None:
        return None
    if upper := _upper(text, end, before, written):
        high_end, high_scale = _scale(text, upper.end(), currency)
        top = value(upper["number"], high_scale or scale)
        if top is not None:
            high, end = top, high_end
            low = value(written, scale or high_scale) or low
    if unit := _unit(text, end, currency):
        return unit[0], low, high, unit[1], unit[2]
    return _bare(written, low, high, scale, end)


def _ratio(written: str, match: re.Match[str]) -> _Measured | None:
    low = value(written)
    base = value(match["one"] or match["colon"] or match["of"])
    if low is None or not base:
        return None
    if match["of"]:
        return Quantity.RATIO, low, None, f"in {base}", match.end()
    return Quantity.RATIO, low, None, f"to {base}", match.end()


def _scale(text: str, end: int, currency: str) -> tuple[int, str]:
    """``million`` and the like; a single letter is a scale only of money."""
    match = _SCALE.match(text, end)
    if match is None or (match["short"] and len(match["short"]) == 1 and not currency):
        return end, ""
    return match.end(), match["short"] or match["long"]


def _upper(text: str, end: int, before: str, written: str) -> re.Match[str] | None:
    """The second number of a range; ``and`` makes one only after ``between``."""
    match = _UPPER.match(text, end)
    if match is None or ("and" in match["to"] and not re.search(r"\bbetween\s+\S*$", before, re.IGNORECASE)):
        return None
    if "to" in match["to"] and _YEAR.fullmatch(written) and not _YEAR.fullmatch(match["number"]):
        return None
    return match


def _unit(text: str, end: int, currency: str) -> tuple[Quantity, str, int] | None:
    if currency:
        return Quantity.MONEY, currency, end
    if match := _PERCENT.match(text, end):
        unit = "percentage points" if match["points"] else "basis points" if match["basis"] else "percent"
        return Quantity.PERCENTAGE, unit, match.end()
    if match := _TIME.match(text, end):
        return Quantity.DURATION, match["time"].casefold(), match.end()
    if match := _MONEY_WORD.match(text, end):
        word = match["word"].casefold()
        return Quantity.MONEY, _MONEY_WORDS.get(word, word), match.end()
    return None


def _bare(written: str, low: Decimal, high: Decimal | None, scale: str, end: int) -> _Measured | None:
    """A number without a unit: a year, or a count."""
    if not scale and _YEAR.fullmatch(written):
        if high is not None and high < 100:  # noqa: PLR2004  (2022-26)
            high += low - low % 100
        return Quantity.YEAR, low, high, "year", end
    if not written[:1].isdigit() and not scale and low < _SMALL:
        return None
    return Quantity.COUNT, low, high, "", end
