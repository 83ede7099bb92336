"""Tables that are laid out as forms: a label in the first cell of a row, what it labels in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.headings import label, part
from icsdiff.sources.paragraphs import TextLine


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the lines of its cells, and where it begins."""

    line: int
    cells: list[Sequence[TextLine]] = field(default_factory=list)


def table_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The blocks of a table: its rows, or where it is a form, the fields and parts that they are."""
    is_form = any(_is_labelled(row) for row in rows)
    for row in rows:
        if is_form and row.cells[0] and _text(row.cells[0]):
            yield from _labelled(row)
        elif any(_opens_part(line) for cell in row.cells for line in cell):
            yield from (_paragraph(line, row) for cell in row.cells for line in cell if line.text)
        else:
            texts = [_text(cell) for cell in row.cells]
            yield Block(BlockKind.ROW, " | ".join(texts) if any(texts) else "", row.line)


def _is_labelled(row: Row) -> bool:
    """Whether the first cell of a row is a known label and another one holds its text."""
    first, *others = row.cells
    found = label(_text(first), first[0].bold if first else "")
    return bool(found and found.field and not found.rest and any(map(_text, others)))


def _labelled(row: Row) -> Iterator[Block]:
    first, *others = row.cells
    name = _text(first)
    lines = [line for cell in others for line in cell if line.text]
    beside = lines[0].text if lines else ""
    yield Block(BlockKind.PARAGRAPH, f"{name} | {beside}".rstrip(" |"), row.line, bold=name)
    yield from (_paragraph(line, row) for line in lines[1:])


def _opens_part(line: TextLine) -> bool:
    opened = part(line.text, standing_out=bool(line.bold))
    return bool(opened and opened.statement)


def _paragraph(line: TextLine, row: Row) -> Block:
    return Block(BlockKind.PARAGRAPH, line.text, row.line, bold=line.bold)


def _text(cell: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in cell if line.text)
