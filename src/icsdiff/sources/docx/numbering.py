"""The numbers that Word computes in front of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icsdiff.sources.docx.names import number, switch, tag, value
from icsdiff.sources.office.counting import written
from icsdiff.sources.office.text import BULLET, Label

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How the paragraphs of one level of a list are numbered."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    """What stands in front of the paragraph; ``%2`` is the number of the second level."""
    restarts: int | None = None
    """The level, from 1, whose next number begins this one anew; 0 for none, unset for every level above."""
    legal: bool = False
    """Whether the numbers of all levels are written in digits."""
    bold: bool = False
    style: str = ""
    """The paragraphs' style that this level belongs to."""

    @classmethod
    def of(cls, element: _Element) -> Level:
        """The level that an element describes."""
        start = number(element, "w:start")
        return cls(
            start=0 if start is None else start,
            form=value(element, "w:numFmt") or "decimal",
            pattern=value(element, "w:lvlText") or "",
            restarts=number(element, "w:lvlRestart"),
            legal=bool(switch(element, "w:isLgl")),
            bold=bool(switch(element.find(tag("w:rPr")), "w:b")),
            style=value(element, "w:pStyle") or "",
        )


@dataclass(slots=True)
class _List:
    """A list of the document: its levels, where it begins them anew, and whose numbers it shares."""

    levels: dict[int, Level]
    restarts: dict[int, int]
    counters: list[int | None]


class Numbering:
    """The lists of a document; ``label`` counts, so that it is asked once for each paragraph in its order."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {each.get(tag("w:abstractNumId"), ""): each for each in root.findall(tag("w:abstractNum"))}
        linked = {style: each for each in abstract.values() if (style := value(each, "w:styleLink"))}
        described = {
            key: _levels(linked.get(value(each, "w:numStyleLink") or "", each)) for key, each in abstract.items()
        }
        counters: dict[str, list[int | None]] = {key: [None] * LEVELS for key in abstract}
        for num in root.findall(tag("w:num")):
            key = value(num, "w:abstractNumId") or ""
            if key not in abstract:
                continue
            levels = dict(described[key])
            restarts: dict[int, int] = {}
            for override in num.findall(tag("w:lvlOverride")):
                at, own, start = _at(override), override.find(tag("w:lvl")), number(override, "w:startOverride")
                if at is not None and own is not None:
                    levels[at] = Level.of(own)
                if at is not None and start is not None:
                    restarts[at] = start
            self._lists[num.get(tag("w:numId"), "")] = _List(levels, restarts, counters[key])

    def level_of(self, num: str, style: str) -> int:
        """The level of a list that belongs to a style of paragraphs; the first where none does."""
        levels = self._lists[num].levels if num in self._lists else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def label(self, num: str, at: int) -> Label | None:
        """The label of the next paragraph of a list's level, counted from 0; none where it has no number."""
        counted = self._lists.get(num)
        if counted is None or not 0 <= at < LEVELS:
            return None
        level = counted.levels.get(at, Level())
        self._count(counted, at, level)
        if level.form == "bullet":
            return Label(BULLET, at + 1)
        text = _PLACE.sub(lambda match: self._printed(counted, int(match[1]) - 1, level), level.pattern).strip()
        return Label(text, at + 1, level.bold) if text else None

    def _count(self, counted: _List, at: int, level: Level) -> None:
        before = counted.counters[at]
        if (start := counted.restarts.pop(at, None)) is not None:
            counted.counters[at] = start
        else:
            counted.counters[at] = level.start if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            restarts = counted.levels.get(deeper, Level()).restarts
            if restarts is None or at < restarts:
                counted.counters[deeper] = None

    def _printed(self, counted: _List, at: int, level: Level) -> str:
        """The number of a level as it stands in a label; one that has not begun stands at its start."""
        own = counted.levels.get(at, Level())
        reached = counted.counters[at]
        return written(own.start if reached is None else reached, "decimal" if level.legal else own.form)


def _levels(abstract: _Element) -> dict[int, Level]:
    return {at: Level.of(each) for each in abstract.findall(tag("w:lvl")) if (at := _at(each)) is not None}


def _at(element: _Element) -> int | None:
    text = element.get(tag("w:ilvl"), "")
    return int(text) if text.isdecimal() and int(text) < LEVELS else None
