"""Dates, months, quarters, decades and fiscal years, as Americans, ISO 8601 and the rest of the world write them.

Bare years are numbers first, and left to the grammar of figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from icsdiff.language.quantities import Quantity, Value

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_LONG}|{_LONG.upper()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
_YEAR = r"(?:19|20)\d\d(?!\w)"
_SHORT_YEAR = r"(?:\d\d)?\d\d"
_APART = r"(?![\w%]|[.,]\d)"
_FISCAL_WORD = r"(?:FYs?|[Ff]iscal(?:\s+[Yy]ears?)?|[Ff]inancial\s+[Yy]ears?)(?:\s+\(FYs?\))?"
_TO = r"(?:\s*[-–—/]\s*|\s+(?:to|through|until)\s+)"
# What makes the number after a month a quantity: "In March 30 percent voted".
_NO_DAY = r"(?!\s*%|[\s-]+(?:per\s?cent|percentage|basis|hundred|thousand|million|billion|trillion)\b|[.,:]\d|[-/]\w)"

_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})(?:"
    rf"\s+(?P<day>{_DAY})(?:{_TO}(?P<to_day>{_DAY}))?(?:,?\s+(?P<year>{_YEAR})|{_NO_DAY})"
    rf"|(?:{_TO}(?P<to_month>{_MONTH}))?,?\s+(?:of\s+)?(?P<of_year>{_YEAR}))"
)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>{_DAY})(?:{_TO}(?P<to_day>{_DAY}))?\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR})|(?!\w))"
)
_ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_NUMERIC = re.compile(
    r"(?<![\w/.])(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\w)"
)
_PART = re.compile(
    r"\b(?:(?P<letter>[QH])(?P<at>[1-4])"
    r"|(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\s+(?P<part>quarter|half))"
    rf"(?:\s+of(?:\s+the)?)?[\s,/-]{{0,2}}(?P<fiscal>{_FISCAL_WORD})?[\s’'-]{{0,2}}(?P<year>{_SHORT_YEAR}){_APART}"
)
_PART_LAST = re.compile(
    rf"\b(?P<fiscal>{_FISCAL_WORD}[\s-]?)?(?P<year>{_SHORT_YEAR})[\s-]?(?P<letter>[QH])(?P<at>[1-4])(?!\w)"
)
_FISCAL = re.compile(
    rf"\b(?P<fiscal>{_FISCAL_WORD})[\s’'-]{{0,2}}(?P<year>{_SHORT_YEAR}){_APART}"
    rf"(?:{_TO}(?:FY\s*)?(?P<upper>{_SHORT_YEAR}){_APART})?"
)
_DECADE = re.compile(r"(?<!\w)(?P<year>(?:19|20)\d0)s\b")

_ANY_YEAR = 4
"""Stands for the year of a day that names none: a leap year, so that February 29 is one."""


class Day(NamedTuple):
    """A time in a text, as half-open offsets into it."""

    start: int
    end: int
    quantity: Quantity
    value: Value
    """Its first day; of a fiscal year or a decade the number."""
    unit: str
    """``day``, ``month``, ``quarter``, ``half-year``, ``fiscal year``, ``fiscal year Q3``, ``decade``."""
    upper: Value | None = None


def dates(text: str) -> tuple[Day, ...]:
    """The times of a text in order; where two forms overlap, the first and fullest stands."""
    found = [day for pattern, read in _FORMS for match in pattern.finditer(text) if (day := read(match))]
    kept: list[Day] = []
    for day in sorted(found, key=lambda day: (day.start, -day.end)):
        if not kept or kept[-1].end <= day.start:
            kept.append(day)
    return tuple(kept)


def iso(day: date) -> str:
    """A day as ISO 8601 writes it; one of any year has no year before it: ``--05-09``."""
    return f"--{day:%m-%d}" if day.year == _ANY_YEAR else day.isoformat()


def _in_words(match: re.Match[str]) -> Day | None:
    """Month and year, with or without a day; the days or months up to which a range goes."""
    parts = match.groupdict()
    year = int(parts["year"] or parts.get("of_year") or _ANY_YEAR)
    month, to_month = _month(parts["month"]), _month(parts.get("to_month") or parts["month"])
    day, to_day = _number(parts["day"]), _number(parts["to_day"])
    value = _date(year, month, day or 1)
    if value is None:
        return None
    upper = _date(year, to_month, to_day or 1) if to_day or to_month != month else None
    unit = "day" if day else "month"
    return Day(match.start(), match.end(), Quantity.DATE, value, unit, upper)


def _iso_date(match: re.Match[str]) -> Day | None:
    value = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Day(*match.span(), Quantity.DATE, value, "day") if value else None


def _numeric_date(match: re.Match[str]) -> Day | None:
    """``9/22/2023`` and ``22.9.2023``; after slashes the month leads, unless it can be none."""
    one, two = int(match["one"]), int(match["two"])
    month_first = match["mark"] == "/" and one <= len(_MONTHS)
    value = _date(int(match["year"]), *((one, two) if month_first else (two, one)))
    return Day(*match.span(), Quantity.DATE, value, "day") if value else None


def _part_of_year(match: re.Match[str]) -> Day | None:
    """A quarter or half of a year; of a fiscal year, whose days depend on the country, it is told by number."""
    parts = match.groupdict()
    letter = parts["letter"] or {"quarter": "Q", "half": "H"}[parts["part"]]
    count = {"Q": 4, "H": 2}[letter]
    at = int(parts["at"] or _ORDINALS.get(parts["ordinal"].casefold()) or count)
    year = _year(match["year"], match["fiscal"])
    if year is None or at > count:
        return None
    if match["fiscal"]:
        return Day(*match.span(), Quantity.FISCAL_YEAR, year, f"fiscal year {letter}{at}")
    unit = "quarter" if letter == "Q" else "half-year"
    return Day(*match.span(), Quantity.DATE, date(int(year), (at - 1) * 12 // count + 1, 1), unit)


def _fiscal_year(match: re.Match[str]) -> Day | None:
    year, upper = _year(match["year"], match["fiscal"]), None
    if year is None:
        return None
    if match["upper"]:
        upper = _year(match["upper"], "FY")
    return Day(*match.span(), Quantity.FISCAL_YEAR, year, "fiscal year", upper)


def _decade(match: re.Match[str]) -> Day:
    return Day(*match.span(), Quantity.YEAR, Decimal(match["year"]), "decade")


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day | None]], ...] = (
    (_MONTH_FIRST, _in_words),
    (_DAY_FIRST, _in_words),
    (_ISO, _iso_date),
    (_NUMERIC, _numeric_date),
    (_PART, _part_of_year),
    (_PART_LAST, _part_of_year),
    (_FISCAL, _fiscal_year),
    (_DECADE, _decade),
)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _number(day: str | None) -> int:
    return int(day.rstrip("stndrh")) if day else 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(digits: str, fiscal: str | None) -> Decimal | None:
    """A year of four digits, or of two after ``FY``."""
    if len(digits) == 2 and fiscal and "FY" in fiscal:  # noqa: PLR2004
        return Decimal(f"20{digits}")
    return Decimal(digits) if re.fullmatch(_YEAR, digits) else None
