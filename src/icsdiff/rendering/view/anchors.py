"""Which part of the report shows which text of either version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from icsdiff.comparison.pairs import entity_path, home
from icsdiff.model.alignment import Level, Match
from icsdiff.model.changes import Change
from icsdiff.model.version import Version, slug

_OF_ENTITIES = ("goals/", "objectives/")


class Anchors:
    """The parts' names in links: ``objective-1-2``, and ``objective-1-3-old`` for what the new version lacks.

    What has a counterpart shares its part; so does, of several that one was split into, the one that goes on as it.
    """

    def __init__(self, old: Version, new: Version, alignment: Iterable[Match]) -> None:
        self._goals = {"old": _goals(old), "new": _goals(new)}
        self._partners = {
            entity_path(match.level, old): entity_path(match.level, new)
            for match in alignment
            for old, new in zip(match.old, match.new, strict=False)
        }

    def partner(self, entity: str) -> str | None:
        """What a goal or objective of the old version, ``objectives/1.1``, is in the new one."""
        return self._partners.get(entity)

    def old(self, entity: str) -> str:
        """The part of a goal or objective of the old version."""
        partner = self.partner(entity)
        return self.new(partner) if partner else f"{_anchor(entity)}-old"

    def new(self, entity: str) -> str:
        """The part of a goal or objective of the new version."""
        return _anchor(entity)

    def of_field(self, old: str | None, new: str | None) -> str:
        """The part of a field, by its path in the old and in the new version."""
        path = new or old or ""
        if path.startswith(_OF_ENTITIES):
            return self.new(home(path)) if new else self.old(home(path))
        return "document" if path.startswith("metadata/") else slug(path)

    def group_of(self, change: Change) -> str:
        """The part of the goal that a change belongs to; else the part that lists it."""
        passage, side, anchor = (change.new, "new", self.new) if change.new else (change.old, "old", self.old)
        goal = self._goals[side].get(home(passage.path)) if passage else None
        return anchor(goal) if goal else self.of_change(change)

    def of_change(self, change: Change) -> str:
        """The part that lists a change: the new version's, where it has one."""
        return self.of_field(change.old.path if change.old else None, change.new.path if change.new else None)


def _goals(version: Version) -> Mapping[str, str]:
    """The goal that each objective stands under, both as the paths of their fields begin."""
    return {
        entity_path(Level.OBJECTIVE, objective.number): entity_path(Level.GOAL, goal.number)
        for goal in version.goals
        for objective in goal.objectives
    }


def _anchor(entity: str) -> str:
    folder, _, number = entity.partition("/")
    return f"{folder[:-1]}-{re.sub(r'[^0-9A-Za-z]+', '-', number)}"
