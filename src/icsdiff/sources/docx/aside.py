"""What a Word document holds beside its text: notes, comments, headers and footers, drawings with words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.docx.document import Document, Part
from icsdiff.sources.docx.inline import InlineReader, Inside
from icsdiff.sources.docx.names import tag
from icsdiff.sources.office.text import set_aside

if TYPE_CHECKING:
    from lxml.etree import _Element

_P = tag("w:p")


class AsideReader:
    """Reads the other parts of a document, each when the text first refers to it."""

    def __init__(self, document: Document, inline: InlineReader) -> None:
        self._document = document
        self._inline = inline
        self._given: set[tuple[str, str]] = set()
        self._parts: dict[str, tuple[Part, dict[str, _Element]] | None] = {}

    def notes(self, inside: Inside, line: int) -> Iterator[Block]:
        """The footnotes and endnotes of a paragraph, as blocks that say which they are."""
        for kind, identifier in inside.notes:
            if text := self._text_once(kind, identifier):
                yield Block(BlockKind.PARAGRAPH, f"{self._inline.note_sign((kind, identifier))}: {text}", line)

    def unseen(self, inside: Inside, line: int) -> Iterator[Block]:
        """What a paragraph holds that no page shows: comments, hidden text, descriptions of pictures."""
        for identifier in inside.comments:
            if text := self._text_once("comments", identifier):
                yield Block(BlockKind.BREAK, f"Comment by {self._author(identifier)}: {text}", line)
        if hidden := " ".join("".join(inside.unseen).split()):
            yield Block(BlockKind.BREAK, f"Hidden: {hidden}", line)
        for text in inside.pictures:
            yield Block(BlockKind.BREAK, f"Picture: {' '.join(text.split())}", line)

    def diagrams(self, inside: Inside, line: int) -> Iterator[Block]:
        """The words of a paragraph's diagrams, such as a framework drawn with boxes."""
        for identifier in inside.diagrams:
            part = self._document.referred(identifier)
            for paragraph in () if part is None else part.root.iter(tag("a:p")):
                if text := " ".join("".join(each.text or "" for each in paragraph.iter(tag("a:t"))).split()):
                    yield Block(BlockKind.PARAGRAPH, text, line)

    def running(self) -> Iterator[Block]:
        """The headers and footers: each line, and what tabs part in it, is set aside by itself."""
        for part in self._document.running():
            for paragraph in part.root.iter(_P):
                yield from set_aside(self._words(paragraph, part))

    def _text_once(self, kind: str, identifier: str) -> str:
        """A note or comment by its id; nothing where it was given before."""
        found = self._found(kind)
        element = found[1].get(identifier) if found else None
        if found is None or element is None or (kind, identifier) in self._given:
            return ""
        self._given.add((kind, identifier))
        return " ".join(" ".join(self._words(paragraph, found[0]).split()) for paragraph in element.iter(_P)).strip()

    def _author(self, identifier: str) -> str:
        found = self._found("comments")
        return " ".join(found[1][identifier].get(tag("w:author"), "").split()) if found else ""

    def _found(self, kind: str) -> tuple[Part, dict[str, _Element]] | None:
        """The part of a kind, and what it holds by ids."""
        if kind not in self._parts:
            part = self._document.related(kind)
            by_id = {} if part is None else {each.get(tag("w:id"), ""): each for each in part.root}
            self._parts[kind] = None if part is None else (part, by_id)
        return self._parts[kind]

    def _words(self, paragraph: _Element, part: Part) -> str:
        return "".join(piece.text for piece in self._inline.read(paragraph, part, "").pieces)
