"""How alike two goals or objectives are, by what they say.

Likeness of the statement *or* of the body is enough: a renamed objective is known by its body, one whose body was
written anew by its statement. Linkages and number only decide between candidates that are near each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from icsdiff.language.likeness import Topic, Weights, content_words, rarity
from icsdiff.model.version import FIELD_SEPARATOR, Goal, Objective

Entity = Goal | Objective
Pair = tuple[int, int]

_TELLING = 0.9
"""How far likeness of the statement alone, or of the body alone, carries."""
_TIE_BREAK = 0.03


class Scored(NamedTuple):
    """How much speaks for a pair, 0 to 1, and what."""

    score: float
    evidence: Mapping[str, float]


class _Profile(NamedTuple):
    """What a goal or objective is compared by."""

    number: str
    statement: Topic
    body: Topic
    linkages: frozenset[str]


def resemblances(old: Sequence[Entity], new: Sequence[Entity], related: Mapping[Pair, float]) -> dict[Pair, Scored]:
    """The score of every old against every new one, by index.

    ``related`` holds, for goals, which share of their objectives two of them have in common.
    """
    rarities = rarity([_text(each) for each in old], [_text(each) for each in new])
    old_profiles, new_profiles = [_profile(each, rarities) for each in old], [_profile(each, rarities) for each in new]
    return {
        (i, j): _score(before, after, related.get((i, j)))
        for i, before in enumerate(old_profiles)
        for j, after in enumerate(new_profiles)
    }


def _profile(entity: Entity, rarities: Weights) -> _Profile:
    linkages = entity.linkages if isinstance(entity, Objective) else ""
    return _Profile(
        entity.number,
        Topic.of(entity.title, rarities),
        Topic.of(_body(entity), rarities),
        frozenset(content_words(linkages)),
    )


def _text(entity: Entity) -> str:
    return f"{entity.title}{FIELD_SEPARATOR}{_body(entity)}"


def body_texts(entity: Entity) -> tuple[str, ...]:
    """What a goal or objective says beyond its statement; linkages are references, and tell little."""
    own = (entity.justification, entity.risks) if isinstance(entity, Objective) else (entity.description,)
    return (*own, *(extra.text for extra in entity.extras))


def _body(entity: Entity) -> str:
    return FIELD_SEPARATOR.join(body_texts(entity))


def _score(old: _Profile, new: _Profile, related: float | None) -> Scored:
    """Either signal is enough: their noisy-or.

    Where two bodies could speak and do not, the statements must be all the more alike: of missions that have nothing in
    common, some objectives share half the words of their statements.
    """
    evidence = {"statement": old.statement.likeness(new.statement), "body": old.body.likeness(new.body)}
    if related is not None:
        evidence["objectives"] = related
    signals = evidence | ({"statement": evidence["statement"] ** 2} if old.body.length and new.body.length else {})
    unlike = math.prod(1 - _TELLING * value for value in signals.values())
    if either := old.linkages | new.linkages:
        evidence["linkages"] = len(old.linkages & new.linkages) / len(either)
    evidence["number"] = float(old.number == new.number)
    tie_break = _TIE_BREAK * (evidence.get("linkages", 0.0) + evidence["number"])
    score = (1 - unlike) * (1 - 2 * _TIE_BREAK) + tie_break
    return Scored(round(score, 4), {name: round(value, 4) for name, value in evidence.items()})
