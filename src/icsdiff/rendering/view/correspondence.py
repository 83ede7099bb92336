"""The map of goals and objectives: what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.comparison.pairs import entity_path
from icsdiff.comparison.redline import Run, RunKind
from icsdiff.comparison.wording import in_words, numbered, numbers_of
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import Change, ChangeSet, Kind
from icsdiff.model.version import Version
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.happenings import fates, parents
from icsdiff.rendering.view.model import Entry, MapRow, Statement

Matches = tuple[Match, ...]

_NO_STATEMENT = "(no statement)"
_DOUBTFUL = 0.6
"""Score below which a pairing is said to rest on thin evidence."""
_RENAMES = {Level.GOAL: Kind.GOAL_RENAMED, Level.OBJECTIVE: Kind.OBJECTIVE_RENAMED}
_PIECES = frozenset({Kind.GOAL_SPLIT, Kind.GOAL_MERGED, Kind.OBJECTIVE_SPLIT, Kind.OBJECTIVE_MERGED})
_IMPORTANCE = ("added", "removed", "split", "merged", "renamed", "moved", "renumbered")


def rows(changes: ChangeSet, entries: Iterable[Entry], anchors: Anchors, runs: Iterable[Matches]) -> tuple[MapRow, ...]:
    """Every goal and objective, in the order of the document; ``runs`` are those that were renumbered alike."""
    statements = _Statements(changes, entries, anchors)
    in_runs = {id(match) for run in runs for match in run}

    def row(match: Match) -> MapRow:
        happened = fates(match, changes)
        rename = statements.rename(match)
        return MapRow(
            _name(match),
            str(match.level),
            in_words(match.old) if match.old else "",
            in_words(match.new) if match.new else "",
            happened,
            tuple(statements.of(match)),
            _note(match, rename),
            happened == ("renumbered",) and id(match) in in_runs,
            happened == ("renamed",) and rename is not None and rename.editorial,
        )

    return tuple(map(row, in_order(changes)))


def most_important_first(rows: Iterable[MapRow]) -> tuple[MapRow, ...]:
    """What something happened to: goals before objectives, what came and went before what kept its place.

    What is only worded otherwise comes last.
    """

    def rank(row: MapRow) -> tuple[bool, bool, int]:
        importance = next(at for at, name in enumerate(_IMPORTANCE) if name in row.fate)
        return row.is_editorial, row.level == Level.OBJECTIVE, importance

    return tuple(sorted((row for row in rows if row.fates), key=rank))


class _Statements:
    """The statements that goals and objectives are known by, with their differences where they were renamed."""

    def __init__(self, changes: ChangeSet, entries: Iterable[Entry], anchors: Anchors) -> None:
        self._titles = {"old": _titles(changes.old), "new": _titles(changes.new)}
        self._anchor = {"old": anchors.old, "new": anchors.new}
        self._renames: dict[tuple[Kind, str], Entry] = {}
        self._shares: dict[tuple[str, str, str], float] = {}
        for entry in entries:
            if entry.change.kind in _RENAMES.values() and entry.change.new:
                self._renames[entry.change.kind, entry.change.new.path.split("/")[1]] = entry
            elif entry.change.kind in _PIECES:
                self._shares.update(_shares(entry.change))

    def rename(self, match: Match) -> Entry | None:
        """The change that says how a goal or objective was renamed."""
        return self._renames.get((_RENAMES[match.level], match.new[0])) if match.renamed and match.new else None

    def of(self, match: Match) -> Iterator[Statement]:
        """One statement; of a goal or objective that was split or merged all that it had and has."""
        if match.relation in (Relation.SPLIT, Relation.MERGED):
            yield from (self._piece(match.level, "old", number) for number in match.old)
            yield from (self._piece(match.level, "new", number) for number in match.new)
        elif match.new:
            yield self._statement(match.level, "new", match.new[0])
        else:
            yield self._statement(match.level, "old", match.old[0])

    def _piece(self, level: Level, side: str, number: str) -> Statement:
        share = self._shares.get((level, side, number))
        return self._statement(level, side, number, f"{side} {number}{'' if share is None else f', {share:.0%}'}")

    def _statement(self, level: Level, side: str, number: str, label: str = "") -> Statement:
        rename = self._renames.get((_RENAMES[level], number)) if side == "new" else None
        title = self._titles[side].get((level, number)) or _NO_STATEMENT
        runs = rename.runs if rename else (Run(RunKind.SAME, title),)
        return Statement(self._anchor[side](entity_path(level, number)), label, runs)


def _name(match: Match) -> str:
    """``Objective 1.3 → 1.2``, ``Management Objective 1``."""
    what, old, new = match.level.capitalize(), match.old, match.new
    if not old or not new or old == new:
        return numbered(what, new or old)
    within_management = all(number.startswith("M") for number in (*old, *new))
    return f"{numbered(what, old)} → {in_words([number[1:] if within_management else number for number in new])}"


def _note(match: Match, rename: Entry | None) -> str:
    notes = [f"editorial: {rename.change.reason}"] if rename and rename.editorial else []
    if rename and rename.also:
        notes.append("the framework likewise")
    if match.relation is Relation.MATCHED and match.score < _DOUBTFUL:
        notes.append(f"thin evidence, likeness {match.score:.2f}")
    return "; ".join(notes)


def _shares(change: Change) -> Iterator[tuple[tuple[str, str, str], float]]:
    """How much of a split or merged goal or objective each of its pieces has, by level, side and number."""
    level, _, happened = change.kind.partition("-")
    side, pieces = ("new", change.detail["to"]) if happened == "split" else ("old", change.detail["from"])
    shares = change.detail.get("shares")
    for number, share in zip(numbers_of(pieces), shares if isinstance(shares, list) else (), strict=False):
        if isinstance(share, int | float):
            yield (level, side, number), share


def in_order(changes: ChangeSet) -> tuple[Match, ...]:
    """The alignment as a reader goes through the document: each goal with its objectives, then what stands in none."""
    goals = [match for match in changes.alignment if match.level is Level.GOAL]
    old_place = {number: at for at, match in enumerate(goals) for number in match.old}
    new_place = {number: at for at, match in enumerate(goals) for number in match.new}
    old_parents, new_parents = parents(changes.old), parents(changes.new)

    def place(match: Match) -> tuple[int, bool]:
        is_objective = match.level is Level.OBJECTIVE
        number, places, home_of = (
            (match.new[0], new_place, new_parents) if match.new else (match.old[0], old_place, old_parents)
        )
        return places.get(home_of.get(number, "") if is_objective else number, len(goals)), is_objective

    return tuple(sorted(changes.alignment, key=place))


def _titles(version: Version) -> dict[tuple[Level, str], str]:
    goals = {(Level.GOAL, goal.number): goal.title for goal in version.goals}
    return {**goals, **{(Level.OBJECTIVE, each.number): each.title for each in version.objectives}}
