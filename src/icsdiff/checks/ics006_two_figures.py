"""``ICS006``: two figures for the same thing in one version."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from icsdiff.checks.amounts import Amount, amounts
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
    for one, other in combinations(found, 2):
        apart = one.place.path != other.place.path and not (one.figure.is_base or other.figure.is_base)
        if apart and one.same_kind(other) and _disagree(one, other):
            yield _fault(one, other, places)
    for base in (each for each in found if each.figure.is_base):
        successor = _successor(base, found)
        for amount in found:
            if successor and _is_still_given(base, amount):
                yield _fault(successor, amount, places)


def _is_still_given(base: Amount, amount: Amount) -> bool:
    """Whether another field gives a former figure as the present one."""
    if amount.place.path == base.place.path or amount.figure.is_base or amount.figure.value != base.figure.value:
        return False
    return amount.same_kind(base) and (amount.touches(base) or amount.same_thing(base))


def _successor(base: Amount, found: tuple[Amount, ...]) -> Amount | None:
    """The figure that is measured against a base: the one before it in its sentence."""
    before = [each for each in found if each.place.path == base.place.path and each.sentence == base.sentence]
    at = before.index(base)
    return before[at - 1] if at and before[at - 1].same_kind(base) else None


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
