"""A text made to fit: cut between two entries, never inside one, with what is left out counted by its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class Item(NamedTuple):
    """Lines that are shown together or not at all."""

    text: str
    changes: int = 1
    """How many changes they tell."""


class Block(NamedTuple):
    """Items under a title; without any it is not shown."""

    place: str
    """Where the reader is told that items are missing."""
    opening: str
    items: tuple[Item, ...]
    closing: str = ""


class Missing(NamedTuple):
    """What a place has more than is shown."""

    place: str
    items: int
    changes: int


def fitted(
    head: str, blocks: Sequence[Block], limit: int, note: Callable[[Sequence[Missing]], str], reserve: int
) -> str:
    """Head and blocks; where they are too long, as many items from the front as fit, and a note on those that do not.

    ``reserve`` is what the longest note takes. Lengths are bytes.
    """
    whole = "".join((head, *(_written(block, block.items) for block in blocks)))
    if _size(whole) <= limit:
        return whole
    left = limit - reserve - _size(head)
    written = [head]
    missing: list[Missing] = []
    for block in blocks:
        shown = () if missing else _fitting(block, left)
        if shown:
            written.append(_written(block, shown))
            left -= _size(written[-1])
        if hidden := block.items[len(shown) :]:
            missing.append(Missing(block.place, len(hidden), sum(item.changes for item in hidden)))
    return "".join((*written, note(missing)))


def _fitting(block: Block, left: int) -> tuple[Item, ...]:
    left -= _size(block.opening) + _size(block.closing)
    shown: list[Item] = []
    for item in block.items:
        left -= _size(item.text)
        if left < 0:
            break
        shown.append(item)
    return tuple(shown)


def _written(block: Block, items: Iterable[Item]) -> str:
    return "".join((block.opening, *(item.text for item in items), block.closing))


def _size(text: str) -> int:
    return len(text.encode())
