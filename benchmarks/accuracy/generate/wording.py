"""A sentence in other words: each function gives the new sentence, or None where it does not fit."""

from __future__ import annotations

import re
from random import Random

from benchmarks.accuracy.generate.figures import numberish
from benchmarks.accuracy.generate.language import Pairs, language, possible

_LAST_CLAUSE = re.compile(r",(?! and\b| or\b)[^,;]{15,110}(?=\.$)")
_PURPOSE_FIRST = re.compile(r"(To [a-z][^,;]{8,90}), ((?:we|the Mission|the [A-Z]\w+) [^;]{10,200})\.")
_LIST_COMMA = re.compile(r"(?<=\w)(, [^,;.]{3,40}), and (?=\w)")
_ARTICLE = re.compile(r"(?<=[a-z] )the (?=[a-z]{4,}s\b)")
_BREAK = re.compile(
    r"(?:; |, (?:and|but|so|yet) )(?=(?:the|these|this|it|they|we|most|many|others|its|their|each|some|only) )"
)
_OPENS_SMALL = re.compile(
    r"(?:The|This|These|Those|We|It|They|In|A|An|Many|Most|Some|Each|Every|Our|Such|By|To|Only|Parents|Farmers|Women) "
)
_STATES = re.compile(
    r"\b(?:is|are|was|were|will|may|might|can|could|would|has|have|had|do|does|we|they|it)\b", re.IGNORECASE
)
_BEFORE_FIGURE = re.compile(r" [$€£]?\d")
_SHORTEST_HALF = 5
_SOON = 12
"""Words in which a sentence says its verb."""
_SHORTEST_LEFT = 6


def reworded(text: str, rng: Random) -> str | None:
    """A sentence that says something else, about the same thing: from one word to a paraphrase with another clause."""
    edits = [_with_clause, _without_clause, _with_opening, _turned]
    rng.shuffle(edits)
    if rng.random() < 0.2 and (paraphrase := _paraphrased(text, rng)):
        return paraphrase
    changed = text
    if rng.random() < 0.4:
        changed = next((other for edit in edits if (other := edit(text, rng))), text)
    for _ in range(rng.choice((1, 1, 1, 2, 3)) if changed == text else rng.choice((0, 0, 1, 2))):
        changed = with_other_word(changed, rng) or changed
    return None if changed == text else changed


def _paraphrased(text: str, rng: Random) -> str | None:
    """A sentence with every word replaced that has a synonym, and with another word or clause besides."""
    found = sorted(possible(language().synonyms, text), key=lambda pair: pair[0].start(), reverse=True)
    changed, before = text, len(text)
    for match, other in found:
        if match.end() <= before and not _BEFORE_FIGURE.match(text, match.end()):
            changed, before = changed[: match.start()] + other + changed[match.end() :], match.start()
    if changed == text:
        return None
    return with_other_word(changed, rng) or _with_clause(changed, rng)


def with_other_word(text: str, rng: Random) -> str | None:
    """A sentence with one word that means something else."""
    return _replaced(text, language().meaning, rng)


def with_other_qualifier(text: str, rng: Random) -> tuple[str, str, str] | None:
    """A sentence in which a figure is qualified otherwise, and the figure's words before and after."""
    for match, other in possible(language().qualifiers, text):
        if figure := re.match(r" ([$€]?\d[\d,.]*\d|[$€]?\d)(?: (?:percent|million|billion))?", text[match.end() :]):
            changed = text[: match.start()] + other + text[match.end() :]
            return changed, match.group() + figure.group(), other + figure.group()
    del rng
    return None


def edited(text: str, rng: Random) -> str | None:
    """A sentence that a copy editor has been over: spelling, a comma, an article or an inflection."""
    edits = [_respelled, _inflected, _with_other_comma, _without_article]
    rng.shuffle(edits)
    return next((other for edit in edits if (other := edit(text, rng)) and other != text), None)


def halves(text: str) -> tuple[str, str] | None:
    """A sentence as two."""
    for match in _BREAK.finditer(text):
        first, second = text[: match.start()], text[match.end() :]
        states = _STATES.search(" ".join(second.split()[:_SOON])) and "; " not in second
        if states and min(len(first.split()), len(second.split())) >= _SHORTEST_HALF:
            return f"{first}.", second[:1].upper() + second[1:]
    return None


def whole(first: str, second: str, rng: Random) -> str | None:
    """Two sentences as one."""
    if not _OPENS_SMALL.match(second) or not first.endswith(".") or ";" in first + second:
        return None
    link = rng.choice(("; ", ", and ", ", while "))
    return f"{first[:-1]}{link}{second[:1].lower()}{second[1:]}"


def _replaced(text: str, pairs: Pairs, rng: Random) -> str | None:
    found = [(match, other) for match, other in possible(pairs, text) if not _BEFORE_FIGURE.match(text, match.end())]
    if not found:
        return None
    match, other = rng.choice(found)
    return text[: match.start()] + other + text[match.end() :]


def _with_clause(text: str, rng: Random) -> str | None:
    return text[:-1] + rng.choice(language().clauses) + "."


def _without_clause(text: str, _rng: Random) -> str | None:
    match = _LAST_CLAUSE.search(text)
    if match is None or numberish(match.group()) or len(text[: match.start()].split()) < _SHORTEST_LEFT:
        return None
    return text[: match.start()] + "."


def _with_opening(text: str, rng: Random) -> str | None:
    if not _OPENS_SMALL.match(text):
        return None
    return rng.choice(language().openings) + text[:1].lower() + text[1:]


def _turned(text: str, rng: Random) -> str | None:
    """``To X, we Y.`` as ``We Y to X.``, with another word, for the turn alone changes little."""
    match = _PURPOSE_FIRST.fullmatch(text)
    if match is None:
        return None
    turned = f"{match[2][:1].upper()}{match[2][1:]} {match[1][:1].lower()}{match[1][1:]}."
    return with_other_word(turned, rng)


def _respelled(text: str, rng: Random) -> str | None:
    return _replaced(text, language().spelling, rng)


def _inflected(text: str, rng: Random) -> str | None:
    return _replaced(text, language().inflection, rng)


def _with_other_comma(text: str, _rng: Random) -> str | None:
    return _LIST_COMMA.sub(r"\1 and ", text, count=1)


def _without_article(text: str, _rng: Random) -> str | None:
    return _ARTICLE.sub("", text, count=1)
