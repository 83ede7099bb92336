"""HTML that stands in Markdown: headings, paragraphs, lists and tables as blocks; other tags are carried as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from icsdiff.sources.blocks import Block
from icsdiff.sources.flow import BOLD, EMPHASIS, HEADING, PARAGRAPHS, TABLES, Flow

_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
_BLOCKS = PARAGRAPHS | TABLES | {"li"}


def html_blocks(source: str, line: int) -> Iterator[Block]:
    """The blocks of a piece of HTML that begins on a line."""
    flow = Flow(line)
    for piece in _TAG.split(source):
        match = _NAME.fullmatch(piece)
        name = match["name"].lower() if match else ""
        if match and name == "br":
            flow.line_end(hard=True)
        elif match and (name in _BLOCKS or HEADING.fullmatch(name)):
            yield from flow.finish(name) if match["close"] else flow.begin(name)
        elif match and name in BOLD:
            flow.strong(-1 if match["close"] else 1)
        elif name not in EMPHASIS:
            flow.text(unescape(piece))
            continue
        flow.line += piece.count("\n")
    yield from flow.end()
