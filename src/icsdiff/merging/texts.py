"""One field of three versions: sentence by sentence, and a list of linkages entry by entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from icsdiff.comparison.sentences import SAME_FIELD
from icsdiff.language.likeness import likeness
from icsdiff.language.references import references
from icsdiff.language.sentences import sentences
from icsdiff.merging.chunks import Chunk, Piece, Pieces, chunks
from icsdiff.merging.entries import combined, each_once, is_faithful, joint_additions
from icsdiff.merging.merged import Clash, Sides, flipped, three_way
from icsdiff.merging.moves import is_placed_twice, with_moves

_COMPARABLE = 2_500
"""Pairs of added sentences up to which they are compared; more are left for a person to read."""
_ENTRY_END = re.compile(r";\s+(?:and\s+)?")


class MergedText(NamedTuple):
    """A merged field, and why its sides differ where they do."""

    sides: Sides[str]
    clashes: tuple[Clash, ...] = ()


def merge_text(name: str, base: str, ours: str, theirs: str) -> MergedText:
    """A field of this name: the side that changed; where both did, their sentences or entries together."""
    sides = three_way(base, ours, theirs)
    if sides.ours == sides.theirs:
        return MergedText(sides)
    if name == "linkages" and any(references(text) for text in (base, ours, theirs)):
        return _merge_list(base, ours, theirs)
    if not base:
        return MergedText(sides, (Clash.BOTH_CHANGED,))
    found = _runs(_sentences, base, ours, theirs)
    if is_placed_twice(found):
        return MergedText(sides, (Clash.ORDER,))
    return _merged(found, _added_sentences, lambda _chunk: None, " ")


def _merge_list(base: str, ours: str, theirs: str) -> MergedText:
    """The entries of both sides, ours first; theirs first where an entry would mean something else behind ours."""
    (mine, yours), clashes = _lists(base, ours, theirs)
    if is_faithful((base, ours, theirs), (mine, yours)):
        return MergedText(Sides(mine, yours), clashes)
    (yours, mine), clashes = _lists(base, theirs, ours)
    if is_faithful((base, ours, theirs), (mine, yours)):
        return MergedText(Sides(mine, yours), tuple(map(flipped, clashes)))
    return MergedText(Sides(ours, theirs), (Clash.BOTH_CHANGED,))


def _lists(base: str, ours: str, theirs: str) -> MergedText:
    """Two lists merged without the full stop after their last entry, and that stop."""
    ends = [text[len(text.removesuffix(".")) :] for text in (base, ours, theirs)]
    end = three_way(*ends).ours if base else ends[1] or ends[2]
    found = _runs(_entries, *(text.removesuffix(".") for text in (base, ours, theirs)))
    (mine, yours), clashes = _merged(each_once(found), joint_additions, combined, "; ")
    return MergedText(Sides(mine and mine + end, yours and yours + end), clashes)


def _runs(pieces: Callable[[str], Iterator[Piece]], *texts: str) -> list[Chunk]:
    base, ours, theirs = (list(pieces(text)) for text in texts)
    return list(with_moves(list(chunks(base, ours, theirs))))


def _sentences(text: str) -> Iterator[Piece]:
    at = 0
    for sentence in sentences(text):
        yield Piece(text[at : sentence.start], sentence.text)
        at = sentence.end


def _entries(text: str) -> Iterator[Piece]:
    """Entries end with a semicolon, a sentence or a paragraph; what ends them belongs to none."""
    separator = ""
    for sentence in _sentences(text):
        separator += sentence.separator
        at = 0
        for end in _ENTRY_END.finditer(sentence.text):
            yield Piece(separator, sentence.text[at : end.start()])
            separator, at = end[0], end.end()
        entry = sentence.text[at:]
        stem = entry.rstrip(".;") or entry
        yield Piece(separator, stem)
        separator = entry[len(stem) :]


_Additions = Callable[[Pieces, Pieces], Pieces | None]
_Combination = Callable[[Chunk], Pieces | None]


def _merged(found: Iterable[Chunk], added: _Additions, together: _Combination, separator: str) -> MergedText:
    ours: list[Piece] = []
    theirs: list[Piece] = []
    clashes: list[Clash] = []
    for chunk in found:
        sides = _settled(chunk, added, together)
        ours += sides.ours
        theirs += sides.theirs
        if [each.text for each in sides.ours] != [each.text for each in sides.theirs]:
            clashes.append(_clash(chunk))
    return MergedText(Sides(_joined(ours, separator), _joined(theirs, separator)), tuple(clashes))


def _settled(chunk: Chunk, added: _Additions, together: _Combination) -> Sides[Pieces]:
    """What a run becomes; the words and the break before them are merged apart."""
    texts = Sides(*(tuple(each.text for each in side) for side in (chunk.ours, chunk.theirs)))
    chosen = three_way(tuple(each.text for each in chunk.base), *texts)
    if texts.ours == texts.theirs:
        sides = Sides(*[_same_words(chunk.ours, chunk.theirs)] * 2)
    elif chosen.ours == chosen.theirs:
        sides = Sides(*[chunk.ours if chosen.ours == texts.ours else chunk.theirs] * 2)
    elif (both := together(chunk) if chunk.base else added(chunk.ours, chunk.theirs)) is not None:
        sides = Sides(both, both)
    else:
        sides = Sides(chunk.ours, chunk.theirs)
    if not chunk.base:
        return sides
    before = chunk.base[0].separator
    own = [side[0].separator or before if side else before for side in (chunk.ours, chunk.theirs)]
    kept = max(three_way(before, *own), key=_weight)
    return Sides(*([side[0]._replace(separator=kept), *side[1:]] if side else side for side in sides))


def _same_words(ours: Pieces, theirs: Pieces) -> Pieces:
    """What both sides have, with the breaks that either put in."""
    return [max(pair, key=lambda each: _weight(each.separator)) for pair in zip(ours, theirs, strict=True)]


def _weight(separator: str) -> tuple[int, str]:
    """The greater, the more a break divides: of two, a paragraph's stays."""
    return len(separator), separator


def _added_sentences(ours: Pieces, theirs: Pieces) -> Pieces | None:
    """Both, ours first; None where two of them may say the same thing in other words."""
    others, mine = _without(theirs, ours), _without(ours, theirs)
    if len(mine) * len(others) > _COMPARABLE:
        return None
    if any(likeness(one.text, other.text) >= SAME_FIELD for one in mine for other in others):
        return None
    return [*ours, *others]


def _without(pieces: Pieces, others: Pieces) -> list[Piece]:
    """The pieces that are not among the others too; what stands there once takes away one."""
    have = Counter(each.text for each in others)
    left = []
    for each in pieces:
        if have[each.text]:
            have[each.text] -= 1
        else:
            left.append(each)
    return left


def _clash(chunk: Chunk) -> Clash:
    if chunk.base and not chunk.ours:
        return Clash.OURS_REMOVED
    return Clash.THEIRS_REMOVED if chunk.base and not chunk.theirs else Clash.BOTH_CHANGED


def _joined(pieces: Pieces, separator: str) -> str:
    """The text; what stood first in its own text and no longer does gets the usual separator."""
    return "".join((each.separator or separator) * bool(at) + each.text for at, each in enumerate(pieces))
