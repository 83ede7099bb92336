"""The paragraphs, lists and tables of an OpenDocument text as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind
from icsdiff.sources.odt.inline import InlineReader
from icsdiff.sources.odt.lists import OUTLINE, Lists
from icsdiff.sources.odt.names import tag, whole
from icsdiff.sources.odt.styles import Styles
from icsdiff.sources.office.sizes import Sizes
from icsdiff.sources.office.table import rows_of
from icsdiff.sources.office.text import Label, labelled, paragraph_blocks, set_aside, text_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _H, _LIST, _TABLE, _CELL = map(tag, ("text:p", "text:h", "text:list", "table:table", "table:table-cell"))
_ITEMS = frozenset(map(tag, ("text:list-item", "text:list-header")))
_SKIPPED = frozenset(map(tag, ("text:tracked-changes", "office:forms", "text:sequence-decls", "table:shapes")))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in lists a paragraph stands: in which, how deep, and whether it begins an item."""

    style: str = ""
    depth: int = 0
    begins: bool = False
    start: str | None = None


class BodyReader:
    """Reads a text from its first paragraph to its last."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        roots = [content, *([] if styles is None else [styles])]
        self._roots = roots
        self._styles = Styles(roots)
        self._lists = Lists(roots)
        self._inline = InlineReader(self._styles)
        self._aside: list[Block] = []
        self._sizes = Sizes()
        self._pages_ended = 0
        self._has_pages = False
        self._page_of = [0]
        """The page on which each paragraph begins; its line is its place here."""

    def blocks(self, text: _Element) -> Iterator[Block]:
        """What pages do not show and what they repeat, then the text; lines are the numbers of paragraphs."""
        found = self._sizes.with_headings(list(self._flow(text)))
        for block in (*self._running(), *self._aside, *found):
            yield replace(block, page=self._page_of[block.line] if self._has_pages else 0)

    def _flow(self, parent: _Element) -> Iterator[Block]:
        """The blocks in a text, a section, a cell or a text box."""
        for element in parent:
            if element.tag in (_P, _H):
                yield from self._paragraph(element, _Place())
            elif element.tag == _LIST:
                yield from self._list(element, _Place())
            elif element.tag == _TABLE:
                yield from rows_of(list(self._rows(element)))
            elif element.tag == tag("text:soft-page-break"):
                self._page_ends(1)
            elif element.tag == tag("text:index-body"):
                yield from self._contents(element)
            elif element.tag not in _SKIPPED:
                yield from self._flow(element)

    def _paragraph(self, paragraph: _Element, place: _Place) -> Iterator[Block]:
        style = paragraph.get(tag("text:style-name"), "")
        line = len(self._page_of)
        if self._styles.begins_page(style):
            self._pages_ended += line > 1
            yield Block(BlockKind.BREAK, PAGE_BREAK, line)
        inside = self._inline.read(paragraph)
        self._page_of.append(1 + self._pages_ended + inside.page_ends_before)
        self._page_ends(inside.page_ends)
        self._aside += (Block(BlockKind.BREAK, " ".join(each.split()), line) for each in inside.unseen)
        self._sizes.add(line, inside.pieces)
        level = whole(paragraph.get(tag("text:outline-level")), 1) if paragraph.tag == _H else 0
        label = self._label(paragraph, place, level)
        yield from paragraph_blocks(*labelled(inside.pieces, Block(BlockKind.PARAGRAPH, "", line), level, label))
        yield from (Block(BlockKind.PARAGRAPH, each, line) for each in inside.notes)
        for box in inside.boxes:
            yield from self._flow(box)

    def _label(self, paragraph: _Element, place: _Place, level: int) -> Label | None:
        if place.depth:
            return self._lists.label(place.style, place.depth, place.start) if place.begins else None
        if level and paragraph.get(tag("text:is-list-header")) != "true":
            return self._lists.label(OUTLINE, level, paragraph.get(tag("text:start-value")))
        return None

    def _list(self, element: _Element, outer: _Place) -> Iterator[Block]:
        style = element.get(tag("text:style-name")) or outer.style
        if not outer.depth and not (
            element.get(tag("text:continue-numbering")) == "true" or element.get(tag("text:continue-list"))
        ):
            self._lists.restart(style)
        place = _Place(style, outer.depth + 1)
        for item in (each for each in element if each.tag in _ITEMS):
            start = item.get(tag("text:start-value"))
            inside = replace(place, begins=item.tag == tag("text:list-item"), start=start)
            for each in item:
                if each.tag in (_P, _H):
                    yield from self._paragraph(each, inside)
                    inside = place
                elif each.tag == _LIST:
                    yield from self._list(each, place)
                elif each.tag == tag("text:soft-page-break"):
                    self._page_ends(1)

    def _rows(self, table: _Element) -> Iterator[tuple[int, Sequence[Sequence[Block]]]]:
        for element in table:
            if element.tag == tag("table:table-row"):
                line = len(self._page_of)
                yield line, list(self._cells(element))
            elif element.tag == tag("text:soft-page-break"):
                self._page_ends(1)
            else:
                yield from self._rows(element)

    def _cells(self, row: _Element) -> Iterator[Sequence[Block]]:
        """The cells of a row; one that a cell above covers is empty, those that one beside covers are part of it."""
        covered = 0
        for cell in row:
            if cell.tag == _CELL:
                covered = whole(cell.get(tag("table:number-columns-spanned")), 1) - 1
                yield list(self._flow(cell))
            elif cell.tag == tag("table:covered-table-cell"):
                if not covered:
                    yield ()
                covered = max(0, covered - whole(cell.get(tag("table:number-columns-repeated")), 1))

    def _contents(self, index: _Element) -> Iterator[Block]:
        """A table of contents: its title is a heading as any other, its entries are the program's."""
        for element in index:
            if element.tag == _P:
                line = len(self._page_of)
                self._page_of.append(1 + self._pages_ended)
                inside = self._inline.read(element)
                self._page_ends(inside.page_ends)
                yield from (Block(BlockKind.BREAK, each.text, line) for each in text_lines(inside.pieces, line))
            else:
                yield from self._flow(element)

    def _page_ends(self, count: int) -> None:
        self._pages_ended += count
        self._has_pages |= count > 0

    def _running(self) -> Iterator[Block]:
        """The headers and footers: each line, and what tabs part in it, is set aside by itself."""
        for root in self._roots:
            for page in root.iter(tag("style:master-page")):
                for paragraph in page.iter(_P, _H):
                    yield from set_aside("".join(piece.text for piece in self._inline.read(paragraph).pieces))
