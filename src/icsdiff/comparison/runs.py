"""One side of an edit, read in its sentence: the words that tell something, and the marks that do.

Two runs say the same where their words pair off, each pair one word in another spelling or inflection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icsdiff.language.spelling import counted_otherwise, same_inflected, same_spelling, same_variant
from icsdiff.language.telling import Tells, closed, tells
from icsdiff.language.words import Word, words
from icsdiff.model.changes import Passage

_ARTICLES = frozenset({"a", "an", "the"})
# With and without an article before them, they say different things: a few, few; the number, a number.
_TOLD_BY_ARTICLE = frozenset(
    "billion dozen few half hundred little lot majority many million minority most number only other others quarter "
    "same second third thousand".split()
)
_TOLD_BY_THE = frozenset({"few", "little", "most", "only"})
# Marks that part clauses and compounds. Every other one (a quotation mark, ``?``, ``/``) says something.
_PLAIN_MARKS = frozenset({",", ";", ":", ".", "!", "-", "'", "•"})
_PAUSES = frozenset({",", "-"})
_BRACKETS = frozenset({"(", ")"})
_SENTENCE_ENDS = frozenset({".", "!", "?"})
# Names that are words, once they begin with a small letter.
_NAMES_BY_CAPITAL = frozenset(
    "agriculture august bank bill brown central chad china commerce conservative conservatives defence defense "
    "democrat democratic democrats east education energy fund georgia green guard guinea interior islands job jordan "
    "justice labor labour liberal liberals march mark marine marines may north polish post republic republican "
    "republicans south state states treasury turkey union west".split()
)
# What makes another word of re-, once the hyphen is gone: re-sign, resign.
_HIDING = tuple(
    "act bound claim collect count cover creat cross dress form fund fuse join lay lease mark move place port pose "
    "present press search sent serve sign solve sort store strain treat turn view".split()
)
_LONG_PART = 3
"""Letters that each part of a compound has, if it may be written as one word and as two: not ``every day``."""
_ALSO_APART = frozenset({"cannot", "percent", "underway"})


class Told(NamedTuple):
    """A word that tells something."""

    text: str
    opens: bool
    """Whether it opens a sentence, so that its capital says nothing."""
    hyphen: bool
    """Whether a hyphen ties it to the next word."""

    @property
    def small(self) -> str:
        """In small letters."""
        return self.text.casefold()

    @property
    def named(self) -> bool:
        """Whether its capitals say that it is a name."""
        return self.acronym or (self.text[:1].isupper() and not self.opens)

    @property
    def acronym(self) -> bool:
        """Whether it is made of capitals: ``OECD``, ``U.S.``, ``TCOs``."""
        return sum(map(str.isupper, self.text)) > 1


class Signs(NamedTuple):
    """What tells something and is no word; where it differs, so does what is said."""

    marks: tuple[str, ...] = ()
    """Quotation marks, currency signs, …: all but brackets and those that part clauses."""
    numbers: tuple[str, ...] = ()
    """Marks that belong to numbers: a minus, a dash or comma between two of them."""
    quantities: tuple[tuple[str, str], ...] = ()
    """Articles with the word of quantity after them: a few."""


class Run(NamedTuple):
    """One side of an edit."""

    words: tuple[Told, ...]
    signs: Signs
    articles: tuple[str, ...]
    hyphens: int
    pauses: int
    """How many commas and dashes it has."""
    brackets: int

    @property
    def indefinite(self) -> int:
        """How many of its articles say "one"."""
        return sum(article != "the" for article in self.articles)

    @classmethod
    def of(cls, passage: Passage, span: tuple[int, int]) -> Run:
        """The run that an edit spans, as offsets into the passage's field."""
        return _read(words(passage.text), span[0] - passage.start, span[1] - passage.start)


class Pair(NamedTuple):
    """Two words that are one, in small letters, and what differs between them: empty where nothing does."""

    old: str
    new: str
    difference: str


def _read(tokens: Sequence[Word], start: int, end: int) -> Run:
    said: list[Told] = []
    articles: list[str] = []
    quantities: list[tuple[str, str]] = []
    marks: list[str] = []
    of_numbers: list[str] = []
    hyphens = pauses = brackets = 0
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_right(tokens, end, key=lambda token: token.end)
    for at in range(first, last):
        token = tokens[at]
        before = tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if not any(map(str.isalnum, token.key)):
            if _of_numbers(before, token, after):
                of_numbers.append(token.key)
            elif not _is_plain(before, token) and token.key not in _BRACKETS:
                marks.append(token.key)
            tied = token.key == "-" and _ties(before, token, after)
            hyphens += tied
            pauses += token.key in _PAUSES and not tied
            brackets += token.key in _BRACKETS
        elif token.key.casefold() in _ARTICLES:
            articles.append(token.key.casefold())
            told = _TOLD_BY_THE if articles[-1] == "the" else _TOLD_BY_ARTICLE
            if after and after.key.casefold() in told:
                quantities.append((articles[-1], after.key.casefold()))
        else:
            hyphen = after is not None and after.key == "-" and after.start == token.end
            said.append(Told(token.key, before is None or before.key in _SENTENCE_ENDS, hyphen))
    signs = Signs(tuple(marks), tuple(of_numbers), tuple(quantities))
    return Run(tuple(said), signs, tuple(articles), hyphens, pauses, brackets)


def _is_plain(before: Word | None, mark: Word) -> bool:
    if mark.key == "'":
        return before is not None and before.end == mark.start and before.key[-1:].isalpha()
    return mark.key in _PLAIN_MARKS


def _ties(before: Word | None, mark: Word, after: Word | None) -> bool:
    return before is not None and after is not None and before.end == mark.start and mark.end == after.start


def _of_numbers(before: Word | None, mark: Word, after: Word | None) -> bool:
    if after is None or not after.key[:1].isdigit():
        return False
    if before is not None and before.key[-1:].isdigit():
        return True
    return mark.key == "-" and mark.end == after.start and (before is None or before.end < mark.start)


def paired(old: Sequence[Told], new: Sequence[Told]) -> list[Pair] | None:
    """The words of two runs, pair by pair; None where some word has no counterpart."""
    found: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        difference = _difference(old[i], new[j])
        old_parts, new_parts = 1, 1
        if difference is None:
            difference = "hyphenation"
            old_parts, new_parts = _parts(old, i, new[j]), _parts(new, j, old[i])
            if not (old_parts or new_parts):
                return None
        found.append(Pair(old[i].small, new[j].small, difference))
        i, j = i + max(old_parts, 1), j + max(new_parts, 1)
    return found if i == len(old) and j == len(new) else None


def _difference(old: Told, new: Told) -> str | None:
    """What differs between two forms of one word, empty where nothing does; None for two words."""
    if old.text == new.text:
        return ""
    if old.acronym or new.acronym:
        return "spelling" if old.text.replace(".", "") == new.text.replace(".", "") else None
    if old.small == new.small:
        return None if old.small in _NAMES_BY_CAPITAL else "capital letters"
    if not (old.named or new.named):
        return _difference_in_form(old, new)
    same = same_variant(old.small.removesuffix("'s"), new.small.removesuffix("'s"))
    return "spelling" if same and (old.named == new.named or old.small not in _NAMES_BY_CAPITAL) else None


def _difference_in_form(old: Told, new: Told) -> str | None:
    before, after = old.small, new.small
    if not (closed(before) or closed(after)):
        before, after = before.removesuffix("'s"), after.removesuffix("'s")
        if before == after:
            return "inflection"
    if same_spelling(before, after):
        return "spelling"
    return "inflection" if same_inflected(before, after) and not _counts(old, new) else None


def _counts(old: Told, new: Told) -> bool:
    """Whether one and several differ where it matters: actors, and what may be a name at the start of a sentence."""
    number = counted_otherwise(old.small.removesuffix("'s"), new.small.removesuffix("'s"))
    return number and (old.text[0].isupper() or tells(old.small) is Tells.ACTOR)


def _parts(said: Sequence[Told], first: int, whole: Told) -> int:
    """How many words from the first one on are written together in the whole one; 0 for none."""
    written = said[first].small
    for at in range(first + 1, len(said)):
        written += said[at].small
        may_join = whole.small in _ALSO_APART or _may_join(said[at - 1], said[at])
        if len(written) > len(whole.small) + 1 or not may_join:
            return 0
        if same_spelling(written, whole.small):
            return at + 1 - first
    return 0


def _may_join(first: Told, second: Told) -> bool:
    if first.hyphen:
        return not (first.small == "re" and second.small.startswith(_HIDING))
    long_enough = min(len(first.text), len(second.text)) >= _LONG_PART
    return long_enough and not closed(first.small) and not closed(second.small)


def differing(old: Sequence[Told], new: Sequence[Told]) -> Iterator[Told]:
    """The words that only one of two runs has."""
    for side, other in ((old, new), (new, old)):
        left = Counter(word.text for word in other)
        for word in side:
            if left[word.text]:
                left[word.text] -= 1
            else:
                yield word
