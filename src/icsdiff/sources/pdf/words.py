"""Words that the end of a line broke, put together as the document itself writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from icsdiff.sources.lines import plain_characters
from icsdiff.sources.wrapping import wrapped

_BROKEN = "\ufffe"
"""How pdfium gives the hyphen at the end of a line."""
_SOFT = "\u00ad"
_TYPESET = "\u2010"
"""What a typesetter puts where it breaks a word; few authors write it."""
_HYPHENS = (_BROKEN, "-", _TYPESET)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[^\W\d_]+$")
_UNPRINTED = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)))


def plain(text: str) -> str:
    """A text without what only the page needs: ligatures, soft hyphens, characters that cannot be seen."""
    text = plain_characters(text.replace(_BROKEN, "-")).translate(_UNPRINTED)
    return " ".join(text.split())


class Vocabulary:
    """The words of a document, as it writes them inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._parts: set[str] = set()
        broken = False
        for line in lines:
            found = _WORD.findall(line.casefold())
            ends = line.endswith((*_HYPHENS, _SOFT))
            self._words.update(found[1 if broken else 0 : -1 if ends else None])
            broken = ends
        self._dashed = any(_TYPESET in word for word in self._words)
        for word in self._words:
            self._parts.update(re.split("[-\u2010]", word))

    def joined(self, before: str, after: str) -> tuple[str, str]:
        """The end of a line, and what parts it from the next one: a blank, or nothing inside a word.

        A hyphen goes where the document elsewhere writes the word without it, or where it is a soft one; else where a
        half of the word is no word of the document.
        """
        if before.endswith(_SOFT) or (before.endswith(_TYPESET) and not self._dashed):
            return before[:-1], ""
        if not before.endswith(_HYPHENS):
            return before, " "
        head, tail = _LAST.search(before[:-1]), _FIRST.match(after)
        if head and tail and tail[0].islower() and self._is_one(head[0].casefold(), tail[0]):
            return before[:-1], ""
        written = f"{before[:-1]}-"
        return written, wrapped(written.lstrip(), after).removesuffix(after).removeprefix(written.lstrip())

    def _is_one(self, head: str, tail: str) -> bool:
        """Whether two halves are a word that the end of a line broke, and not one that has a hyphen of its own."""
        if self._words[head + tail]:
            return True
        return not (self._words[f"{head}-{tail}"] or self._parts.issuperset((head, tail)))
