"""The table of contents: which blocks are its entries."""

from __future__ import annotations

import re
from collections.abc import Set

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.headings import Section, section, unlinked, unnumbered

_LEADERS = " .…_|\t"
_LINK_ONLY = re.compile(r"\[.*\]\([^()\s]*\)")
_LONGEST = 30
"""Words of an entry at most."""
_LONGEST_PAGE = 3
"""Digits of a page number."""
_LISTED = (BlockKind.ITEM, BlockKind.ROW)


class Contents:
    """The entries of a table of contents as they come: their pages count up, and what they list comes again.

    ``names`` are those of all blocks that an entry may lead to, as ``heading_name`` gives them.
    """

    def __init__(self, names: Set[str]) -> None:
        self._names = names
        self._listed: set[Section] = set()
        self._page = 0

    def lists(self, block: Block) -> bool:
        """Whether a block below the heading of the contents is one of its entries."""
        name, page, is_led = name_and_page(unlinked(block.text))
        counts_up = page >= self._page if page else False
        linked = _LINK_ONLY.fullmatch(block.text) is not None
        known = section(name)
        if len(name.split()) > _LONGEST:
            return False
        is_listed = block.kind in _LISTED
        leads_there = bool(known or is_led or is_listed or heading_name(name) in self._names)
        if not (linked or (counts_up and leads_there) or (is_listed and not self._page and known not in self._listed)):
            return False
        self._page = page if counts_up else self._page
        if known:
            self._listed.add(known)
        return True


def heading_name(text: str) -> str:
    """The words by which an entry finds its heading."""
    return " ".join(unnumbered(unlinked(text)).casefold().split())


def name_and_page(entry: str) -> tuple[str, int, bool]:
    """What an entry of the contents names, its page (0 where there is none), and whether dots lead there."""
    entry = entry.rstrip(_LEADERS)
    led = entry.rstrip("0123456789")
    digits = entry[len(led) :]
    if not digits or len(digits) > _LONGEST_PAGE or led[-1:] not in _LEADERS:
        return entry, 0, False
    name = led.rstrip(_LEADERS)
    return name, int(digits), len(led) - len(name) > 1
