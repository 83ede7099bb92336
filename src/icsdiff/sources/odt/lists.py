"""The numbers that OpenDocument computes in front of the items of lists and of headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from icsdiff.sources.odt.names import tag, whole
from icsdiff.sources.office.counting import written
from icsdiff.sources.office.text import BULLET, Label

if TYPE_CHECKING:
    from lxml.etree import _Element

OUTLINE = "\0outline"
"""The list of the headings, under a name that no other has."""
_BULLETS = frozenset(map(tag, ("text:list-level-style-bullet", "text:list-level-style-image")))


class Lists:
    """The list styles of a document, and how far each was counted."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._levels: dict[str, dict[int, _Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for root in roots:
            for style in root.iter(tag("text:list-style"), tag("text:outline-style")):
                is_outline = style.tag == tag("text:outline-style")
                levels = {whole(each.get(tag("text:level")), 0): each for each in style}
                self._levels.setdefault(OUTLINE if is_outline else style.get(tag("style:name"), ""), levels)

    def restart(self, style: str) -> None:
        """Begin a list of this style anew."""
        self._counts.pop(style, None)

    def label(self, style: str, depth: int, start: str | None = None) -> Label | None:
        """The label of the next item of a list at a depth, from 1; ``start`` is the number that it sets itself."""
        level = self._levels.get(style, {}).get(depth)
        if level is None:
            return None if style == OUTLINE else Label(BULLET, depth)
        if level.tag in _BULLETS:
            return Label(BULLET, depth)
        counts = self._counts.setdefault(style, {})
        counts[depth] = whole(start, counts.get(depth, self._start(style, depth) - 1) + 1)
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return self._printed(style, depth, level)

    def _printed(self, style: str, depth: int, level: _Element) -> Label | None:
        shown = min(whole(level.get(tag("text:display-levels")), 1), depth)
        numbers = [self._number(style, at) for at in range(depth - shown + 1, depth + 1)]
        if not level.get(tag("style:num-format")):
            numbers = []
        prefix, suffix = level.get(tag("style:num-prefix"), ""), level.get(tag("style:num-suffix"), "")
        text = f"{prefix}{'.'.join(filter(None, numbers))}{suffix}".strip()
        return Label(text, depth) if text else None

    def _number(self, style: str, depth: int) -> str:
        level = self._levels[style].get(depth)
        form = "" if level is None else level.get(tag("style:num-format"), "")
        return written(self._counts[style].get(depth, self._start(style, depth)), form)

    def _start(self, style: str, depth: int) -> int:
        level = self._levels[style].get(depth)
        return 1 if level is None else whole(level.get(tag("text:start-value")), 1)
