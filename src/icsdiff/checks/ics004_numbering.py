"""``ICS004``: numbers with a gap, a repeat or a stranger, or other ones than the framework gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from icsdiff.checks.places import Holder, goals, holders, objectives
from icsdiff.checks.rule import Case, Fault, Rule, whole
from icsdiff.language.likeness import likeness
from icsdiff.model.changes import Passage

_ORDINAL = re.compile(r"\d+")
_SAME = 0.8
_OTHER = 0.5
"""Likeness from which two statements are one, and below which they are two."""


def find(case: Case) -> Iterator[Fault]:
    """Goals, then the objectives of each, then the management objectives, then all against the framework."""
    yield from _sequence(tuple(goals(case.version)))
    every = tuple(objectives(case.version))
    held = iter(every)
    for goal in case.version.goals:
        mine = tuple(islice(held, len(goal.objectives)))
        yield from _strangers(goal.number, mine)
        for siblings in _by_parent(mine).values():
            yield from _sequence(siblings)
    yield from _sequence(tuple(holder for holder in every if holder.entity.number.startswith("M")))
    yield from _against_framework(tuple(holders(case.version)))


def _by_parent(own: Sequence[Holder]) -> dict[str, list[Holder]]:
    """The objectives of a goal by what their numbers begin with: 1.1.1 and 1.1.2 count for themselves."""
    families: dict[str, list[Holder]] = {}
    for holder in own:
        families.setdefault(holder.entity.number.rpartition(".")[0], []).append(holder)
    return families


def _sequence(siblings: Sequence[Holder]) -> Iterator[Fault]:
    """Numbers that do not follow each other, from 1 on."""
    expected = 1
    for holder in siblings:
        last = _last(holder.entity.number)
        if last is None:
            continue
        if last > expected:
            message = f"{holder.name} comes where number {expected} is expected: {_between(expected, last)} missing"
            yield Fault(message, "Was one taken out, or is the number wrong?", (_place(holder),))
        elif last < expected:
            reason = "the order is broken, or the number stands twice"
            message = f"{holder.name} comes where number {expected} is expected: {reason}"
            yield Fault(message, "Which number is right?", (_place(holder),))
        expected = last + 1


def _strangers(goal: str, own: Sequence[Holder]) -> Iterator[Fault]:
    for holder in own:
        number = holder.entity.number
        if "." in number and number.partition(".")[0] != goal:
            yield Fault(f"{holder.name} stands under Goal {goal}", "Which goal does it serve?", (_place(holder),))


def _against_framework(every: Sequence[Holder]) -> Iterator[Fault]:
    """What only one of framework and body has, and statements under each other's numbers."""
    listed = {_kind(holder) for holder in every if holder.entity.framework_statement}
    for holder in every:
        own, framework = holder.entity.statement, holder.entity.framework_statement
        if framework and not own:
            message, question = (
                f"{holder.name} stands in the framework only",
                "Was it dropped, or forgotten in the body?",
            )
            yield Fault(message, question, (whole(f"{holder.path}/framework_statement", framework),))
        elif own and not framework and _kind(holder) in listed:
            message, question = (
                f"{holder.name} does not stand in the framework",
                "Is it new, or forgotten in the framework?",
            )
            yield Fault(message, question, (_place(holder),))
        elif own and framework and likeness(own, framework) < _OTHER:
            yield from _under_another_number(holder, every)


def _under_another_number(holder: Holder, every: Sequence[Holder]) -> Iterator[Fault]:
    framework = holder.entity.framework_statement
    for other in every:
        if other is not holder and likeness(other.entity.statement, framework) >= _SAME:
            message = f"The framework gives {holder.name} the statement of {other.name}"
            places = (whole(f"{holder.path}/framework_statement", framework), _place(other))
            yield Fault(message, "Which numbering is right?", places)


def _kind(holder: Holder) -> tuple[str, bool]:
    """Goals, objectives and management objectives: a framework may list one and not the other."""
    return holder.path.partition("/")[0], holder.entity.number.startswith("M")


def _last(number: str) -> int | None:
    """``2``, of ``1.2`` and of ``M2``."""
    parts = _ORDINAL.findall(number)
    return int(parts[-1]) if parts else None


def _between(first: int, last: int) -> str:
    return f"{first} is" if last == first + 1 else f"{first} to {last - 1} are"


def _place(holder: Holder) -> Passage:
    return whole(f"{holder.path}/statement", holder.entity.title)


RULE = Rule(
    "ICS004",
    "numbering has a gap, a repeat, or disagrees with the framework",
    "Goals count from 1, objectives within their goal. A gap says that something was taken out, a statement under "
    "another number in the framework that one of the two was renumbered alone.",
    "Objectives 1.1, 1.2 and 1.4: 1.3 is missing.",
    find,
)
