"""Lines into paragraphs, list items and headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from icsdiff.sources.blocks import ends_sentence
from icsdiff.sources.pdf.lines import Line
from icsdiff.sources.pdf.words import Vocabulary
from icsdiff.sources.wrapping import opens_line

_LARGER = 1.08
"""How much larger than running text the type of a heading is."""
_SMALLER = 0.93
_WIDER = 1.25
"""Times the usual distance of two lines, from which on a paragraph ends."""
_INDENT = 0.8
"""In sizes of type."""
_SLACK = 0.3
"""How exactly a line's end is known, in sizes of type."""
_CHANGED_SIZE = 0.6
_USUAL = 1.3
_WIDEST = 2.5
"""The distance of two lines of one paragraph, in sizes of type: what is usual, and the most."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a whole document shows of its type."""

    size: float
    """Of running text, in points."""
    leading: float
    """The usual distance of two lines, in sizes of type."""
    sizes: tuple[float, ...]
    """Of headings, from the largest."""
    words: Vocabulary

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]]) -> Layout:
        """The layout of a document, from the lines of its pages."""
        letters: Counter[float] = Counter()
        gaps: list[float] = []
        for page in pages:
            for before, line in pairwise(page):
                gap = (before.base - line.base) / line.size
                if 0 < gap < _WIDEST and line.text[:1].islower() and not ends_sentence(before.text):
                    gaps.append(gap)
            for piece in (piece for line in page for piece in line.pieces):
                letters[piece.size] += len(piece.text)
        size = max(letters, key=lambda each: (letters[each], each), default=0.0)
        larger = sorted((each for each in letters if each > _LARGER * size), reverse=True)
        leading = median_low(gaps) if gaps else _USUAL
        words = Vocabulary(line.text for page in pages for line in page)
        return cls(size, leading, tuple(larger), words)

    def level(self, size: float) -> int:
        """The level of a heading by the size of its type; 0 where it is no larger than running text."""
        return self.sizes.index(size) + 1 if size in self.sizes else 0

    def is_small(self, line: Line) -> bool:
        """Whether a line is in smaller type than running text, as a note is."""
        return line.size < _SMALLER * self.size


@dataclass(slots=True)
class Paragraph:
    """Lines that are one text; ``right`` is the place where they end at the latest."""

    lines: list[Line]
    right: float
    marker: str = ""
    level: int = 0

    @property
    def first(self) -> Line:
        """The line that it begins with."""
        return self.lines[0]

    @property
    def left(self) -> float:
        """Where its text begins, behind its marker."""
        return self.first.pieces[1].left if self.marker else self.first.left


def paragraphs(lines: Iterable[Line], right: float, layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs of a column that reaches up to ``right``."""
    current: Paragraph | None = None
    for line in lines:
        if current and _belongs(current, line, layout):
            current.lines.append(line)
            continue
        if current:
            yield current
        current = Paragraph([line], right, line.marker)
    if current:
        yield current


def _belongs(before: Paragraph, line: Line, layout: Layout) -> bool:
    """Whether a line goes on with a paragraph."""
    last = before.lines[-1]
    if line.cells or last.cells or line.begins or not alike(last, line):
        return False
    if not 0 < last.base - line.base < _WIDER * layout.leading * max(last.size, line.size):
        return False
    text = last.text
    if fits(last, line, before.right):
        return False
    if abs(line.left - before.left) > _INDENT * line.size and ends_sentence(text):
        return False
    return not opens(line, last)


def opens(line: Line, last: Line) -> bool:
    """Whether a line begins a part or a field of its own, by its words; bold words that go on over a line do not."""
    bold = line.pieces[0].text if line.pieces[0].bold and not last.pieces[-1].bold else ""
    return opens_line(line.text, bold, last.text, deliberate=False)


def alike(last: Line, line: Line) -> bool:
    """Whether two lines are of the same size of type, and one is not a heading of the other."""
    if abs(last.size - line.size) > _CHANGED_SIZE:
        return False
    return not (last.bold and not line.pieces[0].bold) and not (line.bold and not last.pieces[-1].bold)


def fits(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line had room on the one before it, so that someone broke it on purpose."""
    slack = _SLACK * line.size
    width = line.pieces[0].first
    return last.right + slack + width < right - slack
