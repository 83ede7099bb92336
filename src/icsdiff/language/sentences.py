"""Where sentences begin and end in a canonical text.

The cutting itself is sentencex's, the segmenter that Wikimedia keeps. Four rules are added: quotes and dashes are
folded first, so that typography never moves a boundary; abbreviations of planning documents and the marks of list
items end no sentence; small words that look like abbreviations (``iron ore.``) do before a capital; a footnote's mark
behind the full stop belongs to the sentence that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import sentencex

from icsdiff.model.version import FIELD_SEPARATOR

_FOLD_QUOTES = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—−", '\'\'\'\'""""""------')
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:approx|incl|excl|est|obj|res|resp|cf|viz|govt|dept|min|para|app)\.$", re.IGNORECASE
)

_ITEM_MARK = re.compile(r"(?:[-•*]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s+")
_WORD_AT_END = re.compile(
    r"\b(?:(?:in|of|by|since|until|last|next|this) May|arc|ark|art|con|etc|id|ill|me|miss|no|ok|ore)\."
    r"[\"')\]]*\s+(?=[A-Z\"(])"
)
_FOOTNOTE = re.compile(r"[a-z)\]\"%][.!?]\"?(?:\d{1,2}|\[\d{1,3}\]|[*†‡]{1,3})\s+(?=[A-Z\"(])")


class Sentence(NamedTuple):
    """A sentence as half-open offsets into the text it was found in, without the blanks around it."""

    start: int
    end: int
    text: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a canonical text in order; all that lies between two of them is white space.

    A paragraph break always ends a sentence; so does the end of a list item, which is a paragraph of its own.
    """
    found: list[Sentence] = []
    offset = 0
    for paragraph in text.split(FIELD_SEPARATOR):
        found.extend(Sentence(offset + start, offset + end, paragraph[start:end]) for start, end in _bounds(paragraph))
        offset += len(paragraph) + len(FIELD_SEPARATOR)
    return tuple(found)


def _bounds(paragraph: str) -> Iterator[tuple[int, int]]:
    start = 0
    for position in _cuts(paragraph.translate(_FOLD_QUOTES)):
        so_far = paragraph[start:position].strip()
        at_blank = position == len(paragraph) or paragraph[position - 1].isspace()
        if so_far and at_blank and not _continues(so_far, paragraph[position : position + 1]):
            lead = len(paragraph[start:position]) - len(paragraph[start:position].lstrip())
            yield start + lead, start + lead + len(so_far)
            start = position


def _cuts(paragraph: str) -> list[int]:
    """Where a sentence may end; not behind the mark of a list item."""
    mark = _ITEM_MARK.match(paragraph)
    start = mark.end() if mark else 0
    pieces = list(sentencex.segment("en", paragraph[start:]))
    ends = accumulate(map(len, pieces), initial=start) if "".join(pieces) == paragraph[start:] else ()
    added = (match.end() for rule in (_WORD_AT_END, _FOOTNOTE) for match in rule.finditer(paragraph))
    return sorted({*ends, *added, len(paragraph)} - {start})


def _continues(so_far: str, following: str) -> bool:
    """Whether the sentence goes on: after an abbreviation, before a small letter or the end of a table's cell."""
    if not following:
        return False
    return following.islower() or following == "|" or _ABBREVIATION.search(so_far) is not None
