"""The paragraphs and tables of a Word document as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind
from icsdiff.sources.docx.aside import AsideReader
from icsdiff.sources.docx.document import Document, Part
from icsdiff.sources.docx.inline import InlineReader, Inside
from icsdiff.sources.docx.names import number, switch, tag, value
from icsdiff.sources.docx.numbering import Numbering
from icsdiff.sources.docx.styles import Styles, outline_level
from icsdiff.sources.office.sizes import Sizes
from icsdiff.sources.office.table import rows_of
from icsdiff.sources.office.text import Label, labelled, paragraph_blocks, text_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _PPR, _TBL, _TR, _TC = map(tag, ("w:p", "w:pPr", "w:tbl", "w:tr", "w:tc"))
_PROPERTIES = frozenset((_PPR, *map(tag, ("w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:trPr", "w:tcPr"))))


class BodyReader:
    """Reads a document from its first paragraph to its last, and counts on the way what Word counts."""

    def __init__(self, document: Document) -> None:
        styles, numbering = document.related("styles"), document.related("numbering")
        self._document = document
        self._styles = Styles(styles.root if styles else None)
        self._numbering = Numbering(numbering.root if numbering else None)
        self._inline = InlineReader(self._styles)
        self._others = AsideReader(document, self._inline)
        self._aside: list[Block] = []
        self._sizes = Sizes()
        self._line = 0
        self._pages_ended = 0
        self._page_of = [0]
        """The page on which each paragraph begins."""

    def blocks(self) -> Iterator[Block]:
        """What pages do not show and what they repeat, then the text; lines are the numbers of paragraphs."""
        body = self._document.body
        text = self._sizes.with_headings(list(self._flow(body.root, body)))
        for block in (*self._others.running(), *self._aside, *text):
            yield replace(block, page=self._page_of[block.line] if self._pages_ended else 0)

    def _flow(self, parent: _Element, part: Part) -> Iterator[Block]:
        """The blocks in a body, a cell, a text box or a content control."""
        for element in parent:
            if element.tag == _P:
                yield from self._paragraph(element, part)
            elif element.tag == _TBL:
                yield from self._table(element, part)
            elif element.tag not in _PROPERTIES:
                yield from self._flow(element, part)

    def _paragraph(self, paragraph: _Element, part: Part) -> Iterator[Block]:
        properties = paragraph.find(_PPR)
        style = self._styles.of(properties)
        inside = self._inline.read(paragraph, part, style)
        self._line += 1
        line = self._line
        self._page_of.append(1 + self._pages_ended + inside.page_ends_before)
        self._pages_ended += inside.page_ends
        self._aside += self._others.unseen(inside, line)
        if switch(properties, "w:pageBreakBefore"):
            yield Block(BlockKind.BREAK, PAGE_BREAK, line)
        yield from self._text(inside, properties, style)
        yield from self._others.notes(inside, line)
        yield from self._others.diagrams(inside, line)
        for box in inside.boxes:
            yield from self._flow(box, part)

    def _text(self, inside: Inside, properties: _Element | None, style: str) -> Iterator[Block]:
        """The blocks of a paragraph's own text."""
        line, pieces = self._line, inside.pieces
        label = self._label(properties, style)
        if self._styles.lists_contents(style):
            yield from (Block(BlockKind.BREAK, each.text, line) for each in text_lines(pieces, line))
            return
        self._sizes.add(line, pieces)
        own = outline_level(properties)
        level = self._styles.level(style) if own is None else own
        yield from paragraph_blocks(*labelled(pieces, Block(BlockKind.PARAGRAPH, "", line), level, label))

    def _label(self, properties: _Element | None, style: str) -> Label | None:
        """What Word prints in front of a paragraph; asked once for each, since it counts."""
        own = properties.find(tag("w:numPr")) if properties is not None else None
        num, at = value(own, "w:numId"), number(own, "w:ilvl")
        if num is None and (numbered := self._styles.numbered(style)):
            num, of_style, by = numbered
            at = at if at is not None else of_style
            at = self._numbering.level_of(num, by) if at is None else at
        return self._numbering.label(num, at or 0) if num else None

    def _table(self, table: _Element, part: Part) -> Iterator[Block]:
        rows: list[tuple[int, Sequence[Sequence[Block]]]] = []
        for row in _within(table, _TR):
            line = self._line + 1
            rows.append((line, [list(self._flow(cell, part)) for cell in _within(row, _TC)]))
        yield from rows_of(rows)


def _within(parent: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for element in parent:
        if element.tag == wanted:
            yield element
        elif element.tag not in _PROPERTIES:
            yield from _within(element, wanted)
