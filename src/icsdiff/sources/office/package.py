"""A document that is a zip of XML parts, opened within bounds; the sizes that it declares are not believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from icsdiff.errors import UnreadableSource
from icsdiff.sources.office.markup import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 24 * 2**20
"""Bytes of one part when unpacked: a text of some thousand pages."""
LARGEST_TOTAL = 48 * 2**20
"""Bytes of all parts that are read; pictures are not."""
LARGEST_RATIO = 200
"""How much smaller than its text a part may be packed; XML of word processors is 5 to 40 times smaller."""
ALWAYS_ALLOWED = 2**20
"""Bytes of a part that may be packed however well."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a file of older Office programs begins with; a document with a password is wrapped in one."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Package:
    """The parts of a document by their names; ``file`` is its name for messages, ``kind`` what it should be."""

    def __init__(self, data: bytes, file: str, kind: str) -> None:
        self.file = file
        self._kind = kind
        self._left = LARGEST_TOTAL
        if data.startswith(_COMPOUND):
            raise self._compound(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise self.refused("it is broken, or something else under that name") from None

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._zip.NameToInfo

    def part(self, name: str, spellings: Iterable[tuple[bytes, bytes]] = ()) -> _Element | None:
        """The root of a part; none where the document has no such part.

        ``spellings`` are bytes to be read as others: names that have two forms.
        """
        if not self.has(name):
            return None
        data = self._bytes(self._zip.getinfo(name))
        for old, new in spellings:
            data = data.replace(old, new)
        return parse(data, self.file, name)

    def refused(self, reason: str, remedy: str = "") -> UnreadableSource:
        """The error that this is no document that can be read."""
        remedy = remedy or f"open it in a word processor and save it as {self._kind} again"
        return UnreadableSource(f"not a {self._kind} document: {reason}", file=self.file, remedy=remedy)

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        """A part's bytes; reading stops at the bounds, whatever size the part declares."""
        allowed = min(LARGEST_PART, self._left, max(ALWAYS_ALLOWED, LARGEST_RATIO * info.compress_size))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(allowed + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise self.refused(f"its part {info.filename} is broken") from None
        except RuntimeError:  # zipfile's way to say that a part has a password
            raise self.refused("it is encrypted", "save it without a password") from None
        if len(data) > allowed:
            reason = f"its part {info.filename} unpacks to more than {allowed // 2**20} MiB"
            raise UnreadableSource(reason, file=self.file, remedy="import the chapters of the strategy alone")
        self._left -= len(data)
        return data

    def _compound(self, data: bytes) -> UnreadableSource:
        if _ENCRYPTED in data:
            return UnreadableSource("it is encrypted", file=self.file, remedy="save it without a password")
        return self.refused("it is one of an older Word, whatever its name says", f"save it as {self._kind}")
