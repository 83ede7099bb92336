"""Which figure of one wording became which of the other: by what they count, by when, and by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import NamedTuple

from icsdiff.comparison.cells import Offsets, inside, touches
from icsdiff.language.figures import Figure, figures
from icsdiff.language.likeness import content_words, likeness
from icsdiff.language.quantities import Value

_SAME = 0.5
"""Likeness from which two figures count the same."""
_RELATED = 0.34
"""Likeness below which they count something else: ``1,200 officers`` did not become ``40 clinics``."""
_LARGE = 1000
"""From here on two numbers of about the same size are likely the same."""
_NEAR = 40
"""Places in the order of the figures up to which two are compared: more stand in no sentence, only in tables."""
_BESIDE = 80
"""Characters on either side of a figure in which the words beside it are read, and how many of them."""
_WORDS_BESIDE = 4


class Place(NamedTuple):
    """A figure where it stands: among the edits of its wording, and among words."""

    figure: Figure
    order: int
    dated: int
    """The order of the quantity that it stands beside: the one before it, else the one after, else -1."""
    edits: frozenset[int]
    """Those that it touches, by number."""
    segment: tuple[int, int]
    """How many edits lie before it, and how many figures between the last of them and it."""
    words_before: Counter[str]
    """What stands right before it, down to the figure before."""
    words_after: Counter[str]
    """What stands right after it, up to the next figure."""
    is_touched: bool
    """Whether characters of it, or right beside it, came or went."""
    is_replaced: bool
    """Whether an edit lies wholly inside it: the words around it stand in both wordings."""


FigurePair = tuple[Place | None, Place | None]


def places(text: str, edits: Sequence[Offsets]) -> list[Place]:
    """The figures of one wording at their places; its edits are given in order."""
    found: list[Place] = []
    all_figures = figures(text)
    ends = [end for _, end in edits]
    ordinals: Counter[int] = Counter()
    dated = next((order for order, figure in enumerate(all_figures) if not figure.is_time), -1)
    for order, figure in enumerate(all_figures):
        dated = dated if figure.is_time else order
        span = (figure.start, figure.end)
        near = bisect_left(ends, figure.start)
        touched: list[int] = []
        while near < len(edits) and edits[near][0] <= figure.end:
            if touches(span, edits[near]):
                touched.append(near)
            near += 1
        before = bisect_right(ends, figure.start)
        found.append(
            Place(
                figure,
                order,
                dated,
                frozenset(touched),
                (before, ordinals[before]),
                *_words_beside(text, all_figures, order),
                any(edits[each][0] < edits[each][1] for each in touched),
                any(inside(edits[each], [span]) for each in touched),
            )
        )
        ordinals[before] += 1
    return found


def _words_beside(text: str, all_figures: Sequence[Figure], order: int) -> tuple[Counter[str], Counter[str]]:
    figure = all_figures[order]
    opening = all_figures[order - 1].end if order else 0
    closing = all_figures[order + 1].start if order + 1 < len(all_figures) else len(text)
    before = content_words(text[max(opening, figure.start - _BESIDE) : figure.start])[-_WORDS_BESIDE:]
    after = content_words(text[figure.end : min(closing, figure.end + _BESIDE)])[:_WORDS_BESIDE]
    return Counter(before), Counter(after)


def pair_figures(old: Sequence[Place], new: Sequence[Place]) -> list[FigurePair]:
    """Every figure once, with its counterpart or alone: first what stands unchanged, then the most alike.

    Times come after the quantities that they date. Swapping the sides swaps each pair and nothing else.
    """
    free_old, free_new = {place.order: place for place in old}, {place.order: place for place in new}
    paired: dict[int, int] = {}
    unchanged = {_as_it_stands(place): place.order for place in new if not place.is_touched}
    for before in old:
        if not before.is_touched and (order := unchanged.get(_as_it_stands(before))) is not None:
            paired[before.order] = order
            del free_old[before.order], free_new[order]
    for is_time in (False, True):
        scored = sorted(
            (-score, abs(i - j), i + j, i, j)
            for i, before in free_old.items()
            for j in range(i - _NEAR, i + _NEAR + 1)
            if before.figure.is_time is is_time
            and j in free_new
            and (score := _affinity(before, free_new[j], dates_alike=paired.get(before.dated) == free_new[j].dated)) > 0
        )
        for *_, i, j in scored:
            if i in free_old and j in free_new:
                paired[i] = j
                del free_old[i], free_new[j]
    both: list[FigurePair] = [(old[i], new[j]) for i, j in sorted(paired.items())]
    return [*both, *((place, None) for place in free_old.values()), *((None, place) for place in free_new.values())]


def _as_it_stands(place: Place) -> Hashable:
    figure = place.figure
    return place.segment, figure.quantity, figure.value, figure.upper, figure.unit, figure.subject, figure.is_base


def _affinity(old: Place, new: Place, *, dates_alike: bool) -> float:
    """How much speaks for two figures being the same one; 0 where they cannot be.

    ``dates_alike`` says that they stand beside quantities that are one.
    """
    before, after = old.figure, new.figure
    if before.is_time != after.is_time:
        return 0.0
    same_number = (before.quantity, before.value, before.upper) == (after.quantity, after.value, after.upper)
    same_measure = (before.quantity, before.unit) == (after.quantity, after.unit)
    subject = likeness(before.subject, after.subject) if before.subject and after.subject else 0.0
    before_it, after_it = _shared(old.words_before, new.words_before), _shared(old.words_after, new.words_after)
    same_place = bool(old.edits & new.edits)
    exchanged = same_place and old.is_replaced and new.is_replaced
    are_known = bool(before.subject and after.subject)
    in_its_place = same_place and before.quantity == after.quantity
    if not (
        same_number
        or exchanged
        or (in_its_place and (subject >= _RELATED or not are_known or _about_as_large(before.value, after.value)))
        or (same_measure and (subject if are_known else max(before_it, after_it)) >= _SAME)
        or (same_measure and before.is_time and dates_alike)
    ):
        return 0.0
    # A quantity is known by its value, a year by what it dates: the same year may stand in many places.
    value = same_number + 0.5 * before.same_value(after)
    if before.is_time:
        value = 0.5 * same_number + 2.0 * dates_alike
    time = 0.5 * (1 + same_number) if before.time == after.time != "" else 0.0
    # Most of all: a value that one side only looks back on is not the one to set beside a value that stands.
    base = 3.0 * (before.is_base == after.is_base)
    return base + value + same_measure + time + same_place + subject + (before_it + 2 * after_it) / 3


def _about_as_large(old: Value, new: Value) -> bool:
    """Whether two numbers are so large and so near each other that they hardly count different things."""
    if not (isinstance(old, Decimal) and isinstance(new, Decimal)):
        return False
    small, large = sorted((abs(old), abs(new)))
    return small >= _LARGE and 4 * large <= 5 * small


def _shared(old: Counter[str], new: Counter[str]) -> float:
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0
