"""When the figures of a text hold: ``1.57 million in 2022, up from 1.32 million at the end of 2021``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from icsdiff.language.calendar import iso
from icsdiff.language.quantities import Figure, Quantity, Value

_BOUNDARY = re.compile(r"[;:]\s|(?<![A-Z])[.!?][”\"’')]*\s+(?=[A-Z“\"(])|\n\s*\n")
# "Higher than in 2019", "an increase over FY 2021": what it is compared with is not when it holds.
_COMPARED = re.compile(r"\b(?:than|over|above|below|against|compared|relative)\b")
_JOINED = re.compile(r"(?:,|\band\b|\bor\b)")
_REACH = 100
"""Characters between a figure and the time that belongs to it."""


def with_times(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each with the time that its sentence gives it.

    That is the time after it (``30,000 in 2022``), or the one that its clause begins with (``In 2022, 30,000``); of two
    figures joined by *and* the second's serves both.
    """
    timed = list(figures)
    leading: Figure | None = None
    for at, figure in enumerate(figures):
        before = figures[at - 1] if at else None
        if before is not None and not _in_one_clause(text, before, figure):
            leading = None
        if figure.is_time:
            claimed = before is not None and timed[at - 1].time == written(figure)
            leading = leading if claimed else figure
            continue
        following = figures[at + 1] if at + 1 < len(figures) else None
        if following is not None and following.is_time and _holds(text, figure, following):
            timed[at] = figure._replace(time=written(following))
        elif leading is not None and not figure.is_base:
            timed[at] = figure._replace(time=written(leading))
    for at in range(len(timed) - 2, -1, -1):
        one, other = timed[at], timed[at + 1]
        if not (one.is_time or one.time or one.is_base) and other.time and not other.is_base:
            between = text[one.end : other.start]
            if _JOINED.search(between) and _in_one_clause(text, one, other):
                timed[at] = one._replace(time=other.time)
    return timed


def same_clause(text: str, start: int, end: int) -> bool:
    """Whether two places of a text lie near each other, with no end of a sentence or clause between them."""
    return end - start <= _REACH and _BOUNDARY.search(text, start, end) is None


def _holds(text: str, figure: Figure, time: Figure) -> bool:
    return _in_one_clause(text, figure, time) and _COMPARED.search(text, figure.end, time.start) is None


def _in_one_clause(text: str, one: Figure, other: Figure) -> bool:
    return same_clause(text, one.end, other.start)


def written(time: Figure) -> str:
    """A time in one short form: ``2021``, ``2021-12``, ``FY 2020``, ``2023-Q2``, ``2022/2026``."""
    ends = [time.value] if time.upper is None else [time.value, time.upper]
    return "/".join(_short(value, time) for value in ends)


def _short(value: Value, time: Figure) -> str:
    if not isinstance(value, date):
        fiscal = time.quantity is Quantity.FISCAL_YEAR
        return f"FY {value}{time.unit.removeprefix('fiscal year')}" if fiscal else f"{value}"
    if time.unit == "quarter":
        return f"{value.year}-Q{value.month // 3 + 1}"
    if time.unit == "half-year":
        return f"{value.year}-H{value.month // 6 + 1}"
    return iso(value)[:7] if time.unit == "month" else iso(value)
