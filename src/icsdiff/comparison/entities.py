"""Goals and objectives as wholes: added, removed, renamed, renumbered, moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.pairs import FieldPair, entity_path
from icsdiff.comparison.texts import compare_wordings
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import Kind, Passage
from icsdiff.model.version import Goal, Objective, Version

_KINDS = {
    Level.GOAL: {
        "added": Kind.GOAL_ADDED,
        "removed": Kind.GOAL_REMOVED,
        "renamed": Kind.GOAL_RENAMED,
        "renumbered": Kind.GOAL_RENUMBERED,
        "moved": Kind.GOAL_MOVED,
    },
    Level.OBJECTIVE: {
        "added": Kind.OBJECTIVE_ADDED,
        "removed": Kind.OBJECTIVE_REMOVED,
        "renamed": Kind.OBJECTIVE_RENAMED,
        "renumbered": Kind.OBJECTIVE_RENUMBERED,
        "moved": Kind.OBJECTIVE_MOVED,
    },
}


def compare_entities(old: Version, new: Version, alignment: Iterable[Match]) -> Iterator[Finding]:
    """What the alignment itself says, one finding a facet.

    Each shows the statement that the goal or objective is known by.
    """
    old_entities, new_entities = _entities(old), _entities(new)
    renumbered_goals: dict[tuple[str, str], Finding] = {}
    for match in alignment:
        gone = old_entities[match.level, match.old[0]] if match.old else None
        come = new_entities[match.level, match.new[0]] if match.new else None
        before, after = _statements(match.level, gone, come)
        kinds = _KINDS[match.level]
        if match.relation is Relation.ADDED:
            yield Finding(kinds["added"], None, after, {"number": match.new[0]})
        elif match.relation is Relation.REMOVED:
            yield Finding(kinds["removed"], before, None, {"number": match.old[0]})
        numbers = {"from": "".join(match.old[:1]), "to": "".join(match.new[:1])}
        moved = Finding(kinds["moved"], before, after, numbers) if match.moved else None
        if moved:
            yield moved
        if match.renumbered:
            brought_along = moved or renumbered_goals.get((_goal(match.old[0]), _goal(match.new[0])))
            finding = Finding(kinds["renumbered"], before, after, numbers, part_of=brought_along)
            if match.level is Level.GOAL:
                renumbered_goals[match.old[0], match.new[0]] = finding
            yield finding


def compare_statement(pair: FieldPair, _part_of: Finding | None = None) -> Differences:
    """The statement of a goal or objective under which it is known, where both versions have it.

    Another wording is another name.
    """
    if pair.match is None or pair.old_path is None or pair.new_path is None:
        return Differences()
    kind = _KINDS[pair.match.level]["renamed"]
    old = Passage(pair.old_path, 0, len(pair.old), pair.old)
    new = Passage(pair.new_path, 0, len(pair.new), pair.new)
    return compare_wordings(old, new, kind, {"number": pair.match.new[0]}, always=True)


def _goal(number: str) -> str:
    return number.partition(".")[0]


def _entities(version: Version) -> dict[tuple[Level, str], Goal | Objective]:
    goals = {(Level.GOAL, goal.number): goal for goal in version.goals}
    return {**goals, **{(Level.OBJECTIVE, each.number): each for each in version.objectives}}


def _statements(
    level: Level, old: Goal | Objective | None, new: Goal | Objective | None
) -> tuple[Passage | None, Passage | None]:
    """The statements that a finding shows: of one field on both sides, so that both cover the same words."""
    present = [entity for entity in (old, new) if entity]
    for name in ("statement", "framework_statement"):
        if all(getattr(entity, name) for entity in present):
            return _passage(level, old, name), _passage(level, new, name)
    return _passage(level, old, "statement", shown=False), _passage(level, new, "statement", shown=False)


def _passage(level: Level, entity: Goal | Objective | None, name: str, *, shown: bool = True) -> Passage | None:
    if entity is None:
        return None
    text = getattr(entity, name) if shown else ""
    return Passage(f"{entity_path(level, entity.number)}/{name}", 0, len(text), text)
