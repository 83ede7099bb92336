"""How one document is laid out: where its labels stand, and what its headings look like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from icsdiff.sources.blocks import Block, BlockKind, ends_sentence
from icsdiff.sources.headings import PartKind, label, part, section

_LONGEST_HEADING = 12
"""Words of a line in capitals that is a heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a whole document shows of its layout."""

    labels: frozenset[tuple[BlockKind, int]]
    """Where known labels stand: in paragraphs, or in items of some depth."""
    is_flat: bool
    """Whether sections, parts and fields have headings of one and the same level."""
    management_is_headed: bool
    """Whether each management objective has a heading of its own with its number."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Style:
        """The style of a document."""
        blocks = [each for each in blocks if each.kind is not BlockKind.ROW]
        labelled = [each for each in blocks if (found := label(each.text, each.bold)) and found.field]
        parts = [(each, opened) for each in blocks if (opened := part(each.text, standing_out=_stands_out(each)))]
        levels = {each.level for each in labelled if each.kind is BlockKind.HEADING}
        outer = {each.level for each, _ in parts if each.kind is BlockKind.HEADING}
        outer |= {each.level for each in blocks if each.kind is BlockKind.HEADING and section(each.text)}
        return cls(
            labels=frozenset(map(_place, labelled)),
            is_flat=len(levels | outer) == 1 and bool(outer),
            management_is_headed=any(opened.kind is PartKind.MANAGEMENT and opened.number for _, opened in parts),
        )

    def has_labels_like(self, block: Block) -> bool:
        """Whether a label may stand as this block does: where known ones do; without any, in bold."""
        return _place(block) in self.labels if self.labels else bool(block.bold)


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; in a document without headings, lines in capitals are its headings."""
    if any(block.kind is BlockKind.HEADING for block in blocks):
        return list(blocks)
    return [replace(block, kind=BlockKind.HEADING, level=1) if _is_in_capitals(block) else block for block in blocks]


def _is_in_capitals(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.text.isupper()
        and len(block.text.split()) <= _LONGEST_HEADING
        and not ends_sentence(block.text)
    )


def _stands_out(block: Block) -> bool:
    return bool(block.bold) or block.kind is BlockKind.HEADING


def _place(block: Block) -> tuple[BlockKind, int]:
    return block.kind, block.level if block.kind is BlockKind.ITEM else 0
