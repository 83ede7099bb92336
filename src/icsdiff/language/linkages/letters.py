"""What stands in an entry of a linkages field as one letter each, so that the grammar of references is a pattern.

| letter | what |
| --- | --- |
| ``S`` | a document's full name, known for one also amid prose: ``Global Fragility Act`` |
| ``N`` | another name of a document: ``JSP``, ``the PREPARE plan``, a link |
| ``n`` | a name that does not say what it names: ``Power Africa`` |
| ``x`` | a capitalised word: ``Bureau`` in ``Bureau Goal 2`` |
| ``P`` ``B`` ``e`` | an element with numbers; numbers alone; an element without number |
| ``D`` | a date |
| ``o`` ``t`` ``a`` | ``of`` and its like; an article; what a title follows |
| ``l`` | a word that introduces or joins: ``This objective contributes to`` |
| ``c`` ``w`` | a word that opens a clause; any other word |
| ``, & : - ( ) [ ] q`` | marks, ``and``, those of a link around an element, a quotation mark; ``m`` is any other mark |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from icsdiff.language.linkages.atoms import Atom, AtomKind, is_full_title, names_document
from icsdiff.language.linkages.elements import unnumbered
from icsdiff.language.linkages.frameworks import CITED_WHOLE, is_planning_framework, plan_named
from icsdiff.language.linkages.names import takes_numbers
from icsdiff.language.linkages.tokens import TokenKind
from icsdiff.language.linkages.vocabulary import DASHES, LEADS, QUOTES

_LETTERS = {
    **dict.fromkeys(LEADS, "l"),
    **dict.fromkeys(("the", "a", "an"), "t"),
    **dict.fromkeys(("of", "in", "under", "from", "within"), "o"),
    **dict.fromkeys(("on", "regarding", "concerning"), "a"),
    **dict.fromkeys(("which", "that", "who", "whose", "where", "including"), "c"),
    **dict.fromkeys(("and", "or", "&"), "&"),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(QUOTES, "q"),
    **{mark: mark for mark in ",:()["},
}
_NO_NAME = re.compile(r"(?:N/?A|NotApplicable|TBD|ToBeDetermined)", re.IGNORECASE)
_LONG_ACRONYM = 3


def letters(entry: Sequence[Atom]) -> str:
    """One letter for each atom of an entry."""
    written: list[str] = []
    has_numbers = False
    for at, atom in enumerate(entry):
        match atom.kind:
            case AtomKind.NAME:
                letter = _name(atom)
            case AtomKind.NUMBERED:
                letter = "P" if atom.tokens[0].element else "B" if _stands_alone(entry, at, has_numbers) else "w"
                has_numbers = has_numbers or letter != "w"
            case AtomKind.DATE:
                letter = "D"
            case _:
                letter = _word(entry, at)
        written.append(letter)
    return "".join(written)


def _name(atom: Atom) -> str:
    capitals = [token for token in atom.tokens if token.capital]
    if plan := plan_named(" ".join(token.text for token in atom.tokens if token.kind is TokenKind.WORD)):
        return "S" if plan in CITED_WHOLE else "N"
    if is_full_title(atom):
        return "S"
    if names_document(atom):
        return "N"
    named = len(capitals) > 1 or any(token.acronym and len(token.text) >= _LONG_ACRONYM for token in capitals)
    return "n" if named and not _NO_NAME.fullmatch("".join(token.text for token in atom.tokens)) else "x"


def _stands_alone(entry: Sequence[Atom], at: int, has_numbers: bool) -> bool:
    """Whether numbers without an element are references: after a name that takes numbers, or with a list's others."""
    before = at - 1
    if before > 0 and _LETTERS.get(entry[before].small, "w") in ",:-([":
        before -= 1
    counts = at + 1 < len(entry) and entry[at + 1].kind is AtomKind.WORD and _word(entry, at + 1) == "w"
    if before >= 0 and entry[before].kind is AtomKind.NAME and not counts:
        return takes_numbers(entry[before].last_word) or (
            "." in entry[at].tokens[0].text and _name(entry[before]) != "x"
        )
    return has_numbers and at + 1 < len(entry) and entry[at + 1].small in ("(", ":")


def _word(entry: Sequence[Atom], at: int) -> str:
    atom = entry[at]
    follows_plan = (
        at > 0 and entry[at - 1].kind is AtomKind.NAME and is_planning_framework(entry[at - 1].last_word.text)
    )
    if follows_plan and unnumbered(atom.tokens[0].text):
        return "e"
    if atom.tokens[0].kind is TokenKind.TARGET:
        return "]"
    return _LETTERS.get(atom.small) or ("w" if any(map(str.isalnum, atom.small)) else "m")
