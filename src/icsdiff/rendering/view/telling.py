"""What a report says of each change: the words that differ, and what must be said before them."""

from __future__ import annotations

from icsdiff.comparison.places import Places
from icsdiff.comparison.redline import STANDING_OVER, Run, RunKind, compared, marked
from icsdiff.comparison.wording import in_words, numbers_of, reference
from icsdiff.model.changes import Change, ChangeSet, Kind, Passage, Rewrite
from icsdiff.rendering.view.amounts import counted, revised_by
from icsdiff.rendering.view.happenings import parent_name, parents

Told = tuple[str, tuple[Run, ...]]
"""What is said before the words, and the words."""

NOTHING = "none"


class Teller:
    """Tells the changes of one change set; what differs is one table of kinds."""

    def __init__(self, changes: ChangeSet, places: Places) -> None:
        self._places = places
        self._old_fields, self._new_fields = changes.old.fields, changes.new.fields
        self._old_parents, self._new_parents = parents(changes.old), parents(changes.new)
        self._rewrites: dict[str, list[Rewrite]] = {}
        for rewrite in changes.rewrites:
            self._rewrites.setdefault(rewrite.new.path, []).append(rewrite)

    def told(self, change: Change) -> Told:
        """What is said of a change, beside its kind and its place."""
        subject = change.kind.partition("-")[0]
        if subject == "figure":
            return counted(change, self._old_fields, self._new_fields), _words(_figure(change))
        if subject == "linkage":
            return _linkage(change)
        if subject == "metadata":
            return "", _words(_became(change))
        if subject == "term":
            return "", _words(str(change.detail["term"]))
        if change.kind in STANDING_OVER:
            return self._from_goal_to_goal(change), _words(_numbers(change))
        return self._origin(change), marked(change, self._rewrites.get(change.new.path, ()) if change.new else ())

    def _origin(self, change: Change) -> str:
        """Where a sentence that moved came from."""
        if change.kind is not Kind.TEXT_MOVED or change.old is None:
            return ""
        return "within its field" if change.detail["same_field"] else f"from {self._places.whole(change.old.path)}"

    def _from_goal_to_goal(self, change: Change) -> str:
        if change.kind is not Kind.OBJECTIVE_MOVED:
            return ""
        (old, *_), (new, *_) = numbers_of(change.detail["from"]), numbers_of(change.detail["to"])
        return f"from {parent_name(old, self._old_parents)} to {parent_name(new, self._new_parents)}"


def _words(text: str) -> tuple[Run, ...]:
    return (Run(RunKind.SAME, text),)


def _text(passage: Passage | None) -> str:
    return passage.text.strip() if passage else ""


def _became(change: Change) -> str:
    return f"{_text(change.old) or NOTHING} → {_text(change.new) or NOTHING}"


def _figure(change: Change) -> str:
    if change.kind is not Kind.FIGURE_REVISED:
        return _text(change.new or change.old)
    by = revised_by(change)
    return f"{_became(change)} ({by})" if by else _became(change)


def _linkage(change: Change) -> Told:
    name, old, new = reference(change.detail), _text(change.old), _text(change.new)
    if change.kind is not Kind.LINKAGE_REVISED:
        return "", _words(name or new or old)
    return "" if name in old and name in new else name, compared(old, new)


def _numbers(change: Change) -> str:
    """``2.2 → 2.3``, ``1.2 → 1.2 (60%) and 1.4 (40%)``."""
    old, new, shares = numbers_of(change.detail["from"]), numbers_of(change.detail["to"]), change.detail.get("shares")
    of_each = (
        [f" ({share:.0%})" for share in shares if isinstance(share, int | float)] if isinstance(shares, list) else []
    )
    if len(of_each) == len(new) > 1:
        new = tuple(map("".join, zip(new, of_each, strict=True)))
    elif len(of_each) == len(old) > 1:
        old = tuple(map("".join, zip(old, of_each, strict=True)))
    return f"{in_words(old)} → {in_words(new)}"
