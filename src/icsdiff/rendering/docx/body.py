"""The compared text: both versions in one, every difference tracked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from icsdiff.comparison.pairs import home
from icsdiff.comparison.redline import STANDING_OVER
from icsdiff.model.changes import Change, ChangeSet, Rewrite
from icsdiff.rendering.docx.anchors import Anchor, Place, anchors
from icsdiff.rendering.docx.comments import Comments, range_mark, reference
from icsdiff.rendering.docx.elements import Element, Numbers, element, number_of, paragraph, run
from icsdiff.rendering.docx.lines import HEADING
from icsdiff.rendering.docx.order import Block, Fate, blocks
from icsdiff.rendering.docx.paragraphs import paragraphs
from icsdiff.rendering.docx.tracking import Tracked, Tracking, tracked
from icsdiff.rendering.texts import Texts


def body(changes: ChangeSet, numbers: Numbers, comments: Comments, texts: Texts) -> Iterator[Element]:
    """The paragraphs of the text, and the comments that they lead to."""
    renumbered, own = _number_changes(changes), _OfFields(changes)
    composed = [
        (block, paragraphs(own.of(block), block, _number_change(block, renumbered), texts))
        for block in blocks(changes, texts)
    ]
    found = tracked(composed)
    yield from _Writer(found, numbers, comments, anchors(changes, found)).paragraphs()


def _number_changes(changes: ChangeSet) -> dict[str, Change]:
    """By goal or objective, the change that its other number belongs to."""
    return {
        home(change.new.path): change
        for change in reversed(changes.changes)
        if change.kind in STANDING_OVER and change.new
    }


def _number_change(block: Block, renumbered: Mapping[str, Change]) -> Change | None:
    """What the number in a heading belongs to; the framework shows the same number without saying so again."""
    return renumbered.get(block.new.entity) if block.new and block.new.role == HEADING else None


class _OfFields:
    """The part of a change set that a field's redline is made of: to go through all of it for each field takes long."""

    def __init__(self, changes: ChangeSet) -> None:
        self._all = changes
        self._changes: dict[tuple[str, str | None], dict[int, Change]] = {}
        self._rewrites: dict[tuple[str, str | None], dict[int, Rewrite]] = {}
        for at, change in enumerate(changes.changes):
            for side, passage in (("old", change.old), ("new", change.new)):
                if passage:
                    self._changes.setdefault((side, passage.path), {})[at] = change
        for at, rewrite in enumerate(changes.rewrites):
            for side, passage in (("old", rewrite.old), ("new", rewrite.new)):
                self._rewrites.setdefault((side, passage.path), {})[at] = rewrite

    def of(self, block: Block) -> ChangeSet:
        """What differs in the field of a block, in the order of the whole."""
        if not block.pair:
            return replace(self._all, changes=(), rewrites=())
        keys = (("old", block.pair.old_path), ("new", block.pair.new_path))
        changes = {at: each for key in keys for at, each in self._changes.get(key, {}).items()}
        rewrites = {at: each for key in keys for at, each in self._rewrites.get(key, {}).items()}
        return replace(
            self._all,
            changes=tuple(changes[at] for at in sorted(changes)),
            rewrites=tuple(rewrites[at] for at in sorted(rewrites)),
        )


class _Writer:
    """Writes paragraphs with what stands around their words: comments and moves begin and end there."""

    def __init__(
        self, paragraphs: Sequence[Tracked], numbers: Numbers, comments: Comments, anchors: Sequence[Anchor]
    ) -> None:
        self._all = paragraphs
        self._numbers = numbers
        self._begin: dict[Place, list[str]] = {}
        self._end: dict[Place, list[str]] = {}
        for anchor in anchors:
            number = comments.add(anchor)
            self._begin.setdefault(anchor.first, []).append(number)
            self._end.setdefault(anchor.last, []).append(number)

    def paragraphs(self) -> Iterator[Element]:
        """The paragraphs, and between them the marks that close a move."""
        ends = {(each.move, each.block.fate): at for at, each in enumerate(self._all) if each.move}
        open_moves: dict[tuple[str, Fate], Element] = {}
        for at, here in enumerate(self._all):
            content: list[Element] = []
            key = (here.move, here.block.fate)
            if here.move and key not in open_moves:
                begin, open_moves[key] = self._range(here.move, is_away=here.block.fate is Fate.MOVES_AWAY)
                content.append(begin)
            after: list[Element] = []
            content += self._content(at, here, after)
            mark = self._numbers.signed(here.mark) if here.mark else None
            yield paragraph(here.style, *content, mark=mark)
            yield from after
            if ends.get(key) == at:
                yield open_moves[key]

    def _range(self, name: str, *, is_away: bool) -> tuple[Element, Element]:
        """The marks around what moves under a name."""
        what = Tracking.MOVED_AWAY if is_away else Tracking.MOVED_HERE
        begin = self._numbers.signed(f"{what}RangeStart", name=name)
        return begin, element(f"{what}RangeEnd", id=number_of(begin))

    def _content(self, at: int, here: Tracked, after: list[Element]) -> Iterator[Element]:
        """What stands in a paragraph; ``after`` takes what must follow its mark."""
        end: Element | None = None
        for position, words in enumerate(here.words):
            place = (at, position)
            following = here.words[position + 1].move if position + 1 < len(here.words) else ""
            if words.move and end is None:
                begin, end = self._range(words.move, is_away=words.tracking is Tracking.MOVED_AWAY)
                yield begin
            yield from (range_mark("commentRangeStart", number) for number in self._begin.get(place, ()))
            name = "delText" if words.tracking is Tracking.DELETED else "t"
            yield self._tracked(words.tracking, run(words.text, name=name))
            for number in self._end.get(place, ()):
                yield range_mark("commentRangeEnd", number)
                yield self._tracked(words.tracking, reference(number))
            if end is not None and words.move != following:
                if here.mark_moves:
                    after.append(end)
                else:
                    yield end
                end = None

    def _tracked(self, tracking: Tracking, content: Element) -> Element:
        return self._numbers.signed(tracking, content) if tracking else content
