"""The parts of a Word document in one file, the same bytes for the same parts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from icsdiff.rendering.templates import Templates

_TEMPLATES = {
    "[Content_Types].xml": "word/content-types.xml",
    "_rels/.rels": "word/relations-of-file.xml",
    "word/_rels/document.xml.rels": "word/relations-of-document.xml",
    "word/styles.xml": "word/styles.xml",
    "word/settings.xml": "word/settings.xml",
}
"""The parts that are alike in every document, by the names of their templates."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part: zip knows none before it, and the clock must not show in the bytes."""
_UNIX = 3


def package(parts: Mapping[str, bytes], templates: Templates) -> bytes:
    """The file."""
    found = {name: templates.find(template) for name, template in _TEMPLATES.items()}
    fixed = {name: each.text.encode() for name, each in found.items() if each}
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        for name, data in {**fixed, **parts}.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            file.writestr(entry, data)
    return out.getvalue()
