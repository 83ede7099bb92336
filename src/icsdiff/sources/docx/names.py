"""Names of WordprocessingML as lxml spells them (ISO/IEC 29500), and how its properties are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PREFIXES = {
    "w": WORD,
    "r": RELATIONS,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
)
"""The names of the strict form of the standard, and those of the form that everyone writes."""

_OFF = frozenset(("0", "false", "off", "none"))


def tag(name: str) -> str:
    """``w:p`` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}"


VALUE = tag("w:val")


def value(properties: _Element | None, name: str) -> str | None:
    """The value of a property; none where it is not set."""
    found = properties.find(tag(name)) if properties is not None else None
    return found.get(VALUE) if found is not None else None


def number(properties: _Element | None, name: str) -> int | None:
    """The same as a whole number; none where it is something else."""
    text = value(properties, name) or ""
    return int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004  (a 32-bit number's digits)


def switch(properties: _Element | None, name: str) -> bool | None:
    """Whether a property such as bold is on; none where it is not set."""
    found = properties.find(tag(name)) if properties is not None else None
    return None if found is None else found.get(VALUE, "on").casefold() not in _OFF
