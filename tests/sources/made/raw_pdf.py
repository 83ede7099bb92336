"""PDF files written byte by byte, for what no program would print."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_LETTER = b"[0 0 612 792]"
_STRATEGY = (
    "Integrated Country Strategy: Tonga",
    "Mission Goal 1: The islands are at peace.",
    "Objective 1.1: Schools open again.",
    "Justification: Storms closed 41 schools.",
)


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of objects, of which the first is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(out))
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """An object that holds data."""
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), entries, data)


def deflated(data: bytes) -> bytes:
    """The same, packed."""
    return stream(zlib.compress(data), b"/Filter/FlateDecode")


def lines(*texts: str) -> bytes:
    """What draws lines of text."""
    shown = b"".join(b"(%b) Tj 0 -30 Td " % text.encode("latin-1") for text in texts)
    return b"BT /F 12 Tf 72 700 Td %bET" % shown


def sheets(*contents: bytes, box: bytes = _LETTER, entries: bytes = b"", trailer: bytes = b"") -> bytes:
    """A file with a page for each of ``contents``, which are objects."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + at) for at in range(count))
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox%b/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R%b>>"
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids),
            _FONT,
            *(sheet % (box, 4 + count + at, entries) for at in range(count)),
            *contents,
        ],
        trailer,
    )


STRATEGY = stream(lines(*_STRATEGY))
PICTURE = stream(b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q")
"""A page that is one picture."""
ENCRYPTED = sheets(
    STRATEGY,
    trailer=b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>/ID[<00><00>]" % (b"00" * 32, b"11" * 32),
)
DEEP = pdf(
    [
        b"<</Type/Catalog/Pages 2 0 R>>",
        *(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % at for at in range(3, 3003)),
        b"<</Type/Page/MediaBox[0 0 612 792]/Parent 3001 0 R>>",
    ]
)
ENDLESS = pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"])
"""A page that is its own parent."""
BOMB = sheets(deflated(b"BT /F 12 Tf 1 1 Td " + b"(a) Tj " * 2_500_000))
"""A few kilobytes that are millions of words."""
LAUGHING = pdf(
    [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
        stream(b"/X Do"),
        *(
            stream(
                b"/X Do " * 10,
                b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (at + 1),
            )
            for at in range(5, 25)
        ),
        stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
    ]
)
"""A few kilobytes in which every form draws the next one ten times."""
