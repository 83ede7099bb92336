"""The document in reading order: a part for each goal and objective, and for each section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.comparison.pairs import FieldPair
from icsdiff.comparison.redline import Run, RunKind, redline
from icsdiff.model.changes import ChangeSet, Kind
from icsdiff.model.version import FIELD_SEPARATOR, slug
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.correspondence import in_order
from icsdiff.rendering.view.entries import path_of
from icsdiff.rendering.view.happenings import fates_in_part
from icsdiff.rendering.view.model import Entry, FieldView, Part
from icsdiff.rendering.view.places import Places

_OPENING = 12
"""Words of a folded field that are shown."""


def parts(
    changes: ChangeSet, pairs: Iterable[FieldPair], entries: Iterable[Entry], places: Places, anchors: Anchors
) -> Iterator[Part]:
    """The parts, each with its own changes."""
    members: dict[str, list[FieldPair]] = {}
    for pair in _in_reading_order(changes, pairs):
        members.setdefault(_key(pair, anchors), []).append(pair)
    of_old = {pair.old_path: key for key, group in members.items() for pair in group if pair.old_path}
    of_new = {pair.new_path: key for key, group in members.items() for pair in group if pair.new_path}
    found: dict[str, list[Entry]] = {}
    left: dict[str, list[Entry]] = {}
    for entry in entries:
        old, new = entry.change.old, entry.change.new
        here = of_new.get(new.path, "") if new else of_old.get(path_of(entry.change), "")
        found.setdefault(here, []).append(entry)
        if entry.change.kind is Kind.TEXT_MOVED and old and (there := of_old.get(old.path, "")) != here:
            left.setdefault(there, []).append(entry)
    for key, group in members.items():
        path = next((pair.new_path for pair in group if pair.new_path), group[0].old_path) or ""
        match = group[0].match
        yield Part(
            key,
            places.part(path),
            _title(group) if match else "",
            fates_in_part(match, changes, is_new=not key.endswith("-old")) if match else (),
            tuple(found.get(key, ())),
            tuple(left.get(key, ())),
            tuple(_field(pair, changes, places) for pair in group),
        )


def _in_reading_order(changes: ChangeSet, pairs: Iterable[FieldPair]) -> list[FieldPair]:
    """The fields with each objective after its goal."""
    place = {id(match): at for at, match in enumerate(in_order(changes), 1)}
    after = len(place) + 1

    def rank(pair: FieldPair) -> int:
        if pair.match:
            return place[id(pair.match)]
        return 0 if pair.name in ("metadata", "priorities") else after

    return sorted(pairs, key=rank)


def _key(pair: FieldPair, anchors: Anchors) -> str:
    if pair.match:
        return anchors.of(pair)
    return "document" if pair.name == "metadata" else slug(pair.new_path or pair.old_path or "")


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
