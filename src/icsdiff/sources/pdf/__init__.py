"""PDF into blocks: text with its layout, by pdfium."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.errors import UnreadableSource
from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.pdf.child import Child
from icsdiff.sources.pdf.pages import Page

_REMEDY = "if it is a scan, import it with --ocr"
_MOST_BYTES = 200_000_000


def blocks(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a PDF in order; ``name`` is the file, for messages."""
    if len(data) > _MOST_BYTES:
        reason = f"it is larger than the {_MOST_BYTES // 1_000_000} MB that icsdiff reads of a PDF"
        raise UnreadableSource(reason, file=name, remedy="take the pages of one strategy out of it")
    child = Child(lambda: _pages(data, name), name)
    from icsdiff.sources.pdf.document import document_blocks  # noqa: PLC0415  (while the child reads)

    pages: tuple[Page, ...] = child.answer()
    if not any(page.pieces for page in pages):
        reason = f"none of its {len(pages)} pages has text" if len(pages) > 1 else "its only page has no text"
        raise UnreadableSource(reason, file=name, remedy=_REMEDY)
    pictures = (page.number for page in pages if page.pictured and not page.pieces)
    notes = (Block(BlockKind.NOTE, f"a picture without text; {_REMEDY}", 0, page=number) for number in pictures)
    return (*document_blocks(pages), *notes)


def _pages(data: bytes, name: str) -> Iterator[Page]:
    from icsdiff.sources.pdf.extract import pages  # noqa: PLC0415  (only the child loads pdfium)

    return pages(data, name)
