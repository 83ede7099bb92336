"""The pages of a PDF as blocks: what is running, what is a note, and how paragraphs go on over columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from math import inf

from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind, ends_sentence
from icsdiff.sources.forms import Row, table_blocks
from icsdiff.sources.paragraphs import TextLine
from icsdiff.sources.pdf.flow import Layout, Paragraph, alike, fits, opens, paragraphs
from icsdiff.sources.pdf.lines import Column, Line, in_order, read_pieces, rows
from icsdiff.sources.pdf.pages import Page
from icsdiff.sources.pdf.running import running
from icsdiff.sources.pdf.tables import drawn_rows, grids, with_aligned
from icsdiff.sources.pdf.text import composed
from icsdiff.sources.pdf.words import plain

_LONGEST_HEADING = 40
"""Words; what is longer is running text in large type."""
_SAME_PLACE = 3.0
_SAME_MARGIN = 10.0
"""Points."""


@dataclass(slots=True)
class _Sheet:
    """A page while it is read: what is running above and below, and its text."""

    number: int
    head: list[Line]
    foot: list[Line]
    columns: list[Column]
    notes: list[list[Line]] = field(default_factory=list)
    text: list[list[Paragraph]] = field(default_factory=list)
    """Paragraphs, rows of one table together."""


def document_blocks(pages: Sequence[Page]) -> Iterator[Block]:
    """The blocks of a document."""
    found = [_rows(page) for page in pages]
    aside = running(found)
    sheets = [_sheet(page.number, rows, at) for page, rows, at in zip(pages, found, aside, strict=True)]
    layout = Layout.of([[line for column in sheet.columns for line in column.lines] for sheet in sheets])
    notes = {sheet.number: _signs(sheet) for sheet in sheets}
    _fill(sheets, layout, notes)
    writer = _Writer(layout, notes)
    for sheet in sheets:
        yield from writer.sheet(sheet)


def _rows(page: Page) -> list[tuple[Line, ...]]:
    """The rows of a page from its top, with their numbers; what is written across comes last."""
    pieces = read_pieces(page)
    found: list[tuple[Line, ...]] = []
    for grid in grids(page.drawn):
        inside = [piece for piece in pieces if grid.holds(piece)]
        pieces = [piece for piece in pieces if not grid.holds(piece)]
        found += [(line,) for line in drawn_rows(grid, inside, page.number)]
    found += rows(pieces, page.number)
    found.sort(key=lambda row: -row[0].base)
    found += [(Line((piece,), page.number, 0),) for piece in page.pieces if piece.turned]
    return [tuple(replace(line, number=at) for line in row) for at, row in enumerate(found, 1)]


def _sheet(number: int, found: Sequence[tuple[Line, ...]], aside: Set[int]) -> _Sheet:
    kept = [at for at in range(len(found)) if at not in aside]
    begins = kept[0] if kept else len(found)
    head = [line for at in sorted(aside) if at < begins for line in found[at]]
    foot = [line for at in sorted(aside) if at > begins for line in found[at]]
    return _Sheet(number, head, foot, in_order([line for at in kept for line in found[at]]))


def _signs(sheet: _Sheet) -> frozenset[str]:
    """The signs on a page that look like those of notes."""
    pieces = (piece for column in sheet.columns for line in column.lines for piece in line.pieces[1:])
    return frozenset(piece.text for piece in pieces if piece.raised)


def _fill(sheets: Sequence[_Sheet], layout: Layout, notes: dict[int, frozenset[str]]) -> None:
    """Part the lines of pages into paragraphs, tables and notes; what goes on over a page stands where it begins."""
    rights = _rights(sheets)
    last: list[Paragraph] = []
    for sheet in sheets:
        found_notes: set[str] = set()
        for column in sheet.columns:
            lines = list(with_aligned(column.lines, layout.leading))
            lines, below = _without_notes(lines, layout, notes[sheet.number])
            sheet.notes += below
            found_notes.update(_sign(note[0]) for note in below)
            for at, paragraph in enumerate(paragraphs(lines, rights[_bound(column)], layout)):
                if last and _is_same_table(last, paragraph):
                    last.append(paragraph)
                elif last and at == 0 and _goes_on(last[-1], paragraph):
                    last[-1].lines += paragraph.lines
                else:
                    last = [paragraph]
                    sheet.text.append(last)
        notes[sheet.number] = frozenset(found_notes)


def _bound(column: Column) -> float:
    return round(column.bound / _SAME_MARGIN) if column.bound != inf else inf


def _rights(sheets: Sequence[_Sheet]) -> dict[float, float]:
    """Where lines end at the latest, by what their column ends at."""
    found: dict[float, float] = {}
    for column in (column for sheet in sheets for column in sheet.columns):
        right = max(line.right for line in column.lines)
        found[_bound(column)] = max(right, found.get(_bound(column), 0.0))
    return found


def _without_notes(lines: Sequence[Line], layout: Layout, signs: Set[str]) -> tuple[list[Line], list[list[Line]]]:
    """The lines of a column, and the notes at its end: small type, each with a sign that stands in the text."""
    begins = len(lines)
    while begins and layout.is_small(lines[begins - 1]) and not lines[begins - 1].cells:
        begins -= 1
    first = next((at for at in range(begins, len(lines)) if _sign(lines[at]) in signs), len(lines))
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if _sign(line) in signs:
            notes.append([])
        notes[-1].append(line)
    return list(lines[:first]), notes


def _sign(line: Line) -> str:
    """What a line begins with that may be the sign of a note."""
    return line.text.split()[0].strip("[].)") if line.text.split() else ""


def _is_same_table(table: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    cells = table[-1].first.cells
    return bool(cells) and len(cells) == len(paragraph.first.cells)


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether the first paragraph of a column is the rest of the last one before it."""
    last, line = before.lines[-1], paragraph.first
    if last.cells or line.cells or line.begins or not alike(last, line):
        return False
    if ends_sentence(last.text) or opens(line, last):
        return False
    full = not fits(last, line, before.right)
    return line.text[:1].islower() or full


class _Writer:
    """Writes blocks; lists are nested by how far their markers are indented."""

    def __init__(self, layout: Layout, notes: Mapping[int, Set[str]]) -> None:
        self._layout, self._notes = layout, notes
        self._indents: list[float] = []

    def sheet(self, sheet: _Sheet) -> Iterator[Block]:
        """The blocks of a page and of what goes on from there."""
        yield from self._aside(sheet.head)
        for text in sheet.text:
            if text[0].first.cells:
                yield from self._table(text)
            else:
                yield self._block(text[0])
        yield from map(self._note, sheet.notes)
        yield from self._aside(sheet.foot)
        yield Block(BlockKind.BREAK, PAGE_BREAK, sheet.foot[-1].number if sheet.foot else 1, page=sheet.number)

    def _note(self, lines: Sequence[Line]) -> Block:
        sign = _sign(lines[0])
        apart = lines[0].pieces[0].text == sign
        text, _ = composed(lines, sign if apart else "", self._notes, self._layout.words)
        words = text if apart else text.removeprefix(sign).lstrip(".)] ")
        return Block(BlockKind.PARAGRAPH, f"[^{sign}]: {words}", lines[0].number, page=lines[0].page)

    def _aside(self, lines: Sequence[Line]) -> Iterator[Block]:
        for line in lines:
            yield Block(BlockKind.BREAK, plain(line.text), line.number, page=line.page)

    def _block(self, paragraph: Paragraph) -> Block:
        first = paragraph.first
        level = self._layout.level(first.size)
        heading = level > 0 and sum(len(line.text.split()) for line in paragraph.lines) <= _LONGEST_HEADING
        marker = "" if heading else paragraph.marker
        text, bold = composed(paragraph.lines, marker, self._notes, self._layout.words)
        if heading:
            self._indents = []
            return Block(BlockKind.HEADING, text, first.number, level, page=first.page)
        if marker:
            sign = marker if marker[-1] in ".)" else "-"
            return Block(
                BlockKind.ITEM, text, first.number, self._depth(first.left), bold=bold, marker=sign, page=first.page
            )
        return Block(BlockKind.PARAGRAPH, text, first.number, bold=bold, page=first.page)

    def _depth(self, left: float) -> int:
        while self._indents and self._indents[-1] > left - _SAME_PLACE:
            self._indents.pop()
        self._indents.append(left)
        return len(self._indents)

    def _table(self, table: Sequence[Paragraph]) -> Iterator[Block]:
        head, *others = (paragraph.first for paragraph in table)
        found = [self._row(head)]
        last, torn = head, False
        for row in others:
            torn = torn or row.page != last.page or row.number < last.number
            last = row
            if torn and row.text == head.text:
                yield Block(BlockKind.BREAK, plain(row.text), row.number, page=row.page)
                continue
            cells = self._row(row).cells
            if torn and _is_rest(cells):
                found[-1].cells[:] = [_whole(*both) for both in zip(found[-1].cells, cells, strict=True)]
            else:
                found.append(Row(row.number, cells))
            torn = False
        yield from (replace(block, page=head.page) for block in table_blocks(found))

    def _row(self, row: Line) -> Row:
        return Row(row.number, [tuple(self._cell(cell, row.number)) for cell in row.cells])

    def _cell(self, lines: Sequence[Line], number: int) -> Iterator[TextLine]:
        """The paragraphs of a cell."""
        right = max((line.right for line in lines), default=0.0)
        for paragraph in paragraphs(lines, right, self._layout):
            text, bold = composed(paragraph.lines, "", self._notes, self._layout.words)
            yield TextLine(text, bold, hard=True, number=number)


def _is_rest(cells: Sequence[Sequence[TextLine]]) -> bool:
    """Whether the first row of a column is the rest of the one that the column before it ends with."""
    first = next((cell[0].text for cell in cells if cell), "")
    return not cells[0] or (first[:1].islower() and not all(cells))


def _whole(before: Sequence[TextLine], rest: Sequence[TextLine]) -> Sequence[TextLine]:
    """A cell from its two parts."""
    if not before or not rest or not rest[0].text[:1].islower():
        return (*before, *rest)
    return (*before[:-1], replace(before[-1], text=f"{before[-1].text} {rest[0].text}"), *rest[1:])
