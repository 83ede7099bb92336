"""Which old goals and objectives correspond to which new ones.

A stable id decides. What has none in common is assigned as a whole: every old against every new one, on what the
statement and the body say, with linkages and number as tie-breakers, never by number alone. Likeness of the statement
*or* of the body is enough: a renamed objective is known by its body, one whose body was written anew by its
statement.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from icsdiff.comparison.assignment import best_pairs
from icsdiff.language.likeness import Topic, Weights, content_words, likeness, rarity
from icsdiff.language.words import same_reading
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.version import Goal, Objective, Version

Entity = Goal | Objective
Pair = tuple[int, int]

THRESHOLD = 0.5
"""Below it two objectives are not the same one.

Unrelated objectives of one strategy score 0.45 at the most, renamed ones from 0.6.
"""

_TELLING = 0.9
"""How far likeness of the statement alone, or of the body alone, carries."""
_TIE_BREAK = 0.03


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    evidence: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a goal or objective is compared by."""

    number: str
    title: str
    body: Topic
    linkages: frozenset[str]


def align(old: Version, new: Version) -> tuple[Match, ...]:
    """The alignment of goals, then of objectives, in the order of the new version; what was removed stands after it."""
    old_objectives, new_objectives = tuple(old.objectives), tuple(new.objectives)
    objectives = _pairs(old_objectives, new_objectives, {})
    old_parent, new_parent = _parents(old), _parents(new)
    together = Counter(
        (old_parent.get(old_objectives[i].number), new_parent.get(new_objectives[j].number)) for i, j in objectives
    )
    children = {
        (i, j): together[before.number, after.number] / max(len(before.objectives), len(after.objectives))
        for i, before in enumerate(old.goals)
        for j, after in enumerate(new.goals)
        if together[before.number, after.number]
    }
    goals = _pairs(old.goals, new.goals, children)
    goal_of = {old.goals[i].number: new.goals[j].number for i, j in goals}

    def moved(before: Entity, after: Entity) -> bool:
        parent, new_home = old_parent.get(before.number), new_parent.get(after.number)
        if parent is None or new_home is None:
            return parent != new_home
        return goal_of.get(parent) != new_home

    return (
        *_matches(Level.GOAL, old.goals, new.goals, goals, lambda _before, _after: False),
        *_matches(Level.OBJECTIVE, old_objectives, new_objectives, objectives, moved),
    )


def _parents(version: Version) -> dict[str, str]:
    return {objective.number: goal.number for goal in version.goals for objective in goal.objectives}


def _matches(
    level: Level,
    old: Sequence[Entity],
    new: Sequence[Entity],
    pairs: Mapping[Pair, _Scored],
    moved: Callable[[Entity, Entity], bool],
) -> Iterator[Match]:
    old_of = {j: (i, scored) for (i, j), scored in pairs.items()}
    for j, after in enumerate(new):
        if j not in old_of:
            yield Match(level, Relation.ADDED, (), (after.number,))
            continue
        i, scored = old_of[j]
        before = old[i]
        yield Match(
            level,
            Relation.MATCHED,
            (before.number,),
            (after.number,),
            renamed=not same_reading(*titles(before, after)),
            renumbered=before.number != after.number,
            moved=moved(before, after),
            score=scored.score,
            evidence=scored.evidence,
        )
    kept = {i for i, _ in pairs}
    yield from (Match(level, Relation.REMOVED, (before.number,), ()) for i, before in enumerate(old) if i not in kept)


def titles(old: Entity, new: Entity) -> tuple[str, str]:
    """The two statements to compare: those over the body, or the framework's where one side has only that."""
    if old.statement and new.statement:
        return old.statement, new.statement
    if old.framework_statement and new.framework_statement:
        return old.framework_statement, new.framework_statement
    return old.title, new.title


def _pairs(old: Sequence[Entity], new: Sequence[Entity], children: Mapping[Pair, float]) -> dict[Pair, _Scored]:
    """The pairs of old and new.

    The side whose texts sort first leads, so that ties fall alike when the sides are swapped.
    """
    if [repr(entity) for entity in old] > [repr(entity) for entity in new]:
        flipped = _pairs_one_way(new, old, {(j, i): share for (i, j), share in children.items()})
        return {(i, j): scored for (j, i), scored in flipped.items()}
    return _pairs_one_way(old, new, children)


def _pairs_one_way(old: Sequence[Entity], new: Sequence[Entity], children: Mapping[Pair, float]) -> dict[Pair, _Scored]:
    """The pairs by stable id, then the best assignment of all others."""
    by_id = {after.id: j for j, after in enumerate(new) if after.id}
    found: dict[Pair, _Scored] = {}
    for i, before in enumerate(old):
        if before.id and (j := by_id.get(before.id)) is not None:
            found[i, j] = _Scored(1.0, {"id": 1.0, "statement": round(likeness(*titles(before, new[j])), 4)})
    rows = [i for i in range(len(old)) if not any(i == row for row, _ in found)]
    columns = [j for j in range(len(new)) if not any(j == column for _, column in found)]
    if not rows or not columns:
        return found
    rarities = rarity(f"{entity.title} {_body(entity)}" for entity in (*old, *new))
    old_profiles = [_profile(old[i], rarities) for i in rows]
    new_profiles = [_profile(new[j], rarities) for j in columns]
    scored = [
        [_score(before, after, children.get((i, j))) for j, after in zip(columns, new_profiles, strict=True)]
        for i, before in zip(rows, old_profiles, strict=True)
    ]
    best = best_pairs([[cell.score for cell in line] for line in scored], THRESHOLD)
    found.update({(rows[row], columns[column]): scored[row][column] for row, column in best})
    return found


def _profile(entity: Entity, rarities: Weights) -> _Profile:
    linkages = entity.linkages if isinstance(entity, Objective) else ""
    return _Profile(entity.number, entity.title, Topic.of(_body(entity), rarities), frozenset(content_words(linkages)))


def _body(entity: Entity) -> str:
    own = (entity.justification, entity.risks) if isinstance(entity, Objective) else (entity.description,)
    return "\n\n".join((*own, *(extra.text for extra in entity.extras)))


def _score(old: _Profile, new: _Profile, children: float | None) -> _Scored:
    """Either signal is enough (their noisy-or).

    Linkages and number only decide between candidates that are near each other.
    """
    evidence = {"statement": likeness(old.title, new.title), "body": old.body.likeness(new.body)}
    if children is not None:
        evidence["objectives"] = children
    unlike = math.prod(1 - _TELLING * value for value in evidence.values())
    either = old.linkages | new.linkages
    evidence["linkages"] = len(old.linkages & new.linkages) / len(either) if either else 0.0
    evidence["number"] = float(old.number == new.number)
    tie_break = _TIE_BREAK * (evidence["linkages"] + evidence["number"])
    score = (1 - unlike) * (1 - 2 * _TIE_BREAK) + tie_break
    return _Scored(round(score, 4), {name: round(value, 4) for name, value in evidence.items()})
