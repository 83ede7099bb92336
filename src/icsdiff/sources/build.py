"""From a stream of blocks to a version: the one way for all formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from icsdiff.model.version import Version
from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.builder import Builder, line_of
from icsdiff.sources.contents import Contents, heading_name
from icsdiff.sources.cover import cased
from icsdiff.sources.furniture import document_marks, is_furniture
from icsdiff.sources.marks import MarkKind
from icsdiff.sources.reading import Reading
from icsdiff.sources.style import Style, with_headings


def build(blocks: Sequence[Block], name: str, mission: str | None) -> Reading:
    """A version from a document's blocks.

    ``name`` is the file for messages, ``mission`` overrules what the cover says.
    """
    notes = [block for block in blocks if block.kind is BlockKind.NOTE]
    blocks = [block for block in blocks if block.kind is not BlockKind.NOTE]
    aside = is_furniture(blocks)
    kept = with_headings([block for block, each in zip(blocks, aside, strict=True) if not each])
    names = frozenset(heading_name(block.text) for block in kept)
    builder = Builder(name, Style.of(kept), Contents(names))
    following = iter([*kept[1:], None])
    texts = iter(kept)
    broken = False
    for block, each in zip(blocks, aside, strict=True):
        if each:
            builder.set_aside(block)
        else:
            builder.take(next(texts), next(following), broken=broken)
        broken = each
    reading = builder.reading(mission)
    version = _with_marks(reading.version, [block for block, each in zip(blocks, aside, strict=True) if each])
    return replace(reading, version=version, notes=tuple(map(line_of, notes)))


def _with_marks(version: Version, aside: Sequence[Block]) -> Version:
    """The version with the dates and the marking that its pages give first, and the positions in its fields' order."""
    found = [(mark, block) for block in aside for mark in document_marks(block)]
    first = {mark.kind: (mark, block) for mark, block in reversed(found) if mark.days or mark.kind is MarkKind.RELEASE}
    marks = {kind: mark for kind, (mark, _) in first.items()}
    begin = {f"metadata/{kind}": block.position for kind, (_, block) in first.items()}
    approved, updated, release = map(marks.get, (MarkKind.APPROVED, MarkKind.UPDATED, MarkKind.RELEASE))
    version = replace(
        version,
        approved=approved.days[0] if approved else None,
        updated=updated.days if updated else (),
        release=cased(release.text) if release else "",
    )
    positions = {**begin, **version.positions}
    kept = ((path, positions.get(path)) for path in version.fields)
    return replace(version, positions={path: position for path, position in kept if position})
