"""Every change as reports tell it; what follows from another one of its part, or repeats it, stands inside that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from icsdiff.comparison.pairs import home
from icsdiff.model.changes import Change, ChangeSet, Kind, Passage
from icsdiff.model.review import Disposition
from icsdiff.rendering.places import Places
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.excerpts import brief
from icsdiff.rendering.view.model import Entry
from icsdiff.rendering.view.telling import Teller

_RENAMES = frozenset({Kind.GOAL_RENAMED, Kind.OBJECTIVE_RENAMED})
_STANDING_ALONE = _RENAMES | {Kind.RISK_REVISED, Kind.MITIGATION_REVISED}
"""Kinds that readers look for, whatever they are part of."""
_ABOUT_THE_WHOLE = ("goal", "objective")
"""What kinds begin with that are about a goal or objective as a whole, though a statement shows them."""
_COMING_AND_GOING = frozenset({Kind.GOAL_ADDED, Kind.GOAL_REMOVED, Kind.OBJECTIVE_ADDED, Kind.OBJECTIVE_REMOVED})
_MOVES = frozenset({Kind.GOAL_MOVED, Kind.OBJECTIVE_MOVED, Kind.TEXT_MOVED})
_WORDINGS = _RENAMES | {Kind.TEXT_REVISED, Kind.RISK_REVISED, Kind.MITIGATION_REVISED}
"""Kinds of which it is worth saying what made them substantive or editorial: of all others the kind says it."""


def entries(
    changes: ChangeSet,
    places: Places,
    anchors: Anchors,
    decided: Mapping[str, tuple[Disposition, ...]] = MappingProxyType({}),
) -> tuple[Entry, ...]:
    """The changes that stand for themselves, in their order, all others inside them.

    ``decided`` is what reviewers decided, by the id of the change.
    """
    repeats = _repeats(changes.changes)
    parts = {change.id: anchors.of_change(change) for change in changes.changes}
    inside = repeats | {
        change.id: change.part_of
        for change in changes.changes
        if change.part_of and change.id not in repeats and change.kind not in _STANDING_ALONE
        if parts[change.id] == parts[change.part_of]
    }
    members: dict[str, list[Change]] = {}
    for change in changes.changes:
        if change.id in inside:
            members.setdefault(inside[change.id], []).append(change)
    teller, texts = Teller(changes, places), places.texts

    def entry(change: Change) -> Entry:
        path = path_of(change)
        lead, runs = teller.told(change)
        part = _part(change, places, anchors, texts)
        field = "" if change.kind.startswith(_ABOUT_THE_WHOLE) else places.field(path)
        consequences = tuple(entry(each) for each in members.get(change.id, ()) if each.id not in repeats)
        return Entry(
            change,
            texts.say(f"kinds.{change.kind}"),
            part,
            field,
            lead,
            runs,
            brief(runs),
            texts.reason(change.reason) if change.kind in _WORDINGS else "",
            tuple(entry(each) for each in members.get(change.id, ()) if each.id in repeats),
            consequences,
            _by_subject(consequences, texts),
            texts.place(part, field),
            parts[change.id],
            anchors.group_of(change),
            decided.get(change.id, ()),
        )

    return tuple(entry(change) for change in changes.changes if change.id not in inside)


def everything(told: Iterable[Entry]) -> Iterator[Entry]:
    """All entries, those inside others after these."""
    for entry in told:
        yield entry
        yield from everything((*entry.also, *entry.consequences))


def _by_subject(consequences: Iterable[Entry], texts: Texts) -> str:
    """``3 risks, 2 linkages``."""
    counts = Counter(each.subject for each in consequences)
    return texts.each_of(texts.count(f"subjects.{subject}", count) for subject, count in counts.items())


def _part(change: Change, places: Places, anchors: Anchors, texts: Texts) -> str:
    """The part that a change belongs to; what only the old version has, under the number that the part has now."""
    path = path_of(change)
    partner = None if change.new else anchors.partner(home(path))
    if partner is None or partner == home(path):
        return places.part(path)
    return texts.say("names.was", name=places.part(partner), old=home(path).rpartition("/")[2])


def path_of(change: Change) -> str:
    """The field that a change is shown in: the new version's, where it has one."""
    passage = change.new or change.old
    return passage.path if passage else ""


def _repeats(changes: Iterable[Change]) -> dict[str, str]:
    """By id, the changes that only say again what another one says.

    A framework statement may repeat what happened to the statement; who moves to another goal gets another number, and
    a sentence that moved shows what was revised in it.
    """
    statements = {_said(change): change.id for change in changes if _is_about_a_statement(change)}
    moves = {change.id for change in changes if change.kind in _MOVES}
    found: dict[str, str] = {}
    for change in changes:
        if change.part_of in moves and change.kind not in _STANDING_ALONE:
            found[change.id] = change.part_of
        elif path_of(change).endswith("/framework_statement"):
            first = statements.get(_said(change), change.id)
            found.update({change.id: first} if first != change.id else {})
    return found


def _is_about_a_statement(change: Change) -> bool:
    came_or_went = change.kind in (Kind.TEXT_ADDED, Kind.TEXT_REMOVED) and path_of(change).endswith("/statement")
    return came_or_went or change.kind in _RENAMES | _COMING_AND_GOING


def _said(change: Change) -> tuple[str, str, str]:
    """What a change says of its goal or objective."""
    return home(path_of(change)), _text(change.old), _text(change.new)


def _text(passage: Passage | None) -> str:
    return passage.text.strip() if passage else ""
