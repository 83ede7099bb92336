"""The table of contents: which blocks are its entries."""

from __future__ import annotations

import re

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.headings import Section, section, unlinked

_LEADERS = " .…_|\t"
_LINK_ONLY = re.compile(r"\[.*\]\([^()\s]*\)")
_LONGEST = 30
"""Words of an entry at most."""
_LONGEST_PAGE = 3
"""Digits of a page number."""
_LISTED = (BlockKind.ITEM, BlockKind.ROW)


class Contents:
    """The entries of a table of contents as they come: their pages count up, and a listed section comes again."""

    def __init__(self) -> None:
        self._listed: set[Section] = set()
        self._page = 0

    def lists(self, block: Block) -> bool:
        """Whether a block below the heading of the contents is one of its entries."""
        name, page = _name_and_page(unlinked(block.text))
        counts_up = page >= self._page if page else False
        linked = _LINK_ONLY.fullmatch(block.text) is not None
        known = section(name)
        if len(name.split()) > _LONGEST:
            return False
        if not (counts_up or linked or (block.kind in _LISTED and known not in self._listed)):
            return False
        self._page = page if counts_up else self._page
        if known:
            self._listed.add(known)
        return True


def _name_and_page(entry: str) -> tuple[str, int]:
    """What an entry names, and its page; 0 where there is none."""
    entry = entry.rstrip(_LEADERS)
    name = entry.rstrip("0123456789")
    digits = entry[len(name) :]
    if not digits or len(digits) > _LONGEST_PAGE or name[-1:] not in _LEADERS:
        return entry, 0
    return name.rstrip(_LEADERS), int(digits)
