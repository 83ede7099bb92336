"""XML of a document parsed so that it can do no harm: no entities, no network, no deep nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icsdiff.errors import UnreadableSource

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 120
"""Elements inside each other; three tables in a text box in a table are 40."""


def parse(data: bytes, file: str, part: str = "") -> _Element:
    """The root element; ``part`` names the piece of the document for messages."""
    from lxml import etree  # noqa: PLC0415  (slow to import, and only some documents need it)

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    where = f"its part {part}" if part else "it"
    declares = f"{where} declares entities or a document type, which no word processor does"
    if b"<!DOCTYPE" in data:
        raise UnreadableSource(declares, file=file, remedy="do not trust this file")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        reason = f"{where} is no XML that can be read: broken, or nested too deeply"
        raise UnreadableSource(reason, file=file, remedy="save it in a word processor again") from None
    if root.getroottree().docinfo.internalDTD is not None:  # written in UTF-16
        raise UnreadableSource(declares, file=file, remedy="do not trust this file")
    if root.xpath(f"boolean({'/*' * (DEEPEST + 1)})"):
        reason = f"{where} nests more than {DEEPEST} elements inside each other"
        raise UnreadableSource(reason, file=file, remedy="flatten the tables in it")
    return root
