"""How alike two goals or objectives are, by what they say.

Likeness of the statement *or* of the body is enough: a renamed objective is known by its body, one whose body was
written anew by its statement. Linkages and number only decide between candidates that are near each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from icsdiff.comparison.blocking import near
from icsdiff.language.likeness import Topic, Weights, content_words, rarity
from icsdiff.model.version import FIELD_SEPARATOR, Goal, Objective

Entity = Goal | Objective
Pair = tuple[int, int]

_TELLING = 0.9
"""How far likeness of the statement alone, or of the body alone, carries."""
_TIE_BREAK = 0.03
_SIGNALS = ("statement", "body", "objectives")
_TELLING_WORDS = 24
"""The words of a statement, and of a body, by which others are found that it may resemble."""


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
    """The score of every old against every new one, by index; of very many, only of those that share telling words.

    ``related`` holds, for goals, which share of their objectives two of them have in common.
    """
    rarities = rarity([_text(each) for each in old], [_text(each) for each in new])
    old_profiles, new_profiles = [_profile(each, rarities) for each in old], [_profile(each, rarities) for each in new]
    pairs = near([_telling(each) for each in old_profiles], [_telling(each) for each in new_profiles])
    return {
        (i, j): _score(old_profiles[i], new_profiles[j], related.get((i, j)))
        for i, j in dict.fromkeys((*pairs, *related))
    }


def same_text(old: Entity, new: Entity) -> Scored:
    """The score of two that say the same to the letter."""
    evidence = {"statement": float(bool(old.title)), "body": float(bool(_body(old)))}
    if isinstance(old, Objective) and old.linkages:
        evidence["linkages"] = 1.0
    return _weighed(evidence | {"number": float(old.number == new.number)}, both_speak=bool(_body(old)))


def _telling(profile: _Profile) -> list[str]:
    """The words that tell most which one it is: of the statement, and of the body."""
    return [
        word
        for weights in (profile.statement.weights, profile.body.weights)
        for word, _ in nlargest(_TELLING_WORDS, weights.items(), key=lambda each: (each[1], each[0]))
    ]


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
    if either := old.linkages | new.linkages:
        evidence["linkages"] = len(old.linkages & new.linkages) / len(either)
    evidence["number"] = float(old.number == new.number)
    return _weighed(evidence, both_speak=bool(old.body.length and new.body.length))


def _weighed(evidence: Mapping[str, float], *, both_speak: bool) -> Scored:
    signals = {name: evidence[name] for name in _SIGNALS if name in evidence}
    if both_speak:
        signals["statement"] **= 2
    unlike = math.prod(1 - _TELLING * value for value in signals.values())
    tie_break = _TIE_BREAK * (evidence.get("linkages", 0.0) + evidence["number"])
    score = (1 - unlike) * (1 - 2 * _TIE_BREAK) + tie_break
    return Scored(round(score, 4), {name: round(value, 4) for name, value in evidence.items()})
