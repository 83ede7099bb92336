"""One field of both versions as a single run of text, with what was removed and what was added marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Literal

from icsdiff.compare.cells import Offsets, remainder
from icsdiff.compare.pairs import FieldPair
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


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Offsets
    change: Change | None
    """None for a rewrite."""


def redline(changes: ChangeSet, pair: FieldPair) -> tuple[Run, ...]:
    """The runs of one field in reading order; a rewrite shows as the new version writes it."""
    for words_only in (True, False):
        old_marks = list(_marks(changes, pair.old_path, "old", words_only=words_only))
        new_marks = list(_marks(changes, pair.new_path, "new", words_only=words_only))
        # Word by word where the words add up; where a figure swallowed a word that stands in both, by whole passages.
        if _left(pair.old, old_marks) == _left(pair.new, new_marks):
            break
    return tuple(_joined(_woven(pair, old_marks, new_marks)))


def _left(text: str, marks: Iterable[_Mark]) -> str:
    return remainder(text, (mark.span for mark in marks))


def _marks(changes: ChangeSet, path: str | None, side: Literal["old", "new"], *, words_only: bool) -> Iterator[_Mark]:
    """The spans of one field that differ, in order and without overlap."""
    found: list[_Mark] = []
    for change in changes.changes:
        passage: Passage | None = getattr(change, side)
        if passage is None or passage.path != path or change.kind in _NO_WORDS:
            continue
        if words_only and change.edits and change.kind is not Kind.TEXT_MOVED:
            found.extend(_Mark(getattr(edit, side), change) for edit in change.edits)
        else:
            found.append(_Mark((passage.start, passage.end), change))
    for rewrite in changes.rewrites:
        rewritten: Passage = getattr(rewrite, side)
        if rewritten.path == path:
            found.append(_Mark((rewritten.start, rewritten.end), None))
    at = 0
    for mark in sorted(found, key=lambda mark: (mark.span[0], mark.change is None, -mark.span[1])):
        start, end = max(mark.span[0], at), mark.span[1]
        if start < end:
            yield _Mark((start, end), mark.change)
            at = end


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
