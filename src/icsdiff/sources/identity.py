"""Stable ids of goals and objectives: given at the first import, carried on from a baseline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2s
from typing import TypeVar

from icsdiff.language.words import reading
from icsdiff.model.alignment import Level, Match
from icsdiff.model.version import Goal, Objective, Version

_Entity = TypeVar("_Entity", Goal, Objective)


def with_ids(version: Version) -> Version:
    """The version with an id for each goal and objective, derived from the words of its statement."""
    return _with_ids(version, {})


def carry_ids(version: Version, baseline: Version, alignment: Iterable[Match]) -> Version:
    """The version with the ids of the baseline's goals and objectives that it has too.

    And fresh ones for the others.
    """
    goals = {(Level.GOAL, goal.number): goal.id for goal in baseline.goals}
    objectives = {(Level.OBJECTIVE, each.number): each.id for each in baseline.objectives}
    ids = {**goals, **objectives}
    carried = {(m.level, m.new[0]): ids[m.level, m.old[0]] for m in alignment if m.old and m.new}
    return _with_ids(version, {place: each for place, each in carried.items() if each})


def _with_ids(version: Version, carried: dict[tuple[Level, str], str]) -> Version:
    taken = set(carried.values())

    def identified(level: Level, entity: _Entity) -> _Entity:
        return replace(entity, id=carried.get((level, entity.number)) or _fresh(level, entity, taken))

    goals = tuple(
        replace(
            identified(Level.GOAL, goal),
            objectives=tuple(identified(Level.OBJECTIVE, each) for each in goal.objectives),
        )
        for goal in version.goals
    )
    management = tuple(identified(Level.OBJECTIVE, each) for each in version.management_objectives)
    return replace(version, goals=goals, management_objectives=management)


def _fresh(level: Level, entity: Goal | Objective, taken: set[str]) -> str:
    words = " ".join(reading(entity.title)).casefold() or entity.number
    attempt = 0
    while True:
        digest = blake2s(f"{level}:{words}:{attempt}".encode(), digest_size=3).hexdigest()
        name = f"{level}-{digest}"
        if name not in taken:
            taken.add(name)
            return name
        attempt += 1
