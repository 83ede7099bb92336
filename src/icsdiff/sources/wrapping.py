"""Where the lines of a text go on, and where one begins something of its own."""

from __future__ import annotations

import re

from icsdiff.sources.blocks import ends_sentence
from icsdiff.sources.headings import label, part
from icsdiff.sources.marks import MarkKind, marks

_HYPHENATED = re.compile(r"\w-")
# In "pre- and post-conflict" the hyphen stands for a word to come, and the blank stays.
_SUSPENDED = re.compile(r"(?:and|or|to|nor|versus)\b")

_LED_TO_PAGE = re.compile(r"(?:\s{3}|\.{3}\s?)\d{1,3}$")
_SENTENCE = 12
"""Words from which on a text without a full stop is taken for a sentence that was cut."""
_LEADING_ON = frozenset(
    "a an the and or but nor of to in on at by for from with as than that which who whose is are was were has have had "
    "be been will may must can could should would its their our this these into over under through between".split()
)
"""Words that no sentence and no entry of a list ends with."""


def wrapped(before: str, after: str) -> str:
    """Two lines as running text; a word that was broken at its own hyphen is whole again."""
    if _HYPHENATED.fullmatch(before[-2:]) and after[:1].isalnum() and not _SUSPENDED.match(after):
        return before + after
    return f"{before} {after}".strip()


def opens_line(text: str, bold: str, after: str = "", *, deliberate: bool = True) -> bool:
    """Whether a line inside a paragraph begins something of its own, though no blank line stands before it.

    A part's name inside a sentence (``… we also follow Mission Goal 2: trade``) may come to stand at the start of a
    line, too. ``after`` is the text that it follows, ``deliberate`` says that there was room for its first word on the
    line before: a label that no rule knows opens a field only where a sentence has ended and the author broke the line.
    """
    opened = part(text, standing_out=False)
    if opened is not None and opened.statement:
        return bool(bold) or not after or ends_sentence(after) or not opened.statement[:1].islower()
    if bold and (label(text, bold) or part(text, standing_out=True)):
        return True
    if is_mark(text):
        return True
    found = label(text, "")
    if found is None or not text[:1].isupper():
        return False
    if found.field:
        return bool(found.rest) or ends_sentence(after)
    return deliberate and bool(found.rest) and ends_sentence(after)


def closes_line(text: str, bold: str) -> bool:
    """Whether a line that begins something is whole, so that the next one begins another thing.

    A mark of the page is, the label or the number of a part alone, and an entry of the contents.
    """
    if _LED_TO_PAGE.search(text):
        return True
    if is_mark(text):
        return not text.endswith((";", ",", "and", "&"))
    opened = part(text, standing_out=True)
    found = label(text, bold)
    is_part = opened is not None and not opened.statement
    is_label = found is not None and not found.rest and bool(found.field or bold)
    return text[:1].isupper() and (is_part or is_label)


def is_marking(text: str) -> bool:
    """Whether a line is one release marking and no more."""
    found = marks(text)
    return len(found) == 1 and found[0].kind is MarkKind.RELEASE


def is_mark(text: str) -> bool:
    """Whether a line consists of marks of the page; a number alone may be the text's."""
    return any(mark.kind is not MarkKind.NUMBER for mark in marks(text))


def goes_on(before: str, text: str, *, broken: bool) -> bool:
    """Whether a paragraph is the rest of a sentence that a page break or a list mark tore apart.

    Over a page, a capital letter goes on with a sentence, too, unless what stands before it is a short line by itself.
    """
    if ends_sentence(before):
        return False
    if text[:1].islower():
        return True
    words = before.split()
    is_open = len(words) >= _SENTENCE or before.endswith((",", "-", "–", "—")) or words[-1].casefold() in _LEADING_ON
    return broken and is_open
