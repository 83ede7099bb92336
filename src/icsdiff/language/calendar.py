"""Dates, months and fiscal years in a text, as Americans, ISO 8601 and the rest of the world write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
    re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}"),
    re.compile(rf"\b{_MONTH},?\s+{_YEAR}"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_FISCAL = re.compile(
    r"\b(?:FYs?|[Ff]iscal\s+[Yy]ears?)\s*(?P<year>(?:19|20)?\d\d)(?:\s*[-–/]\s*(?:FY\s*)?(?P<upper>(?:19|20)?\d\d))?\b"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or a fiscal year whose value is the year, as half-open offsets into the text."""

    start: int
    end: int
    value: date | Decimal
    upper: Decimal | None = None
    fiscal: bool = False
    is_month: bool = False


def dates(text: str) -> tuple[Day, ...]:
    """The dates and fiscal years of a text in order; where two forms overlap the fuller one stands."""
    found: list[Day] = []
    for form in _FORMS:
        for match in form.finditer(text):
            free = all(match.end() <= day.start or day.end <= match.start() for day in found)
            if free and (value := _value(match)):
                found.append(Day(match.start(), match.end(), value, is_month="day" not in match.groupdict()))
    return tuple(sorted((*found, *_fiscal_years(text)), key=lambda day: day.start))


def _value(match: re.Match[str]) -> date | None:
    name = match["month"].casefold()
    month = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
    try:
        return date(int(match["year"]), month, int(match.groupdict().get("day") or 1))
    except ValueError:
        return None


def _fiscal_years(text: str) -> Iterator[Day]:
    for match in _FISCAL.finditer(text):
        upper = _full_year(match["upper"]) if match["upper"] else None
        yield Day(match.start(), match.end(), _full_year(match["year"]), upper, fiscal=True)


def _full_year(digits: str) -> Decimal:
    return Decimal(digits if len(digits) > 2 else f"20{digits}")  # noqa: PLR2004  (FY20)
