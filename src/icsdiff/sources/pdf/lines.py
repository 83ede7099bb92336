"""The lines of a page, in the order in which a reader takes them: down a column, then the next one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import ceil, inf
from operator import attrgetter
from statistics import median

from icsdiff.sources.pdf.pages import Page, Piece

_SAME_LINE = 0.35
"""How far the bases of one line may lie apart, in sizes of type."""
_RAISED_SIZE = 0.9
_NEAR = 1.1
"""A gap that parts two lines which stand side by side, in sizes of type."""
_DOT = (1.0, 9.0)
"""How wide a bullet is that is drawn, in points."""
_DOT_GAP = 36.0
BULLETS = frozenset("•●▪◦‣■□▫◆➢➤✓○–—-*·\u2043\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\u25cf\u2022")
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}")
_NUMBERED_PART = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})+[.)]?")
_BULLETED = re.compile(rf"([{re.escape(''.join(sorted(BULLETS - set('–—-*·'))))}])\s+(\S.*)")
_WIDEST_GUTTER = 100.0
_NARROWEST = 8.0
"""Points between two columns."""
_MOST_LINES = 1_000
"""Of a page in columns."""
_FEWEST = 4
"""Lines of a column."""
_FEWEST_WORDS = 3
"""In the lines of a column; what has fewer is the column of a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces that follow each other on one line; ``number`` is its place on the page, from 1."""

    pieces: tuple[Piece, ...]
    page: int
    number: int
    cells: tuple[tuple[Line, ...], ...] = ()
    """The lines of each cell, where it is a row of a table."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def base(self) -> float:
        """The height of the line that its letters stand on."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """The size of most of its type."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(each.text if each.glued or not at else f" {each.text}" for at, each in enumerate(self.pieces))

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces if any(map(str.isalnum, piece.text)))

    @property
    def begins(self) -> bool:
        """Whether it begins with a bullet or number that stands apart from its text."""
        return len(self.pieces) > 1 and is_marker(self.pieces[0], self.pieces[1])

    @property
    def marker(self) -> str:
        """The bullet or number of a list's entry; a number such as ``1.2`` is a part's name and stays with the text."""
        return self.pieces[0].text if self.begins and not _NUMBERED_PART.fullmatch(self.pieces[0].text) else ""


def is_marker(piece: Piece, following: Piece) -> bool:
    """Whether a piece is the bullet or number of the text that follows it."""
    gap = following.left - piece.right
    if following.glued:
        return False
    if piece.text == "o":
        return gap > piece.size / 2
    return piece.text in BULLETS or (_NUMBER.fullmatch(piece.text) is not None and gap > piece.size / 2)


def read_pieces(page: Page) -> list[Piece]:
    """The pieces of a page that are written from left to right, with drawn bullets, and the signs of notes lowered."""
    pieces = [piece for piece in page.pieces if not piece.turned]
    return [each for piece in _lowered([*pieces, *_dots(page, pieces)]) for each in _without_bullet(piece)]


def _without_bullet(piece: Piece) -> Iterator[Piece]:
    """A piece, or the bullet and the text that it consists of."""
    match = _BULLETED.fullmatch(piece.text)
    if match is None:
        yield piece
        return
    begins = piece.left + piece.first
    yield replace(piece, text=match[1], right=begins)
    yield replace(piece, text=match[2], left=begins + piece.size / 4, glued=False)


def rows(pieces: Sequence[Piece], page: int) -> list[tuple[Line, ...]]:
    """The lines of pieces from the top; those that stand side by side are one row."""
    pieces = list(pieces)
    pieces.sort(key=lambda piece: (-piece.base, piece.left))
    grouped: list[list[Piece]] = []
    for piece in pieces:
        if grouped and grouped[-1][0].base - piece.base < _SAME_LINE * min(piece.size, grouped[-1][0].size):
            grouped[-1].append(piece)
        else:
            grouped.append([piece])
    for row in grouped:
        row.sort(key=attrgetter("left"))
    gutters = _gutters(grouped)
    return [tuple(_lines(row, page, at, gutters)) for at, row in enumerate(grouped, 1)]


def _gutters(grouped: Sequence[Sequence[Piece]]) -> list[int]:
    """Places where many rows have a gap and few have text; columns may stand closer than wide blanks in a line."""
    gaps = [(one.right, other.left) for row in grouped for one, other in pairwise(row)]
    times = Counter(at for left, right in gaps if right - left < _WIDEST_GUTTER for at in range(ceil(left), int(right)))
    found = [at for at, count in times.items() if count >= _FEWEST]
    if len(grouped) > _MOST_LINES:
        return []
    crossing = {at: sum(piece.left < at < piece.right for row in grouped for piece in row) for at in found}
    return [at for at in found if 2 * crossing[at] <= times[at]]


def _lines(row: Sequence[Piece], page: int, number: int, gutters: Sequence[int]) -> Iterator[Line]:
    run: list[Piece] = []
    for piece in row:
        apart = run and (
            piece.left - run[-1].right > _NEAR * max(piece.size, run[-1].size)
            or any(run[-1].right <= at <= piece.left for at in gutters)
        )
        if apart and (len(run) > 1 or not is_marker(run[0], piece)):
            yield Line(tuple(run), page, number)
            run = []
        run.append(piece)
    yield Line(tuple(run), page, number)


def _lowered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the signs of notes on the line that they belong to."""
    for at, piece in enumerate(pieces):
        beside = [*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]]
        host = next((each for each in beside if _is_raised(piece, each)), None)
        yield replace(piece, base=host.base, raised=True, target="") if host else piece


def _is_raised(piece: Piece, host: Piece) -> bool:
    height = piece.base - host.base
    near = min(abs(piece.left - host.right), abs(host.left - piece.right)) < host.size
    return near and piece.size < _RAISED_SIZE * host.size and 0 < height < host.size * 2 / 3 and piece.text.isalnum()


def _dots(page: Page, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The bullets that are drawn, each before the text that begins beside it."""
    least, most = _DOT
    for box in page.drawn:
        width, height = box.right - box.left, box.top - box.bottom
        if not (least < width < most and least < height < most and abs(width - height) < least):
            continue
        middle = (box.top + box.bottom) / 2
        beside = [
            piece
            for piece in pieces
            if 0 < piece.left - box.right < _DOT_GAP and 0 < middle - piece.base < piece.size and not piece.turned
        ]
        if beside:
            text = min(beside, key=attrgetter("left"))
            yield Piece("•", box.left, box.right, text.base, text.size)


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, and where the next column begins beside them."""

    lines: tuple[Line, ...]
    bound: float = inf


def in_order(lines: Sequence[Line], bound: float = inf) -> list[Column]:
    """The lines of a page in columns, as they are read; without columns there is one."""
    gutter = _gutter(lines) if len(lines) <= _MOST_LINES else None
    if gutter is None:
        return [Column(tuple(lines), bound)] if lines else []
    left, right = gutter
    found: list[Column] = []
    bands = groupby(lines, key=lambda line: line.left < left and line.right > right)
    for crosses, band in bands:
        each = list(band)
        if crosses:
            found.append(Column(tuple(each), bound))
        else:
            found += in_order([line for line in each if line.right <= right], right)
            found += in_order([line for line in each if line.right > right], bound)
    return found


def _gutter(lines: Sequence[Line]) -> tuple[float, float] | None:
    """The blank strip between two columns of running text; most lines stand beside it, few cross it."""
    edges = sorted({line.right for line in lines})
    best: tuple[int, float, float, float] | None = None
    for edge in edges:
        after = [line.left for line in lines if line.left > edge]
        before = [line for line in lines if line.right <= edge]
        start = min(after, default=0.0)
        crossing = len(lines) - len(before) - len(after)
        if start - edge < _NARROWEST or crossing > len(lines) / 3:
            continue
        candidate = (-crossing, start - edge, edge, start)
        if best is None or candidate > best:
            best = candidate
    if best is None:
        return None
    _, _, edge, start = best
    sides = [line for line in lines if line.right <= edge], [line for line in lines if line.left >= start]
    return (edge, start) if all(map(_is_column, sides)) and _overlap(*sides) else None


def _is_column(lines: Sequence[Line]) -> bool:
    return len(lines) >= _FEWEST and median(len(line.text.split()) for line in lines) >= _FEWEST_WORDS


def _overlap(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether two columns stand side by side, and not one below the other."""
    top, bottom = min(one[0].base, other[0].base), max(one[-1].base, other[-1].base)
    return top > bottom
