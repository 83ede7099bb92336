"""One page of a PDF by pdfium: text with its type and place, links, and the lines and dots that are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import CFUNCTYPE, byref, c_double, c_float, c_int, c_ushort, c_void_p, cast, create_string_buffer
from dataclasses import dataclass
from math import hypot
from typing import Any

from pypdfium2_raw import bindings as raw

from icsdiff.sources.pdf.pages import Box, Page, Piece

_MOST_OBJECTS = 50_000
"""Of a page; what has more is a picture."""
_CODES = 0x110000
_SIDES = 6
"""Segments of the path of a frame at most."""
_SAME_LINE = 0.5
"""Points."""
_LONGEST_TARGET = 2_000
_WIDE_GAP = 0.4
"""A gap that parts two pieces, in sizes of type; no wider than the one between two cells may be."""
_THIN = 3.0
"""The widest line, in points."""
_WIDEST_DOT = 9.0
_FORCED_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_STROKED = 2
"""How text is drawn that is filled and outlined, which makes any type bold."""
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Type:
    """The style of a run of text."""

    size: float
    bold: bool
    turned: bool


@dataclass(slots=True)
class _Word:
    """A word, or the part of one that is of one type; ``start`` and ``end`` are its places in the text."""

    start: int
    end: int
    type: _Type
    left: float
    right: float
    base: float
    target: str


# A pointer of pdfium's as a number, by which runs of one type are known again.
_object_of = CFUNCTYPE(c_void_p, c_void_p, c_int)(cast(raw.FPDFText_GetTextObject, c_void_p).value or 0)


class Reader:
    """Reads one page; the three are pointers of pdfium's."""

    def __init__(self, document: Any, page: Any, text: Any) -> None:  # noqa: ANN401  (pypdfium2 has no types)
        self._document, self._page, self._text = document, page, text
        self._rotation = raw.FPDFPage_GetRotation(page)
        self._size = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        self._types: dict[int, _Type] = {}
        self._name, self._flags, self._matrix = create_string_buffer(128), c_int(), raw.FS_MATRIX()
        self._address = cast(text, c_void_p)
        self._x, self._y, *self._edges = (c_double() for _ in range(6))
        self._origin = byref(self._x), byref(self._y)
        self._corners = tuple(map(byref, self._edges))
        self._pictured = False
        self._links = list(self._linked())

    def page(self, number: int) -> Page:
        """What stands on it."""
        pieces, drawn = tuple(self._pieces()), tuple(self._drawn())
        return Page(number, *self._size, pieces, drawn, self._pictured)

    def _pieces(self) -> Iterator[Piece]:
        text = self._characters()
        for line in _LINE.finditer(text):
            run: list[_Word] = []
            for match in _WORD.finditer(text, line.start(), line.end()):
                for word in self._words(match.start(), match.end()):
                    if run and not _goes_on(run[-1], word):
                        yield _piece(text, run, line.start())
                        run = []
                    run.append(word)
            if run:
                yield _piece(text, run, line.start())

    def _characters(self) -> str:
        """The text of the page, in which a character's place is its place in pdfium's own list."""
        count = raw.FPDFText_CountChars(self._text)
        buffer = (c_ushort * (2 * max(count, 0) + 1))()
        written = raw.FPDFText_GetText(self._text, 0, count, buffer) if count > 0 else 1
        text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "replace")
        if len(text) != count:
            codes = (raw.FPDFText_GetUnicode(self._text, at) for at in range(count))
            text = "".join(chr(code) if code < _CODES else "\ufffd" for code in codes)
        return text

    def _words(self, start: int, end: int) -> Iterator[_Word]:
        """A word, in as many parts as it has types."""
        kind, target = self._type(start), self._target(start)
        if self._type(end - 1) != kind or self._target(end - 1) != target:
            for at in range(start + 1, end):
                if self._type(at) != kind or self._target(at) != target:
                    yield self._word(start, at, kind, target)
                    start, kind, target = at, self._type(at), self._target(at)
        yield self._word(start, end, kind, target)

    def _word(self, start: int, end: int, kind: _Type, target: str) -> _Word:
        raw.FPDFText_GetCharOrigin(self._text, start, *self._origin)
        left, base = self._turned(self._x.value, self._y.value)
        return _Word(start, end, kind, left, max(left, self._character(end - 1).right), base, target)

    def _character(self, at: int) -> Box:
        raw.FPDFText_GetCharBox(self._text, at, *self._corners)
        left, right, bottom, top = (edge.value for edge in self._edges)
        return Box(left, bottom, right, top) if self._rotation == 0 else self._box(left, bottom, right, top)

    def _type(self, at: int) -> _Type:
        key = _object_of(self._address, at) or 0
        return self._types.get(key) or self._types.setdefault(key, self._new_type(at))

    def _new_type(self, at: int) -> _Type:
        raw.FPDFText_GetFontInfo(self._text, at, self._name, len(self._name), byref(self._flags))
        raw.FPDFText_GetMatrix(self._text, at, byref(self._matrix))
        across, up = self._matrix.a, self._matrix.b
        for _ in range(self._rotation):
            across, up = up, -across
        size = raw.FPDFText_GetFontSize(self._text, at) * (hypot(self._matrix.c, self._matrix.d) or 1.0)
        run = raw.FPDFText_GetTextObject(self._text, at)
        bold = (
            _BOLD_NAME.search(self._name.value) is not None
            or bool(self._flags.value & _FORCED_BOLD)
            or raw.FPDFText_GetFontWeight(self._text, at) >= _BOLD_WEIGHT
            or (bool(run) and raw.FPDFTextObj_GetTextRenderMode(run) == _STROKED)
        )
        return _Type(round(size, 1), bold, turned=abs(up) > abs(across) or across < 0)

    def _target(self, at: int) -> str:
        """Where the link on a character leads; empty where there is none."""
        if not self._links:
            return ""
        box = self._character(at)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        inside = (
            target for link, target in self._links if link.left <= x <= link.right and link.bottom <= y <= link.top
        )
        return next(inside, "")

    def _linked(self) -> Iterator[tuple[Box, str]]:
        """The boxes of links and where they lead; those to a place in the document itself say nothing."""
        at, link = c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(self._page, byref(at), byref(link)):
            rectangle = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, byref(rectangle))
            if target := self._leads_to(link):
                yield self._box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top), target

    def _leads_to(self, link: Any) -> str:  # noqa: ANN401  (a pointer of pdfium's)
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(self._document, action, None, 0) if action else 0
        if length > _LONGEST_TARGET:
            return ""
        buffer = create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(self._document, action, buffer, length)
        return "".join(buffer.value.decode("utf-8", "replace").split())

    def _drawn(self) -> Iterator[Box]:
        """Thin lines, the sides of frames as such, and dots."""
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        for at in range(min(raw.FPDFPage_CountObjects(self._page), _MOST_OBJECTS)):
            drawn = raw.FPDFPage_GetObject(self._page, at)
            kind = raw.FPDFPageObj_GetType(drawn)
            self._pictured = self._pictured or kind == raw.FPDF_PAGEOBJ_IMAGE
            if kind != raw.FPDF_PAGEOBJ_PATH:
                continue
            raw.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top))
            box = self._box(left.value, bottom.value, right.value, top.value)
            width, height = box.right - box.left, box.top - box.bottom
            if min(width, height) <= _THIN or max(width, height) <= _WIDEST_DOT:
                yield box
            elif raw.FPDFPath_CountSegments(drawn) <= _SIDES and self._is_outlined(drawn):
                yield from _sides(box)

    def _is_outlined(self, drawn: Any) -> bool:  # noqa: ANN401  (a pointer of pdfium's)
        fill, stroke = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(drawn, byref(fill), byref(stroke))
        return bool(stroke.value)

    def _box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (near, low), (far, high) = self._turned(left, bottom), self._turned(right, top)
        return Box(min(near, far), min(low, high), max(near, far), max(low, high))

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """A place as the reader of a page sees it that is shown turned by a number of right angles."""
        if self._rotation == 0:
            return x, y
        width, height = self._size
        return ((y, width - x), (width - x, height - y), (height - y, x))[self._rotation - 1]


def _goes_on(word: _Word, following: _Word) -> bool:
    return (
        following.type == word.type
        and following.target == word.target
        and abs(following.base - word.base) < _SAME_LINE
        and -word.type.size < following.left - word.right < _WIDE_GAP * word.type.size
    )


def _piece(text: str, run: Sequence[_Word], line: int) -> Piece:
    first, last = run[0], run[-1]
    return Piece(
        text=" ".join(text[first.start : last.end].split()),
        left=first.left,
        right=last.right,
        base=first.base,
        size=first.type.size,
        bold=first.type.bold,
        glued=first.start > line and not text[first.start - 1].isspace(),
        target=first.target,
        first=first.right - first.left,
        turned=first.type.turned,
    )


def _sides(box: Box) -> Iterator[Box]:
    yield Box(box.left, box.bottom, box.left, box.top)
    yield Box(box.right, box.bottom, box.right, box.top)
    yield Box(box.left, box.bottom, box.right, box.bottom)
    yield Box(box.left, box.top, box.right, box.top)
