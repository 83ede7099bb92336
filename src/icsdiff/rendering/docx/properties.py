"""What a Word document says of itself."""

from __future__ import annotations

from lxml import etree

from icsdiff.rendering.docx.elements import AUTHOR, document
from icsdiff.rendering.plain import plain

_SPACES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def properties(title: str, date: str) -> bytes:
    """Title and author; as dates those of the version, where it has one."""
    root = etree.Element(f"{{{_SPACES['cp']}}}coreProperties", nsmap=_SPACES)
    for name, text in (("title", title), ("creator", AUTHOR)):
        etree.SubElement(root, f"{{{_SPACES['dc']}}}{name}").text = plain(text)
    for name in ("created", "modified") if date else ():
        kind = {f"{{{_SPACES['xsi']}}}type": "dcterms:W3CDTF"}
        etree.SubElement(root, f"{{{_SPACES['dcterms']}}}{name}", kind).text = f"{date}T00:00:00Z"
    return document(root)
