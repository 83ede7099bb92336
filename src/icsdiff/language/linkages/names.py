"""Where the name of a strategy, an order, an act or a plan begins and ends among the tokens of an entry.

A name is a run of capitalised words, what links them, and the dates and brackets that belong to it. Each rule says how
a name may go on: it gives the end of the next piece, or its own place.
"""

from __future__ import annotations

from collections.abc import Sequence

from icsdiff.language.linkages.elements import unnumbered
from icsdiff.language.linkages.frameworks import is_planning_framework
from icsdiff.language.linkages.tokens import Token, TokenKind
from icsdiff.language.linkages.vocabulary import (
    ABOUT,
    DASHES,
    DOCUMENT,
    JOINING,
    LEADS,
    LINKING,
    NUMBERED_DOCUMENT,
    QUOTES,
    VERBS,
)

_FEW_WORDS = 3
_LONG_BRACKET = 8


def name_end(entry: Sequence[Token], at: int) -> int:
    """Where the name ends that begins at a token; that token's own place where none begins."""
    if not _opens_name(entry, at):
        return at
    end = at
    while (following := _next_piece(entry, end, at)) > end:
        end = following
    return end


def _opens_name(entry: Sequence[Token], at: int) -> bool:
    token = entry[at]
    if token.kind is TokenKind.DATE or token.text in QUOTES:
        return at + 1 < len(entry) and (_goes_on(entry[at + 1]) or entry[at + 1].text in QUOTES)
    return _is_name_link(entry, at) or (token.capital and (token.acronym or token.small not in LEADS))


def _is_name_link(entry: Sequence[Token], at: int) -> bool:
    """Whether a link's words are a name: an element inside a link is one as anywhere else."""
    return entry[at].kind is TokenKind.LINK and not any(token.element for token in entry[at : _after_link(entry, at)])


def _goes_on(token: Token) -> bool:
    return token.capital or token.kind is TokenKind.LINK


def _next_piece(entry: Sequence[Token], at: int, begin: int) -> int:
    """The end of the next piece of a name that is under way, or ``at`` where the name is over."""
    if at == len(entry):
        return at
    token = entry[at]
    if _is_name_link(entry, at):
        return _after_link(entry, at)
    if token.kind is TokenKind.DATE or (token.capital and not _is_element(entry, at, begin)):
        return at + 1
    for rule in (_dash, _inner_number, _bracket, _quoted, _dated, _linked_words, _small_head, _small_subject):
        if (end := rule(entry, at, begin)) > at:
            return end
    return at


def _is_element(entry: Sequence[Token], at: int, begin: int) -> bool:
    """``Objectives`` in ``JSP Objectives``: no part of the plan's name."""
    return at > begin and is_planning_framework(entry[at - 1].text) and bool(unnumbered(entry[at].text))


def takes_numbers(word: Token) -> bool:
    """Whether numbers right after a name's last word are elements of it, or its own: ``JSP 1.1``, ``UNSCR 1325``."""
    return is_planning_framework(word.text) or bool(NUMBERED_DOCUMENT.fullmatch(word.text))


def _after_link(entry: Sequence[Token], at: int) -> int:
    while at < len(entry) and entry[at].kind is not TokenKind.TARGET:
        at += 1
    return min(at + 1, len(entry))


def _dash(entry: Sequence[Token], at: int, begin: int) -> int:
    """``State - USAID``, ``Counter-trafficking``."""
    if entry[at].text not in DASHES or at == begin or at + 1 == len(entry):
        return at
    after = entry[at + 1]
    glued = entry[at - 1].end == entry[at].start and after.start == entry[at].end
    return at + 2 if after.capital or (glued and after.kind is TokenKind.WORD) else at


def _inner_number(entry: Sequence[Token], at: int, begin: int) -> int:
    """The number inside ``G20 Compact``, ``COVID-19 Response Framework``, ``5-Year Plan``, ``Special 301 Report``."""
    number = at + 1 if entry[at].text in DASHES else at
    if at == begin or number + 1 >= len(entry) or entry[number].element or entry[number].kind is not TokenKind.NUMBERED:
        return at
    glued = entry[at - 1].end == entry[at].start and entry[number - 1].end == entry[number].start
    if entry[number + 1].capital:
        return number + 1 if glued or (entry[number].text.isdigit() and not takes_numbers(entry[at - 1])) else at
    years = _dash(entry, number + 1, begin) > number + 1
    return number + 1 if years and entry[number].end == entry[number + 1].start else at


def _bracket(entry: Sequence[Token], at: int, begin: int) -> int:
    """``(JSP)``, ``(MTP IV)``, ``(South and Central Asia)``, ``(February 2022)``."""
    if entry[at].text != "(" or at == begin or at + 1 == len(entry):
        return at
    if not (entry[at + 1].capital or entry[at + 1].kind is TokenKind.DATE):
        return at
    for end in range(at + 1, min(at + _LONG_BRACKET, len(entry))):
        token = entry[end]
        if token.text == ")":
            return end + 1
        inner = token.capital or token.kind in (TokenKind.DATE, TokenKind.NUMBERED) or token.text in DASHES
        if token.element or not (inner or token.small in LINKING | {"and"}):
            return at
    return at


def _quoted(entry: Sequence[Token], at: int, begin: int) -> int:
    if entry[at].text not in QUOTES:
        return at
    opens = at + 1 < len(entry) and _goes_on(entry[at + 1]) and entry[at + 1].start == entry[at].end
    closes = at > begin and entry[at - 1].end == entry[at].start
    return at + 1 if opens or closes else at


def _dated(entry: Sequence[Token], at: int, begin: int) -> int:
    """``, February 2022``, ``of 2017``."""
    if at == begin or at + 1 >= len(entry) or entry[at].small not in {",", "of", "from", "dated"}:
        return at
    if entry[at + 1].kind is not TokenKind.DATE:
        return at
    opens_next = at + 2 < len(entry) and _goes_on(entry[at + 2])
    return at if opens_next and entry[at].text == "," else at + 2


def _linked_words(entry: Sequence[Token], at: int, begin: int) -> int:
    """``of the``, between words of the name."""
    end = at
    while end < min(at + _FEW_WORDS, len(entry)) and entry[end].small in LINKING - {"and"}:
        end += 1
    goes_on = at > begin and end > at and end < len(entry) and _goes_on(entry[end])
    return end if goes_on else at


def _small_head(entry: Sequence[Token], at: int, begin: int) -> int:
    """``PREPARE plan``, ``national climate strategy`` after an owner's name; a first word may be any word."""
    first = entry[begin]
    opens_sentence = begin == 0 and at == 1 and not (first.acronym or first.bare != first.text)
    if at == begin or opens_sentence:
        return at
    for end in range(at, min(at + _FEW_WORDS + 1, len(entry))):
        token = entry[end]
        if token.kind is not TokenKind.WORD or token.small in LEADS or token.small in VERBS or token.small in JOINING:
            return at
        if DOCUMENT.fullmatch(token.bare):
            return end + 1
    return at


def _small_subject(entry: Sequence[Token], at: int, begin: int) -> int:
    """``on countering corruption``, after the word that says what document it is."""
    if at == begin or entry[at].small not in ABOUT - {"to", "of"} or not DOCUMENT.fullmatch(entry[at - 1].bare):
        return at
    end = at + 1
    while end < len(entry) and entry[end].kind is TokenKind.WORD and entry[end].small not in VERBS | JOINING:
        end += 1
    return end if end > at + 1 else at
