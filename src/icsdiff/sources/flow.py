"""Tags and texts of HTML in turn, into blocks: the same for whole pages and for HTML that stands in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.forms import Row, table_blocks
from icsdiff.sources.lines import bulleted, plain_characters
from icsdiff.sources.paragraphs import TextLine, joined, names_field

HEADING = re.compile(r"h[1-6]")
PARAGRAPHS = frozenset(
    "p div section article blockquote center ul ol dl dt dd caption figure figcaption main header footer aside nav "
    "address details summary fieldset legend form hgroup menu dir pre body".split()
)
TABLES = frozenset("table thead tbody tfoot tr td th colgroup col".split())
BOLD = frozenset(("b", "strong"))
EMPHASIS = frozenset("i em u ins mark span font small".split())
_BOLD_LINES = frozenset(("dt", "summary"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_WIDEST = 20
_TALLEST = 1000
"""Columns and rows that one cell spans at most."""
_DIGITS_OF_A_SPAN = 4
_TYPED_MARKER = re.compile(r"(?P<sign>[·•§▪o–-]|\(?\w{1,4}[.)])\s+(?=\S)")
_NOTHING: Mapping[str, str] = {}


class _Run(NamedTuple):
    """A piece of a paragraph: text of one weight, or the end of a line where there is no text."""

    text: str
    strong: bool
    line: int
    hard: bool = False


class Flow:
    """Takes tags and texts in turn and gives blocks where one ends; ``line`` is where it stands in the source."""

    def __init__(self, line: int) -> None:
        self.line = line
        self._runs: list[_Run] = []
        self._strong = 0
        self._heading = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._typed = 0
        self._target: str | None = None
        self._opened = 0
        self._rows: list[Row] = []
        self._cell: list[TextLine] | None = None
        self._wide = 0
        self._reaches: dict[int, int] = {}

    def text(self, text: str) -> None:
        """Text; its white space is one blank."""
        blank = text[: len(text) - len(text.lstrip())]
        if plain := plain_characters(text):
            self._runs.append(_Run(plain, self._strong > 0, self.line + blank.count("\n")))
        self.line += text.count("\n")

    def strong(self, change: int) -> None:
        """Bold text begins (1) or ends (-1)."""
        self._strong = max(0, self._strong + change)

    def line_end(self, *, hard: bool) -> None:
        """A line ends inside a paragraph; ``hard`` says that its author broke it."""
        if self._heading:
            self._runs.append(_Run(" ", self._strong > 0, self.line))
        else:
            self._runs.append(_Run("", strong=False, line=self.line, hard=hard))

    def link(self, target: str) -> None:
        """A link begins; with an empty target it ends."""
        if self._target is not None:
            self._close_link()
        self._target = target or None
        if target:
            self._opened = len(self._runs)
            self._runs.append(_Run("[", self._strong > 0, self.line))

    def _close_link(self) -> None:
        """The end of a link; one without words leads nowhere that a reader could go."""
        if any(run.text.strip() for run in self._runs[self._opened + 1 :]):
            self._runs.append(_Run(f"]({self._target})", self._runs[-1].strong, self.line))
        else:
            del self._runs[self._opened]

    def typed_item(self, level: int) -> Iterator[Block]:
        """A paragraph that a word processor laid out as an entry of a list, with its mark typed before it."""
        yield from self._block()
        self._typed = level

    def rule(self, text: str) -> Iterator[Block]:
        """A rule, or the end of a page."""
        yield from self._block()
        yield Block(BlockKind.BREAK, text, self.line)

    def begin(self, name: str, attributes: Mapping[str, str] = _NOTHING) -> Iterator[Block]:
        """An element of its own line begins."""
        yield from self._block()
        self._typed = 0
        if HEADING.fullmatch(name):
            self._heading = int(name[1])
        elif name in _LISTS:
            start = attributes.get("start", "1")
            self._lists.append(int(start) if name == "ol" and _is_small(start) else 1 if name == "ol" else None)
        elif name == "li":
            self._begin_item(attributes)
        elif name in ("td", "th"):
            self._begin_cell(attributes)
        elif name == "tr":
            self._begin_row()
        self._strong += name in _BOLD_LINES

    def _begin_item(self, attributes: Mapping[str, str]) -> None:
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._marker = "-"
            return
        value = attributes.get("value", "")
        number = int(value) if _is_small(value) else number
        self._lists[-1], self._marker = number + 1, f"{number}."

    def _begin_row(self) -> None:
        self._rows.append(Row(self.line))
        self._wide = 0

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        """A cell in its column: cells that reach into its row or over several columns leave empty ones."""
        if not self._rows:
            self._begin_row()
        cells, at = self._rows[-1].cells, len(self._rows) - 1
        cells.extend([()] * self._wide)
        while self._reaches.get(len(cells), -1) >= at:
            cells.append(())
        self._wide = _span(attributes.get("colspan", ""), _WIDEST) - 1
        tall = _span(attributes.get("rowspan", ""), _TALLEST)
        if tall > 1:
            self._reaches |= dict.fromkeys(range(len(cells), len(cells) + self._wide + 1), at + tall - 1)
        self._cell = []
        cells.append(self._cell)

    def finish(self, name: str) -> Iterator[Block]:
        """An element of its own line ends."""
        yield from self._block()
        self._typed = 0
        if HEADING.fullmatch(name):
            self._heading = 0
        elif name in _LISTS and self._lists:
            self._lists.pop()
        elif name == "li":
            self._marker = ""
        elif name in ("td", "th"):
            self._cell = None
        elif name == "table":
            yield from self._table()
        self._strong = max(0, self._strong - (name in _BOLD_LINES))

    def end(self) -> Iterator[Block]:
        """What is open at the end."""
        yield from self._block()
        yield from self._table()

    def _table(self) -> Iterator[Block]:
        yield from table_blocks([row for row in self._rows if row.cells])
        self._rows, self._cell, self._reaches = [], None, {}

    def _block(self) -> Iterator[Block]:
        """The text so far, as blocks or as lines of a cell."""
        target = self._target
        self.link("")
        lines = list(_lines(self._runs))
        self._runs = []
        if target:
            self.link(target)
        if lines and self._cell is not None:
            self._cell += (replace(line, hard=True) for line in lines)
        elif lines:
            yield from self._blocks(lines)

    def _blocks(self, lines: Sequence[TextLine]) -> Iterator[Block]:
        depth = len(self._lists)
        template = Block(BlockKind.PARAGRAPH, "", lines[0].number, depth)
        if self._heading:
            template = replace(template, kind=BlockKind.HEADING, level=self._heading)
        elif self._marker:
            template = replace(template, kind=BlockKind.ITEM, level=max(1, depth), marker=self._marker)
        elif self._typed and (match := _TYPED_MARKER.match(lines[0].text)):
            first = replace(lines[0], text=lines[0].text[match.end() :], bold=_after(lines[0].bold, match.end()))
            marker = match["sign"].strip("(") if match["sign"][-1] in ".)" else "-"
            template = replace(template, kind=BlockKind.ITEM, level=self._typed, marker=marker.replace(")", "."))
            lines = [first, *lines[1:]]
        self._marker, self._typed = "", 0
        for block in joined(template, lines, 0):
            text = bulleted(block.text) if block.kind is BlockKind.PARAGRAPH else None
            if text:
                bold = _after(block.bold, len(block.text) - len(text))
                yield replace(block, kind=BlockKind.ITEM, text=text, bold=bold, level=max(1, depth), marker="-")
            else:
                yield block


def _lines(runs: Sequence[_Run]) -> Iterator[TextLine]:
    """The lines of a paragraph, a new one also where bold words inside it are the label of a known field."""
    line: list[_Run] = []
    hard = False
    pieces = [
        piece for is_text, group in groupby(runs, lambda run: bool(run.text)) for piece in _pieces(group, is_text)
    ]
    for at, piece in enumerate(pieces):
        after = pieces[at + 1].text if at + 1 < len(pieces) else ""
        if not piece.text:
            yield from _line(line, hard=hard)
            line, hard = [], piece.hard
        elif piece.strong and any(run.text.strip() for run in line) and names_field(piece.text, after):
            yield from _line(line, hard=hard)
            line, hard = [piece], False
        else:
            line.append(piece)
    yield from _line(line, hard=hard)


def _pieces(runs: Iterator[_Run], is_text: bool) -> Iterator[_Run]:
    """The runs, those of one weight together; white space has the weight of what stands before it."""
    if not is_text:
        yield from runs
        return
    texts: list[str] = []
    first: _Run | None = None
    for run in runs:
        if first and (run.strong == first.strong or not run.text.strip()):
            texts.append(run.text)
            continue
        if first:
            yield first._replace(text="".join(texts))
        first, texts = run, [run.text]
    if first:
        yield first._replace(text="".join(texts))


def _line(runs: Sequence[_Run], *, hard: bool) -> Iterator[TextLine]:
    text = " ".join("".join(run.text for run in runs).split())
    if text:
        written = [run for run in runs if run.text.strip()]
        bold = " ".join(written[0].text.split()) if written[0].strong else ""
        yield TextLine(text, bold, hard, written[0].line)


def _after(bold: str, length: int) -> str:
    """The bold words without what was typed before them."""
    return bold[length:].lstrip()


def _span(written: str, most: int) -> int:
    return min(int(written), most) if _is_small(written) and int(written) else 1


def _is_small(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) <= _DIGITS_OF_A_SPAN
