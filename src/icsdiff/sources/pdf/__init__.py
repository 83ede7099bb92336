"""PDF into blocks: text with its layout, by pdfium."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.errors import UnreadableSource
from icsdiff.sources.blocks import Block
from icsdiff.sources.pdf.child import Child
from icsdiff.sources.pdf.pages import Page


def blocks(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a PDF in order; ``name`` is the file, for messages."""
    child = Child(lambda: _pages(data, name), name)
    from icsdiff.sources.pdf.document import document_blocks  # noqa: PLC0415  (while the child reads)

    pages: tuple[Page, ...] = child.answer()
    if not any(page.pieces for page in pages):
        reason = f"none of its {len(pages)} pages has text: it is a scan"
        remedy = "have its text recognised first, with icsdiff import --ocr or with ocrmypdf"
        raise UnreadableSource(reason, file=name, remedy=remedy)
    return tuple(document_blocks(pages))


def _pages(data: bytes, name: str) -> Iterator[Page]:
    from icsdiff.sources.pdf.extract import pages  # noqa: PLC0415  (only the child loads pdfium)

    return pages(data, name)
