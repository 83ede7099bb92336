"""Where in a version the rules look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from icsdiff.checks.names import Names
from icsdiff.comparison.pairs import entity_path
from icsdiff.model.alignment import Level
from icsdiff.model.version import Goal, Objective, Version

_PARTS = ("priorities", "goals/", "objectives/")
_NO_PROSE = frozenset({"statement", "framework_statement", "linkages"})


class Holder(NamedTuple):
    """A goal or objective with its place."""

    path: str
    """``objectives/1.2``."""
    name: str
    """``Objective 1.2``."""
    entity: Goal | Objective


def goals(version: Version) -> Iterator[Holder]:
    """Every goal."""
    names = Names(version)
    yield from (_holder(names, Level.GOAL, goal) for goal in version.goals)


def objectives(version: Version) -> Iterator[Holder]:
    """Every objective, the management objectives last."""
    names = Names(version)
    yield from (_holder(names, Level.OBJECTIVE, objective) for objective in version.objectives)


def holders(version: Version) -> Iterator[Holder]:
    """Every goal, each followed by its objectives, and the management objectives."""
    names = Names(version)
    for goal in version.goals:
        yield _holder(names, Level.GOAL, goal)
        yield from (_holder(names, Level.OBJECTIVE, objective) for objective in goal.objectives)
    yield from (_holder(names, Level.OBJECTIVE, objective) for objective in version.management_objectives)


def _holder(names: Names, level: Level, entity: Goal | Objective) -> Holder:
    path = entity_path(level, entity.number)
    return Holder(path, names.part(path), entity)


def prose(version: Version) -> Iterator[tuple[str, str]]:
    """Path and text of every field of running text: not statements and linkages, nor what belongs to no part."""
    for path, text in version.fields.items():
        if path.startswith(_PARTS) and path.rpartition("/")[2] not in _NO_PROSE:
            yield path, text
