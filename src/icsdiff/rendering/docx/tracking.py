"""What a word processor tracks in each paragraph: accepting all gives the new text, rejecting all the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from icsdiff.comparison.redline import Run, RunKind, compared
from icsdiff.rendering.docx.lines import Style
from icsdiff.rendering.docx.order import Block, Fate
from icsdiff.rendering.docx.paragraphs import NEW_ONLY, OLD_ONLY, Paragraph, Piece

Composed = tuple[Block, tuple[Paragraph, ...]]


class Tracking(StrEnum):
    """How a run of text or a paragraph mark is tracked, by the element's name."""

    NONE = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_AWAY = "moveFrom"
    MOVED_HERE = "moveTo"


_PLAINLY = {
    RunKind.SAME: Tracking.NONE,
    RunKind.REMOVED: Tracking.DELETED,
    RunKind.MOVED_AWAY: Tracking.DELETED,
    RunKind.ADDED: Tracking.INSERTED,
    RunKind.MOVED_HERE: Tracking.INSERTED,
}
_MOVES = frozenset({RunKind.MOVED_AWAY, RunKind.MOVED_HERE})
# A block that moves shows the old text where it stood and the new one where it stands now.
_DROPPED = {Fate.MOVES_AWAY: NEW_ONLY, Fate.MOVES_HERE: OLD_ONLY}
_CARRIED = {Fate.MOVES_AWAY: Tracking.MOVED_AWAY, Fate.MOVES_HERE: Tracking.MOVED_HERE}


class Words(NamedTuple):
    """A run of text as it is tracked."""

    text: str
    tracking: Tracking
    piece: Piece
    move: str = ""
    """The name of the sentence's move that it takes part in."""


class Tracked(NamedTuple):
    """A paragraph as it is tracked."""

    block: Block
    style: Style
    words: tuple[Words, ...]
    mark: Tracking
    move: str = ""
    """The name of its block's move."""
    mark_moves: bool = False
    """Whether its mark goes along with a sentence that moves."""


def tracked(composed: Sequence[Composed]) -> tuple[Tracked, ...]:
    """Every paragraph of the document."""
    moves = _sentence_moves(composed)
    return tuple(
        _paragraph(block, paragraph, moves) for block, paragraphs in composed for paragraph in _shown(block, paragraphs)
    )


def _shown(block: Block, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of one side alone, at each end of a block's move."""
    dropped = _DROPPED.get(block.fate)
    if not dropped:
        yield from paragraphs
        return
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        pieces += (piece for piece in paragraph.pieces if piece.run.kind not in dropped)
        if paragraph.mark.kind not in dropped:
            yield Paragraph(tuple(pieces), paragraph.mark)
            pieces = []


def _sentence_moves(composed: Iterable[Composed]) -> dict[str, str]:
    """A name for each sentence's move that can be shown as one, by the change's id.

    It has one piece at either end, neither in a block that moves itself: a word processor knows no move in a move.
    """
    ends = Counter(
        (piece.run.kind, piece.run.change.id)
        for block, paragraphs in composed
        for paragraph in paragraphs
        for piece in paragraph.pieces
        if piece.run.change and piece.run.kind in _MOVES
        for _ in range(1 if block.move is None else 2)
    )
    whole = [
        identity
        for (kind, identity), count in ends.items()
        if kind is RunKind.MOVED_HERE and count == ends[RunKind.MOVED_AWAY, identity] == 1
    ]
    return {identity: f"sentence{at}" for at, identity in enumerate(whole, 1)}


def _paragraph(block: Block, paragraph: Paragraph, moves: dict[str, str]) -> Tracked:
    words = tuple(part for piece in paragraph.pieces for part in _words(block, piece, moves))
    mark = _tracking(block, paragraph.mark)
    # The mark moves along with a sentence that is the whole paragraph.
    move = _move(paragraph.mark, moves)
    along = bool(move) and {each.move for each in words} == {move}
    if along:
        mark = Tracking.MOVED_AWAY if paragraph.mark.kind is RunKind.MOVED_AWAY else Tracking.MOVED_HERE
    if mark is Tracking.MOVED_HERE and words and words[-1].tracking is Tracking.INSERTED:
        # LibreOffice would leave an empty paragraph where a mark is tracked otherwise than the words before it.
        mark = Tracking.INSERTED
    return Tracked(block, block.style, words, mark, f"block{block.move}" if block.move else "", along)


def _move(run: Run, moves: dict[str, str]) -> str:
    """The name of the move that a run takes part in; empty for none."""
    return moves.get(run.change.id, "") if run.change and run.kind in _MOVES else ""


def _tracking(block: Block, run: Run) -> Tracking:
    if block.fate is Fate.MOVES_AWAY or (block.fate is Fate.MOVES_HERE and run.kind is RunKind.SAME):
        return _CARRIED[block.fate]
    return _PLAINLY[run.kind]


def _words(block: Block, piece: Piece, moves: dict[str, str]) -> Iterator[Words]:
    run = piece.run
    move = _move(run, moves)
    if not move:
        yield Words(run.text, _tracking(block, run), piece)
    elif run.kind is RunKind.MOVED_AWAY:
        yield Words(run.text, Tracking.MOVED_AWAY, piece, move)
    else:
        before = run.change.old.text if run.change and run.change.old else ""
        for part in compared(before, run.text):
            if part.kind is not RunKind.REMOVED:
                fresh = part.kind is RunKind.ADDED
                yield Words(part.text, Tracking.INSERTED if fresh else Tracking.MOVED_HERE, piece, move)
