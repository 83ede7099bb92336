"""Names of OpenDocument as lxml spells them (ISO/IEC 26300)."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def tag(name: str) -> str:
    """``text:p`` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}"


def whole(text: str | None, otherwise: int) -> int:
    """A small whole number; ``otherwise`` where an attribute says none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise  # noqa: PLR2004  (of 32 bits)
