"""The figures of an overview: what each counts, its values, by how much it was revised."""

from __future__ import annotations

from dataclasses import dataclass

from icsdiff.comparison.wording import share
from icsdiff.model.changes import Scalar
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.amounts import difference
from icsdiff.rendering.view.model import Entry

BAR = 100
"""How long the longer bar of two is."""
_SHORTEST = 0.5


@dataclass(frozen=True, slots=True)
class Bars:
    """How long the bars of two values are; the longer is 100."""

    old: float
    new: float


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the overview's table."""

    entry: Entry
    old: str
    new: str
    difference: str
    """``+250,000``; empty where it cannot be said in one number."""
    percent: str
    """``+18.9%``; empty likewise."""
    old_value: str
    """The value as a number or ISO date, to sort by; empty where there is none."""
    new_value: str
    difference_value: str
    percent_value: str
    bars: Bars | None
    """Both values as lengths; none where they are no amounts."""


def figure_row(entry: Entry, texts: Texts) -> FigureRow:
    """The row of one change of a figure."""
    change, detail = entry.change, entry.change.detail
    old, new = (passage.text.strip() if passage else "" for passage in (change.old, change.new))
    revised = bool(change.old and change.new)
    return FigureRow(
        entry,
        old,
        new,
        difference(change, texts) if revised else "",
        share(detail) if revised else "",
        _sortable(detail.get("old")),
        _sortable(detail.get("new")),
        _sortable(detail.get("delta")) if revised else "",
        _sortable(detail.get("percent")) if revised else "",
        _bars(detail.get("old"), detail.get("new")) if revised and share(detail) else None,
    )


def _sortable(value: Scalar | list[Scalar]) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return "" if first is None or isinstance(first, list) else str(first)


def _bars(old: Scalar | list[Scalar], new: Scalar | list[Scalar]) -> Bars | None:
    if not (isinstance(old, int | float) and isinstance(new, int | float)):
        return None
    longest = max(old, new)
    if min(old, new) < 0 or not longest:
        return None
    return Bars(*(max(round(BAR * value / longest, 1), _SHORTEST if value else 0) for value in (old, new)))
