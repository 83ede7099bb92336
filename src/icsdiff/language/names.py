"""Numbers that are no figures: parts of names, references, marks of lists and footnotes, times of day.

``COVID-19``, ``Resolution 1325``, ``Objectives 2.1 and 2.3``, ``22 U.S.C. 2151``, ``2030 Agenda``, ``text.12``.
"""

from __future__ import annotations

import re

# Words that number what they name.
_NUMBERED = frozenset(
    "agenda annex annexes appendix article articles chapter chapters clause fig figure figures footnote goal "
    "goals highway horizon lot note objective objectives page pages para paragraph paragraphs phase phases "
    "pillar pillars pp priorities priority protocol recommendation recommendations resolution resolutions route "
    "section sections step steps sub-goal sub-objective subsection table tables tier tiers title unscr version "
    "vision".split()
)
# These do so only with a capital: "Target 5", but "we target 5 districts".
_NUMBERED_WITH_CAPITAL = frozenset(
    "Act Airbus Amendment Area Block Boeing Building Camp Category Class Cluster Cohort Component Convention "
    "Day Decree Directive District Finding Flight Form Gate Grade Group Indicator Indicators Law Level Line "
    "Mission Order Outcome Outcomes Output Outputs Part Provision Regulation Round Schedule Sector Series Stage "
    "Target Targets Task Terminal Type Unit Ward Wave Week Year Years Zone".split()
)
_DATED = frozenset({"Act", "Law", "Decree", "Order", "Group"})
_BY_NUMBER = frozenset({"no", "nos", "number", "n°", "№", "§", "§§", "#"})
# SDG 5, DOs 2 and 3, H.R. 1234, 22 U.S.C. 2151; the initials of countries name nothing by number.
_ACRONYM = re.compile(r"(?!U\.?[SKN]$)(?:[A-Z]{2,6}s?|[A-Z](?:\.\s?[A-Z]){1,4})")
_NAME_FOLLOWS = re.compile(
    r"\s+(?:U\.?\s?S\.?\s?C\b|C\.?\s?F\.?\s?R\b|F[AM]M\b|FAH\b|Stat\.|Agenda\b)|\s?[ap]\.?m\b|:\d\d\b"
)
_GLUED_BEFORE = re.compile(r"\w[-‑/.:+&]$|[\[^#§№]$|[^\W\d_][.,;!?]?[”\"’'»)\]]$|[^\W\d_][.,;!?]$|\d[”\"’'»)\]]$")
_PREFIX = re.compile(r"\b(?:mid|early|late|end|pre|post)[-‑–]$", re.IGNORECASE)
_GLUED_AFTER = re.compile(
    r"[-‑](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|\w|[.,:]\d|\([a-z]\)|[-‑](?![a-z]{2})\w|/(?![a-z])\w|\^|[\s-]+(?:year|month)s?[\s-]+olds?\b"
)
_AND = re.compile(r"\s*(?:[,&/–-]|,?\s*(?:and|or|to|through)\b)\s*(?:(?:and|or)\s+)?")
_REACH = 40
"""Characters before a number in which its name is looked for."""


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether what stands directly beside a number makes it part of a name, or the mark of a footnote."""
    before = text[max(0, start - 8) : start]
    if _GLUED_BEFORE.search(before) and not _PREFIX.search(before):
        return True
    return before[-1:].isalnum() or _GLUED_AFTER.match(text, end) is not None


def is_mark(text: str, start: int, end: int) -> bool:
    """Whether a number only numbers a list: ``2. Second``, ``(2) second``, ``2) second``."""
    if end - start > 2:  # noqa: PLR2004
        return False
    after = text[end : end + 2]
    if after[:1] == ")":
        return text[start - 1 : start] == "(" or "(" not in text[max(0, start - 2 * _REACH) : start].rpartition(")")[2]
    return text[start - 1 : start] in ("", "\n") and re.match(r"\.\s", after) is not None


def is_reference(text: str, start: int, end: int, *, is_yearlike: bool) -> bool:
    """Whether a number without a unit belongs to the name before or after it."""
    if _NAME_FOLLOWS.match(text, end):
        return True
    words = text[max(0, start - _REACH) : start].rsplit(None, 3)
    if not words or not text[start - 1 : start].isspace():
        return False
    *_, previous, last = ("", *(word.strip("(“\"'.*_") for word in words))
    if last == "of":
        return previous in _DATED
    if last.casefold() in _BY_NUMBER or last.casefold() in _NUMBERED or last in _DATED:
        return True
    is_acronym = _ACRONYM.fullmatch(last) is not None and "," not in text[start:end]
    return not is_yearlike and (is_acronym or last in _NUMBERED_WITH_CAPITAL)


def continues(text: str, reference: tuple[int, int], start: int, end: int) -> bool:
    """Whether a number goes on with a list of references: ``Goals 1, 2, and 3``; not ``Goals 1 and 2, 300 posts``."""
    first, last = reference
    if not first < last <= start <= last + _REACH or abs((end - start) - (last - first)) > 1:
        return False
    return _AND.fullmatch(text, last, start) is not None
