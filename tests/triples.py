"""Generated strategies with two edits of each, for the promises that hold for every merge."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from generated import edited, versions
from icsdiff.errors import InvalidVersion
from icsdiff.model.version import Objective, Version
from icsdiff.store.parse import parse
from icsdiff.store.write import write

Triple = tuple[Version, Version, Version]


def is_valid(version: Version) -> bool:
    """Whether the store takes it: a generated edit may give a number or an id twice."""
    try:
        return parse(write(version), name="v.yaml") == version
    except InvalidVersion:
        return False


def _named(version: Version) -> Version:
    """The version with an id for every goal and objective."""

    def named(objectives: tuple[Objective, ...]) -> tuple[Objective, ...]:
        return tuple(replace(each, id=f"o{each.number}") for each in objectives)

    goals = (replace(goal, id=f"g{goal.number}", objectives=named(goal.objectives)) for goal in version.goals)
    return replace(version, goals=tuple(goals), management_objectives=named(version.management_objectives))


def _triples(bases: st.SearchStrategy[Version]) -> st.SearchStrategy[Triple]:
    return bases.flatmap(
        lambda base: st.tuples(st.just(base), edited(base).filter(is_valid), edited(base).filter(is_valid))
    )


VERSIONS = versions().filter(is_valid)
TRIPLES = _triples(VERSIONS)
NAMED_TRIPLES = _triples(VERSIONS.map(_named))
