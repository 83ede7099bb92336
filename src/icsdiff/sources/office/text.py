"""The text of a paragraph, from pieces of one dress each to the blocks that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind, ends_sentence
from icsdiff.sources.headings import label, part
from icsdiff.sources.lines import BULLETS, plain
from icsdiff.sources.office.counting import is_marker
from icsdiff.sources.paragraphs import TextLine, joined
from icsdiff.sources.wrapping import is_mark

LINE_BREAK = "\n"
"""In a piece: where the author broke the line. A page break is ``PAGE_BREAK``."""

BULLET = "-"
"""The marker of an item that has no number."""

_TYPED_BULLET = re.compile(rf"\s*(?:[{BULLETS}]\s*|[o–—-]\t\s*)(?=\S)")
_LONGEST_HEADING = 20
"""Words; a sentence that is longer and opens no part is text in the dress of a heading."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one dress."""

    text: str
    bold: bool = False
    size: float = 0
    """Of the type, in points; 0 where nothing says it."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a word processor prints in front of a paragraph: a number or ``BULLET``; ``depth`` is its list's, from 1."""

    text: str
    depth: int
    bold: bool = False


def text_lines(pieces: Sequence[Piece], number: int) -> list[TextLine]:
    """The lines of a paragraph: the author's own, and one for each bold label of a field inside it."""
    lines = [_Line(number)]
    spans = list(_spans(pieces))
    for at, span in enumerate(spans):
        after = spans[at + 1].text if at + 1 < len(spans) else ""
        if span.bold and lines[-1].has_words and _names_field(span.text, after):
            lines.append(_Line(number))
        for first, each in enumerate(span.text.split(LINE_BREAK)):
            if first:
                lines.append(_Line(number, hard=True))
            lines[-1].add(each, bold=span.bold)
    return [line.whole() for line in lines if line.has_words]


@dataclass(slots=True)
class _Line:
    """A line while its spans come in."""

    number: int
    hard: bool = False
    has_words: bool = False
    _texts: list[str] = field(default_factory=list)
    _bold: list[str] = field(default_factory=list)
    _is_bold_so_far: bool = True

    def add(self, text: str, *, bold: bool) -> None:
        self._texts.append(text)
        if not text.strip():
            return
        self.has_words = True
        self._is_bold_so_far &= bold
        if self._is_bold_so_far:
            self._bold.append(text)

    def whole(self) -> TextLine:
        return TextLine(_spaced("".join(self._texts)), _spaced("".join(self._bold)), self.hard, self.number)


def paragraph_blocks(pieces: Sequence[Piece], template: Block) -> Iterator[Block]:
    """The blocks of a paragraph; ``template`` says what it is and where it begins."""
    for at, page in enumerate(_pages(pieces)):
        if at:
            yield Block(BlockKind.BREAK, PAGE_BREAK, template.line)
        lines = text_lines(page, template.line)
        if not lines:
            continue
        if template.kind is BlockKind.HEADING:
            yield _heading(template, lines)
        else:
            yield from joined(template, lines, 0)
        if template.kind is BlockKind.ITEM:
            template = replace(template, kind=BlockKind.PARAGRAPH, marker="")


def set_aside(text: str) -> Iterator[Block]:
    """A paragraph of a header or footer: each line, and what tabs part in it, by itself.

    What speaks of the document, such as its dates, is left to the rule that knows it on any page.
    """
    for each in re.split(r"[\t\n\f]", text):
        if words := _spaced(each):
            yield Block(BlockKind.PARAGRAPH if is_mark(words) else BlockKind.BREAK, words, 1)


def link_target(target: str) -> str:
    """A target as it may stand in a link; a blank or a bracket would end it too early."""
    return "".join(f"%{ord(sign):02X}" if sign in " ()\t\n" else sign for sign in target.strip())


def labelled(
    pieces: Sequence[Piece], template: Block, level: int, counted: Label | None
) -> tuple[Sequence[Piece], Block]:
    """A paragraph with its label, which is its list's (``2.``, ``-``) or belongs to its text (``Objective 1.1:``).

    ``level`` is that of its heading; a bullet may have been typed by hand.
    """
    first = next((piece for piece in pieces if piece.text.strip()), None)
    if first is None:
        return (), template
    if level:
        template = replace(template, kind=BlockKind.HEADING, level=level)
    elif counted and is_marker(counted.text):
        return pieces, replace(template, kind=BlockKind.ITEM, level=counted.depth, marker=counted.text)
    elif not counted and (typed := _TYPED_BULLET.match("".join(piece.text for piece in pieces))):
        return tuple(_after(pieces, typed.end())), replace(template, kind=BlockKind.ITEM, level=1, marker=BULLET)
    if not counted or counted.text == BULLET:
        return pieces, template
    # The name of a part in front of its statement stands out, whatever it looks like.
    bold = counted.bold or first.bold or part(counted.text.rstrip(".:| "), standing_out=True) is not None
    return (Piece(f"{counted.text} ", bold, first.size), *pieces), template


def _after(pieces: Sequence[Piece], left: int) -> Iterator[Piece]:
    """The pieces without the first characters."""
    for piece in pieces:
        yield replace(piece, text=piece.text[left:])
        left = max(0, left - len(piece.text))


def _heading(template: Block, lines: Sequence[TextLine]) -> Block:
    text = " ".join(line.text for line in lines)
    if len(text.split()) > _LONGEST_HEADING and ends_sentence(text) and not part(text, standing_out=True):
        return replace(template, kind=BlockKind.PARAGRAPH, level=0, text=text)
    return replace(template, text=text)


def _spans(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with neighbours of one dress joined; blanks belong to what they follow."""
    texts: list[str] = []
    bold = False
    for piece in pieces:
        text = plain(piece.text)
        if piece.bold != bold and text.strip():
            yield from (Piece("".join(texts), bold),) if texts else ()
            texts, bold = [], piece.bold
        texts.append(text)
    yield Piece("".join(texts), bold)


def _pages(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each page over which a paragraph goes by its author's will."""
    pages: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split(PAGE_BREAK)
        pages[-1].append(replace(piece, text=first))
        pages += ([replace(piece, text=each)] for each in others)
    return pages


def _names_field(bold: str, after: str) -> bool:
    """Whether bold words inside a line are the label of a known field."""
    found = label(bold.strip(), bold.strip())
    return bool(found and found.field) and (bold.rstrip().endswith((":", "|")) or after.lstrip().startswith(":"))


def _spaced(text: str) -> str:
    return " ".join(text.split())
