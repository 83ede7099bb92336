"""OpenDocument texts in one file (``.fodt``) or packed, part by part."""

from __future__ import annotations

from sources.made.word import packed

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    (
        *(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "style", "text", "table")),
        f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
)


def flat(text: str, *, styles: str = "", named: str = "", master: str = "") -> bytes:
    """A text in one file: ``styles`` are those of single paragraphs, ``named`` the others and the lists."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES}><office:styles>{named}</office:styles>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document>"
    ).encode()


def odt(text: str, **parts: str) -> bytes:
    """The same, packed: all of it in one part, as the standard allows."""
    return packed({"content.xml": flat(text, **parts)})
