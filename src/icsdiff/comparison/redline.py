"""One field of both versions as a single run of text, with what was removed and what was added marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from itertools import groupby
from typing import Literal

from icsdiff.comparison.cells import Offsets, inside, outside, remainder
from icsdiff.comparison.pairs import FieldPair
from icsdiff.language.words import diff_words
from icsdiff.model.changes import Change, ChangeSet, Kind, Passage

# These stand over a statement whose words they leave as they are, or name a term inside text that another change marks.
_NO_WORDS = frozenset(
    {
        Kind.GOAL_MOVED,
        Kind.GOAL_RENUMBERED,
        Kind.OBJECTIVE_MOVED,
        Kind.OBJECTIVE_RENUMBERED,
        Kind.TERM_ADDED,
        Kind.TERM_REMOVED,
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


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text with the change it belongs to; text that stands in both versions is the new version's."""

    kind: RunKind
    text: str
    change: Change | None = None


class _Detail(Enum):
    """How finely differences are marked; the first that adds up on both sides is taken."""

    OWN_WORDS = auto()
    """The words that each change tells, a figure apart from the sentence around it."""
    ALL_WORDS = auto()
    """All words of a reworded sentence, where a figure's change took in a word that stands in both versions."""
    PASSAGES = auto()
    """Whole passages, before and after."""


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Offsets
    change: Change | None
    """None for a rewrite."""


def redline(changes: ChangeSet, pair: FieldPair) -> tuple[Run, ...]:
    """The runs of one field in reading order; a rewrite shows as the new version writes it."""
    for detail in _Detail:
        old_marks = _marks(changes, pair.old_path, "old", detail)
        new_marks = _marks(changes, pair.new_path, "new", detail)
        if _left(pair.old, old_marks) == _left(pair.new, new_marks):
            break
    return tuple(_joined(_woven(pair, old_marks, new_marks)))


def _left(text: str, marks: Iterable[_Mark]) -> str:
    return remainder(text, (mark.span for mark in marks))


def _marks(changes: ChangeSet, path: str | None, side: Side, detail: _Detail) -> list[_Mark]:
    """The spans of one field that differ, in order and without overlap."""
    found: list[_Mark] = []
    reworded: list[Offsets] = []
    for change in changes.changes:
        passage: Passage | None = getattr(change, side)
        if passage is None or passage.path != path or change.kind in _NO_WORDS:
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
    for rewrite in changes.rewrites:
        rewritten: Passage = getattr(rewrite, side)
        if rewritten.path == path:
            found.append(_Mark((rewritten.start, rewritten.end), None))
    return sorted(_apart(found), key=lambda mark: mark.span)


def _apart(marks: Iterable[_Mark]) -> Iterator[_Mark]:
    """The marks without what another has marked already: changes before rewrites, the longer before the shorter."""
    taken: list[Offsets] = []
    for mark in sorted(marks, key=lambda mark: (mark.change is None, mark.span[0], -mark.span[1])):
        for span in outside(mark.span, taken):
            yield _Mark(span, mark.change)
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


def _woven(pair: FieldPair, old_marks: list[_Mark], new_marks: list[_Mark]) -> Iterator[Run]:
    """Both sides in one: what differs stands where the text that they share is interrupted, the old before the new."""
    breaks_old, breaks_new = _breaks(old_marks), _breaks(new_marks)
    shared = _left(pair.new, new_marks)
    at = 0
    for place in sorted({*breaks_old, *breaks_new}):
        yield Run(RunKind.SAME, shared[at:place])
        at = place
        yield from (_run(pair.old, mark, RunKind.REMOVED, RunKind.MOVED_AWAY) for mark in breaks_old.get(place, ()))
        yield from (_run(pair.new, mark, RunKind.ADDED, RunKind.MOVED_HERE) for mark in breaks_new.get(place, ()))
    yield Run(RunKind.SAME, shared[at:])


def _breaks(marks: Iterable[_Mark]) -> dict[int, list[_Mark]]:
    """The marks by how many shared characters stand before them."""
    found: dict[int, list[_Mark]] = {}
    marked = 0
    for mark in marks:
        found.setdefault(mark.span[0] - marked, []).append(mark)
        marked += mark.span[1] - mark.span[0]
    return found


def _run(text: str, mark: _Mark, kind: RunKind, moved: RunKind) -> Run:
    words = text[slice(*mark.span)]
    if mark.change is None:
        return Run(RunKind.SAME, words if kind is RunKind.ADDED else "")
    return Run(moved if mark.change.kind is Kind.TEXT_MOVED else kind, words, mark.change)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbouring runs of one kind and change as one; empty ones left out."""
    for (kind, _), group in groupby(
        (run for run in runs if run.text), key=lambda run: (run.kind, run.change.id if run.change else None)
    ):
        first, *rest = group
        yield Run(kind, "".join((first.text, *(run.text for run in rest))), first.change)


def marked(change: Change) -> tuple[Run, ...]:
    """One change's own words: what it replaced and what it put there, in the sentence around them."""
    if change.old is None or change.new is None:
        kind, passage = (RunKind.ADDED, change.new) if change.new else (RunKind.REMOVED, change.old)
        return (Run(kind, passage.text.strip(), change),) if passage else ()
    old, new = change.old.text, change.new.text
    if not change.edits:
        return (Run(RunKind.REMOVED, old.strip(), change), Run(RunKind.ADDED, new.strip(), change))
    runs: list[Run] = []
    at = 0
    for edit in diff_words(old, new).edits:
        runs.append(Run(RunKind.SAME, new[at : edit.new[0]]))
        runs.append(Run(RunKind.REMOVED, old[slice(*edit.old)], change))
        runs.append(Run(RunKind.ADDED, new[slice(*edit.new)], change))
        at = edit.new[1]
    runs.append(Run(RunKind.SAME, new[at:]))
    return tuple(_joined(runs))
