"""Entries of a list of linkages that both sides changed: what both added is combined, reference by reference."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from icsdiff.language.references import Key, Reference, references
from icsdiff.language.remarks import remarks
from icsdiff.language.words import reading
from icsdiff.merging.chunks import Chunk, Piece, Pieces

_SEPARATOR = "; "


def joint_additions(ours: Pieces, theirs: Pieces) -> Pieces:
    """The entries that both sides added at one place, each once; ours first."""
    have = {_meaning(each.text) for each in ours}
    return [*ours, *(each for each in theirs if _meaning(each.text) not in have)]


def each_once(found: Iterable[Chunk]) -> Iterator[Chunk]:
    """The runs without the entries that one side added and the other has added at an earlier place."""
    mine: set[Hashable] = set()
    yours: set[Hashable] = set()
    for chunk in found:
        if chunk.base:
            yield chunk
            continue
        ours = [each for each in chunk.ours if _meaning(each.text) not in yours]
        theirs = [each for each in chunk.theirs if _meaning(each.text) not in mine]
        yield Chunk((), ours, theirs)
        mine.update(_meaning(each.text) for each in chunk.ours)
        yours.update(_meaning(each.text) for each in chunk.theirs)


def combined(chunk: Chunk) -> Pieces | None:
    """A run of entries that both sides changed, with the references that either added.

    None unless one side at least did no more than add references: its additions follow the other side's words.
    """
    base, ours, theirs = (_SEPARATOR.join(each.text for each in side) for side in chunk)
    for pieces, text, other in ((chunk.ours, ours, theirs), (chunk.theirs, theirs, ours)):
        added = _only_added(base, other)
        if added is not None and pieces:
            have = {each.key for each in references(text)}
            return [*pieces, *(Piece(_SEPARATOR, each.label) for each in added if each.key not in have)]
    return None


def is_faithful(of_all: tuple[str, str, str], sides: tuple[str, str]) -> bool:
    """Whether a merged list cites what it should.

    An entry may take its framework from the one before it; with another one between, it would mean something else.
    """
    base, ours, theirs = (set(_stated(text).items()) for text in of_all)
    mine, yours = (set(_stated(text).items()) for text in sides)
    wanted = (base & ours & theirs) | (ours - base) | (theirs - base)
    return wanted <= mine | yours <= ours | theirs


def _only_added(base: str, side: str) -> list[Reference] | None:
    """The references that a side added; None if it changed anything else, or if a label would not bring them back."""
    before, after = _stated(base), _stated(side)
    common = {key: after[key] for key in before if key in after}
    if common != before or _remarked(base) != _remarked(side):
        return None
    added = [each for each in references(side) if each.key not in before]
    is_whole = all(_stated(each.label) == {each.key: each.particulars} for each in added)
    return added if is_whole else None


def _stated(text: str) -> dict[Key, tuple[object, ...]]:
    return {each.key: each.particulars for each in references(text)}


def _remarked(text: str) -> list[tuple[str, ...]]:
    return sorted(reading(each.text) for each in remarks(text, references(text)))


def _meaning(text: str) -> Hashable:
    """Equal for two entries that state the same references and nothing else; else the words themselves."""
    stated = frozenset(_stated(text).items())
    return stated if stated and not _remarked(text) else text
