"""What every format says about a change set, put together once."""

from __future__ import annotations

from collections.abc import Iterable

from icsdiff.comparison.pairs import field_pairs
from icsdiff.comparison.wording import share
from icsdiff.model.changes import ChangeSet, Rewrite, Significance
from icsdiff.model.version import FIELD_SEPARATOR, ProvenanceKind, Version
from icsdiff.rendering.view import correspondence, headline, renumbering
from icsdiff.rendering.view.amounts import difference
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.entries import entries, everything
from icsdiff.rendering.view.model import Entry, FigureRow, Head, RewriteRow, Section, View
from icsdiff.rendering.view.parts import parts
from icsdiff.rendering.view.places import Places

__all__ = ["view"]

_WARNINGS = {
    ProvenanceKind.RECONSTRUCTED: "This text was never released in this form",
    ProvenanceKind.DRAFT: "This text has not been approved",
}
_ABSENCE = {"Old": "The strategy is new", "New": "The strategy is gone"}


def view(changes: ChangeSet) -> View:
    """Everything that a report says."""
    places = Places(changes.old, changes.new)
    pairs = field_pairs(changes.old, changes.new, changes.alignment)
    anchors = Anchors(changes.alignment)
    own = entries(changes, places, anchors)
    runs = renumbering.runs(changes.alignment)
    rows = correspondence.rows(changes, everything(own), anchors, runs)
    figures = _section(own, "figure")
    return View(
        title=f"{changes.new.mission}: {changes.old.label} to {changes.new.label}",
        heads=(_head("Old", changes.old), _head("New", changes.new)),
        sentence=headline.sentence(changes),
        rewritten=headline.rewritten(changes),
        rewrites=tuple(_rewrite_row(each, places) for each in changes.rewrites),
        counts=tuple((kind.replace("-", " "), count) for kind, count in changes.summary.get("kinds", {}).items()),
        substantive=sum(change.significance is Significance.SUBSTANTIVE for change in changes.changes),
        editorial=sum(change.significance is Significance.EDITORIAL for change in changes.changes),
        map=rows,
        happened=correspondence.most_important_first(row for row in rows if not row.told_in_run),
        renumbered=tuple(map(renumbering.told, runs)),
        figures=figures,
        figure_rows=tuple(map(_figure_row, figures.entries)),
        risks=_section(own, "risk", "mitigation"),
        linkages=_section(own, "linkage"),
        parts=tuple(parts(changes, pairs, own, places, anchors)),
    )


def _section(own: Iterable[Entry], *subjects: str) -> Section:
    """The changes of some subjects: those that stand for themselves, and how many more others bring along."""
    told = tuple(own)
    mine = tuple(entry for entry in told if entry.subject in subjects)
    more = sum(entry.subject in subjects for entry in everything(told)) - len(mine)
    brought = f"{more}{' more' if mine else ''} in a goal or an objective that came or went: see its part"
    return Section(mine, brought if more else "")


def _figure_row(entry: Entry) -> FigureRow:
    change = entry.change
    old, new = (passage.text.strip() if passage else "" for passage in (change.old, change.new))
    if not (change.old and change.new):
        return FigureRow(entry, old, new, "", "")
    return FigureRow(entry, old, new, difference(change), share(change.detail))


def _rewrite_row(rewrite: Rewrite, places: Places) -> RewriteRow:
    old, new = _visible(rewrite.old.text), _visible(rewrite.new.text)
    return RewriteRow(str(rewrite.reason), places.whole(rewrite.new.path), old, new)


def _visible(text: str) -> str:
    """The text; in words where nothing of it would be seen."""
    if text.strip():
        return text.strip()
    return "(paragraph break)" if FIELD_SEPARATOR in text else "(blank)" if text else "(nothing)"


def _head(side: str, version: Version) -> Head:
    provenance = version.provenance
    absent = version.is_absent
    return Head(
        side,
        version.label,
        version.mission,
        version.title,
        version.approved.isoformat() if version.approved else "no date",
        ", ".join(day.isoformat() for day in version.updated),
        version.release,
        "absent" if absent else str(provenance.kind),
        _ABSENCE[side] if absent else _WARNINGS.get(provenance.kind, ""),
        provenance.note,
        provenance.source,
    )
