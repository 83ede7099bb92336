"""The table of contents with its pages, and the headings that it may list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from icsdiff.model.version import Listed
from icsdiff.sources.blocks import Block
from icsdiff.sources.contents import heading_name, name_and_page
from icsdiff.sources.drafts import Draft
from icsdiff.sources.headings import PartKind, part, unlinked

_LISTS = 0.5
"""Share of the headings of a level from which on the contents list that level."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: str
    """``goal``, ``objective``, or the level of a section's heading; empty for a heading inside a section."""
    text: str
    page: int
    draft: Draft | None = None

    @property
    def name(self) -> str:
        """Its words: a statement may stand on the next line."""
        statement = self.draft.text("statement") if self.draft else ""
        return f"{self.text.rstrip(' :|–—-.')}: {statement}" if statement else self.text

    @property
    def key(self) -> str:
        return _key(self.name)


class Outline:
    """Collects entries and headings while a document is read."""

    def __init__(self) -> None:
        self._entries: list[Listed] = []
        self._headings: list[_Heading] = []

    def list(self, text: str) -> None:
        """An entry of the contents."""
        name, page, _ = name_and_page(unlinked(text))
        if name.strip():
            self._entries.append(Listed(name.strip(), page))

    def head(self, block: Block, text: str, level: str, draft: Draft | None = None) -> None:
        """A heading, with the goal or objective that it opens."""
        self._headings.append(_Heading(level, unlinked(text).strip(), block.page, draft))

    @property
    def contents(self) -> tuple[Listed, ...]:
        """The entries, without the head of a table that names its columns."""
        first, others = self._entries[:1], self._entries[1:]
        is_head = bool(others) and not first[0].page and all(each.page for each in others)
        return tuple(others if is_head else self._entries)

    @property
    def headings(self) -> tuple[Listed, ...]:
        """The headings of the levels that the contents list, and whatever else one of the entries names."""
        listed = {_key(entry.text) for entry in self.contents}
        times = Counter(each.level for each in self._headings)
        found = Counter(each.level for each in self._headings if each.key in listed)
        levels = {level for level, count in times.items() if level and found[level] >= _LISTS * count}
        kept = (each for each in self._headings if each.level in levels or each.key in listed)
        return tuple(Listed(each.name, each.page) for each in kept) if listed else ()


def _key(text: str) -> str:
    """What an entry and its heading share: the number of a goal or objective, else the words."""
    opened = part(text, standing_out=True)
    if opened and (opened.number or opened.kind is not PartKind.MANAGEMENT):
        return f"{opened.kind} {opened.number}"
    return heading_name(text)
