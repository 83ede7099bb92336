"""The styles of a Word document: what a paragraph or run has that it does not say itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from icsdiff.sources.docx.names import VALUE, number, switch, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading ([1-9])")
_LISTS_CONTENTS = re.compile(r"(?:toc|contents) [1-9]|table of (?:figures|authorities)|(?:figure|table) index \d")
_LONGEST_CHAIN = 20
"""Styles that are based on each other."""
_BODY_LEVEL = 9
"""The outline level that says: no heading."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the characters of a run look like."""

    bold: bool
    hidden: bool
    size: float
    """In points; 0 where nothing says it."""


class Styles:
    """The styles by their ids; a style takes from the one that it is based on what it does not say itself."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(tag("w:style"))
        self._styles = {style.get(tag("w:styleId"), ""): style for style in found}
        self._default = next(
            (
                style.get(tag("w:styleId"), "")
                for style in found
                if style.get(tag("w:type")) == "paragraph" and style.get(tag("w:default"), "0") in ("1", "true", "on")
            ),
            "",
        )
        self._of_all = (
            None if root is None else root.find(f"{tag('w:docDefaults')}/{tag('w:rPrDefault')}/{tag('w:rPr')}")
        )
        self.level = cache(self._level)
        self.lists_contents = cache(self._is_of_contents)
        self.numbered = cache(self._numbered)
        self._look = cache(self._look_of)

    def of(self, properties: _Element | None) -> str:
        """The style of a paragraph with these properties."""
        return value(properties, "w:pStyle") or self._default

    def look(self, paragraph: str, run: _Element | None) -> Look:
        """What a run looks like, by its own properties, its style, and the style of its paragraph."""
        look = self._look(paragraph, value(run, "w:rStyle") or "")
        if run is None:
            return look
        bold, hidden, size = switch(run, "w:b"), switch(run, "w:vanish"), number(run, "w:sz")
        return Look(
            look.bold if bold is None else bold,
            look.hidden if hidden is None else hidden,
            look.size if size is None else size / 2,
        )

    def _chain(self, style: str) -> Iterator[_Element]:
        """A style and those that it is based on, from the nearest."""
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "w:basedOn") or ""

    def _level(self, style: str) -> int:
        """The level of the headings of this style, from 1; 0 where it is for text."""
        for each in self._chain(style):
            outline = number(each.find(tag("w:pPr")), "w:outlineLvl")
            if outline is not None:
                return outline + 1 if outline < _BODY_LEVEL else 0
            if match := _HEADING.fullmatch(_name(each)):
                return int(match[1])
        return 0

    def _is_of_contents(self, style: str) -> bool:
        """Whether the style is that of the entries of a table of contents."""
        return any(_LISTS_CONTENTS.fullmatch(_name(each)) for each in self._chain(style))

    def _numbered(self, style: str) -> tuple[str, int | None, str] | None:
        """The list that the style belongs to: its number, its level if the style says one, and which style says so."""
        for each in self._chain(style):
            numbering = each.find(f"{tag('w:pPr')}/{tag('w:numPr')}")
            if numbering is not None and (num := value(numbering, "w:numId")) is not None:
                return num, number(numbering, "w:ilvl"), each.get(tag("w:styleId"), "")
        return None

    def _look_of(self, paragraph: str, run: str) -> Look:
        of_run, of_paragraph = ([each.find(tag("w:rPr")) for each in self._chain(style)] for style in (run, paragraph))
        every = [*of_run, *of_paragraph, self._of_all]
        return Look(
            bold=next((on for each in every if (on := switch(each, "w:b")) is not None), False),
            hidden=next((on for each in every if (on := switch(each, "w:vanish")) is not None), False),
            size=next((size / 2 for each in every if (size := number(each, "w:sz")) is not None), 0),
        )


def outline_level(properties: _Element | None) -> int | None:
    """The level that a paragraph sets itself, from 1, or 0 for text; none where it sets none."""
    outline = number(properties, "w:outlineLvl")
    return None if outline is None else (outline + 1) % (_BODY_LEVEL + 1)


def _name(style: _Element) -> str:
    found = style.find(tag("w:name"))
    return "" if found is None else found.get(VALUE, "").casefold()
