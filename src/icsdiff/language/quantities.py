"""What a figure is: a quantity with its value, its unit, its reserve, what it counts and when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Value = Decimal | date


class Quantity(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    """An amount in a currency."""
    PERCENTAGE = "percentage"
    """A share, or a change in percentage points."""
    COUNT = "count"
    """So many of something, or so much in a physical unit."""
    RATIO = "ratio"
    """So many to so many, a fraction, a rate, a multiple."""
    DURATION = "duration"
    """A length of time."""
    YEAR = "year"
    """A calendar year, years from and to, a decade."""
    FISCAL_YEAR = "fiscal year"
    """A budget year, or a part of one."""
    DATE = "date"
    """A day, a month, a quarter or a half of a year."""


TIMES = frozenset({Quantity.YEAR, Quantity.FISCAL_YEAR, Quantity.DATE})
"""The quantities that say when, and measure nothing."""


class Figure(NamedTuple):
    """A figure as half-open offsets into its text, qualifier, currency and unit included."""

    start: int
    end: int
    text: str
    quantity: Quantity
    value: Value
    """Scaled: ``1.32 million`` is 1320000; of ``46 to 1`` it is 46; a month is its first day."""
    upper: Value | None
    """The end of a range."""
    unit: str
    """Currency, ``percent``, ``to 1``, ``year``: what the value is in; empty for a plain count."""
    qualifier: str
    """``more than``, ``nearly``, ``about``, or empty."""
    subject: str
    """What it counts, in the text's own words, as far as they tell."""
    is_base: bool = False
    """Whether it is what another figure is measured against: ``up from 1.32 million``."""
    time: str = ""
    """When it holds, as far as its sentence tells: ``2021``, ``2021-12``, ``FY 2020``; empty for a time itself."""

    def same_value(self, other: Figure) -> bool:
        """Whether both say the same, however it is written."""
        return (self.quantity, self.qualifier, *self._measured) == (other.quantity, other.qualifier, *other._measured)

    @property
    def _measured(self) -> tuple[Value, Value | None, str]:
        """Value, upper value and unit; basis points as the percentage points that they are a hundredth of."""
        if self.unit != "basis points" or not isinstance(self.value, Decimal):
            return self.value, self.upper, self.unit
        upper = self.upper / 100 if isinstance(self.upper, Decimal) else None
        return self.value / 100, upper, "percentage points"

    @property
    def is_time(self) -> bool:
        """Whether it says when."""
        return self.quantity in TIMES
