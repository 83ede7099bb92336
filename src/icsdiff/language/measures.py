"""What a number measures: its scale, its unit, the end of its range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from icsdiff.language.currencies import currency_after, currency_before, is_doubtful
from icsdiff.language.numerals import Number, number_at
from icsdiff.language.quantities import Quantity
from icsdiff.language.units import Unit, unit_at

_TO = re.compile(r"\s*[-–]\s*|\s+to\s+|-to-|\s+(?P<and>and)\s+|\s+(?P<until>through|until)\s+|(?P<slash>/)")
_TO_DIGITS = re.compile(r"[^\d\s]{0,4}[^\S\n]?(?=\d)")
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s+$")
# Verbs and adverbs after which "from 5 to 10" tells a change, no range.
_MOVES = re.compile(
    r"\b(?:increas|decreas|rais|rise|rising|rose|grow|grew|expand|declin|fall|fell|drop|reduc|cut|lower|improv|doubl|mov|"
    r"shift|revis|extend|extension|went|go|goes|going|climb|surg|shrink|shrank|scal|upgrad|narrow|widen|up|down|chang)"
)
_MINUS = re.compile(r"(?:(?<![\w)\]])(?<!\d\s)(?P<sign>[-−–])|\b(?:minus|negative)\s+)$")
_CELL = re.compile(r"\|\s*\($")
_REACH = 80
"""Characters before a range in which a verb makes it a change."""


class Measure(NamedTuple):
    """What a number measures, as half-open offsets into its text, currency and unit included."""

    start: int
    end: int
    quantity: Quantity
    value: Decimal
    unit: str = ""
    upper: Decimal | None = None
    change: tuple[int, int] | None = None
    """Of a change, ``from 5 to 10 percent``: where its first value ends and its second begins."""
    is_bare: bool = False
    """Whether it is a number alone, without unit or scale."""
    in_words: bool = False


class _Amount(NamedTuple):
    """A number with the currency before it and the unit after it."""

    start: int
    place: int
    end: int
    number: Number
    quantity: Quantity | None
    unit: str


def measure_at(text: str, small: str, place: int) -> Measure | None:
    """What the number at an offset measures; ``small`` is the text in small letters."""
    low = _amount_at(text, small, place)
    if low is None:
        return None
    return _range(text, small, low) or _signed(text, small, low)


def _amount_at(text: str, small: str, place: int) -> _Amount | None:
    currency, start = currency_before(text, place)
    number = number_at(small, place, money=bool(currency))
    if number is None:
        return None
    if currency and not is_doubtful(text[start:place], number):
        return _Amount(start, place, number.end, number, Quantity.MONEY, currency)
    unit = _unit_after(text, small, number.end)
    quantity, name, end = unit or (None, "", number.end)
    return _Amount(place, place, end, number, quantity, name)


def _unit_after(text: str, small: str, end: int) -> Unit | None:
    if unit := unit_at(small, end):
        return unit
    currency, end = currency_after(text, small, end)
    return (Quantity.MONEY, currency, end) if currency else None


def _range(text: str, small: str, low: _Amount) -> Measure | None:
    """A range that begins with the given amount: ``5 to 10 percent``, ``between $2 and $3 million``, ``2022-26``."""
    to = _TO.match(small, low.end)
    high = _other_end(text, small, to.end()) if to else None
    if to is None or high is None:
        return None
    opening = _BETWEEN.search(small, max(0, low.start - _REACH), low.start)
    word, start = (opening["word"], opening.start()) if opening else ("", low.start)
    if low.number.is_yearlike and low.quantity is None:
        if to["and"] and word != "between":
            return None
        return _years(low, high, start, is_short=to.group() in ("-", "–", "/") and high.end - high.place == 2)  # noqa: PLR2004
    if to["until"] or to["slash"] or (to["and"] and word != "between"):
        return None
    first, last = low.number.scaled_like(high.number).value, high.number.value
    moves = word == "from" and (first >= last or _MOVES.search(small, max(0, low.start - _REACH), low.start))
    if not _compatible(low, high, is_dash=not to.group().strip().isalpha()) or (first >= last and not moves):
        return None
    return Measure(
        low.start if moves else start,
        high.end,
        high.quantity or low.quantity or Quantity.COUNT,
        first,
        high.unit or low.unit,
        last,
        change=(low.end, high.start) if moves else None,
        is_bare=not (high.quantity or low.quantity) and high.number.scale == 1,
        in_words=low.number.in_words,
    )


def _other_end(text: str, small: str, place: int) -> _Amount | None:
    """The amount that begins at an offset, be it with its currency."""
    digits = _TO_DIGITS.match(text, place)
    amount = _amount_at(text, small, digits.end() if digits else place)
    return amount if amount and amount.start == place else None


def _years(low: _Amount, high: _Amount, start: int, *, is_short: bool) -> Measure | None:
    """Years from and to; a short second one leaves out its century."""
    first, last = low.number.value, high.number.value
    if is_short:
        last += first - first % 100
    if high.quantity or last <= first or not (is_short or high.number.is_yearlike):
        return None
    return Measure(start, high.end, Quantity.YEAR, first, "year", last, is_bare=True)


def _compatible(low: _Amount, high: _Amount, *, is_dash: bool) -> bool:
    """Whether two amounts can be the ends of one range."""
    if high.number.is_yearlike and high.quantity is None:
        return False
    if low.quantity and high.quantity:
        return low.unit == high.unit
    if high.quantity:
        return high.start == high.place  # "200 to $5" sets two things side by side
    if low.quantity:
        return low.quantity is Quantity.MONEY and (is_dash or low.number.scale <= high.number.scale)
    return is_dash or low.number.scale <= high.number.scale


def _signed(text: str, small: str, low: _Amount) -> Measure:
    """One amount alone, below zero where a sign, a word or the brackets of accountants say so."""
    start, end, value, quantity, unit = low.start, low.end, low.number.value, low.quantity, low.unit
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and quantity is None:
        after = _unit_after(text, small, end + 1)
        if after and after[0] in (Quantity.PERCENTAGE, Quantity.MONEY):
            start, value, (quantity, unit, end) = start - 1, -value, after
        elif _CELL.search(text, max(0, start - 4), start) and text[end + 1 :].lstrip(" ")[:1] == "|":
            start, end, value = start - 1, end + 1, -value
    elif (minus := _MINUS.search(small, max(0, start - 10), start)) and (quantity or minus["sign"] != "-"):
        start, value = minus.start(), -value
    yearlike = low.number.is_yearlike and quantity is None and value > 0
    return Measure(
        start,
        end,
        quantity or (Quantity.YEAR if yearlike else Quantity.COUNT),
        value,
        unit or ("year" if yearlike else ""),
        is_bare=quantity is None and low.number.scale == 1,
        in_words=low.number.in_words,
    )
