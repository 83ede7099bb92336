"""What stands inside a paragraph of Word: runs, links, fields, notes, text boxes, and what is not to be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from icsdiff.sources.blocks import PAGE_BREAK
from icsdiff.sources.docx.document import Part
from icsdiff.sources.docx.fields import Field, target_of
from icsdiff.sources.docx.names import switch, tag
from icsdiff.sources.docx.styles import Look, Styles
from icsdiff.sources.office.counting import written
from icsdiff.sources.office.text import LINE_BREAK, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

NoteKey = tuple[str, str]
"""A note by its kind, ``footnotes`` or ``endnotes``, and its id."""

_DEEPEST = 100
"""Fields inside each other; one of them that never ends costs time at every paragraph."""
_SYMBOLS = {
    "b7": "•",
    "a7": "▪",
    "d8": "➢",
    "fc": "✓",
    "e0": "→",
    "a3": "≤",
    "b3": "≥",
    "b0": "°",
    "b1": "±",
    "2d": "-",
}
"""Signs of the fonts Symbol and Wingdings by the last two digits of their code."""
_CHARACTERS = {tag("w:tab"): "\t", tag("w:ptab"): "\t", tag("w:noBreakHyphen"): "-"}
_SKIPPED = frozenset(map(tag, ("w:pPr", "w:rPr", "w:sdtPr", "w:rt", "w:rubyPr")))


@dataclass(slots=True)
class Inside:
    """What a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    has_words: bool = False
    unseen: list[str] = field(default_factory=list)
    """Hidden text, and what a form shows where nothing was filled in."""
    comments: list[str] = field(default_factory=list)
    """The ids of the comments that end in it."""
    notes: list[NoteKey] = field(default_factory=list)
    """The notes that it refers to."""
    boxes: list[_Element] = field(default_factory=list)
    """Its text boxes."""
    diagrams: list[str] = field(default_factory=list)
    """The ids of the relations to its drawings with text."""
    pictures: list[str] = field(default_factory=list)
    """What its pictures show, in the words of their descriptions."""
    page_ends: int = 0
    """Ends of pages in it, where Word saw them when it last laid the document out."""
    page_ends_before: int = 0
    """How many of them stand before its first word."""


@dataclass(frozen=True, slots=True)
class _Dress:
    """What holds for the text of an element: its look, and whether it is a form's own where nothing was filled in."""

    look: Look
    is_placeholder: bool = False


class InlineReader:
    """Reads the paragraphs of a document in their order: fields go over their ends, and notes are counted."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[Field] = []
        self._notes: dict[NoteKey, str] = {}
        self._counted: Counter[str] = Counter()
        self._inside = Inside()
        self._style = ""
        self._part: Part | None = None

    def read(self, paragraph: _Element, part: Part, style: str) -> Inside:
        """What a paragraph of a part holds; ``style`` is its own."""
        self._inside, self._style, self._part = Inside(), style, part
        self._children(paragraph, _Dress(self._styles.look(style, None)))
        # A field whose result does not come would swallow the rest of the document.
        self._fields = [each for each in self._fields if each.has_result]
        return self._inside

    def note_sign(self, note: NoteKey) -> str:
        """The sign of a note, counted in the order in which the text refers to them: endnotes in Roman numbers."""
        if note not in self._notes:
            self._counted[note[0]] += 1
            form = "decimal" if note[0] == "footnotes" else "lowerRoman"
            self._notes[note] = f"[^{written(self._counted[note[0]], form)}]"
        return self._notes[note]

    def _children(self, parent: _Element, dress: _Dress) -> None:
        for element in parent:
            if take := self._TAKEN.get(element.tag):
                take(self, element, dress)
            elif element.tag in _CHARACTERS:
                self._put(_CHARACTERS[element.tag], dress)
            elif element.tag not in _SKIPPED:
                self._children(element, dress)

    def _put(self, text: str, dress: _Dress) -> None:
        if self._fields and not self._fields[-1].has_result:
            self._fields[-1].code += text
        elif dress.look.hidden or dress.is_placeholder:
            self._inside.unseen.append(text)
        elif text:
            self._inside.has_words |= bool(text.strip())
            self._inside.pieces.append(Piece(text, dress.look.bold, dress.look.size))

    def _run(self, run: _Element, dress: _Dress) -> None:
        self._children(run, replace(dress, look=self._styles.look(self._style, run.find(tag("w:rPr")))))

    def _text(self, element: _Element, dress: _Dress) -> None:
        self._put((element.text or "").replace("\n", " ").replace("\r", " "), dress)

    def _line_end(self, element: _Element, dress: _Dress) -> None:
        is_page = element.get(tag("w:type")) == "page"
        self._put(PAGE_BREAK if is_page else LINE_BREAK, dress)

    def _symbol(self, element: _Element, dress: _Dress) -> None:
        code = element.get(tag("w:char"), "").casefold()
        known = _SYMBOLS.get(code[-2:]) if code.startswith("f0") else None
        self._put(known or _character(code), dress)

    def _field_part(self, element: _Element, dress: _Dress) -> None:
        kind = element.get(tag("w:fldCharType"))
        if kind == "begin" and len(self._fields) < _DEEPEST:
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
            self._put("[" if self._fields[-1].target else "", dress)
        elif kind == "end" and self._fields:
            if (target := self._fields[-1].target) and self._fields[-1].has_result:
                self._put(f"]({target})", dress)
            self._fields.pop()

    def _field_code(self, element: _Element, dress: _Dress) -> None:
        del dress
        if self._fields and not self._fields[-1].has_result:
            self._fields[-1].code += element.text or ""

    def _simple_field(self, element: _Element, dress: _Dress) -> None:
        self._linked(element, Field(element.get(tag("w:instr"), "")).target, dress)

    def _hyperlink(self, element: _Element, dress: _Dress) -> None:
        address = self._part.target(element.get(tag("r:id"))) if self._part else ""
        self._linked(element, target_of(address, element.get(tag("w:anchor"), "")), dress)

    def _linked(self, element: _Element, target: str, dress: _Dress) -> None:
        self._put("[" if target else "", dress)
        self._children(element, dress)
        self._put(f"]({target})" if target else "", dress)

    def _control(self, element: _Element, dress: _Dress) -> None:
        empty = bool(switch(element.find(tag("w:sdtPr")), "w:showingPlcHdr"))
        self._children(element, replace(dress, is_placeholder=dress.is_placeholder or empty))

    def _note(self, element: _Element, dress: _Dress) -> None:
        kind = "footnotes" if element.tag == tag("w:footnoteReference") else "endnotes"
        note = kind, element.get(tag("w:id"), "")
        self._inside.notes.append(note)
        self._put(self.note_sign(note), dress)

    def _comment(self, element: _Element, dress: _Dress) -> None:
        del dress
        self._inside.comments.append(element.get(tag("w:id"), ""))

    def _box(self, element: _Element, dress: _Dress) -> None:
        del dress
        self._inside.boxes.append(element)

    def _diagram(self, element: _Element, dress: _Dress) -> None:
        del dress
        self._inside.diagrams.append(element.get(tag("r:dm"), ""))

    def _picture(self, element: _Element, dress: _Dress) -> None:
        del dress
        self._inside.pictures += filter(None, [element.get("descr")])

    def _page_end(self, element: _Element, dress: _Dress) -> None:
        del element, dress
        self._inside.page_ends += 1
        self._inside.page_ends_before += not self._inside.has_words

    _TAKEN: ClassVar[dict[str, Callable[[InlineReader, _Element, _Dress], None]]] = {
        tag("w:r"): _run,
        tag("w:t"): _text,
        tag("m:t"): _text,
        tag("w:br"): _line_end,
        tag("w:cr"): _line_end,
        tag("w:sym"): _symbol,
        tag("w:fldChar"): _field_part,
        tag("w:instrText"): _field_code,
        tag("w:fldSimple"): _simple_field,
        tag("w:hyperlink"): _hyperlink,
        tag("w:sdt"): _control,
        tag("w:footnoteReference"): _note,
        tag("w:endnoteReference"): _note,
        tag("w:commentReference"): _comment,
        tag("w:txbxContent"): _box,
        tag("dgm:relIds"): _diagram,
        tag("wp:docPr"): _picture,
        tag("w:lastRenderedPageBreak"): _page_end,
    }
    """What is made of an element; of one that is not named here, its children are taken."""


def _character(code: str) -> str:
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return character if character.isprintable() or "\ue000" <= character <= "\uf8ff" else ""
