"""Quantities in the language of strategies: what is counted, how much, in what unit, with what reserve, and when.

Not every number is a figure: none in a name (``COVID-19``, ``G20``, ``Resolution 1325``), in a reference (``Objective
2.1``), in a link, or glued to letters. A plain number below ten in words is one only beside the plural of what it
counts: ``two countries``, not ``one of the three highest``. Ordinals (``second largest``, ``21st century``) count
nothing and stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from icsdiff.language.calendar import Day, dates
from icsdiff.language.measures import Measure, measure_at
from icsdiff.language.names import continues, is_glued, is_mark, is_reference
from icsdiff.language.numerals import BEGINNING
from icsdiff.language.qualifiers import qualifier_after, qualifier_before, time_qualifier
from icsdiff.language.quantities import Figure, Quantity
from icsdiff.language.ratios import ratio_at
from icsdiff.language.subjects import Surroundings, counts_many, is_compared, subject_of
from icsdiff.language.times import same_clause, with_times

__all__ = ["Figure", "Quantity", "figures"]

_LINK_TARGET = re.compile(r"\]\([^()\s]*\)|https?://\S+")
_DIGIT = re.compile(r"\d")
_PREPOSITIONS = frozenset({"over", "above", "under", "below"})
# What follows is about another thing: "inflation reached 15 percent, and the bank raised its rate to 6 percent".
_NEXT_CLAUSE = re.compile(r",\s+(?:and|but|while|whereas|so|yet)\s")
_SMALL = 10


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order; they do not overlap."""
    plain = _LINK_TARGET.sub(lambda match: "\x00" * len(match.group()), text)
    # The one letter that grows when it is made small.
    small = plain.replace("İ", "I").lower()
    days = {day.start: day for day in dates(plain)} if _DIGIT.search(plain) else {}
    found: list[Figure] = []
    at, reference = 0, (0, 0)
    subject = ""
    for place in sorted({*days, *(match.start() for match in BEGINNING.finditer(small))}):
        if place < at:
            continue
        if place in days:
            found.append(_time(text, small, days[place], at))
            at = days[place].end
            continue
        measure = ratio_at(small, place) or measure_at(plain, small, place)
        if measure is None:
            continue
        if measure.is_bare and _is_name(plain, measure, reference):
            at, reference = measure.end, (measure.start, measure.end)
        elif measure.start < at or is_glued(plain, measure.start, measure.end) or not _counts(small, measure):
            at = max(at, measure.end)
        else:
            floor = found[-1].end if found else 0
            if not same_clause(plain, floor, measure.start) or _NEXT_CLAUSE.search(plain, floor, measure.start):
                subject = ""
            for each in _figures(text, small, measure, floor, subject):
                found.append(each)
                at, subject = each.end, each.subject or subject
    return tuple(with_times(plain, found))


def _is_name(text: str, measure: Measure, reference: tuple[int, int]) -> bool:
    if is_mark(text, measure.start, measure.end) or continues(text, reference, measure.start, measure.end):
        return True
    return is_reference(text, measure.start, measure.end, is_yearlike=measure.quantity is Quantity.YEAR)


def _counts(small: str, measure: Measure) -> bool:
    """Whether a number is more than a pronoun: of small numbers in words only those of several things."""
    if not (measure.is_bare and measure.in_words and measure.value < _SMALL):
        return True
    return measure.value > 1 and (counts_many(small, measure.end) or bool(qualifier_before(small, 0, measure.start)[0]))


def _time(text: str, small: str, day: Day, floor: int) -> Figure:
    qualifier, start = time_qualifier(small, floor, day.start)
    words = text[start : day.end]
    return Figure(start, day.end, words, day.quantity, day.value, day.upper, day.unit, qualifier, "")


def _figures(text: str, small: str, measure: Measure, floor: int, subject: str) -> Iterator[Figure]:
    """The figure of a measure; of a change, what it started from and what it came to."""
    if measure.change is None or measure.upper is None:
        yield _figure(text, small, measure, floor, subject)
        return
    end, start = measure.change
    base = measure._replace(end=end, upper=None, change=None)
    before = _figure(text, small, base, floor, subject)
    result = measure._replace(start=start, value=measure.upper, upper=None, change=None)
    after = _figure(text, small, result, end, before.subject)
    yield before
    yield after._replace(subject=after.subject or before.subject)


def _figure(text: str, small: str, measure: Measure, floor: int, previous: str) -> Figure:
    start, end, quantity, unit = measure.start, measure.end, measure.quantity, measure.unit
    if text[start - 1 : start] == "\\" and start > floor:
        start -= 1
    if quantity is Quantity.YEAR and _is_amount(small, floor, measure):
        quantity, unit = Quantity.COUNT, ""
    if quantity is Quantity.YEAR:
        qualifier, start = time_qualifier(small, floor, start)
        return Figure(start, end, text[start:end], quantity, measure.value, measure.upper, unit, qualifier, "")
    qualifier, at = qualifier_before(small, floor, start)
    if _is_preposition(small, at, measure):
        qualifier, at = "", start
    if not qualifier:
        qualifier, end = qualifier_after(small, end)
    start = at
    place = Surroundings(text, start, end, floor, previous)
    return Figure(
        start,
        end,
        text[start:end],
        quantity,
        measure.value,
        measure.upper,
        unit,
        qualifier,
        subject_of(place, quantity),
        is_compared(text, start),
    )


def _is_amount(small: str, floor: int, measure: Measure) -> bool:
    """Whether four digits are no year: ``more than 2000 officers``, but ``below 2010 levels``."""
    qualifier, at = qualifier_before(small, floor, measure.start)
    compares = small[at : measure.start].strip() in _PREPOSITIONS
    return bool(qualifier) and not compares and measure.upper is None and counts_many(small, measure.end)


def _is_preposition(small: str, at: int, measure: Measure) -> bool:
    """Whether a word before a figure only places it: ``over five years``, ``under two goals``."""
    if small[at : measure.start].strip() not in _PREPOSITIONS or small.endswith(("for ", "of "), 0, at):
        return False
    return measure.quantity is Quantity.DURATION or (measure.is_bare and measure.value < _SMALL)
