"""The bytes of a page as text, whatever it says of its own encoding.

As browsers do (https://encoding.spec.whatwg.org): a byte order mark counts most, ISO-8859-1 means windows-1252. Unlike
them, what is valid UTF-8 is that, also under a wrong declaration, and what cannot be decoded is refused.
"""

from __future__ import annotations

import codecs
import re

from icsdiff.errors import UnreadableSource

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4096
"""Bytes in which a page declares its encoding."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w:.-]{1,30})""")
_KNOWN = re.compile(
    r"windows-?125\d|cp125\d|iso-?8859-?\d{1,2}|koi8-[ru]|macintosh|mac-?roman|shift[-_]jis|euc-(?:jp|kr)|gb2312|gbk|gb18030"
    r"|big5",
    re.IGNORECASE,
)
"""What pages are written in beside UTF-8; Python knows codecs that are no encodings of text."""
_WESTERN = "cp1252"
_IS_WESTERN = re.compile(r"iso-?8859-?1|us-ascii|latin-?1", re.IGNORECASE)


def decode_page(data: bytes, name: str) -> str:
    """The text of a page; ``UnreadableSource`` names the byte at which it is in no encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, len(mark), encoding, name)
    if b"\0" in data[:_HEAD] and (encoding := _without_mark(data)):
        return _decode(data, 0, encoding, name)
    if b"\0" in data:
        reason, remedy = f"a zero byte at offset {data.index(0)}: this is no page", "save it as HTML in UTF-8"
        raise UnreadableSource(reason, file=name, remedy=remedy)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        match = _DECLARED.search(data[:_HEAD])
        declared = match[1].decode() if match else ""
        if _KNOWN.fullmatch(declared) and not _IS_WESTERN.fullmatch(declared):
            return _decode(data, 0, declared, name)
        if any(byte >= 0x80 for byte in data[: error.start]):  # noqa: PLR2004  (ASCII ends here)
            raise _undecodable(data, error.start, "UTF-8", name) from None
        return _decode(data, 0, _WESTERN, name)


def _decode(data: bytes, start: int, encoding: str, name: str) -> str:
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, start + error.start, encoding, name) from None
    if "\0" in text:
        raise UnreadableSource("a zero byte stands in the text", file=name, remedy="save it as HTML in UTF-8")
    return text


def _without_mark(data: bytes) -> str:
    """Which UTF-16 the first characters of a page are, as ``<`` is half a zero."""
    first = data[:2]
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(first, "")


def _undecodable(data: bytes, at: int, encoding: str, name: str) -> UnreadableSource:
    reason = f"not valid {encoding} at byte offset {at} (0x{data[at]:02x})"
    return UnreadableSource(reason, file=name, line=data.count(b"\n", 0, at) + 1, remedy="save it as HTML in UTF-8")
