"""OpenDocument texts into blocks, whether packed (``.odt``) or in one file (``.fodt``)."""

from __future__ import annotations

from icsdiff.errors import UnreadableSource
from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.odt.body import BodyReader
from icsdiff.sources.odt.names import tag
from icsdiff.sources.office.markup import parse
from icsdiff.sources.office.package import LARGEST_TOTAL, Package


def blocks(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a text in order; ``name`` is the file, for messages.

    Its tracked changes are taken as accepted. A block's line is the number of its paragraph; for the rest, as of Word.
    """
    if _is_flat(data, name):
        if len(data) > LARGEST_TOTAL:
            reason = f"it has more than {LARGEST_TOTAL // 2**20} MiB"
            raise UnreadableSource(reason, file=name, remedy="save it as ODT, or without its pictures")
        content, styles = parse(data, name), None
    else:
        package = Package(data, name, "ODT")
        packed, styles = package.part("content.xml"), package.part("styles.xml")
        if packed is None:
            raise package.refused("it has no content.xml")
        content = packed
    text = content.find(f"{tag('office:body')}/{tag('office:text')}")
    if text is None:
        raise UnreadableSource("this OpenDocument file holds no text", file=name, remedy="save the strategy as ODT")
    found = tuple(BodyReader(content, styles).blocks(text))
    is_tracked = text.find(tag("text:tracked-changes")) is not None
    return (*found, Block(BlockKind.NOTE, "its tracked changes are taken as accepted", 1)) if is_tracked else found


def _is_flat(data: bytes, name: str) -> bool:
    """Whether a text is in one file, by what it begins with rather than by its name."""
    return data[:1] == b"<" or (name.lower().endswith(".fodt") and not data.startswith(b"PK"))
