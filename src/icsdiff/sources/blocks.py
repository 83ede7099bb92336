"""What every reader makes of a document: a stream of blocks, the same for all formats."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from icsdiff.model.version import Position


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    """A line that stands above what follows."""
    PARAGRAPH = "paragraph"
    """Running text."""
    ITEM = "item"
    """An entry of a list."""
    ROW = "row"
    """A row of a table, its cells parted by ``|``."""
    BREAK = "break"
    """A rule, a comment: something of the page that says nothing."""
    NOTE = "note"
    """What a reader has to say of the document, as of a page without text: no word of it stands in the source."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text; links stand in it as ``[words](target)``, escapes are undone, bold and italic marks are gone."""

    kind: BlockKind
    text: str
    line: int
    """The line of the source where it begins, from 1."""
    level: int = 0
    """Of a heading from 1; of an item, how deep its list is nested, from 1."""
    bold: str = ""
    """The bold words that the block begins with."""
    marker: str = ""
    """What an item is marked with: ``-`` or ``1.``."""
    loose: bool = True
    """Whether a blank line stands before it."""
    page: int = 0
    """The page where it begins, from 1; 0 where the format has none."""

    @property
    def all_bold(self) -> bool:
        """Whether the whole block is bold."""
        return bool(self.bold) and self.bold.rstrip(": ") == self.text.rstrip(": ")

    @property
    def position(self) -> Position | None:
        """Where it begins; None where the format does not say."""
        return Position(self.line, self.page) if self.line or self.page else None


PAGE_BREAK = "\f"
"""The text of a ``BREAK`` where a page ends."""

_ENDINGS = frozenset(".!?:…")
_CLOSING = "\"'”’)]»*"


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence may end; a text that does not was cut, or goes on elsewhere."""
    return text.rstrip(_CLOSING + " ")[-1:] in _ENDINGS
