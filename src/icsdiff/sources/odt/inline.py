"""What stands inside a paragraph of OpenDocument: spans, links, notes, frames, and what is not to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icsdiff.sources.odt.names import tag, whole
from icsdiff.sources.odt.styles import Look, Styles
from icsdiff.sources.office.counting import written
from icsdiff.sources.office.text import LINE_BREAK, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_BLANKS = 100
_SKIPPED = frozenset(map(tag, ("text:tracked-changes", "text:ruby-text", "office:event-listeners", "svg:title")))
_P, _H = tag("text:p"), tag("text:h")


@dataclass(slots=True)
class Inside:
    """What a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    has_words: bool = False
    notes: list[str] = field(default_factory=list)
    """Its notes with their signs."""
    unseen: list[str] = field(default_factory=list)
    """Comments, hidden text, descriptions of pictures."""
    boxes: list[_Element] = field(default_factory=list)
    """Its text boxes."""
    page_ends: int = 0
    page_ends_before: int = 0
    """How many of them stand before its first word."""


class InlineReader:
    """Reads the paragraphs of a document in their order, and counts its notes."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._notes = {"footnote": 0, "endnote": 0}
        self._inside = Inside()

    def read(self, paragraph: _Element) -> Inside:
        """What a paragraph holds."""
        before, self._inside = self._inside, Inside()
        self._content(paragraph, self._styles.of_paragraph(paragraph.get(tag("text:style-name"), "")))
        inside, self._inside = self._inside, before
        return inside

    def words(self, parent: _Element) -> str:
        """The text of all paragraphs in an element as one."""
        paragraphs = ("".join(piece.text for piece in self.read(each).pieces) for each in _paragraphs(parent))
        return " ".join(" ".join(paragraphs).split())

    def _content(self, parent: _Element, look: Look) -> None:
        """Text and elements in turn: what stands behind an element belongs to its parent."""
        self._put(parent.text or "", look)
        for element in parent:
            self._element(element, look)
            self._put(element.tail or "", look)

    def _element(self, element: _Element, look: Look) -> None:  # noqa: C901  (a case for each kind of element)
        match element.tag:
            case name if name == tag("text:span"):
                self._content(element, self._styles.of_span(element.get(tag("text:style-name"), "")).over(look))
            case name if name == tag("text:s"):
                self._put(" " * min(whole(element.get(tag("text:c")), 1), _MOST_BLANKS), look)
            case name if name == tag("text:tab"):
                self._put("\t", look)
            case name if name == tag("text:line-break"):
                self._add(LINE_BREAK, look)
            case name if name == tag("text:soft-page-break"):
                self._inside.page_ends += 1
                self._inside.page_ends_before += not self._inside.has_words
            case name if name == tag("text:a"):
                self._link(element, look)
            case name if name == tag("text:note"):
                self._note(element, look)
            case name if name in (tag("office:annotation"), tag("office:annotation-end")):
                if words := self.words(element):
                    self._inside.unseen.append(f"Comment by {element.findtext(tag('dc:creator'), '')}: {words}")
            case name if name == tag("draw:text-box"):
                self._inside.boxes.append(element)
            case name if name == tag("svg:desc"):
                self._inside.unseen.append(f"Picture: {element.text or ''}")
            case name if name not in _SKIPPED:
                self._content(element, look)

    def _put(self, text: str, look: Look) -> None:
        """Text as XML has it: the ends of its lines are blanks."""
        self._add(text.replace("\n", " ").replace("\r", " "), look)

    def _add(self, text: str, look: Look) -> None:
        if look.hidden and text.strip():
            self._inside.unseen.append(f"Hidden: {text.strip()}")
        elif text:
            self._inside.has_words |= bool(text.strip())
            self._inside.pieces.append(Piece(text, bool(look.bold), look.size or 0))

    def _link(self, element: _Element, look: Look) -> None:
        target = "".join(
            f"%{ord(each):02X}" if each in " ()\t" else each for each in element.get(tag("xlink:href"), "")
        )
        is_own = target.startswith("#_") or not target  # a place that the program has named for itself
        self._put("" if is_own else "[", look)
        self._content(element, look)
        self._put("" if is_own else f"]({target})", look)

    def _note(self, element: _Element, look: Look) -> None:
        kind = "endnote" if element.get(tag("text:note-class")) == "endnote" else "footnote"
        self._notes[kind] += 1
        sign = f"[^{written(self._notes[kind], '1' if kind == 'footnote' else 'i')}]"
        self._put(sign, look)
        body = element.find(tag("text:note-body"))
        if body is not None and (words := self.words(body)):
            self._inside.notes.append(f"{sign}: {words}")


def _paragraphs(parent: _Element) -> Iterator[_Element]:
    """The paragraphs of a note, not those of notes in them."""
    for element in parent:
        if element.tag in (_P, _H):
            yield element
        else:
            yield from _paragraphs(element)
