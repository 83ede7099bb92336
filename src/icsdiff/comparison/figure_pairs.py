"""Which figure of one wording became which of the other: by what they count, by when, and by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

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


@dataclass(frozen=True, slots=True)
class Place:
    """A figure where it stands: among the edits of its wording, and among words."""

    figure: Figure
    order: int
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
    for order, figure in enumerate(all_figures):
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


def pair_figures(old: Sequence[Place], new: Sequence[Place]) -> Iterator[FigurePair]:
    """Every figure once, with its counterpart or alone: first what stands unchanged, then the most alike.

    Swapping the sides swaps each pair and nothing else.
    """
    free_old, free_new = {place.order: place for place in old}, {place.order: place for place in new}
    unchanged = {_as_it_stands(place): place for place in new if not place.is_touched}
    for before in old:
        after = None if before.is_touched else unchanged.get(_as_it_stands(before))
        if after is not None:
            del free_old[before.order], free_new[after.order]
            yield before, after
    scored = sorted(
        (-score, abs(i - j), i + j, i, j)
        for i, before in free_old.items()
        for j in range(i - _NEAR, i + _NEAR + 1)
        if j in free_new and (score := _affinity(before, free_new[j])) > 0
    )
    for *_, i, j in scored:
        if i in free_old and j in free_new:
            yield free_old.pop(i), free_new.pop(j)
    yield from ((place, None) for place in free_old.values())
    yield from ((None, place) for place in free_new.values())


def _as_it_stands(place: Place) -> Hashable:
    figure = place.figure
    return place.segment, figure.quantity, figure.value, figure.upper, figure.unit, figure.subject, figure.is_base


def _affinity(old: Place, new: Place) -> float:
    """How much speaks for two figures being the same one; 0 where they cannot be."""
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
    ):
        return 0.0
    same_value = before.same_value(after)
    same_time = before.time == after.time != ""
    # Most of all: a value that one side only looks back on is not the one to set beside a value that stands.
    evidence = 3.0 * (before.is_base == after.is_base) + same_number + 0.5 * same_value + same_measure
    return evidence + 0.5 * same_time * (1 + same_number) + same_place + subject + (before_it + 2 * after_it) / 3


def _about_as_large(old: Value, new: Value) -> bool:
    """Whether two numbers are so large and so near each other that they hardly count different things."""
    if not (isinstance(old, Decimal) and isinstance(new, Decimal)):
        return False
    small, large = sorted((abs(old), abs(new)))
    return small >= _LARGE and 4 * large <= 5 * small


def _shared(old: Counter[str], new: Counter[str]) -> float:
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0
