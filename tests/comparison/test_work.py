"""Work grows with the size of the versions and no faster: counted in calls, which no machine makes quicker."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest

from benchmarks.large import versions
from icsdiff import Goal, Objective, Version
from icsdiff.comparison.compare import compare

_AT_MOST = 2.6
"""Times the calls for twice the size; four times is what all against all takes."""


def calls(task: Callable[[], object]) -> int:
    """How many calls of Python functions a task makes."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event == "call"

    sys.setprofile(count)
    try:
        task()
    finally:
        sys.setprofile(None)
    return made


def _many_objectives(size: int) -> tuple[Version, Version]:
    """Objectives without ids, of which every tenth has revised figures."""
    old, new = versions(60 * size)
    goals = [
        tuple(replace(goal, objectives=tuple(_short(each) for each in goal.objectives)) for goal in version.goals)
        for version in (old, new)
    ]
    changed = tuple(
        replace(before, objectives=(*after.objectives[:1], *before.objectives[1:]))
        for before, after in zip(*goals, strict=True)
    )
    return replace(old, goals=goals[0]), replace(new, goals=changed)


def _short(objective: Objective) -> Objective:
    sentences = objective.justification.split(". ")[:2]
    return replace(objective, id="", justification=". ".join(sentences), risks="")


def _one_field(size: int) -> tuple[Version, Version]:
    """One field of sentences that differ in their figures only."""

    def version(add: int) -> Version:
        text = " ".join(f"The Mission supports {1_000 + at * 3 + add} clinics on the coast." for at in range(size))
        return Version("Large", goals=(Goal("1", statement="Health.", description=text),))

    return version(0), version(1)


@pytest.mark.parametrize(
    ("made", "size"),
    [(_many_objectives, 700), (_one_field, 150)],
    ids=["many objectives", "one long field"],
)
def test_twice_the_size_takes_about_twice_the_work(made: Callable[[int], tuple[Version, Version]], size: int) -> None:
    once, twice = made(size), made(2 * size)
    compare(*made(10))  # what is loaded once is not counted
    assert calls(lambda: compare(*twice)) <= _AT_MOST * calls(lambda: compare(*once))
