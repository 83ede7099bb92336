"""Statements of a risks field: what may go wrong, and what will be done about it.

Told apart by what a sentence says: a mitigation has an actor of ours who acts (``we will``, ``the Mission will
continue to support``), names itself (``To mitigate these risks``), or asks for the means to act. All else states a
risk.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """What a sentence of a risks field states."""

    RISK = "risk"
    """What may go wrong, or follows from failure."""
    MITIGATION = "mitigation"
    """What is or will be done about it."""


_MITIGATES = re.compile(
    r"^mitigations?\b|\b(?:to\s+(?:help\s+)?mitigate|(?:will|can|must|should)\s+(?:also\s+)?mitigate|"
    r"mitigat(?:e|es|ing|ed)\s+(?:by|this|these|such|those|the|that|risks?)|"
    r"mitigation\s+(?:measures|strategies|steps|efforts|actions)\s+(?:include|are|will)|to\s+(?:address|counter|reduce|manage|minimi[sz]e|offset|overcome|respond\s+to|prevent)\s+"
    r"(?:this|these|such|those|the)\s+(?:\w+\s+)?(?:risks?|threats?|challenges?)|contingency\s+plans?|safeguards?\s+include)\b",
    re.IGNORECASE,
)
_OURS = (
    r"(?:we|(?:the\s+)?(?:u\.?s\.?\s+)?(?:mission|embassy|post|consulate)(?:\s+[A-Z]\w+)?|usaid|usg|pas|inl|the\s+united\s+states|"
    r"the\s+u\.?s\.?\s+government|our\s+(?:team|staff|programs?|assistance|engagement|efforts?)|"
    r"(?:this|these|such)\s+(?:assistance|efforts?|measures?|engagements?|programs?|steps?|activities))"
)
_ACTS = re.compile(
    rf"(?:^|[,;:]\s+|\b(?:and|therefore|thus)\s+){_OURS}\s+(?:will|must|shall|also|plans?\s+to|aims?\s+to|seeks?\s+to|continues?\s+to|works?|"
    rf"supports?|helps?|engages?|monitors?|maintains?|is\s+complemented|are\s+complemented|complements?|requires?|needs?|can\s+reduce|can\s+help|"
    rf"has\s+(?:established|built)|have\s+(?:established|built))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:requires?\s+adequate|needs?\s+(?:adequate|additional)|to\s+achieve\s+this)\b", re.IGNORECASE)
_FAILS = re.compile(
    r"\b(?:fail(?:ure|ing|s)?\s+(?:to|of)|if\s+(?:this|the|we|these)\b.*\bnot\b|without\b|otherwise\b)", re.IGNORECASE
)
_HARMS = re.compile(
    r"\b(?:will|would|could|may|might)\s+(?:not\s+)?(?:lose|be\s+unable|fail|suffer|face|struggle|miss|lack|find\s+it\s+(?:hard|difficult))\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"^(?:it|this|these|that|they|such|in\s+addition|additionally|also|further(?:more)?|moreover)\b", re.IGNORECASE
)

_SEVERITY = frozenset(
    "likely unlikely likelihood probable improbable possible impossible could may might potential potentially "
    "certain uncertain severe severely serious seriously significant significantly catastrophic critical "
    "critically extreme extremely high higher highest low lower lowest moderate moderately medium major minor "
    "acute grave gravely substantial substantially limited negligible minimal imminent remote rare rarely "
    "frequent frequently often always never increasing increasingly".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def role(sentence: str, previous: Role | None = None) -> Role:
    """What a sentence states; one that only goes on (``This includes …``) states what the sentence before it did."""
    if _HARMS.search(sentence) or _FAILS.match(sentence):
        return Role.RISK
    if _MITIGATES.search(sentence) or _ACTS.search(sentence) or _ASKS.search(sentence):
        return Role.MITIGATION
    if previous is Role.MITIGATION and _FOLLOWS.match(sentence) and not _FAILS.search(sentence):
        return Role.MITIGATION
    return Role.RISK


def severity_words(text: str) -> tuple[str, ...]:
    """The words of likelihood and severity in a text: another one makes another risk."""
    return tuple(word for word in _WORD.findall(text.casefold()) if word in _SEVERITY)
