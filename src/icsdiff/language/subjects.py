"""What a figure counts, in the words around it."""

from __future__ import annotations

import re

_MOST_WORDS = 8
# Words at which a noun phrase ends: what follows says where, when or why, or what happens.
_STOPS = frozenset(
    "in for by at over with to from who that which and or but as than while when where since until during per "
    "on into through under was were is are has have had will would can could may might must should this these "
    "those if because after before annually each every not its their our worldwide present seized due lies lie".split()
)
_DETERMINERS = frozenset(
    "the a an of other total additional new all some its their our this these those estimated number".split()
)
_WORD = re.compile(r"[^\W_]+(?:[.'’/-][^\W_]+)*\.?(?=\s|$|[,;:)])|[^\W_]+(?:[.'’/-][^\W_]+)*")
_BOUNDARY = re.compile(r"[.;:()–—](?:\s|$)|,\s")
_STATES = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|will|would|could)\s+)?(?:(?:also|now|already|currently)\s+)?"
    r"(?:increas\w+|decreas\w+|rose|risen|rises?|grew|grown|grows?|fell|fallen|falls?|declin\w+|reach\w*|total\w*|stands?|stood|amount\w*|"
    r"doubled|climb\w+|dropped|drops?|averag\w+|remains?|remained|identif\w+|expand\w*|exceed\w*|is|are|was|were|equals?|numbers?|hosts?)\b"
    r"(?:\s+(?:to|at|by|from|around|of|the\s+need\s+for))*\s*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:up|down|compared\s+(?:to|with)|against|from)(?:\s+from)?\s*$", re.IGNORECASE)
_OF = re.compile(r"([^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,3})\s+of\s*$")
_REACH = 160
"""Characters around a figure in which its subject is looked for."""


def is_compared(before: str) -> bool:
    """Whether a figure after these words is what another is measured against: ``up from 1.32 million``."""
    return _COMPARED.search(before) is not None


def subject_of(text: str, start: int, end: int, previous: str) -> str:
    """The noun phrase that a figure counts; ``previous`` is the subject of the figure before it.

    After the figure (``30,000 U.S. citizens``, ``$91 billion of infrastructure spending``), else before it
    (``customers to service providers stands at 46 to 1``); ``up from 1.32 million`` counts what the figure before it
    did.
    """
    before = text[max(0, start - _REACH) : start]
    if previous and is_compared(before):
        return previous
    return _after(text[end : end + _REACH]) or _before(before)


def _after(text: str) -> str:
    if not text[:1].isspace():
        return ""
    phrase = _BOUNDARY.split(f"{text} ")[0] if "U.S." not in text else re.split(r"[,;:()–—]\s", text)[0]
    words = _WORD.findall(phrase)
    if words and words[0].casefold() == "of":
        words = words[1:]
    kept: list[str] = []
    for word in words:
        if word.casefold() in _STOPS and (kept or word.casefold() != "of"):
            break
        if kept or word.casefold() not in _DETERMINERS:
            kept.append(word)
    return " ".join(kept[:_MOST_WORDS]).rstrip(".") if kept and not kept[0].isdigit() else ""


def _before(text: str) -> str:
    clause = _BOUNDARY.split(text)[-1]
    match = _STATES.search(clause)
    if match is None:
        of = _OF.search(clause)
        return _trimmed(of[1]) if of else ""
    return _trimmed(clause[: match.start()])


def _trimmed(phrase: str) -> str:
    words = _WORD.findall(phrase)
    while words and (words[0].casefold() in _DETERMINERS or words[0].casefold() in _STOPS):
        words = words[1:]
    return " ".join(words[:_MOST_WORDS])
