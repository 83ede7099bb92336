"""Tables that are laid out as forms: a label in the first cell of a row, or at the head of a column, and its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.headings import label, numbered_part, part
from icsdiff.sources.paragraphs import TextLine


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the lines of its cells, and where it begins."""

    line: int
    cells: list[Sequence[TextLine]] = field(default_factory=list)


def table_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The blocks of a table: its rows, or where it is a form, the fields and parts that they are."""
    if _has_columns(rows):
        yield from _columns(rows[0], rows[1:])
        return
    is_form = _is_form(rows)
    for row in rows:
        if is_form and _text(row.cells[0]):
            yield from _labelled(row.line, row.cells[0], row.cells[1:])
        elif any(_opens_part(line) for cell in row.cells for line in cell):
            yield from (_paragraph(line, row) for cell in row.cells for line in cell if line.text)
        else:
            texts = [_text(cell) for cell in row.cells]
            yield Block(BlockKind.ROW, " | ".join(texts) if any(texts) else "", row.line)


def _is_form(rows: Sequence[Row]) -> bool:
    """Whether the first cells are labels: of two known fields, or of one in the form of a single part.

    A list of risks under the heading ``Risk`` is none.
    """
    fields = {_field(row.cells[0]) for row in rows if any(map(_text, row.cells[1:]))} - {""}
    has_part = any(part(_text(row.cells[0]), standing_out=True) for row in rows)
    return len(fields) > 1 or (bool(fields) and (has_part or len(rows) == 1))


def _field(cell: Sequence[TextLine]) -> str:
    """The known field whose label is all that a cell says."""
    found = label(_text(cell), cell[0].bold if cell else "")
    return found.field if found and not found.rest else ""


def _has_columns(rows: Sequence[Row]) -> bool:
    """Whether the first row has labels of known fields, and each other one begins with a part."""
    if len({known for row in rows[:1] for cell in row.cells if (known := _field(cell))}) <= 1:
        return False
    firsts = [_text(row.cells[0]) for row in rows[1:]]
    return all(part(each, standing_out=True) or numbered_part(each, each.partition(".")[0]) for each in firsts)


def _columns(head: Row, body: Sequence[Row]) -> Iterator[Block]:
    """A table with a part in every row, and its fields below their labels in the columns."""
    yield Block(BlockKind.BREAK, " | ".join(map(_text, head.cells)), head.line)
    for row in body:
        first, *others = row.cells
        yield Block(BlockKind.PARAGRAPH, _text(first), row.line, bold=_text(first))
        for name, cell in zip_longest(head.cells[1:], others, fillvalue=()):
            if _text(cell):
                yield from _labelled(row.line, name, [cell])


def _labelled(number: int, first: Sequence[TextLine], others: Sequence[Sequence[TextLine]]) -> Iterator[Block]:
    name = _text(first)
    lines = [line for cell in others for line in cell if line.text]
    text = f"{name} | {lines[0].text}" if lines else name
    yield Block(BlockKind.PARAGRAPH, text, number, bold=name)
    yield from (Block(BlockKind.PARAGRAPH, line.text, number, bold=line.bold) for line in lines[1:])


def _opens_part(line: TextLine) -> bool:
    opened = part(line.text, standing_out=bool(line.bold))
    return bool(opened and opened.statement)


def _paragraph(line: TextLine, row: Row) -> Block:
    return Block(BlockKind.PARAGRAPH, line.text, row.line, bold=line.bold)


def _text(cell: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in cell if line.text)
