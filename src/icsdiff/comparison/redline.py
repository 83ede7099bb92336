"""One field of both versions as a single run of text, with what was removed and what was added marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, StrEnum, auto
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from icsdiff.comparison.cells import Offsets, inside, outside, remainder
from icsdiff.comparison.pairs import FieldPair
from icsdiff.language.words import diff_words
from icsdiff.model.changes import Change, ChangeSet, Edit, Kind, Passage, Rewrite

# These name a term inside text that another change marks.
_TERMS = frozenset({Kind.TERM_ADDED, Kind.TERM_REMOVED})
# These stand over a statement whose words, where both versions have them, they leave as they are.
STANDING_OVER = frozenset(
    {
        Kind.GOAL_SPLIT,
        Kind.GOAL_MERGED,
        Kind.GOAL_MOVED,
        Kind.GOAL_RENUMBERED,
        Kind.OBJECTIVE_SPLIT,
        Kind.OBJECTIVE_MERGED,
        Kind.OBJECTIVE_MOVED,
        Kind.OBJECTIVE_RENUMBERED,
    }
)
_FIGURES = frozenset({Kind.FIGURE_REVISED, Kind.FIGURE_ADDED, Kind.FIGURE_REMOVED})

Side = Literal["old", "new"]


class RunKind(StrEnum):
    """What a run of the marked text is."""

    SAME = "same"
    """Stands in both versions."""
    REMOVED = "removed"
    """Stands in the old version only."""
    ADDED = "added"
    """Stands in the new version only."""
    MOVED_AWAY = "moved-away"
    """Stands in the old version here, in the new one elsewhere."""
    MOVED_HERE = "moved-here"
    """Stands in the new version here, in the old one elsewhere."""


class Run(NamedTuple):
    """A run of text with the change it belongs to; text that stands in both versions is the new version's."""

    kind: RunKind
    text: str
    change: Change | None = None
    rewrite: Rewrite | None = None
    """What it is only written another way by, where the runs keep every character of both versions."""


class _Detail(Enum):
    """How finely differences are marked; the first that adds up on both sides is taken."""

    OWN_WORDS = auto()
    """The words that each change tells, a figure apart from the sentence around it."""
    ALL_WORDS = auto()
    """All words of a reworded sentence, where a figure's change took in a word that stands in both versions."""
    PASSAGES = auto()
    """Whole passages, before and after."""


class _Mark(NamedTuple):
    span: Offsets
    change: Change | None
    """None for a rewrite."""
    rewrite: Rewrite | None = None


def redline(changes: ChangeSet, pair: FieldPair, *, to_the_letter: bool = False) -> tuple[Run, ...]:
    """The runs of one field in reading order.

    A rewrite shows as the new version writes it; ``to_the_letter`` it is marked as well, and the runs of either version
    are its field to the character.
    """
    wordless = _TERMS | STANDING_OVER if pair.old_path and pair.new_path else _TERMS
    told = [change for change in changes.changes if change.kind not in wordless]
    for detail in _Detail:
        old_marks = _marks(told, changes.rewrites, pair.old_path, "old", detail)
        new_marks = _marks(told, changes.rewrites, pair.new_path, "new", detail)
        if _left(pair.old, old_marks) == _left(pair.new, new_marks):
            break
    return tuple(_joined(_woven(pair, old_marks, new_marks, to_the_letter=to_the_letter)))


def _left(text: str, marks: Iterable[_Mark]) -> str:
    return remainder(text, (mark.span for mark in marks))


def _marks(
    changes: Iterable[Change], rewrites: Iterable[Rewrite], path: str | None, side: Side, detail: _Detail
) -> list[_Mark]:
    """The spans of one field that differ, in order and without overlap."""
    found: list[_Mark] = []
    reworded: list[Offsets] = []
    for change in changes:
        passage: Passage | None = getattr(change, side)
        if passage is None or passage.path != path:
            continue
        by_words = change.edits and change.kind is not Kind.TEXT_MOVED and detail is not _Detail.PASSAGES
        if by_words:
            found.extend(_Mark(span, change) for span in _spans(change, side, detail))
            reworded.append((passage.start, passage.end))
        else:
            found.append(_Mark((passage.start, passage.end), change))
    if detail is _Detail.ALL_WORDS:
        figures = [mark for mark in found if mark.change and mark.change.kind in _FIGURES]
        found = [mark for mark in found if mark not in figures or not inside(mark.span, reworded)]
    for rewrite in rewrites:
        rewritten: Passage = getattr(rewrite, side)
        if rewritten.path == path:
            found.append(_Mark((rewritten.start, rewritten.end), None, rewrite))
    return sorted(_apart(found), key=lambda mark: mark.span)


def _apart(marks: Iterable[_Mark]) -> Iterator[_Mark]:
    """The marks without what another has marked already: changes before rewrites, the longer before the shorter."""
    taken: list[Offsets] = []
    for mark in sorted(marks, key=lambda mark: (mark.change is None, mark.span[0], -mark.span[1])):
        for span in outside(mark.span, taken):
            yield mark._replace(span=span)
        taken.append(mark.span)


def _spans(change: Change, side: Side, detail: _Detail) -> Iterator[Offsets]:
    """The words that differ inside a reworded passage; with ``ALL_WORDS`` also those that a figure's change tells."""
    if detail is _Detail.OWN_WORDS or not (change.old and change.new):
        yield from (getattr(edit, side) for edit in change.edits)
        return
    start = change.old.start if side == "old" else change.new.start
    for edit in diff_words(change.old.text, change.new.text).edits:
        span: Offsets = getattr(edit, side)
        yield span[0] + start, span[1] + start


def _woven(pair: FieldPair, old_marks: list[_Mark], new_marks: list[_Mark], *, to_the_letter: bool) -> Iterator[Run]:
    """Both sides in one: what differs stands where the text that they share is interrupted, the old before the new."""
    breaks_old, breaks_new = _breaks(old_marks), _breaks(new_marks)
    shared = _left(pair.new, new_marks)
    at = 0
    for place in sorted({*breaks_old, *breaks_new}):
        yield Run(RunKind.SAME, shared[at:place])
        at = place
        old_parts, new_parts = _by_rewrite(breaks_old.get(place, ())), _by_rewrite(breaks_new.get(place, ()))
        for (gone, before), (come, after) in zip_longest(old_parts, new_parts, fillvalue=([], None)):
            yield from (_run(pair.old, mark, RunKind.REMOVED, RunKind.MOVED_AWAY) for mark in gone)
            yield from (_run(pair.new, mark, RunKind.ADDED, RunKind.MOVED_HERE) for mark in come)
            if to_the_letter and before:
                yield Run(RunKind.REMOVED, pair.old[slice(*before.span)], rewrite=before.rewrite)
            if after:
                kind = RunKind.ADDED if to_the_letter else RunKind.SAME
                yield Run(kind, pair.new[slice(*after.span)], rewrite=after.rewrite if to_the_letter else None)
    yield Run(RunKind.SAME, shared[at:])


def _by_rewrite(marks: Iterable[_Mark]) -> list[tuple[list[_Mark], _Mark | None]]:
    """What stands before each rewrite, with that rewrite, and what stands after the last one."""
    parts: list[tuple[list[_Mark], _Mark | None]] = []
    before: list[_Mark] = []
    for mark in marks:
        if mark.change is None:
            parts.append((before, mark))
            before = []
        else:
            before.append(mark)
    return [*parts, (before, None)]


def _breaks(marks: Iterable[_Mark]) -> dict[int, list[_Mark]]:
    """The marks by how many shared characters stand before them."""
    found: dict[int, list[_Mark]] = {}
    marked = 0
    for mark in marks:
        found.setdefault(mark.span[0] - marked, []).append(mark)
        marked += mark.span[1] - mark.span[0]
    return found


def _run(text: str, mark: _Mark, kind: RunKind, moved: RunKind) -> Run:
    is_move = mark.change is not None and mark.change.kind is Kind.TEXT_MOVED
    return Run(moved if is_move else kind, text[slice(*mark.span)], mark.change)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbouring runs of one kind and change as one; empty ones left out."""
    for _, group in groupby(
        (run for run in runs if run.text),
        key=lambda run: (run.kind, run.change.id if run.change else None, run.rewrite),
    ):
        first, *rest = group
        yield first._replace(text="".join((first.text, *(run.text for run in rest))))


def marked(change: Change, rewrites: Iterable[Rewrite] = ()) -> tuple[Run, ...]:
    """One change's own words in the sentence around them: what it replaced and what it put there.

    A sentence that came, went or moved as a whole stands unmarked, as does what the rewrites say is only written
    another way.
    """
    old, new = (passage.text.strip() if passage else "" for passage in (change.old, change.new))
    if not (change.old and change.new) or old == new:
        return (Run(RunKind.SAME, new or old, change),)
    if not change.edits:
        return (Run(RunKind.REMOVED, old, change), Run(RunKind.ADDED, new, change))
    old_rewrites = [_within(change.old, each.old) for each in rewrites if each.old.path == change.old.path]
    new_rewrites = [_within(change.new, each.new) for each in rewrites if each.new.path == change.new.path]
    edits = [
        edit
        for edit in diff_words(old, new).edits
        if not (inside(edit.old, old_rewrites) and inside(edit.new, new_rewrites))
    ]
    return _replaced(old, new, edits, change)


def compared(old: str, new: str) -> tuple[Run, ...]:
    """Two short texts in one, the words that differ marked."""
    return _replaced(old, new, diff_words(old, new).edits, None)


def _replaced(old: str, new: str, edits: Iterable[Edit], change: Change | None) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for edit in edits:
        runs.append(Run(RunKind.SAME, new[at : edit.new[0]]))
        runs.append(Run(RunKind.REMOVED, old[slice(*edit.old)], change))
        runs.append(Run(RunKind.ADDED, new[slice(*edit.new)], change))
        at = edit.new[1]
    runs.append(Run(RunKind.SAME, new[at:]))
    return tuple(_joined(runs))


def _within(whole: Passage, part: Passage) -> Offsets:
    """Where a passage lies in the stripped text of another one."""
    start = whole.start + len(whole.text) - len(whole.text.lstrip())
    return part.start - start, part.end - start
