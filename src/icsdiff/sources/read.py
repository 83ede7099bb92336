"""A document's text into a version: which reader serves which kind of file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from icsdiff import __version__
from icsdiff.errors import UnreadableSource
from icsdiff.model.version import Provenance
from icsdiff.sources.build import Reading, build
from icsdiff.sources.identity import with_ids
from icsdiff.sources.markdown import blocks

_NOT_READ = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm"})


def check_readable(name: str) -> None:
    """Refuse, before its bytes are looked at, a kind of file that no reader serves."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _NOT_READ:
        reason = f"{suffix} documents are not read by this version of icsdiff"
        raise UnreadableSource(reason, file=name, remedy="convert it to Markdown or plain text first")


def read(text: str, *, name: str, sha256: str = "", mission: str | None = None) -> Reading:
    """The reading of a Markdown or plain text document; ``name`` is its file, ``sha256`` the digest of its bytes."""
    reading = build(blocks(text, name), name, mission)
    provenance = Provenance(
        source=PurePosixPath(name).name, sha256=sha256, importer="markdown", importer_version=__version__
    )
    return replace(reading, version=with_ids(replace(reading.version, provenance=provenance)))
