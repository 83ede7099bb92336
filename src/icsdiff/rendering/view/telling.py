"""What a report says of each change: the words that differ, and what must be said before them."""

from __future__ import annotations

from icsdiff.comparison.redline import STANDING_OVER, Run, RunKind, compared, marked
from icsdiff.comparison.wording import numbers_of, reference
from icsdiff.model.changes import Change, ChangeSet, Kind, Passage, Rewrite
from icsdiff.rendering.places import Places
from icsdiff.rendering.view.amounts import counted, revised_by
from icsdiff.rendering.view.happenings import parent_name, parents

Told = tuple[str, tuple[Run, ...]]
"""What is said before the words, and the words."""


class Teller:
    """Tells the changes of one change set; what differs is one table of kinds."""

    def __init__(self, changes: ChangeSet, places: Places) -> None:
        self._texts = places.texts
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
            counts = counted(change, self._old_fields, self._new_fields, self._texts)
            return counts, _words(self._figure(change))
        if subject == "linkage":
            return _linkage(change)
        if subject == "metadata":
            return "", _words(self._became(change))
        if subject == "term":
            return "", _words(str(change.detail["term"]))
        if change.kind in STANDING_OVER:
            return self._from_goal_to_goal(change), _words(self._numbers(change))
        return self._origin(change), marked(change, self._rewrites.get(change.new.path, ()) if change.new else ())

    def _origin(self, change: Change) -> str:
        """Where a sentence that moved came from."""
        if change.kind is not Kind.TEXT_MOVED or change.old is None:
            return ""
        if change.detail["same_field"]:
            return self._texts.say("parts.moved-within")
        return self._texts.say("parts.moved-from", place=self._places.whole(change.old.path))

    def _from_goal_to_goal(self, change: Change) -> str:
        if change.kind is not Kind.OBJECTIVE_MOVED:
            return ""
        (old, *_), (new, *_) = numbers_of(change.detail["from"]), numbers_of(change.detail["to"])
        before, after = (
            parent_name(old, self._old_parents, self._texts),
            parent_name(new, self._new_parents, self._texts),
        )
        return self._texts.say("parts.moved-between", old=before, new=after)

    def _became(self, change: Change) -> str:
        none = self._texts.say("figures.none")
        return self._texts.say("figures.became", old=_text(change.old) or none, new=_text(change.new) or none)

    def _figure(self, change: Change) -> str:
        if change.kind is not Kind.FIGURE_REVISED:
            return _text(change.new or change.old)
        became, by = self._became(change), revised_by(change, self._texts)
        return self._texts.say("figures.by", became=became, by=by) if by else became

    def _numbers(self, change: Change) -> str:
        """``2.2 → 2.3``, ``1.2 → 1.2 (60%) and 1.4 (40%)``."""
        old, new = numbers_of(change.detail["from"]), numbers_of(change.detail["to"])
        shares = change.detail.get("shares")
        of_each = (
            [f" ({share:.0%})" for share in shares if isinstance(share, int | float)]
            if isinstance(shares, list)
            else []
        )
        if len(of_each) == len(new) > 1:
            new = tuple(map("".join, zip(new, of_each, strict=True)))
        elif len(of_each) == len(old) > 1:
            old = tuple(map("".join, zip(old, of_each, strict=True)))
        return self._texts.say("figures.became", old=self._texts.all_of(old), new=self._texts.all_of(new))


def _words(text: str) -> tuple[Run, ...]:
    return (Run(RunKind.SAME, text),)


def _text(passage: Passage | None) -> str:
    return passage.text.strip() if passage else ""


def _linkage(change: Change) -> Told:
    name, old, new = reference(change.detail), _text(change.old), _text(change.new)
    if change.kind is not Kind.LINKAGE_REVISED:
        return "", _words(name or new or old)
    return "" if name in old and name in new else name, compared(old, new)
