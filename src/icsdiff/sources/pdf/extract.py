"""The pages of a PDF by pdfium, one after another."""

from __future__ import annotations

from collections.abc import Iterator

from pypdfium2_raw import bindings as raw

from icsdiff.errors import UnreadableSource
from icsdiff.sources.pdf.pages import Page
from icsdiff.sources.pdf.reader import Reader

MOST_PAGES = 1_000
MOST_CHARACTERS = 5_000_000
_LONGER = "that icsdiff reads"
_ANEW = "open it in a PDF reader and print it into a new file"
_PART = "take the pages of one strategy out of it"


def pages(data: bytes, name: str) -> Iterator[Page]:
    """The pages of a PDF; each is closed before the next one is opened."""
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refusal(name)
    count = raw.FPDF_GetPageCount(document)
    if count == 0:
        raise UnreadableSource("this PDF has no page", file=name, remedy=_ANEW)
    if count > MOST_PAGES:
        raise UnreadableSource(f"{count:,} pages are more than the {MOST_PAGES:,} {_LONGER}", file=name, remedy=_PART)
    characters = 0
    for number in range(1, count + 1):
        page = raw.FPDF_LoadPage(document, number - 1)
        text = raw.FPDFText_LoadPage(page) if page else None
        if not text:
            raise UnreadableSource(f"page {number} is broken", file=name, remedy=_ANEW)
        characters += raw.FPDFText_CountChars(text)
        if characters > MOST_CHARACTERS:
            reason = f"its text is longer than the {MOST_CHARACTERS:,} characters {_LONGER}"
            raise UnreadableSource(reason, file=name, remedy=_PART)
        yield Reader(document, page, text).page(number)
        raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)


def _refusal(name: str) -> UnreadableSource:
    if raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        remedy = "take its password off, as with qpdf --decrypt"
        return UnreadableSource("this PDF is encrypted", file=name, remedy=remedy)
    return UnreadableSource("this is no PDF, or a broken one", file=name, remedy=_ANEW)
