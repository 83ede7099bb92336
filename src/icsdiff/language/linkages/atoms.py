"""What an entry of a linkages field is made of: names, numbered elements, dates, words and marks.

Commas and ``and`` part names, except inside a name that goes on: ``Women, Peace, and Security Act``, ``Strategy to
Prevent Conflict and Promote Stability``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from icsdiff.language.linkages.frameworks import is_planning_framework
from icsdiff.language.linkages.names import name_end
from icsdiff.language.linkages.tokens import Token, TokenKind
from icsdiff.language.linkages.vocabulary import ABOUT, DOCUMENT, JOINING, LINKING, TITLED

_MOST_SUBJECTS = 6
_SUBJECT_AND_DOCUMENT = 2


class AtomKind(Enum):
    """What an atom of an entry is."""

    NAME = auto()
    NUMBERED = auto()
    DATE = auto()
    JOINER = auto()
    WORD = auto()
    MARK = auto()


class Atom(NamedTuple):
    """One thing that an entry says: tokens from ``first`` up to ``last``, the last one among them."""

    kind: AtomKind
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where it begins in the field."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the field."""
        return self.tokens[-1].end

    @property
    def small(self) -> str:
        """Its text in small letters, of a word or a mark."""
        return self.tokens[0].small

    @property
    def last_word(self) -> Token:
        """The last word of a name."""
        return next((token for token in reversed(self.tokens) if token.kind is TokenKind.WORD), self.tokens[-1])


def atoms(entry: Sequence[Token]) -> list[Atom]:
    """The atoms of one entry, in order and without a gap."""
    found: list[Atom] = []
    at = 0
    while at < len(entry):
        end = name_end(entry, at)
        if end > at:
            found.append(Atom(AtomKind.NAME, tuple(entry[at:end])))
        else:
            end = at + 1
            found.append(Atom(_KINDS.get(entry[at].kind, _word_kind(entry[at])), (entry[at],)))
        at = end
    return _joined(found)


_KINDS = {TokenKind.NUMBERED: AtomKind.NUMBERED, TokenKind.DATE: AtomKind.DATE}


def _word_kind(token: Token) -> AtomKind:
    if token.small in JOINING:
        return AtomKind.JOINER
    return AtomKind.WORD if token.kind is TokenKind.WORD else AtomKind.MARK


def names_document(name: Atom) -> bool:
    """Whether a name says that it is a document: by its words, by a link, or as an acronym of the genre."""
    return any(
        token.kind is TokenKind.LINK or DOCUMENT.fullmatch(token.bare) or is_planning_framework(token.bare)
        for token in name.tokens
    )


def is_full_title(name: Atom) -> bool:
    """Whether a name is a document's full one: several capitalised words, its document's among them."""
    capitals = [token for token in name.tokens if token.capital]
    return len(capitals) > 1 and any(TITLED.fullmatch(token.bare) for token in capitals)


def _is_open(name: Atom) -> bool:
    """Whether a name says after its document's word what it is about, so that ``and`` may go on with that."""
    head = next((at for at, token in enumerate(name.tokens) if DOCUMENT.fullmatch(token.bare)), len(name.tokens))
    return any(token.small in ABOUT for token in name.tokens[head + 1 :])


def ends_in_document(name: Atom) -> bool:
    """Whether the last word of a name, but for dates and brackets, is its document's."""
    words = [token for token in name.tokens if token.kind is TokenKind.WORD and token.small not in LINKING]
    while len(words) > 1 and words[-1].acronym:
        words.pop()
    return bool(words and DOCUMENT.fullmatch(words[-1].bare))


def _joined(found: list[Atom]) -> list[Atom]:
    """The atoms with the names put together that a comma or ``and`` had parted."""
    whole: list[Atom] = []
    at = 0
    while at < len(found):
        end = _goes_on_to(found, at) or _begins_name(found, at)
        whole.append(Atom(AtomKind.NAME, tuple(t for atom in found[at:end] for t in atom.tokens)) if end else found[at])
        at = end or at + 1
    return whole


def _joiner(found: Sequence[Atom], at: int) -> int:
    """Where a comma, an ``and``, or both end."""
    end = at
    while end < len(found) and end < at + 2 and found[end].kind is AtomKind.JOINER:
        end += 1
    return end


def _is_part(found: Sequence[Atom], at: int, *, in_list: bool = False) -> bool:
    """Whether an atom is a name that says nothing of a document and, unless a list goes before, owns no element."""
    if at >= len(found) or found[at].kind is not AtomKind.NAME or names_document(found[at]):
        return False
    following = found[at + 1].kind if at + 1 < len(found) else AtomKind.MARK
    return following in (AtomKind.JOINER, AtomKind.MARK) or (in_list and following is AtomKind.NUMBERED)


def _are_subjects(first: Atom, *others: Atom) -> bool:
    """Whether names before an ``and`` are the subjects of what follows, rather than names of their own."""
    goes_on = any(token.small in ABOUT for token in first.tokens)  # Bureau of Democracy, Human Rights, and Labor
    words = all(len(name.tokens) == 1 for name in others)
    return not others or goes_on or (words and (len(first.tokens) == 1 or len(others) > 1))


def _is_acronym(name: Atom) -> bool:
    return len(name.tokens) == 1 and name.tokens[0].acronym


def _says_and(found: Sequence[Atom], start: int, end: int) -> bool:
    return any(atom.small != "," for atom in found[start:end])


def _goes_on_to(found: Sequence[Atom], at: int) -> int:
    """The end of a name whose subject goes on after ``and``, or as a list that closes with one; 0 where none does."""
    if found[at].kind is not AtomKind.NAME or not _is_open(found[at]):
        return 0
    end = at + 1
    while (part := _joiner(found, end)) > end and _is_part(found, part, in_list=end > at + 1):
        if _says_and(found, end, part):
            return part + 1
        end = part + 1
    return 0


def _begins_name(found: Sequence[Atom], at: int) -> int:
    """The end of a name that begins with a list of its subjects: ``Women, Peace, and Security Act``; 0 for none."""
    if not _is_part(found, at):
        return 0
    end, parts = at + 1, 1
    while parts < _MOST_SUBJECTS and (following := _joiner(found, end)) > end and following < len(found):
        name = found[following]
        if _says_and(found, end, following):
            subjects = [atom for atom in found[at:end] if atom.kind is AtomKind.NAME]
            # An acronym is a document of its own, unless a single word follows: CHIPS and Science Act.
            bound = len(name.tokens) == _SUBJECT_AND_DOCUMENT or not any(map(_is_acronym, subjects))
            closes = name.kind is AtomKind.NAME and ends_in_document(name) and bound and _are_subjects(*subjects)
            return following + 1 if closes else 0
        if not _is_part(found, following):
            return 0
        end, parts = following + 1, parts + 1
    return 0
