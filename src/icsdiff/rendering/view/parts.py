"""The document in reading order: a part for each goal and objective, and for each section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from icsdiff.comparison.pairs import FieldPair, entity_path
from icsdiff.comparison.redline import Run, RunKind, redline
from icsdiff.model.alignment import Match
from icsdiff.model.changes import ChangeSet, Kind
from icsdiff.model.version import FIELD_SEPARATOR
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.correspondence import in_order
from icsdiff.rendering.view.happenings import fates_in_part
from icsdiff.rendering.view.model import Entry, FieldView, Part
from icsdiff.rendering.view.places import Places

_LEAD = frozenset({"document", "priorities"})
"""The parts that stand before the goals."""
_OPENING = 12
"""Words of a folded field that are shown."""


def parts(
    changes: ChangeSet,
    pairs: Sequence[FieldPair],
    entries: Iterable[Entry],
    places: Places,
    anchors: Anchors,
) -> Iterator[Part]:
    """The parts, each with its own changes."""
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
        yield Part(
            key,
            places.part(path),
            _title(group) if match else "",
            fates_in_part(match, changes, places.texts, is_new=not key.endswith("-old")) if match else (),
            tuple(own.get(key, ())),
            tuple(left.get(key, ())),
            tuple(_left_in_words(left.get(key, ()), places.texts)),
            tuple(_field(pair, changes, places) for pair in group),
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


def _left_in_words(left: Iterable[Entry], texts: Texts) -> Iterator[str]:
    for place, count in Counter(entry.where for entry in left).items():
        yield texts.say("parts.left-in-words", count, place=place)


def _title(members: Iterable[FieldPair]) -> str:
    statements = {pair.name: pair.new or pair.old for pair in members}
    return statements.get("statement") or statements.get("framework_statement") or ""


def _field(pair: FieldPair, changes: ChangeSet, places: Places) -> FieldView:
    runs = redline(changes, pair) if pair.old != pair.new else ()
    text = pair.new or pair.old
    words = text.split()
    path = pair.new_path or pair.old_path or ""
    name = places.field(path)
    return FieldView(
        f"{name[:1].upper()}{name[1:]}",
        path,
        _paragraphs(runs) if runs else tuple((Run(RunKind.SAME, each),) for each in text.split(FIELD_SEPARATOR)),
        any(run.change for run in runs),
        f"{' '.join(words[:_OPENING])} …" if len(words) > _OPENING else " ".join(words),
    )


def _paragraphs(runs: Iterable[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs of a field by paragraph; a break inside a removed run breaks the page as well."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        for at, piece in enumerate(run.text.split(FIELD_SEPARATOR)):
            if at:
                paragraphs.append([])
            if piece:
                paragraphs[-1].append(Run(run.kind, piece, run.change))
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)
