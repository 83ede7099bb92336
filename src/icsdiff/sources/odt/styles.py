"""The styles of an OpenDocument text: those with names, and those that the program made for single paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from icsdiff.sources.odt.names import tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)pt", re.ASCII)
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_LONGEST_CHAIN = 20
"""Styles that are based on each other."""
_TEXT, _PARAGRAPH = tag("style:text-properties"), tag("style:paragraph-properties")


@dataclass(frozen=True, slots=True)
class Look:
    """What characters look like; none where a style says nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    """In points."""

    def over(self, below: Look) -> Look:
        """This look, with what it does not say from the one below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
        )


class Styles:
    """The styles by family and name."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._of_all = Look()
        for root in roots:
            for style in root.iter(tag("style:style")):
                key = style.get(tag("style:family"), ""), style.get(tag("style:name"), "")
                self._styles.setdefault(key, style)
            for style in root.iter(tag("style:default-style")):
                if style.get(tag("style:family")) == "paragraph":
                    self._of_all = _look(style)
        self.of_paragraph = cache(self._of_paragraph)
        self.of_span = cache(self._of_span)

    def list_style(self, name: str) -> str:
        """The list that the paragraphs of a style belong to."""
        own = tag("style:list-style-name")
        return next((each.get(own, "") for each in self._chain("paragraph", name) if each.get(own)), "")

    def begins_page(self, name: str) -> bool:
        """Whether a paragraph of this style begins a page."""
        found = (each.find(_PARAGRAPH) for each in self._chain("paragraph", name))
        breaks = (each.get(tag("fo:break-before")) for each in found if each is not None)
        return next(filter(None, breaks), "") == "page"

    def _of_paragraph(self, name: str) -> Look:
        return self._resolved("paragraph", name).over(self._of_all)

    def _of_span(self, name: str) -> Look:
        return self._resolved("text", name)

    def _resolved(self, family: str, name: str) -> Look:
        look = Look()
        for each in self._chain(family, name):
            look = look.over(_look(each))
        return look

    def _chain(self, family: str, name: str) -> Iterator[_Element]:
        """A style and those that it is based on, from the nearest."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].get(tag("style:parent-style-name"), "")


def _look(style: _Element) -> Look:
    text = style.find(_TEXT)
    if text is None:
        return Look()
    weight, display = text.get(tag("fo:font-weight")), text.get(tag("text:display"))
    return Look(
        bold=None if weight is None else weight in _BOLD,
        hidden=None if display is None else display == "none",
        size=_points(text.get(tag("fo:font-size"), "")),
    )


def _points(size: str) -> float | None:
    match = _POINTS.fullmatch(size)
    return float(match[1]) if match else None
