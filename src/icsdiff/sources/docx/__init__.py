"""Word documents into blocks: what Word computes is computed, what pages repeat or do not show is set aside."""

from __future__ import annotations

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.docx.body import BodyReader
from icsdiff.sources.docx.document import Document
from icsdiff.sources.sides import Side

_TAKEN = {
    Side.FINAL: "its tracked changes are taken as accepted; --tracked original reads the text before them",
    Side.ORIGINAL: "this is its text before its tracked changes",
}


def blocks(data: bytes, name: str, side: Side = Side.FINAL) -> tuple[Block, ...]:
    """The blocks of a Word document in order; ``name`` is the file, for messages.

    ``side`` says whether its tracked changes are taken as accepted. A block's line is the number of its paragraph.
    Footnotes stand behind the paragraph that refers to them. Headers and footers, comments, hidden text and the
    descriptions of pictures are set aside.
    """
    document = Document(data, name, side)
    found = tuple(BodyReader(document).blocks())
    return (*found, Block(BlockKind.NOTE, _TAKEN[side], 1)) if document.is_tracked else found
