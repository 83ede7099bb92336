"""The rows of tables: by the lines that are drawn around their cells, else by columns that are aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from icsdiff.sources.pdf.lines import Line, rows
from icsdiff.sources.pdf.pages import Box, Piece

_TOUCHING = 3.0
"""Points between lines that meet."""
_SHORTEST = 9.0
_THIN = 3.0
_MOST_LINES = 4_000
_ALIGNED = 3.0
_WIDER_GAP = 1.4
"""Times the usual distance of two lines, from which on a new row begins."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is drawn: where its columns and rows begin and end, from left and from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands in it."""
        middle, height = (piece.left + piece.right) / 2, piece.base + piece.size / 4
        return self.columns[0] < middle < self.columns[-1] and self.rows[-1] < height < self.rows[0]


def grids(drawn: Sequence[Box]) -> list[Grid]:
    """The tables that the thin lines of a page draw."""
    lines = [box for box in drawn if max(box.right - box.left, box.top - box.bottom) >= _SHORTEST]
    lines = [box for box in lines if min(box.right - box.left, box.top - box.bottom) <= _THIN]
    if len(lines) > _MOST_LINES:
        return []
    return [grid for cluster in _touching(lines) if (grid := _grid(cluster))]


def _touching(lines: Sequence[Box]) -> list[list[Box]]:
    """The lines in groups that hang together."""
    groups: list[tuple[Box, list[Box]]] = []
    for box in sorted(lines, key=lambda box: -box.top):
        near = [each for each in groups if _meet(each[0], box)]
        groups = [each for each in groups if not _meet(each[0], box)]
        members = [box, *(line for _, those in near for line in those)]
        groups.append((_around(members), members))
    return [members for _, members in groups]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left - _TOUCHING <= other.right
        and other.left - _TOUCHING <= one.right
        and one.bottom - _TOUCHING <= other.top
        and other.bottom - _TOUCHING <= one.top
    )


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def _grid(lines: Sequence[Box]) -> Grid | None:
    upright = [box for box in lines if box.top - box.bottom > box.right - box.left]
    level = [box for box in lines if box.top - box.bottom <= box.right - box.left]
    columns = _places([(box.left + box.right) / 2 for box in upright])
    # Where a page or column ends inside a row, the lines between the columns go on below the last one across.
    ends = [end for box in upright for end in (box.bottom, box.top)]
    heights = _places([*((box.bottom + box.top) / 2 for box in level), min(ends), max(ends)]) if ends else []
    if len(columns) < len("|a|b|") - 2 or len(heights) < len("--"):
        return None
    return Grid(tuple(columns), tuple(reversed(heights)))


def _places(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCHING:
            found.append(value)
    return found


def drawn_rows(grid: Grid, pieces: Sequence[Piece], page: int) -> Iterator[Line]:
    """The rows of a table, each as one line with its cells."""
    for top, bottom in pairwise(grid.rows):
        inside = [piece for piece in pieces if bottom < piece.base + piece.size / 4 <= top]
        cells: list[tuple[Line, ...]] = []
        for left, right in pairwise(grid.columns):
            cell = [piece for piece in inside if left <= piece.left + _TOUCHING < right]
            cells.append(tuple(_joined(row) for row in rows(cell, page)))
        if inside:
            yield Line(tuple(sorted(inside, key=lambda piece: (-piece.base, piece.left))), page, 0, tuple(cells))


def _joined(row: Sequence[Line]) -> Line:
    return replace(row[0], pieces=tuple(piece for line in row for piece in line.pieces))


def with_aligned(lines: Sequence[Line], leading: float) -> Iterator[Line]:
    """The lines of a column, with those that stand side by side as rows of a table, or as one line where there is none.

    ``leading`` is the usual distance of two lines in sizes of type.
    """
    table: list[list[list[Line]]] = []
    for _, group in groupby(lines, key=attrgetter("number")):
        row = list(group)
        places = _columns(table[0], row) if table else []
        if row[0].cells or (len(row) == 1 and not places):
            yield from _table(table)
            table = []
            yield from row
        elif not places:
            yield from _table(table)
            table = [[[line] for line in row]]
        elif _is_close(table[-1], row[0], leading) and (len(row) == 1 or 0 not in places):
            for place, line in zip(places, row, strict=True):
                table[-1][place].append(line)
        elif len(row) == 1:
            yield from _table(table)
            table = []
            yield from row
        else:
            cells: list[list[Line]] = [[] for _ in table[0]]
            for place, line in zip(places, row, strict=True):
                cells[place].append(line)
            table.append(cells)
    yield from _table(table)


def _columns(first: Sequence[Sequence[Line]], row: Sequence[Line]) -> list[int]:
    """The column of each line of a row; none where one stands in no column, or two in the same."""
    found = [next((at for at, cell in enumerate(first) if _is_aligned(cell[0], line)), -1) for line in row]
    return found if -1 not in found and len(set(found)) == len(found) else []


def _is_aligned(one: Line, other: Line) -> bool:
    left, right = one.left - other.left, one.right - other.right
    return min(abs(left), abs(right), abs(left + right) / 2) < _ALIGNED


def _is_close(row: Sequence[Sequence[Line]], line: Line, leading: float) -> bool:
    """Whether a line stands directly below those of a row."""
    lowest = min((each for cell in row for each in cell), key=attrgetter("base"))
    return lowest.base - line.base < _WIDER_GAP * leading * line.size


def _table(table: Sequence[Sequence[Sequence[Line]]]) -> Iterator[Line]:
    if len(table) > 1:
        for row in table:
            yield replace(_joined([line for cell in row for line in cell]), cells=tuple(map(tuple, row)))
        return
    lines = sorted((line for row in table for cell in row for line in cell), key=attrgetter("number", "left"))
    for _, group in groupby(lines, key=attrgetter("number")):
        yield _joined(list(group))
