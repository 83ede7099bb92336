"""Sentences and entries that a side put at another place of the same text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from icsdiff.comparison.sentences import SAME_PLACE
from icsdiff.language.likeness import likeness
from icsdiff.merging.chunks import Chunk, Pieces


def with_moves(found: Sequence[Chunk]) -> Iterator[Chunk]:
    """The runs, where what one side moved stands at its new place, beside what became of it on the other side.

    Only what each text has once has one place, and only where the other side added nothing its new one is clear.
    """
    moves = {**_moves(found, "ours", "theirs"), **_moves(found, "theirs", "ours")}
    for chunk in found:
        if _is_one_sided(chunk):
            yield from _arrived(chunk, moves)
        elif len(chunk.base) != 1 or chunk.base[0].text not in moves:
            yield chunk


def is_placed_twice(found: Iterable[Chunk]) -> bool:
    """Whether both sides have the same words, which the base has not there, at two places."""
    added = [(at, chunk) for at, chunk in enumerate(found) if not chunk.base]
    ours = {piece.text: at for at, chunk in added for piece in chunk.ours}
    theirs = {piece.text: at for at, chunk in added for piece in chunk.theirs}
    return any(theirs.get(text, at) != at for text, at in ours.items())


def _moves(found: Sequence[Chunk], side: str, other: str) -> dict[str, Pieces]:
    """By the words of what a side moved, what the other side has in its old place."""
    texts = [Counter(piece.text for chunk in found for piece in getattr(chunk, name)) for name in ("base", side, other)]
    added = {piece.text for chunk in found if _is_one_sided(chunk) for piece in getattr(chunk, side)}
    moves: dict[str, Pieces] = {}
    for chunk in found:
        before, words = [piece.text for piece in chunk.base], getattr(chunk, other)
        if len(before) != 1 or getattr(chunk, side) or before[0] not in added or not _is_revised(chunk.base, words):
            continue
        if [counts[before[0]] for counts in texts] == [1, 1, sum(each.text == before[0] for each in words)]:
            moves[before[0]] = words
    return moves


def _is_revised(base: Pieces, words: Pieces) -> bool:
    """Whether a side kept, revised or removed one sentence, and did not put another one in its place."""
    return not words or (len(words) == 1 and likeness(base[0].text, words[0].text) >= SAME_PLACE)


def _is_one_sided(chunk: Chunk) -> bool:
    return not chunk.base and bool(chunk.ours) != bool(chunk.theirs)


def _arrived(chunk: Chunk, moves: Mapping[str, Pieces]) -> Iterator[Chunk]:
    """What one side added, piece by piece, with the other side's words for what was only moved."""
    for piece in chunk.ours or chunk.theirs:
        base = [piece] if piece.text in moves else []
        words = [each._replace(separator=piece.separator) for each in moves.get(piece.text, ())]
        yield Chunk(base, [piece], words) if chunk.ours else Chunk(base, words, [piece])
