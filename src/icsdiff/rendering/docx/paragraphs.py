"""The blocks' paragraphs: runs of text that stay, come or go, and a closing mark that does so, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from icsdiff.comparison.redline import Run, RunKind, compared, redline
from icsdiff.model.changes import Change, ChangeSet
from icsdiff.model.version import FIELD_SEPARATOR
from icsdiff.rendering.docx.order import Block
from icsdiff.rendering.texts import Texts

OLD_ONLY = frozenset({RunKind.REMOVED, RunKind.MOVED_AWAY})
NEW_ONLY = frozenset({RunKind.ADDED, RunKind.MOVED_HERE})
_STAYING = Run(RunKind.SAME, "")


class Piece(NamedTuple):
    """A run of text inside one paragraph."""

    run: Run
    old_at: int = -1
    """Where it begins in the old field; -1 for words of the document's frame."""
    new_at: int = -1


class Paragraph(NamedTuple):
    """What stands up to a paragraph mark, and the mark."""

    pieces: tuple[Piece, ...]
    mark: Run


def paragraphs(changes: ChangeSet, block: Block, number_change: Change | None, texts: Texts) -> tuple[Paragraph, ...]:
    """The paragraphs of a block; ``number_change`` is what a goal's or objective's other number belongs to."""
    whole = Run(_kind(is_old=block.old is not None, is_new=block.new is not None), "")
    pieces = [Piece(run) for run in _frame(block, number_change, texts)]
    pieces += _text(changes, block)
    return _whole_where_whole(_without_double_marks(_divided(pieces, whole)))


def _kind(*, is_old: bool, is_new: bool) -> RunKind:
    if is_old and is_new:
        return RunKind.SAME
    return RunKind.REMOVED if is_old else RunKind.ADDED


def _frame(block: Block, number_change: Change | None, texts: Texts) -> Iterator[Run]:
    """The words before the text, and what parts them from it."""
    old, new = (line.words if line else "" for line in (block.old, block.new))
    for run in compared(old, new):
        yield run._replace(change=None if run.kind is RunKind.SAME else number_change)
    if block.pair and (old or new):
        is_old, is_new = bool(block.pair.old), bool(block.pair.new)
        yield Run(_kind(is_old=is_old, is_new=is_new), texts.say("list.label", label=""))


def _text(changes: ChangeSet, block: Block) -> Iterator[Piece]:
    if not block.pair:
        return
    old_at = new_at = 0
    same = block.pair.old == block.pair.new
    runs = (Run(RunKind.SAME, block.pair.new),) if same else redline(changes, block.pair, to_the_letter=True)
    for run in runs:
        yield Piece(run, old_at, new_at)
        old_at += 0 if run.kind in NEW_ONLY else len(run.text)
        new_at += 0 if run.kind in OLD_ONLY else len(run.text)


def _divided(pieces: Iterable[Piece], whole: Run) -> list[Paragraph]:
    found: list[Paragraph] = []
    here: list[Piece] = []
    for piece in pieces:
        at = 0
        for place, text in enumerate(piece.run.text.split(FIELD_SEPARATOR)):
            if place:
                found.append(Paragraph(tuple(here), piece.run._replace(text="")))
                here = []
                at += len(FIELD_SEPARATOR)
            if text:
                here.append(_part(piece, text, at))
            at += len(text)
    return [*found, Paragraph(tuple(here), whole)]


def _part(piece: Piece, text: str, at: int) -> Piece:
    old_at, new_at = (start + at if start >= 0 else start for start in piece[1:])
    return Piece(piece.run._replace(text=text), old_at, new_at)


def _without_double_marks(found: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs with one mark that stays in place of two, one that goes and one that comes.

    Where nothing but text of one version stands between the two, it is in the other paragraph now.
    """
    kept: list[Paragraph] = []
    onward: tuple[Piece, ...] = ()
    for paragraph in found:
        here = paragraph._replace(pieces=onward + paragraph.pieces)
        onward = ()
        before = kept[-1] if kept else None
        if before and {_side_of(before.mark), _side_of(here.mark)} == {OLD_ONLY, NEW_ONLY}:
            side = _side(here)
            if not here.pieces or side is _side_of(before.mark):
                kept[-1], onward = before._replace(mark=_STAYING), here.pieces
                continue
            if side:
                kept[-1] = Paragraph(before.pieces + here.pieces, _STAYING)
                continue
        kept.append(here)
    return kept


def _whole_where_whole(found: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs that come or go whole with their own mark, not with that of the paragraph before.

    Which mark of two goes with a paragraph between them cannot be seen in the text; a word processor shows it.
    """
    at = 0
    for end, paragraph in enumerate(found):
        if paragraph.mark.kind is not RunKind.SAME:
            continue
        start = end
        while start > at and _side(found[start]):
            start -= 1
        first, *rest = found[start : end + 1]
        at = end + 1
        if first.pieces and first.pieces[-1].run.kind is first.mark.kind:
            continue  # it goes on where the text in the paragraph before ends
        marks = [each.mark.kind in OLD_ONLY for each in (first, *rest)][:-1]
        if Counter(marks) == Counter(_side(each) is OLD_ONLY for each in rest):
            own = (each._replace(mark=each.pieces[-1].run._replace(text="")) for each in rest)
            found[start : end + 1] = [first._replace(mark=paragraph.mark), *own]
    return tuple(found)


def _side(paragraph: Paragraph) -> frozenset[RunKind] | None:
    """The side that all of a paragraph's text stands on; None for text of both, or none."""
    sides = {_side_of(piece.run) for piece in paragraph.pieces}
    return sides.pop() if len(sides) == 1 else None


def _side_of(run: Run) -> frozenset[RunKind] | None:
    return next((side for side in (OLD_ONLY, NEW_ONLY) if run.kind in side), None)
