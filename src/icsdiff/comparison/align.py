"""Which old goals and objectives correspond to which new ones.

What a user has pinned is taken as given, then a stable id decides. The others are assigned as a whole: every old
against every new one, on what the statement and the body say, never by number alone. What is left over may be a part
of a split or of a merger; what is no part of anything was added or removed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from icsdiff.comparison.assignment import best_pairs
from icsdiff.comparison.blocking import ALL
from icsdiff.comparison.resemblance import Entity, Pair, Scored, resemblances, same_text
from icsdiff.comparison.splits import families
from icsdiff.language.likeness import likeness
from icsdiff.language.words import same_reading
from icsdiff.model.alignment import Level, Match, Pins, Relation
from icsdiff.model.version import Version

THRESHOLD = 0.5
"""Score below which two goals or objectives are not the same one."""

_Moved = Callable[[Entity, Entity], bool]


def align(old: Version, new: Version, pins: Pins | None = None) -> tuple[Match, ...]:
    """The alignment of goals, then of objectives, in the order of the new version; what was removed stands after it."""
    pins = pins or Pins()
    old_objectives, new_objectives = tuple(old.objectives), tuple(new.objectives)
    objectives = _pairs(Level.OBJECTIVE, old_objectives, new_objectives, {}, pins)
    old_parent, new_parent = _parents(old), _parents(new)
    together = Counter(
        (old_parent.get(old_objectives[i].number), new_parent.get(new_objectives[j].number)) for i, j in objectives
    )
    old_goals, new_goals = ({goal.number: at for at, goal in enumerate(each.goals)} for each in (old, new))
    related = {
        (old_goals[before], new_goals[after]): count
        / max(len(old.goals[old_goals[before]].objectives), len(new.goals[new_goals[after]].objectives))
        for (before, after), count in together.items()
        if before is not None and after is not None
    }
    goals = tuple(_matches(Level.GOAL, old.goals, new.goals, _pairs(Level.GOAL, old.goals, new.goals, related, pins)))
    same_goal = {(before, after) for match in goals for before in match.old for after in match.new}

    def moved(before: Entity, after: Entity) -> bool:
        home, new_home = old_parent.get(before.number), new_parent.get(after.number)
        if home is None or new_home is None:
            return home != new_home
        return (home, new_home) not in same_goal

    return (*goals, *_matches(Level.OBJECTIVE, old_objectives, new_objectives, objectives, moved))


def _parents(version: Version) -> dict[str, str]:
    return {objective.number: goal.number for goal in version.goals for objective in goal.objectives}


def _matches(
    level: Level,
    old: Sequence[Entity],
    new: Sequence[Entity],
    pairs: Mapping[Pair, Scored],
    moved: _Moved = lambda _before, _after: False,
) -> Iterator[Match]:
    for row in _rows(old, new, pairs):
        before, after = [old[i] for i in row.old], [new[j] for j in row.new]
        numbers = tuple(each.number for each in before), tuple(each.number for each in after)
        if not before or not after:
            yield Match(level, Relation.REMOVED if before else Relation.ADDED, *numbers)
            continue
        scored = pairs.get((row.old[0], row.new[0])) or Scored(sum(row.shares), {"text": sum(row.shares)})
        one_to_one = len(before) == len(after) == 1
        yield Match(
            level,
            Relation.MATCHED if one_to_one else Relation.SPLIT if len(after) > 1 else Relation.MERGED,
            *numbers,
            renamed=one_to_one and not same_reading(*titles(before[0], after[0])),
            renumbered=one_to_one and before[0].number != after[0].number,
            moved=moved(before[0], after[0]),
            score=scored.score,
            evidence=scored.evidence,
            shares=row.shares,
        )


class _Row(NamedTuple):
    """Old and new ones that correspond, by index; of several the one that goes on first."""

    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    shares: tuple[float, ...] = ()


def _rows(old: Sequence[Entity], new: Sequence[Entity], pairs: Mapping[Pair, Scored]) -> list[_Row]:
    """Every old and every new one in one row, in the order of the new ones; what was removed stands last."""
    splits = families(old, new, dict(pairs.keys()))
    mergers = families(new, old, {j: i for i, j in pairs})
    rows = _without_rivals(
        [
            *(_Row((each.whole,), each.parts, each.shares) for each in splits),
            *(_Row(each.parts, (each.whole,), each.shares) for each in mergers),
        ]
    )
    taken_old, taken_new = {i for row in rows for i in row.old}, {j for row in rows for j in row.new}
    rows += [_Row((i,), (j,)) for i, j in pairs if i not in taken_old and j not in taken_new]
    taken_old, taken_new = {i for row in rows for i in row.old}, {j for row in rows for j in row.new}
    rows += [_Row(new=(j,)) for j in range(len(new)) if j not in taken_new]
    rows += [_Row(old=(i,)) for i in range(len(old)) if i not in taken_old]
    return sorted(rows, key=lambda row: (not row.new, *row.new[:1], *row.old[:1]))


def _without_rivals(rows: Sequence[_Row]) -> list[_Row]:
    """The splits and mergers that share nobody: of two the one whose parts take more text stands, of equals neither."""

    def are_rivals(one: _Row, other: _Row) -> bool:
        return one is not other and not (set(one.old).isdisjoint(other.old) and set(one.new).isdisjoint(other.new))

    def taken(row: _Row) -> float:
        return sum(row.shares[1:])

    return [row for row in rows if all(taken(row) > taken(other) for other in rows if are_rivals(row, other))]


def titles(old: Entity, new: Entity) -> tuple[str, str]:
    """The two statements to compare: those over the body, or the framework's where one side has only that."""
    if old.statement and new.statement:
        return old.statement, new.statement
    if old.framework_statement and new.framework_statement:
        return old.framework_statement, new.framework_statement
    return old.title, new.title


def _pairs(
    level: Level, old: Sequence[Entity], new: Sequence[Entity], related: Mapping[Pair, float], pins: Pins
) -> dict[Pair, Scored]:
    """The pairs of one old and one new, by index.

    The side whose texts sort first leads, so that ties fall alike when the sides are swapped.
    """
    if [repr(entity) for entity in old] > [repr(entity) for entity in new]:
        flipped = _pairs_one_way(level, new, old, {(j, i): share for (i, j), share in related.items()}, pins.flipped)
        return {(i, j): scored for (j, i), scored in flipped.items()}
    return _pairs_one_way(level, old, new, related, pins)


def _pairs_one_way(
    level: Level, old: Sequence[Entity], new: Sequence[Entity], related: Mapping[Pair, float], pins: Pins
) -> dict[Pair, Scored]:
    found = _given(level, old, new, pins)
    are_many = len(old) * len(new) > ALL
    if are_many:
        found |= _same(level, old, new, found, pins)
    taken_old, taken_new = {i for i, _ in found}, {j for _, j in found}
    rows = [i for i in range(len(old)) if i not in taken_old]
    columns = [j for j in range(len(new)) if j not in taken_new]
    if not rows or not columns:
        return found
    scored = _resemblances_of(rows, columns, old, new, related) if are_many else resemblances(old, new, related)
    free = {
        (i, j): each.score
        for (i, j), each in scored.items()
        if not (i in taken_old or j in taken_new or (level, old[i].number, new[j].number) in pins.forbidden)
    }
    return found | {pair: scored[pair] for pair in best_pairs(free, THRESHOLD)}


def _resemblances_of(
    rows: Sequence[int],
    columns: Sequence[int],
    old: Sequence[Entity],
    new: Sequence[Entity],
    related: Mapping[Pair, float],
) -> dict[Pair, Scored]:
    """The scores between those that are left, among which alone a word is rare or common."""
    row_at, column_at = ({index: at for at, index in enumerate(side)} for side in (rows, columns))
    among = {(row_at[i], column_at[j]): share for (i, j), share in related.items() if i in row_at and j in column_at}
    scored = resemblances([old[i] for i in rows], [new[j] for j in columns], among)
    return {(rows[row], columns[column]): each for (row, column), each in scored.items()}


def _same(
    level: Level, old: Sequence[Entity], new: Sequence[Entity], found: Collection[Pair], pins: Pins
) -> dict[Pair, Scored]:
    """Those that say the same to the letter; of several that do, those with one number first, then in order."""
    taken_old, taken_new = {i for i, _ in found}, {j for _, j in found}
    alike: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, entities, taken in ((0, old, taken_old), (1, new, taken_new)):
        for at, entity in enumerate(entities):
            if at not in taken:
                alike[tuple(entity.fields)][side].append(at)
    same: dict[Pair, Scored] = {}
    for before, after in alike.values():
        numbers = {new[j].number: j for j in after}
        together = [(i, numbers[old[i].number]) for i in before if old[i].number in numbers]
        paired_old, paired_new = {i for i, _ in together}, {j for _, j in together}
        others = zip(
            [i for i in before if i not in paired_old], [j for j in after if j not in paired_new], strict=False
        )
        same.update({(i, j): same_text(old[i], new[j]) for i, j in (*together, *others)})
    return {
        (i, j): each for (i, j), each in same.items() if (level, old[i].number, new[j].number) not in pins.forbidden
    }


def _given(level: Level, old: Sequence[Entity], new: Sequence[Entity], pins: Pins) -> dict[Pair, Scored]:
    """The pairs that need no score: those a user has pinned, then those of one stable id."""
    by_number, by_id = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for j, after in enumerate(new):
        by_number[after.number].append(j)
        by_id[after.id].append(j)
    pinned_to = defaultdict[str, list[str]](list)
    for pinned_level, before_number, after_number in sorted(pins.pinned):
        if pinned_level is level:
            pinned_to[before_number].append(after_number)
    pinned = [
        (i, j)
        for i, before in enumerate(old)
        for j in sorted(j for number in pinned_to[before.number] for j in by_number[number])
    ]
    same_id = [
        (i, j)
        for i, before in enumerate(old)
        for j in (by_id[before.id] if before.id else ())
        if (level, before.number, new[j].number) not in pins.forbidden
    ]
    found: dict[Pair, Scored] = {}
    taken_old, taken_new = set[int](), set[int]()
    for name, pairs in (("pin", pinned), ("id", same_id)):
        for i, j in pairs:
            if i not in taken_old and j not in taken_new:
                statement = round(likeness(*titles(old[i], new[j])), 4)
                number = float(old[i].number == new[j].number)
                found[i, j] = Scored(1.0, {name: 1.0, "statement": statement, "number": number})
                taken_old.add(i)
                taken_new.add(j)
    return found
