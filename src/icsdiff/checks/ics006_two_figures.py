"""``ICS006``: two figures for the same thing in one version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from icsdiff.checks.amounts import Amount, amounts, grouped
from icsdiff.checks.names import Names
from icsdiff.checks.rule import Case, Fault, Rule

_FURTHEST = 2
"""How many times as large one of two counts of the same thing may be; beyond, they count different things."""

_LEAST = 10
"""Smaller counts are mostly of some among many: three laboratories of these, four of those."""


def find(case: Case) -> Iterator[Fault]:
    """Pairs of figures in different fields that disagree.

    One that its own text gives as the figure before (``up from 1.32 million``) is superseded: where another field still
    gives it as today's, the two disagree.
    """
    found = tuple(amounts(case.version))
    places = Names(case.version)
    for one, other in _about_one_word(found):
        if one.place.path != other.place.path and _disagree(one, other):
            yield _fault(one, other, places)
    by_field, by_value = grouped(found, lambda each: each.place.path), grouped(found, _measured)
    for base in (each for each in found if each.figure.is_base):
        if successor := _successor(base, by_field[base.place.path]):
            for amount in by_value[_measured(base)]:
                if _is_still_given(base, amount):
                    yield _fault(successor, amount, places)


def _about_one_word(found: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """The pairs of present figures that measure alike and whose subjects share a word, in the order of the document."""
    having: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, amount in enumerate(found):
        if not amount.figure.is_base:
            for word in amount.subject_words:
                having[amount.kind, word].append(at)
    for at, one in enumerate(found):
        if not one.figure.is_base:
            near = {other for word in one.subject_words for other in having[one.kind, word] if other > at}
            yield from ((one, found[other]) for other in sorted(near))


def _measured(amount: Amount) -> Hashable:
    return amount.kind, amount.figure.value


def _is_still_given(base: Amount, amount: Amount) -> bool:
    """Whether another field gives a former figure, by its value, as the present one."""
    if amount.place.path == base.place.path or amount.figure.is_base:
        return False
    return amount.touches(base) or amount.same_thing(base)


def _successor(base: Amount, field: Sequence[Amount]) -> Amount | None:
    """The figure that is measured against a base: the one before it in its sentence."""
    before = [each for each in field if each.sentence == base.sentence]
    at = before.index(base)
    return before[at - 1] if at and before[at - 1].kind == base.kind else None


def _disagree(one: Amount, other: Amount) -> bool:
    """Whether both are about one thing at one time, and differ by no more than two counts of it may."""
    if one.figure.same_value(other.figure) or not one.same_time(other) or not one.same_thing(other):
        return False
    values = (one.figure.value, other.figure.value)
    small, large = sorted(value for value in values if isinstance(value, Decimal))
    return small >= _LEAST and large <= _FURTHEST * small


def _fault(one: Amount, other: Amount, places: Names) -> Fault:
    there, here = places.whole(one.place.path), places.whole(other.place.path)
    message = f"{there} says {_told(one)}, {here} says {_told(other)}"
    return Fault(message, "Which of the two figures is right?", (one.place, other.place))


def _told(amount: Amount) -> str:
    return f"“{amount.place.text}” ({amount.figure.subject})"


RULE = Rule(
    "ICS006",
    "two figures for the same thing in one version",
    "What a strategy counts in two places it must count alike. Two figures are about one thing when their subjects and "
    "their sentences share words, and they measure alike. A figure that one place gives as the former one (“up from "
    "1.32 million”) must not be the present one in another.",
    "Priorities: “1.57 million in 2022, up from 1.32 million”. Goal 4: “1.32 million displaced Venezuelans”.",
    find,
)
