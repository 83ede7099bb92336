"""What a figure counts, in the words around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from icsdiff.language.quantities import Quantity

_MOST_WORDS = 8
# Words at which a noun phrase ends: what follows says where, when or why, or what happens.
_STOPS = frozenset(
    "in for by at over with to from who that which and or but as than while when where since until during per "
    "on into through under was were is are has have had will would can could may might must should this these "
    "those if because after before annually each every not its their our worldwide present seized due lies lie "
    "higher lower larger greater smaller more less fewer faster aged between within across among against "
    "last next them it out be been being ago".split()
)
# At these it ends too, but may begin with them: "live births".
_VERBS = frozenset("live lives lived reside vote votes lack lacks need needs work works".split())
_DETERMINERS = frozenset(
    "the a an of other total additional new all some its their our this these those estimated number".split()
)
_WORD = re.compile(r"[^\W_]+(?:[.'’/-][^\W_]+)*\.?(?=\s|$|[,;:)])|[^\W_]+(?:[.'’/-][^\W_]+)*")
_BOUNDARY = re.compile(r"[.;:)–—](?:\s|$)|\s\(|,\s")
_INITIALS_OR_BOUNDARY = re.compile(r"[,;:)–—]\s|\s\(")
# "S/ 1,025 a month" counts no months.
_RATE = re.compile(r"\s(?:(?:an?|per|each|every)\s|year[\s-](?:on|over)[\s-]year|p\.a\.)")
# What money is in or for: a thing, no place or time.
_PURPOSE = re.compile(r"\s(?:in|for)\s+(?!the\b|a\b|\w+ing\b)(?=[a-z])")
_STATES = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|will|would|could)\s+)?(?:(?:also|now|already|currently)\s+)?(?:be\s+)?"
    r"(?:increas\w+|decreas\w+|rose|risen|rises?|grew|grown|grows?|fell|fallen|falls?|declin\w+|reach\w*|total\w*|stands?|"
    r"stood|amount\w*|doubled|climb\w+|dropped|drops?|averag(?:ed|es|ing)|remains?|remained|identif\w+|expand\w*|exceed\w*|narrow\w*|"
    r"widen\w*|contract(?:s|ed)|shr[aiu]nk|slow(?:s|ed)|rang(?:es?|ed|ing)|rais\w+|lower\w*|cut|estimated|projected|expected|"
    r"is|are|was|were|equals?|numbers?|hosts?)\b"
    r"(?:\s+(?:to\s+(?:reach|rise|fall|grow|total|exceed|average)|to|at|by|from|around|of|the\s+need\s+for))*\s*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:up|down|compared\s+(?:to|with)|against|from)(?:\s+from)?\s*$", re.IGNORECASE)
_AGE = re.compile(r"\bage[sd]?\s+$", re.IGNORECASE)
_OF = re.compile(r"(?<!\w)([^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,3})\s+of\s*$")
# "Unemployment: 7.8%", "| Counties with laboratories | 27 |".
_LABEL = re.compile(r"(?:^|[.;|(\n])[\s*_-]*([^\W\d_][^.;:|()\n]{1,50})(?::|\|)[\s*_]*$")
_ARTICLE = re.compile(r"\b(?:an?|the)\s")
# Not "two is", "three has", "five times as": these are no things.
_MANY = re.compile(
    r"\s+of\s+(?:the|his|her|its|their|our|these|those|them|us|which|whom)\b|\s+(?:have|are|were)\b|"
    r"\s+[a-z]+\s+and\s+\d+\s+(?:[a-z]+\s+)?[a-z]+s\b|"
    r"\s+(?:(?!(?:of|in|and|or|to|for|by|is|was|has|the|a)\b)[a-z][\w’'.-]*\s+){0,3}?"
    r"(?!(?:is|was|has|this|its|as|us|thus|does|less|across|versus|plus)\b)(?:[a-z][\w-]*s|people|men|women|children)\b"
)
_REACH = 160
"""Characters around a figure in which its subject is looked for."""
_REACH_BACK = 60
"""Characters before a figure in which a verb leads to it, or tells that it is what another is measured against."""


def is_compared(text: str, start: int) -> bool:
    """Whether a figure that begins there is what another is measured against: ``up from 1.32 million``."""
    return _COMPARED.search(text, max(0, start - _REACH_BACK), start) is not None


def counts_many(small: str, end: int) -> bool:
    """Whether the words after a number say that it counts, all in small letters: ``two counties``, ``two of them``."""
    return _MANY.match(small, end) is not None


class Surroundings(NamedTuple):
    """Where a figure stands in its text, and what stands before it."""

    text: str
    start: int
    end: int
    last_end: int
    """Where the figure before it ends."""
    last_subject: str
    """What that one counts, where it stands in the same sentence."""


def subject_of(figure: Surroundings, quantity: Quantity) -> str:
    """The noun phrase that a figure counts.

    After the figure (``30,000 U.S. citizens``, ``$91 billion of infrastructure spending``), else before it
    (``customers to service providers stands at 46 to 1``), else after the *in* or *for* of money (``$2 billion in
    loans``); ``up from 1.32 million`` counts what the figure before it did, and so does a figure without a hint.
    """
    text, start = figure.text, figure.start
    after = text[figure.end : figure.end + _REACH]
    before = text[max(0, start - _REACH) : start]
    if found := _after(after):
        return found
    if _AGE.search(before):
        return ""
    if not (figure.last_subject and is_compared(text, start)):
        if found := _before(text[max(figure.last_end, start - _REACH) : start]):
            return found
        if quantity is Quantity.MONEY and (purpose := _PURPOSE.match(after)):
            return _after(after[purpose.end() - 1 :])
        if quantity is Quantity.DURATION or not figure.last_subject:
            return _before(before)
    return figure.last_subject


def _after(text: str) -> str:
    if not text[:1].isspace() and text[:1] != "-":
        return ""
    if _RATE.match(text):
        return ""
    phrase = (_INITIALS_OR_BOUNDARY if "U.S." in text else _BOUNDARY).split(f"{text} ", maxsplit=1)[0]
    words = _WORD.findall(phrase)
    if words and words[0].casefold() == "of":
        words = words[1:]
    kept: list[str] = []
    for word in words:
        if word[0].isdigit():
            kept = kept[:-1]  # what leads to the next number: "countries reached 9 percent", "of the region's 33"
            break
        if word.casefold() in _STOPS or (kept and word.casefold() in _VERBS):
            break
        if kept or word.casefold() not in _DETERMINERS:
            kept.append(word)
    return " ".join(kept[:_MOST_WORDS]).rstrip(".")


def _before(text: str) -> str:
    if label := _LABEL.search(text):
        return _trimmed(label[1])
    clause = _BOUNDARY.split(text)[-1]
    match = _STATES.search(clause, max(0, len(clause) - _REACH_BACK))
    if match is None:
        of = _OF.search(clause, max(0, len(clause) - _REACH_BACK))
        return _trimmed(_ARTICLE.split(of[1])[-1]) if of else ""
    return _trimmed(clause[: match.start()])


def _trimmed(phrase: str) -> str:
    words = _WORD.findall(phrase)
    while words and (words[0].casefold() in _DETERMINERS or words[0].casefold() in _STOPS):
        words = words[1:]
    while words and words[-1].casefold() in _STOPS:
        words = words[:-1]
    return " ".join(words[:_MOST_WORDS])
