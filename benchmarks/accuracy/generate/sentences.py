"""Edits of sentences. Each takes a draft, makes one edit that collides with no other, and notes what a reviewer lists.

An edit gives False, and leaves the draft as it was, where it does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.accuracy.generate.draft import RISKS, Draft, Place
from benchmarks.accuracy.generate.figures import Sort, notations, numberish, other_value, tokens
from benchmarks.accuracy.generate.phrases import Phrase, Role, role, slots
from benchmarks.accuracy.generate.pool import Pool
from benchmarks.accuracy.generate.wording import edited, halves, reworded, whole, with_other_qualifier, with_other_word
from icsdiff.model.changes import Kind, Significance

Edit = Callable[[Draft, Pool, Random], bool]

ADDED = {None: Kind.TEXT_ADDED, Role.RISK: Kind.RISK_ADDED, Role.MITIGATION: Kind.MITIGATION_ADDED}
REMOVED = {None: Kind.TEXT_REMOVED, Role.RISK: Kind.RISK_REMOVED, Role.MITIGATION: Kind.MITIGATION_REMOVED}
REVISED = {None: Kind.TEXT_REVISED, Role.RISK: Kind.RISK_REVISED, Role.MITIGATION: Kind.MITIGATION_REVISED}
_FRAME = 2
"""First words that two sentences share if one may be called the other, revised: ``To mitigate …``."""
_REWORDED_TOO = 0.25
_COUNTED = re.compile(r" [a-z]+s\b")
_VERB = re.compile(r"\b(?:employs?|trains?|provides?|funds?|supports?|destroyed|introduced|rescued|installed) $")
_TOLD_BY_ITS_SENTENCE = (Sort.YEAR, Sort.DATE, Sort.WORD)


def add(draft: Draft, pool: Pool, rng: Random) -> bool:
    """A sentence of another strategy."""
    place = rng.choice(list(draft.places()))
    free = slots(place.phrases)
    if not free or not (text := pool.sentence(place.name, rng)):
        return False
    place.phrases.insert(rng.choice(free), Phrase(text, touched=True))
    _say_added(draft, place.name, text)
    return True


def exchange(draft: Draft, pool: Pool, rng: Random) -> bool:
    """One sentence goes, and another that has nothing to do with it comes in its place."""
    found = _pick(draft, rng, lambda place, at: at > 0 and not _leans(place.phrases, at + 1))
    if found is None or not (text := pool.sentence(found[0].name, rng)):
        return False
    place, at = found
    gone = place.phrases[at]
    if text.split()[:_FRAME] == gone.text.split()[:_FRAME]:
        return False
    place.phrases[at] = Phrase(text, opens=gone.opens, touched=True)
    _say_removed(draft, place.name, gone.text)
    _say_added(draft, place.name, text)
    return True


def remove(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A sentence less."""
    found = _pick(draft, rng, lambda place, at: len(place.phrases) > 2 and not _leans(place.phrases, at + 1))
    if found is None:
        return False
    place, at = found
    text = _take_out(place.phrases, at).text
    _say_removed(draft, place.name, text)
    return True


def reword(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A sentence that says something else, in a few words or in a clause."""

    def revised(place: Place, at: int) -> bool:
        return _revise(draft, place, at, reworded(place.phrases[at].text, rng), Significance.SUBSTANTIVE)

    return _first(draft, rng, revised)


def copy_edit(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A sentence that says the same in better English."""

    def revised(place: Place, at: int) -> bool:
        return _revise(draft, place, at, edited(place.phrases[at].text, rng), Significance.EDITORIAL)

    return _first(draft, rng, revised)


def revise_figures(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """One or two figures of a sentence with another value; now and then another word besides."""

    def revised(place: Place, at: int) -> bool:
        text = place.phrases[at].text
        found = tokens(text)
        chosen = sorted(rng.sample(found, min(len(found), rng.choice((1, 1, 1, 2)))), key=lambda token: -token.start)
        values = [other_value(token, rng) for token in chosen]
        if not chosen or any(value in text for value in values):
            return False
        for token, value in zip(chosen, values, strict=True):
            text = text[: token.start] + value + text[token.end :]
            draft.say(Kind.FIGURE_REVISED, token.text, value)
        other = with_other_word(text, rng) if rng.random() < _REWORDED_TOO else None
        if other and _role_of(place, other) is _role_of(place, text):
            draft.say(REVISED[_role_of(place, text)], place.phrases[at].text, other)
            text = other
        _replace(draft, place.phrases[at], text)
        return True

    return _first(draft, rng, revised)


def requalify(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A figure that stands, and is now ``nearly`` what it was ``more than``."""

    def revised(place: Place, at: int) -> bool:
        if not (found := with_other_qualifier(place.phrases[at].text, rng)):
            return False
        text, old, new = found
        draft.say(Kind.FIGURE_REVISED, old, new)
        _replace(draft, place.phrases[at], text)
        return True

    return _first(draft, rng, revised)


def drop_figure(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A count that is gone, its sentence otherwise the same."""

    def revised(place: Place, at: int) -> bool:
        text = place.phrases[at].text
        for token in tokens(text):
            if token.sort is Sort.COUNT and _COUNTED.match(text[token.end :]) and _VERB.search(text[: token.start]):
                draft.say(Kind.FIGURE_REMOVED, token.text)
                _replace(draft, place.phrases[at], text[: token.start] + text[token.end + 1 :])
                return True
        return False

    return _first(draft, rng, revised)


def renotate(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A figure written another way: nothing that a reviewer lists."""

    def revised(place: Place, at: int) -> bool:
        text = place.phrases[at].text
        found = [(token, other) for token in tokens(text) for other in notations(token)]
        if not found:
            return False
        token, other = rng.choice(found)
        _replace(draft, place.phrases[at], text[: token.start] + other + text[token.end :])
        return True

    return _first(draft, rng, revised)


def divide(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A sentence as two."""

    def revised(place: Place, at: int) -> bool:
        phrase = place.phrases[at]
        if not (found := halves(phrase.text)) or _role_of(place, " ".join(found)) is not _role_of(place, phrase.text):
            return False
        first, second = found
        draft.say(REVISED[_role_of(place, phrase.text)], phrase.text, f"{first} {second}", None)
        draft.pairs += [(phrase.text, first), (phrase.text, second)]
        phrase.text, phrase.touched = first, True
        place.phrases.insert(at + 1, Phrase(second, touched=True, bound=True))
        return True

    return _first(draft, rng, revised)


def join(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """Two sentences as one."""

    def revised(place: Place, at: int) -> bool:
        first, *rest = place.phrases[at : at + 2]
        if not rest or not rest[0].free or rest[0].opens or rest[0].at != first.at + 1:
            return False
        if not (text := whole(first.text, rest[0].text, rng)):
            return False
        kind = _role_of(place, first.text)
        if kind is not _role_of(place, rest[0].text) or kind is not _role_of(place, text):
            return False
        draft.say(REVISED[kind], f"{first.text} {rest[0].text}", text, None)
        draft.pairs += [(first.text, text), (rest[0].text, text)]
        first.text, first.touched = text, True
        del place.phrases[at + 1]
        return True

    return _first(draft, rng, revised)


def _leans(held: Sequence[Phrase], at: int) -> bool:
    """Whether the sentence at a place leans on the one before it."""
    return at < len(held) and held[at].goes_on


def _role_of(place: Place, text: str) -> Role | None:
    return role(text) if place.name == RISKS else None


def _pick(draft: Draft, rng: Random, fits: Callable[[Place, int], bool]) -> tuple[Place, int] | None:
    """A free sentence, chosen evenly, whose statement in a risks field nobody doubts."""
    found = [
        (place, at)
        for place in draft.places()
        for at, phrase in enumerate(place.phrases)
        if phrase.free and (place.name != RISKS or role(phrase.text)) and fits(place, at)
    ]
    return rng.choice(found) if found else None


def _first(draft: Draft, rng: Random, edit: Callable[[Place, int], bool], tries: int = 12) -> bool:
    """The first of some sentences that the edit fits."""
    for _ in range(tries):
        found = _pick(draft, rng, lambda _place, _at: True)
        if found and edit(*found):
            return True
    return False


def _take_out(held: list[Phrase], at: int) -> Phrase:
    phrase = held.pop(at)
    if phrase.opens and at < len(held):
        held[at].opens = True
    return phrase


def _revise(draft: Draft, place: Place, at: int, text: str | None, significance: Significance) -> bool:
    phrase = place.phrases[at]
    if text is None or text == phrase.text or _role_of(place, text) is not _role_of(place, phrase.text):
        return False
    draft.say(REVISED[_role_of(place, text)], phrase.text, text, significance)
    _replace(draft, phrase, text)
    return True


def _replace(draft: Draft, phrase: Phrase, text: str) -> None:
    draft.changed(phrase.text, text)
    draft.pairs.append((phrase.text, text))
    phrase.text, phrase.touched = text, True


def _say_added(draft: Draft, field: str, text: str) -> None:
    draft.say(ADDED[role(text) if field == RISKS else None], new=text)
    draft.changed("", text)
    for words, optional in _figures(text):
        draft.say(Kind.FIGURE_ADDED, new=words, optional=optional)


def _say_removed(draft: Draft, field: str, text: str) -> None:
    draft.say(REMOVED[role(text) if field == RISKS else None], old=text)
    draft.changed(text, "")
    for words, optional in _figures(text):
        draft.say(Kind.FIGURE_REMOVED, old=words, optional=optional)


def _figures(text: str) -> list[tuple[str, bool]]:
    """What came or went with a sentence: plain quantities, and whatever else somebody may call a figure."""
    found = [(token.text, token.sort in _TOLD_BY_ITS_SENTENCE) for token in tokens(text)]
    return found + [(text, True)] * numberish(text)
