"""What a linkages field says beside its references: how it introduces them, what it explains about one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icsdiff.language.linkages.tokens import Token, TokenKind, entries
from icsdiff.language.linkages.vocabulary import LEADS, tells
from icsdiff.language.references import Key, Reference

# Words that only hold a list together; alone between two references they say nothing.
_LIST_WORDS = frozenset("and or the a an of in to under from within as well also plus both".split())


class Remark(NamedTuple):
    """A run of words outside all references that says something."""

    start: int
    end: int
    text: str
    about: Key | None
    """The reference that stands before it in the same entry of the list."""
    introduces: bool
    """Whether it does nothing but introduce a reference: ``This objective contributes to``."""


def remarks(text: str, named: Sequence[Reference]) -> tuple[Remark, ...]:
    """The remarks of a linkages field, in order: with its references, all that it says."""
    found: list[Remark] = []
    at = 0
    for entry in entries(text):
        about: Key | None = None
        run: list[Token] = []
        for token in entry:
            while at < len(named) and named[at].end <= token.start:
                at += 1
            if at < len(named) and named[at].start <= token.start:
                found.extend(_remark(text, run, about, before_reference=True))
                run, about = [], named[at].key
            else:
                run.append(token)
        found.extend(_remark(text, run, about, before_reference=False))
    return tuple(found)


def _remark(text: str, run: Sequence[Token], about: Key | None, *, before_reference: bool) -> Iterator[Remark]:
    telling = [token for token in run if _tells(token)]
    if telling and not (len(telling) == 1 and _is_list_number(text, telling[0])):
        start, end = telling[0].start, telling[-1].end
        introduces = before_reference and about is None and all(token.small in LEADS for token in telling)
        yield Remark(start, end, text[start:end], about, introduces)


def _tells(token: Token) -> bool:
    if token.kind is TokenKind.TARGET:
        return token.text not in ("]()", "](#)")
    return token.small not in _LIST_WORDS and any(mark.isalnum() or tells(mark) for mark in token.text)


def _is_list_number(text: str, token: Token) -> bool:
    """``1.`` and ``2)`` at the beginning of a line."""
    opens_line = token.start == 0 or text[token.start - 1] == "\n"
    return opens_line and token.text.isdigit() and text[token.end : token.end + 1] in (".", ")")
