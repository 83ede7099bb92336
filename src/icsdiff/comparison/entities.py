"""Goals and objectives as wholes: added, removed, renamed, renumbered, moved."""

from __future__ import annotations

from collections.abc import Iterable

from icsdiff.comparison.findings import Differences, Finding, Turnover
from icsdiff.comparison.pairs import FieldPair, entity_path
from icsdiff.comparison.texts import compare_wordings
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import Detail, Kind, Passage
from icsdiff.model.version import Goal, Objective, Version

_KINDS = {
    Level.GOAL: {
        "added": Kind.GOAL_ADDED,
        "removed": Kind.GOAL_REMOVED,
        "split": Kind.GOAL_SPLIT,
        "merged": Kind.GOAL_MERGED,
        "renamed": Kind.GOAL_RENAMED,
        "renumbered": Kind.GOAL_RENUMBERED,
        "moved": Kind.GOAL_MOVED,
    },
    Level.OBJECTIVE: {
        "added": Kind.OBJECTIVE_ADDED,
        "removed": Kind.OBJECTIVE_REMOVED,
        "split": Kind.OBJECTIVE_SPLIT,
        "merged": Kind.OBJECTIVE_MERGED,
        "renamed": Kind.OBJECTIVE_RENAMED,
        "renumbered": Kind.OBJECTIVE_RENUMBERED,
        "moved": Kind.OBJECTIVE_MOVED,
    },
}


def compare_entities(old: Version, new: Version, alignment: Iterable[Match]) -> tuple[list[Finding], Turnover]:
    """What the alignment itself says, one finding a facet, and what these findings bring and take along.

    Each shows the statement that the goal or objective is known by.
    """
    old_entities, new_entities = _entities(old), _entities(new)
    found: list[Finding] = []
    turnover = Turnover()
    renumbered_goals: dict[tuple[str, str], Finding] = {}
    for match in alignment:
        gone = old_entities[match.level, match.old[0]] if match.old else None
        come = new_entities[match.level, match.new[0]] if match.new else None
        shown = _statements(match.level, gone, come)
        if match.relation is not Relation.MATCHED:
            found.append(_fate(match, *shown))
            _note(match, found[-1], turnover)
        numbers = {"from": "".join(match.old[:1]), "to": "".join(match.new[:1])}
        moved = Finding(_KINDS[match.level]["moved"], *shown, numbers) if match.moved else None
        if moved:
            found.append(moved)
        if match.renumbered:
            brought_along = moved or renumbered_goals.get(_goals(match)) if _same_place(match) else moved
            finding = Finding(_KINDS[match.level]["renumbered"], *shown, numbers, part_of=brought_along)
            if match.level is Level.GOAL:
                renumbered_goals[match.old[0], match.new[0]] = finding
            found.append(finding)
    return found, turnover


def _fate(match: Match, before: Passage | None, after: Passage | None) -> Finding:
    """A goal or objective that was added, removed, split or merged."""
    kind = _KINDS[match.level][match.relation]
    if match.relation in (Relation.ADDED, Relation.REMOVED):
        return Finding(kind, before, after, {"number": (match.old or match.new)[0]})
    return Finding(kind, before, after, {"from": [*match.old], "to": [*match.new], "shares": [*match.shares]})


def _note(match: Match, finding: Finding, turnover: Turnover) -> None:
    """Which homes' fields the finding brings and takes along."""
    old_homes = [entity_path(match.level, number) for number in match.old]
    new_homes = [entity_path(match.level, number) for number in match.new]
    if not old_homes:
        turnover.added[new_homes[0]] = finding
    elif not new_homes:
        turnover.removed[old_homes[0]] = finding
    if len(new_homes) > 1:
        turnover.parted.update(dict.fromkeys(new_homes, finding))
    if len(old_homes) > 1:
        turnover.gathered.update(dict.fromkeys(old_homes, finding))


def compare_statement(pair: FieldPair, part_of: Finding | None = None) -> Differences:
    """The statement under which a goal or objective is known: another wording is another name."""
    if pair.match is None:
        return Differences()
    kind = _KINDS[pair.match.level]["renamed"]
    return _compare_whole(pair, kind, {"number": "".join(pair.match.new[:1])}, part_of)


def compare_framework_statement(pair: FieldPair, part_of: Finding | None = None) -> Differences:
    """The same statement as the framework section prints it."""
    return _compare_whole(pair, Kind.TEXT_REVISED, {}, part_of)


def _compare_whole(pair: FieldPair, kind: Kind, detail: Detail, part_of: Finding | None) -> Differences:
    """A field that is one statement, whatever is left of its words; one that only one side has came or went."""
    old = Passage(pair.old_path, 0, len(pair.old), pair.old) if pair.old_path else None
    new = Passage(pair.new_path, 0, len(pair.new), pair.new) if pair.new_path else None
    if old and new:
        return compare_wordings(old, new, kind, detail, part_of)
    return Differences([Finding(Kind.TEXT_REMOVED if old else Kind.TEXT_ADDED, old, new, part_of=part_of)])


def _goals(match: Match) -> tuple[str, str]:
    return match.old[0].partition(".")[0], match.new[0].partition(".")[0]


def _same_place(match: Match) -> bool:
    """Whether only the goal's part of the number differs: 2.1 and 3.1."""
    return match.old[0].partition(".")[2] == match.new[0].partition(".")[2]


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
