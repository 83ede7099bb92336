"""Tables that a converter drew with dashes (pandoc's grid, simple and multiline ones), put into Markdown's own form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_GRID = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_COLUMNS = re.compile(r"\s*-{3,}(?:\s+-{3,})+\s*")
_RULE = re.compile(r"\s*-{10,}\s*")
_DASHES = re.compile(r"-+")
_TALLEST_HEADER = 8
"""Lines of a table's head at most."""

Row = tuple[int, str]
"""A line of a table in Markdown, with the number of lines before it in the drawing."""


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table in Markdown's own form, and how many lines of the source it takes."""

    height: int
    rows: tuple[Row, ...]


def drawn_table(lines: Sequence[str], at: int) -> DrawnTable | None:
    """The drawn table that begins at a line."""
    if _GRID.fullmatch(lines[at]) and lines[at + 1 : at + 2] and lines[at + 1].lstrip().startswith("|"):
        return _grid(lines, at)
    if _RULE.fullmatch(lines[at]):
        return _multiline(lines, at)
    if at + 1 < len(lines) and lines[at].strip() and _COLUMNS.fullmatch(lines[at + 1]):
        return _simple(lines, at)
    return None


def _grid(lines: Sequence[str], at: int) -> DrawnTable | None:
    end = at
    while end < len(lines) and lines[end].lstrip()[:1] in ("+", "|"):
        end += 1
    rows: list[tuple[int, list[list[str]]]] = []
    for offset, line in enumerate(lines[at:end]):
        if line.lstrip().startswith("+"):
            rows.append((offset + 1, []))
        else:
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            rows[-1][1].append(cells)
    return _table(end - at, ((offset, _joined(cells)) for offset, cells in rows if cells))


def _simple(lines: Sequence[str], at: int) -> DrawnTable | None:
    end = at + 2
    while end < len(lines) and lines[end].strip() and not _COLUMNS.fullmatch(lines[end]):
        end += 1
    columns = _column_starts(lines[at + 1])
    cut = [(0, _cut(lines[at], columns))] + [(i - at, _cut(lines[i], columns)) for i in range(at + 2, end)]
    closed = end < len(lines) and bool(lines[end].strip())
    return _of_cut(end - at + closed, [(offset, [cells]) for offset, cells in cut if cells], len(cut))


def _multiline(lines: Sequence[str], at: int) -> DrawnTable | None:
    head = range(at + 1, min(at + _TALLEST_HEADER, len(lines)))
    below = next((i for i in head if _COLUMNS.fullmatch(lines[i])), None)
    if below is None:
        return None
    end = below + 1
    while end < len(lines) and not _RULE.fullmatch(lines[end]):
        end += 1
    if end == len(lines):
        return None
    columns = _column_starts(lines[below])
    rows: list[tuple[int, list[list[str]]]] = [(1, [])]
    count = 0
    for i in [*range(at + 1, below), None, *range(below + 1, end)]:
        if i is None or not lines[i].strip():
            rows.append((0 if i is None else i + 1 - at, []))
            continue
        count += 1
        if cells := _cut(lines[i], columns):
            rows[-1][1].append(cells)
    return _of_cut(end + 1 - at, [row for row in rows if row[1]], count)


def _column_starts(line: str) -> list[int]:
    return [match.start() for match in _DASHES.finditer(line)]


def _cut(line: str, columns: Sequence[int]) -> list[str]:
    """The cells of a line; none where a word stands over the border of two columns, so that this is no table."""
    if any(line[start - 1 : start].strip() and line[start : start + 1].strip() for start in columns[1:]):
        return []
    bounds = pairwise([0, *columns[1:], max(len(line), columns[-1])])
    return [line[start:stop].strip() for start, stop in bounds]


def _of_cut(height: int, rows: Sequence[tuple[int, list[list[str]]]], count: int) -> DrawnTable | None:
    whole = sum(len(cells) for _, cells in rows) == count
    return _table(height, ((offset, _joined(cells)) for offset, cells in rows)) if whole else None


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a row from those of its lines."""
    width = max(map(len, lines))
    return [" ".join(line[at] for line in lines if at < len(line) and line[at]) for at in range(width)]


def _table(height: int, rows: Iterable[tuple[int, list[str]]]) -> DrawnTable | None:
    cells = list(rows)
    if not cells:
        return None
    width = max(len(row) for _, row in cells)
    return DrawnTable(height, tuple(_markdown(cells, width)))


def _markdown(rows: Sequence[tuple[int, list[str]]], width: int) -> Iterator[Row]:
    yield rows[0][0], ""
    for at, (offset, cells) in enumerate(rows):
        written = (cell.replace("|", "\\|") for cell in [*cells, *[""] * (width - len(cells))])
        yield offset, f"| {' | '.join(written)} |"
        if at == 0:
            yield offset, "|" + " --- |" * width
    yield rows[-1][0], ""
