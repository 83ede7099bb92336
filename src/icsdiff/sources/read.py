"""A document into a version: which reader serves which kind of file."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from icsdiff import __version__
from icsdiff.errors import UnreadableSource
from icsdiff.model.version import Provenance
from icsdiff.sources.blocks import Block
from icsdiff.sources.build import build
from icsdiff.sources.identity import with_ids
from icsdiff.sources.reading import Reading
from icsdiff.sources.sides import Side

_READERS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".fodt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""The module that reads the bytes of a kind of file, by suffix; whatever is not listed is text, read as Markdown.

Each has one function, ``blocks(data: bytes, name: str) -> Sequence[Block]``, and is the importer that a version's
provenance names.
"""
_WITH_SIDES = frozenset({"docx"})
"""The importers that are also asked for one side of tracked changes."""
_NOT_READ = frozenset({".doc", ".rtf"})


def is_text(name: str) -> bool:
    """Whether a document is read from its text, not from its bytes; refuses a kind of file that no reader serves."""
    suffix = _suffix(name)
    if suffix in _NOT_READ:
        reason = f"{suffix} documents are not read by this version of icsdiff"
        raise UnreadableSource(reason, file=name, remedy="save it as DOCX, Markdown or plain text first")
    return suffix not in _READERS


def read(
    content: str | bytes, *, name: str, sha256: str = "", mission: str | None = None, side: Side | None = None
) -> Reading:
    """The reading of a document; ``name`` is its file, ``content`` its text or bytes as ``is_text`` asks for.

    ``sha256`` is the digest of its bytes; ``mission`` overrules what the cover says. Of tracked changes one ``side`` is
    read; without it they are taken as accepted.
    """
    importer = _READERS.get(_suffix(name), "markdown")
    if side and importer not in _WITH_SIDES:
        reason = "only in Word documents can the two sides of tracked changes be told apart"
        raise UnreadableSource(reason, file=name, remedy="leave --tracked out, or save it as DOCX")
    blocks: Callable[..., tuple[Block, ...]] = importlib.import_module(f"icsdiff.sources.{importer}").blocks
    reading = build(blocks(content, name, *([side] if side else [])), name, mission)
    provenance = Provenance(
        source=PurePosixPath(name).name, sha256=sha256, importer=importer, importer_version=__version__
    )
    return replace(reading, version=with_ids(replace(reading.version, provenance=provenance)))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
