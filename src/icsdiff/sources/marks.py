"""What a page carries beside its text: dates of approval, release markings, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark tells."""

    APPROVED = "approved"
    """When the strategy was approved."""
    UPDATED = "updated"
    """When it was reviewed, updated or revised."""
    RELEASE = "release"
    """Who may read it."""
    PAGE = "page"
    """Which page this is, in words that say so: ``Page 3 of 23``, ``- 3 -``."""
    NUMBER = "number"
    """A number that may be a page's: ``3``, ``3 of 23``."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark with its words; ``days`` are the dates in it, ``page`` its number."""

    kind: MarkKind
    text: str
    days: tuple[date, ...] = ()
    page: int = 0


RECURS = 3
"""Times that a running header stands in a document at least."""

_EARLIEST = 1900
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(
    f"{month[:3]}(?:{month[3:]})?\\.?" if month != "september" else "sep(?:t(?:ember)?)?\\.?" for month in _MONTHS
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_MONTH})\s+{_DAY},?\s+\d{{4}}|{_DAY}[\s-]+(?:of\s+)?(?:{_MONTH})[,\s-]+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)"
)
_ONE_DATE = re.compile(_DATE, re.IGNORECASE)
_DATE_PARTS = re.compile(r"[^\W\d_]{3,}|\d+")

_PATTERNS = {
    MarkKind.APPROVED: rf"(?:originally\s+|initially\s+|first\s+)?approv(?:ed|al)(?:\s+date)?\s*(?:on\b)?\s*"
    rf"[:|–—-]?\s*(?P<approved>{_DATE}(?:\s*(?:;|,|and|&)\s*{_DATE})*)",
    MarkKind.UPDATED: rf"(?:last\s+|most\s+recently\s+)?(?:reviewed(?:\s*(?:and|&|/)\s*updated)?|updated?|revised)"
    rf"\s*(?:on\b)?\s*[:|–—-]?\s*(?P<updated>{_DATE}(?:\s*(?:;|,|and|&)\s*{_DATE})*)",
    MarkKind.RELEASE: r"(?:(?:approved\s+)?for\s+public\s+release|(?:sensitive\s+but\s+)?unclassified"
    r"(?:\s*//?\s*\w+)?|sbu|confidential|secret|for\s+official\s+use\s+only|not\s+for\s+(?:public\s+)?release)"
    r"(?!\w)",
    MarkKind.PAGE: r"(?:page\s*\|?\s*(?P<page>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?|(?P<before>\d{1,4})\s*\|\s*page"
    r"|(?P<sign>[-–—])\s*(?P<dashed>\d{1,4})\s*(?P=sign))(?!\w)",
    MarkKind.NUMBER: r"(?P<number>\d{1,3})(?:\s+of\s+\d{1,3})?(?![\w.,/%-])",
}
_MARK = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _PATTERNS.items()), re.IGNORECASE)
_PAGE = r"page\s*\|?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
_WITH_PAGE = re.compile(rf"{_PAGE}\b|.*\b{_PAGE}\W{{0,3}}$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s;|.,*–—-]+")


def marks(text: str) -> tuple[Mark, ...]:
    """The marks that a text consists of; none where it says anything else."""
    found: list[Mark] = []
    at = 0
    while at < len(text):
        if match := _MARK.match(text, at):
            found.append(_mark(match))
        elif (match := _BETWEEN.match(text, at)) is None:
            return ()
        at = match.end()
    return tuple(found)


def names_page(text: str) -> bool:
    """Whether a line begins or ends with the number of a page, as ``Embassy Kathmandu | Page 3``."""
    return _WITH_PAGE.match(text) is not None


def _mark(match: re.Match[str]) -> Mark:
    kind = next(each for each in MarkKind if match[each.name] is not None)
    dated = match["approved"] or match["updated"] or ""
    days = tuple(day for each in _ONE_DATE.findall(dated) if (day := _day(each)))
    number = next(filter(None, map(match.group, ("page", "before", "dashed", "number"))), "0")
    return Mark(kind, match.group(), days, int(number))


def _day(text: str) -> date | None:
    """The date that a text names; none where no calendar has it."""
    pieces = _DATE_PARTS.findall(text)
    names = [piece.casefold() for piece in pieces if piece.isalpha()]
    numbers = [int(piece) for piece in pieces if piece.isdigit()]
    if names:
        month = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(names[-1][:3])), 0)
        return _existing(numbers[-1], month, numbers[0])
    first, second, third = numbers
    # American missions write the month first; in 22.09.2023 it stands second, and in 22/9/2023 it cannot be 22.
    month_first = () if "." in text else ((third, first, second),)
    orders = ((first, second, third), *month_first, (third, second, first))
    return next(filter(None, (_existing(*order) for order in orders)), None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _EARLIEST else None
    except ValueError:
        return None
