"""Elements of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree

from icsdiff.rendering.plain import plain

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BLANKS = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR = "icsdiff"

Element = etree._Element  # noqa: SLF001  (the type's only name)


def element(tag: str, /, *children: Element, **attributes: str) -> Element:
    """``<w:tag w:attribute="…">`` with its children."""
    made = etree.Element(f"{{{_W}}}{tag}", {f"{{{_W}}}{key}": value for key, value in attributes.items()}, {"w": _W})
    made.extend(children)
    return made


def number_of(signed: Element) -> str:
    """The number of an element that says who made it."""
    return str(signed.attrib[f"{{{_W}}}id"])


def run(text: str, *properties: Element, name: str = "t") -> Element:
    """A run of document text; no character of it acts, or breaks the file."""
    words = element(name)
    words.text = plain(text)
    words.set(_BLANKS, "preserve")
    return element("r", *((element("rPr", *properties),) if properties else ()), words)


def paragraph(style: str, *children: Element, mark: Element | None = None) -> Element:
    """A paragraph in a style; ``mark`` says how its closing mark is tracked."""
    properties = element("pPr", element("pStyle", val=style))
    if mark is not None:
        properties.append(element("rPr", mark))
    return element("p", properties, *children)


class Numbers:
    """What stands on everything that is tracked or remarked: a number of its own, who by, and when.

    The date is that of the version, for the same input gives the same bytes.
    """

    def __init__(self, date: str) -> None:
        self._numbers: Iterator[int] = count(1)
        self._by = {"author": AUTHOR, **({"date": f"{date}T00:00:00Z"} if date else {})}

    def next(self) -> str:
        """A number that no other element has."""
        return str(next(self._numbers))

    def signed(self, tag: str, /, *children: Element, **attributes: str) -> Element:
        """An element that says who made it."""
        return element(tag, *children, id=self.next(), **self._by, **attributes)


def document(root: Element) -> bytes:
    """A part of the file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
