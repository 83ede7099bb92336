"""Headings that only the size of their type makes, in a document without styles for headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from icsdiff.sources.blocks import Block, BlockKind, ends_sentence
from icsdiff.sources.headings import part
from icsdiff.sources.office.text import Piece

_LARGER = 1
"""Points by which a heading is larger than the text at least."""
_LONGEST = 20
"""Words of such a heading that opens no part."""


class Sizes:
    """The sizes of the type of all paragraphs, by their lines."""

    def __init__(self) -> None:
        self._of_line: dict[int, float] = {}
        self._used: Counter[float] = Counter()

    def add(self, line: int, pieces: Sequence[Piece]) -> None:
        """A paragraph; its size is that of its smallest words."""
        filled = [piece for piece in pieces if piece.text.strip()]
        self._of_line[line] = min((piece.size for piece in filled), default=0)
        for piece in filled:
            self._used[piece.size] += len(piece.text)

    def with_headings(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """The blocks; where none is a heading by its style, those in larger type are, the largest of level 1."""
        if not self._used or any(block.kind is BlockKind.HEADING for block in blocks):
            return blocks
        most = max(self._used.values())
        usual = min(size for size, count in self._used.items() if count == most)
        larger = {at: self._of_line.get(block.line, 0) for at, block in enumerate(blocks) if _may_be_heading(block)}
        larger = {at: size for at, size in larger.items() if size >= usual + _LARGER}
        levels = {size: level for level, size in enumerate(sorted(set(larger.values()), reverse=True), 1)}
        return [
            replace(block, kind=BlockKind.HEADING, level=levels[larger[at]], bold="") if at in larger else block
            for at, block in enumerate(blocks)
        ]


def _may_be_heading(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or not block.text:
        return False
    short = len(block.text.split()) <= _LONGEST and not ends_sentence(block.text)
    return short or part(block.text, standing_out=True) is not None
