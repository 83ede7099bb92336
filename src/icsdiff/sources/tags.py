"""HTML that stands in Markdown: headings, paragraphs, lists and tables as blocks; other tags are carried as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.forms import Row, table_blocks
from icsdiff.sources.paragraphs import TextLine

_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
_HEADING = re.compile(r"h[1-6]")
_PARAGRAPHS = frozenset("p div section article blockquote center br ul ol dl dt dd caption figure main header".split())
_OF_TABLES = frozenset("table thead tbody tfoot tr td th colgroup col".split())
_BOLD = frozenset(("b", "strong", "th"))
_EMPHASIS = frozenset("i em u ins mark span font small".split())


def html_blocks(source: str, line: int) -> Iterator[Block]:
    """The blocks of a piece of HTML that begins on a line."""
    reader = _Reader(line)
    for piece in _TAG.split(source):
        yield from reader.take(piece)
    yield from reader.end()


class _Reader:
    """Takes tags and texts in turn and gives blocks where one ends."""

    def __init__(self, line: int) -> None:
        self._line = self._began = line
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._text = self._bold = ""
        self._strong = 0
        self._rows: list[Row] = []
        self._cell: list[TextLine] | None = None

    def take(self, piece: str) -> Iterator[Block]:
        """A tag, or the text between two."""
        match = _NAME.fullmatch(piece)
        name = match["name"].lower() if match else ""
        if match is None or not (name in _PARAGRAPHS | _OF_TABLES | _BOLD | _EMPHASIS | {"li"} or _HEADING.match(name)):
            self._add(unescape(piece))
        elif name in _BOLD | _EMPHASIS and name != "th":
            self._strong = max(0, self._strong + (0 if name not in _BOLD else -1 if match["close"] else 1))
        else:
            yield from self._block()
            yield from self._turn(name, opens=not match["close"])
        self._line += piece.count("\n")

    def _turn(self, name: str, *, opens: bool) -> Iterator[Block]:
        """What a tag of a block begins or ends."""
        if name in ("td", "th"):
            self._cell = [] if opens else None
            if opens and not self._rows:
                self._rows.append(Row(self._line))
            if self._cell is not None:
                self._rows[-1].cells.append(self._cell)
        elif name == "tr" and opens:
            self._rows.append(Row(self._line))
        elif name == "table" and not opens:
            yield from self._table()
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        if opens and _HEADING.match(name):
            self._kind, self._level = BlockKind.HEADING, int(name[1])
        elif opens and name == "li":
            self._kind, self._level = BlockKind.ITEM, 1

    def _add(self, text: str) -> None:
        if not self._text:
            self._began = self._line
        if self._strong and self._bold == self._text:
            self._bold += text
        self._text += text

    def _block(self) -> Iterator[Block]:
        """The text so far, as a block or as a line of a cell."""
        text, bold = (" ".join(each.split()) for each in (self._text, self._bold))
        self._text = self._bold = ""
        if text and self._cell is not None:
            self._cell.append(TextLine(text, bold, hard=True, number=self._began))
        elif text:
            marker = "-" if self._kind is BlockKind.ITEM else ""
            yield Block(self._kind, text, self._began, self._level, bold=bold, marker=marker)

    def _table(self) -> Iterator[Block]:
        yield from table_blocks([row for row in self._rows if row.cells])
        self._rows, self._cell = [], None

    def end(self) -> Iterator[Block]:
        """What is open at the end."""
        yield from self._block()
        yield from self._table()
