"""The names of strategies in one form: what is left when spelling, issuers and articles no longer count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from icsdiff.language.likeness import content_words, likeness
from icsdiff.language.linkages.vocabulary import ABOUT, LINKING

# What the planning of foreign affairs calls its documents; every other acronym is known by its initials.
_PLANNING = {
    "jsp": "joint strategic plan",
    "jrs": "joint regional strategy",
    "cdcs": "country development cooperation strategy",
    "rdcs": "regional development cooperation strategy",
    "fbs": "functional bureau strategy",
    "ics": "integrated country strategy",
    "nss": "national security strategy",
    "nds": "national defense strategy",
    "nms": "national military strategy",
    "nsm": "national security memorandum",
    "nspm": "national security presidential memorandum",
    "ppd": "presidential policy directive",
    "pl": "public law",
    "eo": "executive order",
    "unscr": "united nations security council resolution",
    "sdg": "sustainable development goal",
}
OWN_ELEMENTS = {"sdg": "goal"}
"""Elements that a framework is itself named after: Goal 16 of the SDGs is SDG 16."""
CITED_WHOLE = frozenset({"nss", "nds", "nms"})
"""Those of them that are cited as wholes; of the others a linkage names an element, or the sentence says no more."""
# Who issues a plan of both; State may be left out, alone or with its partner.
_JOINTLY_ISSUED = frozenset({"jsp", "jrs"})
_ISSUED_BY_USAID = frozenset({"cdcs", "rdcs"})
_SMALL = LINKING | ABOUT
_DROPPED = frozenset({"the", "a", "an", "of", "and"})
_PLURALS = {
    "orders": "order",
    "resolutions": "resolution",
    "strategies": "strategy",
    "plans": "plan",
    "conventions": "convention",
    "memoranda": "memorandum",
    "memorandums": "memorandum",
    "sdgs": "sdg",
    "eos": "eo",
    "nsms": "nsm",
    "unscrs": "unscr",
}
_PHRASES = (
    (re.compile(r"\b(?:us )?department state\b|\bstate department\b"), "state"),
    (re.compile(r"\bunited states america\b|\bunited states\b|\busa\b"), "us"),
    (re.compile(r"\bun\b"), "united nations"),
    (re.compile(r"\beuropean union\b"), "eu"),
    (re.compile(r"\bafrican union\b"), "au"),
    (re.compile(r"\b(\d{4}) (agenda|vision)\b"), r"\2 \1"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\bdefence\b"), "defense"),
    *((re.compile(rf"\b{words}s?\b"), acronym) for acronym, words in _PLANNING.items()),
    # An acronym beside its own words: "Joint Strategic Plan (JSP)".
    *((re.compile(rf"\b{acronym} {acronym}\b"), acronym) for acronym in _PLANNING),
)
_NAMED_OTHERWISE = 0.8
"""Likeness of two names above which a reference without counterpart is the same one, named otherwise."""
_SHORTEST_ACRONYM = 3
_TELLING = 2
"""Words that a name must have to be known in a longer one."""


def is_planning_framework(word: str) -> bool:
    """Whether a word is an acronym that the genre uses for one of its documents."""
    acronym = word.removesuffix("s").replace(".", "")
    return acronym.isupper() and acronym.casefold() in _PLANNING


def plan_named(name: str) -> str:
    """Which document of the genre a name is, by its acronym: ``jrs`` for the regional strategy of any bureau."""
    words = folded(name)
    return words[-1] if words and words[-1] in _PLANNING else ""


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words that tell a framework from all others, whatever the spelling."""
    plain = name.casefold().replace("’", "'").replace("'s", "")
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?!\w)", "", plain)
    words = [word for word in re.findall(r"\d+(?:[.,]\d+)+|\w+", plain) if word not in _DROPPED]
    if words:
        words[-1] = _PLURALS.get(words[-1], words[-1])
    text = " ".join(words)
    for pattern, replacement in _PHRASES:
        text = pattern.sub(replacement, text)
    return _without_issuers(tuple(_without_own_initials(text.split())))


def _without_issuers(words: tuple[str, ...]) -> tuple[str, ...]:
    """``State-USAID JSP`` as ``JSP``, ``USAID CDCS`` as ``CDCS``: nobody else issues one."""
    if not words:
        return words
    dropped: set[str] = set()
    if words[-1] in _JOINTLY_ISSUED and "state" in words:
        dropped = {"state", "usaid"}
    elif words[-1] in _ISSUED_BY_USAID:
        dropped = {"usaid"}
    elif words[-1] in _PLANNING:
        dropped = {"us"}
    return tuple(word for word in words if word not in dropped)


def _without_own_initials(words: list[str]) -> list[str]:
    """The words without an acronym that the words right before it spell."""
    return [word for at, word in enumerate(words) if not (len(word) > 1 and _spells(word, words[:at]))]


def _spells(acronym: str, before: list[str]) -> bool:
    return any(initials.endswith(acronym) for initials in _initials(before[-2 * len(acronym) :]))


def _initials(words: Sequence[str]) -> tuple[str, str]:
    """The first letters of all words, and of all but the small ones: ``Partnership for Prosperity``."""
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)


def same_by_initials(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two names are one of which the other has an acronym for some words: ``WPS Strategy``."""
    short, long = sorted((old, new), key=len)
    head = 0
    while head < len(short) and short[head] == long[head]:
        head += 1
    tail = 0
    while tail < len(short) - head and short[-1 - tail] == long[-1 - tail]:
        tail += 1
    acronym, words = short[head : len(short) - tail], long[head : len(long) - tail]
    if len(acronym) != 1 or len(acronym[0]) < _SHORTEST_ACRONYM or acronym[0] in _PLANNING:
        return False  # What those of the genre stand for is known, and folded.
    return len(words) > 1 and acronym[0] in _initials(words)


def named_otherwise(old: str, new: str) -> float:
    """How surely two names are one document's, 0 for two documents: one inside the other, or a word apart in many."""
    before, after = set(content_words(" ".join(folded(old)))), set(content_words(" ".join(folded(new))))
    fewer = before & after
    if fewer in (before, after) and (len(fewer) >= _TELLING or fewer & _PLANNING.keys()):
        return 1.0 - abs(len(before) - len(after)) / (10 * len(before | after))
    score = likeness(" ".join(sorted(before)), " ".join(sorted(after)))
    return score if score > _NAMED_OTHERWISE else 0.0
