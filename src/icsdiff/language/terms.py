"""Names in a text: acronyms, programmes, partners, organisations, documents.

Precision before recall: a term that enters or leaves a version is told to a reviewer, and a capital letter at the
start of a sentence is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What kind of name."""

    ACRONYM = "acronym"
    """Capitals that stand for a name: ``PGII``."""
    NAME = "name"
    """A name of several words: ``Partnership for Global Infrastructure and Investment``."""


@dataclass(frozen=True, slots=True)
class Term:
    """A name as half-open offsets into its text; ``name`` is it without plural, article and possessive."""

    start: int
    end: int
    text: str
    name: str
    kind: TermKind


_ACRONYM = re.compile(r"(?<![\w.])(?=[\w&/-]*[A-Z][\w&/-]*[A-Z])[A-Z][A-Z0-9&]+(?:[-/][A-Z0-9]+)*s?\+?(?!\w)")
_NUMERAL = re.compile(r"[IVXLC]+")
_CAPITALISED = r"[A-Z][\w’'-]*\w"
_NAME = re.compile(
    rf"(?<![\w.]){_CAPITALISED}(?:\s+(?:(?:of|for|on|to|against)\s+(?:the\s+)?|(?:and)\s+)?{_CAPITALISED})+"
)
_CONNECTIVES = frozenset({"of", "for", "on", "in", "to", "and", "the", "with", "at", "against"})
# "and" joins two names, unless one that is about something is under way: Partnership for Infrastructure and Investment.
_ABOUT = frozenset({"of", "for", "on", "against"})
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_EXPANSION_FIRST = re.compile(r"((?:[\w’'-]+\s+){1,9}?)\(([A-Z][A-Z0-9&/-]*[A-Z0-9])(?:s)?\)")
_ACRONYM_FIRST = re.compile(r"\b([A-Z][A-Z0-9&/-]*[A-Z0-9])s?\s+\(((?:[\w’'-]+\s*){2,10})\)")

# Parts of the document, places of the calendar, offices: what every strategy names and no reviewer asks about.
_COMMON = frozenset(
    "Goal Goals Objective Objectives Mission Embassy Post Management Justification Linkages Risks Description "
    "Strategic Framework Section Chief Monday Tuesday Wednesday Thursday Friday Saturday Sunday January "
    "February March April May June July August September October November December President Minister "
    "Ambassador Secretary Government Department State States United America American Americans North South East "
    "West Northern Southern Eastern Western First Second Third Finally ICS FY U.S USG US".split()
)
_STARTERS = frozenset(
    "The This These Those That A An In On At By For From With As To Of If When While Through Under Over After "
    "Before During Since Although Though However Despite Without Within Because Our Its Their His Her We It "
    "They He She Each Every All Both Many Most Some Several Such Recognizing Strengthening Enhanced Improved "
    "Reducing Failure Failing Likewise Meanwhile Additionally Moreover Furthermore Also And But Or Nor Yet So "
    "Partners Strengthened Interim".split()
)


def terms(text: str) -> tuple[Term, ...]:
    """The names in a text, in order; a name inside a longer one is part of it."""
    text = _LINK_TARGET.sub(lambda match: " " * len(match.group()), text)
    names = list(_names(text))
    taken = [(term.start, term.end) for term in names]
    acronyms = [term for term in _acronyms(text) if not any(a <= term.start and term.end <= b for a, b in taken)]
    return tuple(sorted((*names, *acronyms), key=lambda term: term.start))


def _acronyms(text: str) -> Iterator[Term]:
    for match in _ACRONYM.finditer(text):
        written = match.group()
        name = written.removesuffix("s")
        if name not in _COMMON and not _NUMERAL.fullmatch(name) and not name.isdigit():
            yield Term(match.start(), match.end(), written, name, TermKind.ACRONYM)


def _names(text: str) -> Iterator[Term]:
    for match in _NAME.finditer(text):
        for start, words in _single_names(match.group(), match.start()):
            yield from _trimmed(text, start, words)


def _single_names(words: str, start: int) -> Iterator[tuple[int, str]]:
    """A run of capitalised words without what ``and`` only puts beside it."""
    for match in re.finditer(r"\s+and\s+", words):
        if not _ABOUT & set(words[: match.start()].split()):
            yield start, words[: match.start()]
            yield from _single_names(words[match.end() :], start + match.end())
            return
    yield start, words


def _trimmed(text: str, start: int, words: str) -> Iterator[Term]:
    """The name without a sentence's first word.

    A connective or an owner before it, and without a possessive after it.
    """
    opens = not text[:start].strip() or text[:start].rstrip()[-1:] in ".!?"
    while words:
        first, *rest = words.split()
        owner = first.endswith(("'s", "’s", "s'", "s’"))
        opener = opens and rest and rest[0] in _CONNECTIVES
        if not (first in _STARTERS or first in _CONNECTIVES or owner or opener):
            break
        cut = len(words) - len(words[len(first) :].lstrip())
        words, start, opens = words[cut:], start + cut, False
    name = re.sub(r"(?:['’]s|['’])$", "", words)
    if name and _is_name(name):
        yield Term(start, start + len(name), name, " ".join(name.split()), TermKind.NAME)


def _is_name(words: str) -> bool:
    capitalised = [word for word in words.split() if word.lower() not in _CONNECTIVES]
    telling = [word for word in capitalised if re.sub(r"['’]s?$", "", word) not in _COMMON]
    return len(capitalised) > 1 and bool(telling) and capitalised[0] not in ("Mission", "Embassy", "Objective", "Goal")


def definitions(text: str) -> dict[str, str]:
    """What the text says its acronyms stand for: ``Transnational criminal organizations (TCOs)`` gives ``TCO``."""
    found: dict[str, str] = {}
    if "(" not in text:
        return found
    for match in _ACRONYM_FIRST.finditer(text):
        if _spells(match[1], match[2].split()):
            found.setdefault(match[1], match[2].strip())
    for match in _EXPANSION_FIRST.finditer(text):
        words = match[1].split()
        for length in range(1, len(words) + 1):
            if _spells(match[2], words[-length:]):
                found.setdefault(match[2], " ".join(words[-length:]))
                break
    return found


def _spells(acronym: str, words: list[str]) -> bool:
    """Whether the words' initials are the acronym's letters; connectives may be left out, hyphens part words."""
    letters = [letter.casefold() for letter in acronym if letter.isalnum()]
    parts = [part.casefold() for word in words for part in word.split("-") if part]
    if not parts or parts[0][0] != letters[0]:
        return False
    strict = [part[0] for part in parts if part not in _CONNECTIVES]
    return strict == letters or [part[0] for part in parts] == letters
