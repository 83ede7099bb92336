"""PDF into blocks: text with its layout, by pdfium."""

from __future__ import annotations

from icsdiff.errors import UnreadableSource
from icsdiff.sources.blocks import Block
from icsdiff.sources.pdf.child import apart
from icsdiff.sources.pdf.document import document_blocks
from icsdiff.sources.pdf.extract import pages


def blocks(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a PDF in order; ``name`` is the file, for messages."""
    found = apart(lambda: pages(data, name), name)
    if not any(page.pieces for page in found):
        reason = f"none of its {len(found)} pages has text: it is a scan"
        remedy = "have its text recognised first, with icsdiff import --ocr or with ocrmypdf"
        raise UnreadableSource(reason, file=name, remedy=remedy)
    return tuple(document_blocks(found))
