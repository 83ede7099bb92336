"""Statements of a risks field: what may go wrong, and what will be done about it.

Told apart by what the main clause of a sentence says, word class by word class: a mitigation has one of ours who acts,
something that guards against a hazard, or an instrument that is in place. Whatever fails, lacks or might do harm states
a risk, and so does all else.
"""

from __future__ import annotations

import re
from enum import StrEnum

from icsdiff.language.hazards import classes


class Role(StrEnum):
    """What a sentence of a risks field states."""

    RISK = "risk"
    """What may go wrong, or follows from failure."""
    MITIGATION = "mitigation"
    """What is or will be done about it."""


_LEADING = re.compile(
    r"^(?:however,\s+)?(?:if|unless|should|when(?:ever)?|where(?:ver)?|while|although|though|even|despite|given|because|"
    r"since|as\s+long\s+as|without|notwithstanding|in\s+case|in\s+the\s+event)\b[^,]*,\s+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?<=\w),?\s(?:if|unless|although|though|despite|in\s+case|whenever)\s|,\s+(?:which|who)\s", re.IGNORECASE
)
_TURN = re.compile(r"[,;]\s+(?:but|yet|however,?)\s+", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"^(?:it|this|these|that|they|such|in\s+addition|additionally|also|further(?:more)?|moreover)\b", re.IGNORECASE
)
# What says itself that it is a mitigation, or asks for the means to act.
_NAMED = re.compile(
    r"^mitigat(?:ions?|ing)\s*(?:\w+\s+)?(?::|include|factors|this|these|such|the)|"
    r"\bmitigation\s+(?:measures|strategies|steps|efforts|actions)\s+(?:include|will)\b|"
    r"^(?:to\s+(?:that|this)\s+end|to\s+achieve\s+this|in\s+response|as\s+a\s+precaution|in\s+order\s+to)\b|"
    r"\b(?:requires?|needs?)\s+(?:adequate|additional)\b|"
    r"^(?:additional|adequate)\s+(?:\w+\s+)?(?:resources|funding|staff|staffing|positions)\s+w(?:ill|ould)\s+"
    r"(?:enable|allow|help)\b",
    re.IGNORECASE,
)

# What anyone may promise; in a risks field it is a mitigation, if no hazard is near.
_PROMISED = re.compile(
    r"\b(?:will|must|shall)\s+(?:also\s+)?(?:advise|assist|conduct|consult|convene|deliver|engage|examine|expand|"
    r"finance|focus|host|hold|implement|inspect|issue|keep|launch|meet|monitor|operate|organi[sz]e|partner|pilot|publish|"
    r"report|retain|serve|set|sign|supply|support|train|verify|visit|waive|work|be\s+(?:collected|monitored|held|"
    r"published|trained|reviewed|verified|inspected|funded))\b",
    re.IGNORECASE,
)

# Patterns over the classes of icsdiff.language.hazards.
_HAZARD_MET = re.compile(r"b[^,]{0,8}z?v{1,2}x?[pl]")
"""The risk is managed by … — but not: capacity was reduced."""
_GOES_WRONG = re.compile(
    r"u[vzxe]{0,3}[bhn]"  # could be undermined, would leave
    r"|[vzcd]v{0,2}x?[bhn]"  # are inadequate, has not kept pace, will fail
)
_ACTS = re.compile(
    r"(?:^|,)[^,obhnwy]{0,3}o{1,3}(?!x{1,2}b)(?=[^o,bhnu])"  # the Mission works
    r"|(?:^|,)[^,bhnwy]{0,2}(?:y|o|x)[^,bhnwy]{0,3}w{1,3}(?=[^w,bhnu])[^,h]*(?:,|$)"  # our close relations give us …
    r"|^[^bhn]*p"  # audits guard against
    r"|^[^bhn]*l[^,bhucdvzn]{0,4}b"  # early talks lower the risk
    r"|^[^bhnu]*[ijkgw][^bhnu]{0,30}e"  # generators ensure
    r"|^[^bhnu]*e[xy]{0,2}[otw]"  # allow us to
    r"|^[^bhnu]*(?:[ikw][^,bhnu]{0,15}[cd]|[ijkgw][^,bhnu]{0,15}s)"  # the project will, funds are disbursed
    r"|^[^bhnu]*s[^,bhnu]{0,10}i"  # have agreed on a plan
    r"|^[^,bhnu]{0,4}[jkw][^bhnu]*i"  # the team meets for a review
    r"|^[^,bhnu]*(?:[vz]v?x?s|[cd]vx?[sei])"  # will be strengthened
    r"|^[^,bhnu]{0,4}i[^bhnu]*$"  # safeguards are in place
    r"|^(?:g|x?k)[^bhnu]*$"  # working with partners, engagement at all levels
)


def role(sentence: str, previous: Role | None = None) -> Role:
    """What a sentence states.

    One that names no hazard (``Programs focus on youth.``, ``This includes …``) goes on with a mitigation before it.
    """
    clause = _TURN.split(_TRAILING.split(_LEADING.sub("", sentence, count=1), maxsplit=1)[0])[-1]
    said = classes(clause)
    if _HAZARD_MET.search(said):
        return Role.MITIGATION
    if _GOES_WRONG.search(said):
        return Role.RISK
    if _NAMED.search(sentence) or _ACTS.search(said):
        return Role.MITIGATION
    speaks_of_hazards = set(said) & set("bh" if _FOLLOWS.match(sentence) else "bhnu")
    goes_on = previous is Role.MITIGATION or _PROMISED.search(clause)
    return Role.MITIGATION if goes_on and not speaks_of_hazards else Role.RISK


_SEVERITY = frozenset(
    "likely unlikely likelihood probable improbable probably probability possible impossible possibly possibility "
    "could may might perhaps potential potentially certain uncertain certainly certainty doubtful inevitable "
    "inevitably unavoidable foreseeable plausible conceivable expected unexpected severe severely severity serious "
    "seriously significant significantly insignificant catastrophic disastrous devastating dire critical critically "
    "crucial vital extreme extremely high higher highest highly low lower lowest elevated heightened moderate "
    "moderately medium major minor acute chronic grave gravely substantial substantially considerable considerably "
    "limited unlimited negligible minimal marginal marginally modest slight slightly mild intense sharp sharply "
    "imminent immediate urgent urgently remote rare rarely seldom occasional occasionally sometimes frequent "
    "frequently often usually always never persistent persistently pervasive widespread systemic sporadic isolated "
    "increasing increasingly worse worst worsening dangerous manageable existential irreversible".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def severity_words(text: str) -> tuple[str, ...]:
    """The words of likelihood and severity in a text: another one makes another risk."""
    return tuple(word for word in _WORD.findall(text.casefold()) if word in _SEVERITY)
