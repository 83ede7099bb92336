"""Goals and objectives of three versions as one outline: what is there, and under which goal.

A goal or objective goes here by the place of its trio in the list of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from icsdiff.comparison.align import align
from icsdiff.merging.counterparts import E, Trio, trios
from icsdiff.merging.entities import merge_entity
from icsdiff.merging.merged import Clash, Conflict, Sides, three_way
from icsdiff.merging.numbers import with_own_numbers
from icsdiff.merging.order import merge_order
from icsdiff.model.alignment import Level
from icsdiff.model.version import Goal, Objective, Version

_NOWHERE, _MANAGEMENT = -2, -1
"""In place of a goal: for an objective that a version lacks, and for management objectives."""


class Outline(NamedTuple):
    """All goals with their objectives, and the management objectives."""

    goals: tuple[Goal, ...]
    management_objectives: tuple[Objective, ...]


class _Found(NamedTuple):
    """What is there if the conflicts go to one side; ``homes`` holds the goal of each objective."""

    goals: dict[int, Goal]
    objectives: dict[int, Objective]
    homes: dict[int, int]


class Structure:
    """The goals and objectives of three versions on their way to one outline."""

    def __init__(self, base: Version, ours: Version, theirs: Version) -> None:
        versions = base, ours, theirs
        matches = align(base, ours), align(base, theirs)
        goals, objectives = ([[row for row in rows if row.level is level] for rows in matches] for level in Level)
        self._goals = trios(base.goals, ours.goals, theirs.goals, *goals)
        in_base, in_ours, in_theirs = (tuple(each.objectives) for each in versions)
        self._objectives = trios(in_base, in_ours, in_theirs, *objectives)
        self._goal_orders = [_places(self._goals, side, each.goals) for side, each in enumerate(versions)]
        self._orders = [self._children(side, each) for side, each in enumerate(versions)]
        self._homes = [{child: goal for goal, each in order.items() for child in each} for order in self._orders]
        self.conflicts: list[Conflict] = []

    def _children(self, side: int, version: Version) -> dict[int, list[int]]:
        """By goal, the objectives under it in their order."""
        goals = zip(self._goal_orders[side], version.goals, strict=True)
        under = {at: _places(self._objectives, side, goal.objectives) for at, goal in goals}
        return {**under, _MANAGEMENT: _places(self._objectives, side, version.management_objectives)}

    def outlines(self) -> Sides[Outline]:
        """The outline, as it is if the conflicts go to our side and if they go to theirs; fills ``conflicts``."""
        homes = [self._home(at) for at in range(len(self._objectives))]
        objectives = [self._merged(trio, self._is_moved(at)) for at, trio in enumerate(self._objectives)]
        goals: list[Sides[Goal | None]] = []
        for at, trio in enumerate(self._goals):
            left = 0 if trio.theirs is None else 1
            held = any(each[left] and home[left] == at for each, home in zip(objectives, homes, strict=True))
            goals.append(self._merged(trio, held))
        return Sides(*self._arranged([self._found(side, goals, objectives, homes) for side in (0, 1)]))

    def _note(self, trio: Trio[E], name: str, clash: Clash) -> None:
        self.conflicts.append(Conflict(f"{trio.path}/{name}".rstrip("/"), trio.title, clash))

    def _merged(self, trio: Trio[E], is_needed: bool) -> Sides[E | None]:
        return merge_entity(trio, lambda name, clash: self._note(trio, name, clash), is_needed=is_needed)

    def _home(self, at: int) -> Sides[int]:
        base, ours, theirs = (homes.get(at, _NOWHERE) for homes in self._homes)
        if _NOWHERE in (ours, theirs):
            return Sides(*[max(ours, theirs)] * 2)
        sides = three_way(base, ours, theirs)
        if sides.ours != sides.theirs:
            self._note(self._objectives[at], "", Clash.PLACE)
        return sides

    def _is_moved(self, at: int) -> bool:
        base, *sides = (homes.get(at, _NOWHERE) for homes in self._homes)
        return any(side not in (base, _NOWHERE) for side in sides)

    def _found(
        self,
        side: int,
        all_goals: Sequence[Sides[Goal | None]],
        all_objectives: Sequence[Sides[Objective | None]],
        all_homes: Sequence[Sides[int]],
    ) -> _Found:
        """What one side of the conflicts has, every objective under a goal that is there.

        Where the goal is one that this side removed, the objective stays where this side has it; what it has nowhere is
        on the other side of that conflict.
        """
        goals = {at: goal for at, sides in enumerate(all_goals) if (goal := sides[side])}
        objectives = {at: each for at, sides in enumerate(all_objectives) if (each := sides[side])}
        homes = {at: all_homes[at][side] for at in objectives}
        for at in list(objectives):
            if homes[at] != _MANAGEMENT and homes[at] not in goals:
                homes[at] = self._homes[side + 1].get(at, _NOWHERE)
                own = self._goals[homes[at]][side + 1] if homes[at] >= 0 else None
                if own:
                    goals.setdefault(homes[at], own)
                elif homes[at] == _NOWHERE:
                    del objectives[at]
        return _Found(goals, objectives, homes)

    def _arranged(self, found: Sequence[_Found]) -> Iterator[Outline]:
        """Numbers that two have are one side's; goals and objectives in the order of who changed it."""
        goals = with_own_numbers(self._goals, [each.goals for each in found], self._note)
        objectives = with_own_numbers(self._objectives, [each.objectives for each in found], self._note)
        goal_order = merge_order(*self._goal_orders)
        if goal_order.ours != goal_order.theirs:
            self.conflicts.append(Conflict("goals", "", Clash.ORDER))
        orders = {}
        for at in (*goal_order.ours, _MANAGEMENT):
            orders[at] = merge_order(*(order.get(at, []) for order in self._orders))
            if orders[at].ours != orders[at].theirs:
                path = self._goals[at].path if at >= 0 else "management_objectives"
                self.conflicts.append(Conflict(path, "", Clash.ORDER))
        for side in (0, 1):
            homes = found[side].homes

            def under(home: int, side: int = side, homes: dict[int, int] = homes) -> tuple[Objective, ...]:
                return tuple(
                    objectives[side][at] for at in orders[home][side] if at in objectives[side] and homes[at] == home
                )

            yield Outline(
                tuple(replace(goals[side][at], objectives=under(at)) for at in goal_order[side] if at in goals[side]),
                under(_MANAGEMENT),
            )


def _places(found: Sequence[Trio[E]], side: int, entities: Sequence[E]) -> list[int]:
    """The places of a version's goals or objectives in the list of trios; the base is side 0."""
    place = {each.number: at for at, trio in enumerate(found) if (each := trio[side])}
    return [place[each.number] for each in entities]
