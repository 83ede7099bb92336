"""The map of goals and objectives: what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.comparison.pairs import entity_path
from icsdiff.comparison.redline import Run, RunKind
from icsdiff.comparison.wording import numbers_of
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import Change, ChangeSet, Kind
from icsdiff.model.version import Version
from icsdiff.rendering.places import numbered
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.happenings import fates, parents
from icsdiff.rendering.view.model import Entry, MapRow, Statement

Matches = tuple[Match, ...]

_DOUBTFUL = 0.6
"""Score below which a pairing is said to rest on thin evidence."""
_RENAMES = {Level.GOAL: Kind.GOAL_RENAMED, Level.OBJECTIVE: Kind.OBJECTIVE_RENAMED}
_PIECES = frozenset({Kind.GOAL_SPLIT, Kind.GOAL_MERGED, Kind.OBJECTIVE_SPLIT, Kind.OBJECTIVE_MERGED})
_IMPORTANCE = ("added", "removed", "split", "merged", "renamed", "moved", "renumbered")


def rows(
    changes: ChangeSet, entries: Iterable[Entry], anchors: Anchors, runs: Iterable[Matches], texts: Texts
) -> tuple[MapRow, ...]:
    """Every goal and objective, in the order of the document; ``runs`` are those that were renumbered alike."""
    statements = _Statements(changes, entries, anchors, texts)
    in_runs = {id(match) for run in runs for match in run}

    def row(match: Match) -> MapRow:
        happened = fates(match, changes, texts)
        kinds = {fate.kind for fate in happened}
        rename = statements.rename(match)
        return MapRow(
            _name(match, texts),
            str(match.level),
            texts.all_of(match.old) if match.old else "",
            texts.all_of(match.new) if match.new else "",
            happened,
            tuple(statements.of(match)),
            _note(match, rename, texts),
            kinds == {"renumbered"} and id(match) in in_runs,
            kinds == {"renamed"} and rename is not None and rename.editorial,
        )

    return tuple(map(row, in_order(changes)))


def most_important_first(rows: Iterable[MapRow]) -> tuple[MapRow, ...]:
    """What something happened to: goals before objectives, what came and went before what kept its place.

    What is only worded otherwise comes last.
    """

    def rank(row: MapRow) -> tuple[bool, bool, int]:
        importance = min(_IMPORTANCE.index(fate.kind) for fate in row.fates)
        return row.is_editorial, row.level == Level.OBJECTIVE, importance

    return tuple(sorted((row for row in rows if row.fates), key=rank))


class _Statements:
    """The statements that goals and objectives are known by, with their differences where they were renamed."""

    def __init__(self, changes: ChangeSet, entries: Iterable[Entry], anchors: Anchors, texts: Texts) -> None:
        self._texts = texts
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
        piece = self._texts.say(f"map.{side}-piece", number=number)
        label = piece if share is None else self._texts.say("map.piece-share", piece=piece, share=f"{share:.0%}")
        return self._statement(level, side, number, label)

    def _statement(self, level: Level, side: str, number: str, label: str = "") -> Statement:
        rename = self._renames.get((_RENAMES[level], number)) if side == "new" else None
        title = self._titles[side].get((level, number)) or self._texts.say("names.no-statement")
        runs = rename.runs if rename else (Run(RunKind.SAME, title),)
        return Statement(self._anchor[side](entity_path(level, number)), label, runs)


def _name(match: Match, texts: Texts) -> str:
    """``Objective 1.3 → 1.2``, ``Management Objective 1``."""
    old, new = match.old, match.new
    if not old or not new or old == new:
        return numbered(match.level, new or old, texts)
    within_management = all(number.startswith("M") for number in (*old, *new))
    numbers = texts.all_of([number[1:] if within_management else number for number in new])
    return texts.say("names.pair", name=numbered(match.level, old, texts), new=numbers)


def _note(match: Match, rename: Entry | None, texts: Texts) -> str:
    notes = [texts.because(rename.change)] if rename and rename.editorial else []
    if rename and rename.also:
        notes.append(texts.say("map.framework"))
    if match.relation is Relation.MATCHED and match.score < _DOUBTFUL:
        notes.append(texts.say("map.thin", score=f"{match.score:.2f}"))
    return texts.each_of(notes, "map.note")


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
