"""Tracked changes, taken as accepted or as rejected before anything else is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from icsdiff.sources.docx.names import tag
from icsdiff.sources.sides import Side

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSERTED = frozenset(map(tag, ("w:ins", "w:moveTo")))
_DELETED = frozenset(map(tag, ("w:del", "w:moveFrom")))
_CELL = {tag("w:cellIns"): _INSERTED, tag("w:cellDel"): _DELETED}
_RESTORED = {tag("w:delText"): tag("w:t"), tag("w:delInstrText"): tag("w:instrText")}
_CHANGED = tag("w:pPrChange")
_P, _PPR, _RPR, _TR, _TC = map(tag, ("w:p", "w:pPr", "w:rPr", "w:tr", "w:tc"))


def is_tracked(root: _Element) -> bool:
    """Whether a part has tracked changes of its text."""
    return next(root.iter(*_INSERTED, *_DELETED), None) is not None


def settle(root: _Element, side: Side) -> None:
    """Make a part what it was before its tracked changes, or what it is with all of them accepted.

    What a change says about the dress of characters alone is not looked at.
    """
    gone = _INSERTED if side is Side.ORIGINAL else _DELETED
    if side is Side.ORIGINAL:
        _restore(root)
    for element in [each for each in root.iter(*gone) if _is_content(each)]:
        _remove(element)
    for row in list(root.iter(_TR)):
        if any(each.tag in gone for each in row.iterfind(f"{tag('w:trPr')}/*")):
            _remove(row)
    for cell in list(root.iter(_TC)):
        if any(_CELL.get(each.tag) == gone for each in cell.iterfind(f"{tag('w:tcPr')}/*")):
            _remove(cell)
    _join_paragraphs(root, gone)


def _restore(root: _Element) -> None:
    """Give deleted text back, and to paragraphs the properties that they had."""
    for element in root.iter(*_RESTORED):
        element.tag = _RESTORED[element.tag]
    for properties in [each for each in root.iter(_PPR) if each.find(_CHANGED) is not None]:
        before = properties.find(f"{_CHANGED}/{_PPR}")
        mark = properties.find(_RPR)
        for each in list(properties):
            properties.remove(each)
        properties.extend(() if before is None else list(before))
        properties.extend(() if mark is None else (mark,))


def _is_content(change: _Element) -> bool:
    """Whether a change holds what it inserts or deletes; in the properties of a paragraph or row it is a sign alone."""
    parent = change.getparent()
    return parent is not None and parent.tag not in (_RPR, tag("w:trPr"))


def _join_paragraphs(root: _Element, gone: frozenset[str]) -> None:
    """Join each paragraph whose mark is gone with the one after it, whose properties hold for both."""
    marked = [each for each in root.iter(_P) if _mark_is(each, gone)]
    for parent in dict.fromkeys(found for each in marked if (found := each.getparent()) is not None):
        waiting: list[_Element] = []
        for child in list(parent):
            if child.tag == _P and _mark_is(child, gone):
                waiting.append(child)
            elif child.tag == _P:
                _join(waiting, child)
                waiting = []
            elif child.find(f".//{_P}") is not None:  # a table; a bookmark would part nothing
                _end(waiting)
                waiting = []
        _end(waiting)


def _join(waiting: Sequence[_Element], into: _Element) -> None:
    content = [each for paragraph in waiting for each in paragraph if each.tag != _PPR]
    at = 1 if into.find(_PPR) is not None else 0
    into[at:at] = content
    for paragraph in waiting:
        _remove(paragraph)


def _end(waiting: Sequence[_Element]) -> None:
    """Join paragraphs that none follows; an empty one goes."""
    if waiting:
        _join(waiting[:-1], waiting[-1])
        if waiting[-1].find(f".//{tag('w:r')}") is None:
            _remove(waiting[-1])


def _mark_is(paragraph: _Element, changed: frozenset[str]) -> bool:
    return any(each.tag in changed for each in paragraph.iterfind(f"{_PPR}/{_RPR}/*"))


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
