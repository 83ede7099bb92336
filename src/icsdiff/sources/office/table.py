"""A table of a word processor: its rows, or its cells' own blocks where it only lays out the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.forms import Row, table_blocks
from icsdiff.sources.headings import is_note
from icsdiff.sources.paragraphs import TextLine

Cell = Sequence[Block]


def rows_of(rows: Sequence[tuple[int, Sequence[Cell]]]) -> Iterator[Block]:
    """The blocks of a table from those of its cells; each row has the line where it begins.

    A table with one column, or with a table inside, is a frame, and what stands in it is text as any other. The part
    of a cell that is merged with the one above is empty and keeps its place. Notes stand behind the table.
    """
    rows = [(line, cells) for line, cells in rows if cells]
    every = [block for _, cells in rows for cell in cells for block in cell]
    if all(len(cells) == 1 for _, cells in rows) or any(block.kind is BlockKind.ROW for block in every):
        yield from every
        return
    yield from table_blocks([Row(line, [_lines(cell) for cell in cells]) for line, cells in rows])
    yield from (block for block in every if is_note(block.text))


def _lines(cell: Cell) -> list[TextLine]:
    return [
        TextLine(
            f"{block.marker} {block.text}".strip(),
            block.text if block.kind is BlockKind.HEADING else block.bold,
            hard=True,
            number=block.line,
        )
        for block in cell
        if block.text and block.kind is not BlockKind.BREAK and not is_note(block.text)
    ]
