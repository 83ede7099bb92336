"""The tokens of a linkages field: numbered elements, dates, words, marks, and where an entry of the list ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from icsdiff.language.linkages.elements import ELEMENT_NUMBERS, PLAIN_NUMBERS, element_kind


class TokenKind(Enum):
    """What a token is."""

    STOP = auto()
    """The end of an entry: a semicolon, a line's end, a sentence's end."""
    DATE = auto()
    """A day, a month, a year, a fiscal year or a span of years."""
    NUMBERED = auto()
    """An element with its numbers, or numbers alone."""
    LINK = auto()
    """The mark that opens a link's words."""
    TARGET = auto()
    """The mark that closes them, with the link's target."""
    WORD = auto()
    MARK = auto()


class Token(NamedTuple):
    """A token as half-open offsets into the field."""

    kind: TokenKind
    start: int
    end: int
    text: str
    element: str = ""
    """Of ``NUMBERED``: the kind of element, empty for numbers alone."""
    numbers: int = 0
    """Of ``NUMBERED``: where the numbers begin in the field."""

    @property
    def small(self) -> str:
        """The text in small letters, with one kind of apostrophe."""
        return self.text.casefold().replace("’", "'")

    @property
    def bare(self) -> str:
        """The text without a possessive's ending."""
        return (
            self.text.removesuffix("s").removesuffix("'").removesuffix("’") if self.small.endswith("'s") else self.text
        )

    @property
    def capital(self) -> bool:
        """Whether this is a word that begins with a capital."""
        return self.kind is TokenKind.WORD and self.text.lstrip("0123456789")[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether this is a word in capitals: ``JSP``, ``SDGs``, ``E.O.``."""
        letters = self.text.removesuffix("s").replace(".", "")
        return self.kind is TokenKind.WORD and len(letters) > 1 and letters.isupper()


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}},?\s{_YEAR}|\d{{1,2}}\s{_MONTH},?\s{_YEAR}|{_MONTH},?\s{_YEAR}|{_YEAR}-\d\d-\d\d|"
    rf"(?:FYs?|[Ff]iscal\s[Yy]ears?)\s?(?:{_YEAR}|\d\d)(?:\s?[-–—/]\s?(?:FY\s?)?(?:{_YEAR}|\d\d))?|"
    rf"{_YEAR}(?:\s?[-–—/]\s?(?:{_YEAR}|\d\d))?)(?![\w%]|[.,]\d)"
)
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f\u00ad\u200b]*)+"
_TOKEN = re.compile(
    rf"(?P<STOP>;|\n+|(?<![.!?])[.!?]++(?=\s|;|$))|(?<![\w.])(?P<DATE>{_DATE})|(?P<NUMBERED>{ELEMENT_NUMBERS})|"
    r"(?P<MIXED>\d+[A-Z]+(?!\w))|"
    rf"(?:(?:[Nn]os?\.|#)\s?)?(?P<PLAIN>{PLAIN_NUMBERS}|\d+)|(?P<LINK>\[(?=[^\[\]]*\]\())|(?P<TARGET>\]\([^()\s]*\))|"
    rf"(?P<WORD>(?:[^\W\d_]\.){{2,}}|{_LETTERS}(?:['’&]{_LETTERS})*\+?)|(?P<MARK>\S)"
)
_ABBREVIATION = re.compile(r"(?:[A-Z]|St|Dr|Mr|Ms|Mrs|No|Nos|Art|Sec|Ch|Gov|Dept|vs|cf|incl|approx)$")


def entries(text: str) -> Iterator[list[Token]]:
    """The tokens of each entry of the list; what ends an entry is not among them."""
    entry: list[Token] = []
    in_link = False
    for token in _tokens(text):
        in_link = token.kind is TokenKind.LINK or (in_link and token.kind is not TokenKind.TARGET)
        if token.kind is not TokenKind.STOP or in_link:
            entry.append(token)
        elif entry:
            yield entry
            entry = []
    if entry:
        yield entry


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        name, start, end = str(match.lastgroup), match.start(), match.end()
        if match["NUMBERED"]:
            yield Token(TokenKind.NUMBERED, start, end, match.group(), element_kind(match), match.start("numbers"))
        elif name == "PLAIN":
            yield Token(TokenKind.NUMBERED, start, end, match.group(), numbers=match.start("PLAIN"))
        elif name == "MIXED":
            yield Token(TokenKind.WORD, start, end, match.group())
        elif name == "STOP" and not _ends_entry(text, match):
            yield Token(TokenKind.MARK, start, end, match.group())
        else:
            yield Token(TokenKind[name], start, end, match.group())


def _ends_entry(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, and not before a small letter."""
    if match.group() != ".":
        return True
    following = text[match.end() : match.end() + 2].lstrip()
    return not following.islower() and not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()])
