"""Sentences that stand at another place of the version, some of them revised on the way."""

from __future__ import annotations

from random import Random

from benchmarks.accuracy.generate.draft import RISKS, Draft, Place
from benchmarks.accuracy.generate.phrases import Phrase, role, slots
from benchmarks.accuracy.generate.pool import Pool
from benchmarks.accuracy.generate.wording import with_other_word
from icsdiff.model.changes import Kind

_PASSED = 2
"""Sentences that one must pass to be the one that moved."""
_REVISED_ON_THE_WAY = 0.3


def move_within(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A sentence that passes at least two others of its field.

    Those stay as they are, so that it is the one that moved.
    """
    places = [
        place for place in _places(draft) if len(place.phrases) > _PASSED and all(each.free for each in place.phrases)
    ]
    if not places:
        return False
    place = rng.choice(places)
    at, to = rng.sample(range(len(place.phrases)), 2)
    if abs(to - at) < _PASSED or any(each.goes_on or each.opens for each in place.phrases[1:]):
        return False
    if place.name == RISKS and not all(role(each.text) for each in place.phrases):
        return False
    phrase = place.phrases.pop(at)
    place.phrases.insert(to, phrase)
    for position, each in enumerate(place.phrases):
        each.opens = position == 0
        each.touched = True
    _say_moved(draft, phrase, rng)
    return True


def move_elsewhere(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A sentence in another field or another objective; a risk or mitigation stays one."""
    places = _places(draft)
    place = rng.choice(places)
    others = [other for other in places if other is not place and (other.name == RISKS) == (place.name == RISKS)]
    at = _movable(place, rng)
    if at is None or not others:
        return False
    target = rng.choice(others)
    free = slots(target.phrases)
    if not free:
        return False
    phrase = place.phrases.pop(at)
    if phrase.opens and at < len(place.phrases):
        place.phrases[at].opens = True
    phrase.opens = False
    target.phrases.insert(rng.choice(free), phrase)
    _say_moved(draft, phrase, rng)
    return True


def _places(draft: Draft) -> list[Place]:
    """Where a sentence that moves is told as moved: what a split or merger moves is part of that."""
    return [place for place in draft.places() if not (place.part and place.part.several)]


def _movable(place: Place, rng: Random) -> int | None:
    """A sentence that neither leans on another one nor is leaned on."""
    held = place.phrases
    found = [
        at
        for at, phrase in enumerate(held)
        if phrase.free
        and not phrase.goes_on
        and not (at + 1 < len(held) and held[at + 1].goes_on)
        and (place.name != RISKS or role(phrase.text))
    ]
    return rng.choice(found) if found and len(held) > 1 else None


def _say_moved(draft: Draft, phrase: Phrase, rng: Random) -> None:
    old = phrase.text
    if rng.random() < _REVISED_ON_THE_WAY and (new := with_other_word(old, rng)):
        phrase.text = new
        draft.changed(old, new)
        draft.say(Kind.TEXT_REVISED, old, new, optional=True)
    phrase.touched = True
    draft.say(Kind.TEXT_MOVED, old, phrase.text)
    draft.pairs.append((old, phrase.text))
