"""The document in reading order: a part for each goal and objective, and for each section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from icsdiff.comparison.pairs import FieldPair, entity_path
from icsdiff.comparison.redline import Run, RunKind, redline
from icsdiff.model.alignment import Match
from icsdiff.model.changes import ChangeSet, Kind
from icsdiff.rendering.places import Places
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.correspondence import in_order
from icsdiff.rendering.view.entries import everything, path_of
from icsdiff.rendering.view.excerpts import OPENING, opening
from icsdiff.rendering.view.fields import FieldView, paragraphs
from icsdiff.rendering.view.happenings import fates_in_part
from icsdiff.rendering.view.model import ENTITIES, Entry, Part

_LEAD = frozenset({"document", "priorities"})
"""The parts that stand before the goals."""
_Paths = tuple[str | None, str | None]
"""A field by its paths in the old and in the new version."""


def parts(
    changes: ChangeSet,
    pairs: Sequence[FieldPair],
    entries: Iterable[Entry],
    places: Places,
    anchors: Anchors,
) -> Iterator[Part]:
    """The parts, each with its own changes."""
    views = _Fields(changes, places)
    fields: dict[str, list[FieldPair]] = {}
    for pair in pairs:
        fields.setdefault(anchors.of_field(pair.old_path, pair.new_path), []).append(pair)
    own: dict[str, list[Entry]] = {}
    left: dict[str, list[Entry]] = {}
    for entry in entries:
        here = anchors.of_change(entry.change)
        own.setdefault(here, []).append(entry)
        if entry.change.kind is Kind.TEXT_MOVED and entry.change.old:
            there = anchors.of_field(entry.change.old.path, None)
            if there != here:
                left.setdefault(there, []).append(entry)
    for key, path, match in _in_reading_order(changes, pairs, anchors):
        group = fields.get(key, [])
        mine = own.get(key, [])
        by_field = _by_field(mine, group)
        yield Part(
            key,
            str(match.level) if match else "",
            places.part(path),
            _title(group) if match else "",
            fates_in_part(match, changes, places.texts, is_new=not key.endswith("-old")) if match else (),
            tuple(mine),
            tuple(left.get(key, ())),
            tuple(_left_in_words(left.get(key, ()), places.texts)),
            tuple(views.view(pair, by_field.get(_paths(pair), ())) for pair in group),
            tuple(by_field.get(None, ())),
            sum(1 for _ in everything(mine)),
        )


def _in_reading_order(
    changes: ChangeSet, pairs: Sequence[FieldPair], anchors: Anchors
) -> Iterator[tuple[str, str, Match | None]]:
    """The parts by their names in links, each with a path that names it: each objective after its goal."""
    shared: dict[str, str] = {}
    for pair in pairs:
        if not pair.match:
            shared.setdefault(anchors.of_field(pair.old_path, pair.new_path), pair.new_path or pair.old_path or "")
    yield from ((key, path, None) for key, path in shared.items() if key in _LEAD)
    for match in in_order(changes):
        for old, new in zip_longest(match.old, match.new):
            path = entity_path(match.level, new or old)
            yield anchors.new(path) if new else anchors.old(path), path, match
    yield from ((key, path, None) for key, path in shared.items() if key not in _LEAD)


def _by_field(entries: Iterable[Entry], pairs: Iterable[FieldPair]) -> dict[_Paths | None, list[Entry]]:
    """The changes by the field that they stand in; under None those about a goal or objective as a whole."""
    paths: dict[tuple[str, str | None], _Paths] = {}
    for old, new in map(_paths, pairs):
        paths |= {("old", old): (old, new), ("new", new): (old, new)}
    found: dict[_Paths | None, list[Entry]] = {}
    for entry in entries:
        side = "new" if entry.change.new else "old"
        field = None if entry.subject in ENTITIES else paths.get((side, path_of(entry.change)))
        found.setdefault(field, []).append(entry)
    return found


def _paths(pair: FieldPair) -> _Paths:
    return pair.old_path, pair.new_path


def _left_in_words(left: Iterable[Entry], texts: Texts) -> Iterator[str]:
    for place, count in Counter(entry.where for entry in left).items():
        yield texts.say("parts.left-in-words", count, place=place)


def _title(members: Iterable[FieldPair]) -> str:
    statements = {pair.name: pair.new or pair.old for pair in members}
    return statements.get("statement") or statements.get("framework_statement") or ""


class _Fields:
    """The fields of the parts, each with its changes; what has a name in links has it once in the page."""

    def __init__(self, changes: ChangeSet, places: Places) -> None:
        self._changes = changes
        self._places = places
        self._named: set[str] = set()

    def view(self, pair: FieldPair, entries: Iterable[Entry]) -> FieldView:
        """One field of both versions."""
        runs = redline(self._changes, pair) if pair.old != pair.new else ()
        text = pair.new or pair.old
        path = pair.new_path or pair.old_path or ""
        name = self._places.field(path)
        places = {run.change.id: at for at, run in reversed(tuple(enumerate(runs))) if run.change}
        return FieldView(
            f"{name[:1].upper()}{name[1:]}",
            path,
            tuple(paragraphs(runs or (Run(RunKind.SAME, text),), self._named)),
            any(run.change for run in runs),
            opening(text),
            len(text.split()) > OPENING,
            tuple(sorted(entries, key=lambda entry: places.get(entry.id, len(runs)))),
            frozenset(places),
        )
