"""What every format says about a change set, put together once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.comparison.pairs import field_pairs
from icsdiff.comparison.reviewing import by_change, lapsed
from icsdiff.model.changes import ChangeSet, Rewrite, Significance
from icsdiff.model.review import Review
from icsdiff.model.version import FIELD_SEPARATOR, ProvenanceKind, Version
from icsdiff.rendering.places import Places
from icsdiff.rendering.texts import Texts, shipped
from icsdiff.rendering.view import correspondence, headline, renumbering
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.entries import entries, everything
from icsdiff.rendering.view.figures import figure_row
from icsdiff.rendering.view.map import map_of
from icsdiff.rendering.view.model import Count, Entry, Head, RewriteRow, Section, View
from icsdiff.rendering.view.parts import parts
from icsdiff.rendering.view.questions import to_ask
from icsdiff.rendering.view.register import linkages_by_framework, risk_register

__all__ = ["view"]


def view(changes: ChangeSet, texts: Texts | None = None, review: Review | None = None) -> View:
    """Everything that a report says, in the words of a catalogue: icsdiff's own unless another is given.

    With a review, also what reviewers decided.
    """
    texts = texts or shipped()
    places = Places(texts, changes.old, changes.new)
    pairs = field_pairs(changes.old, changes.new, changes.alignment)
    anchors = Anchors(changes.old, changes.new, changes.alignment)
    own = entries(changes, places, anchors, by_change(review) if review else {})
    runs = renumbering.runs(changes.alignment)
    rows = correspondence.rows(changes, everything(own), anchors, runs, texts)
    told = tuple(parts(changes, pairs, own, places, anchors))
    figures = _section(own, texts, "figure")
    return View(
        title=texts.say("page.title", mission=changes.new.mission, old=changes.old.label, new=changes.new.label),
        heads=(_head("old", changes.old, texts), _head("new", changes.new, texts)),
        sentence=headline.sentence(changes, texts),
        rewritten=headline.rewritten(changes, texts),
        rewrites=tuple(_rewrite_row(each, places, texts) for each in changes.rewrites),
        counts=tuple(_counts(changes, texts)),
        substantive=sum(change.significance is Significance.SUBSTANTIVE for change in changes.changes),
        editorial=sum(change.significance is Significance.EDITORIAL for change in changes.changes),
        map=rows,
        happened=correspondence.most_important_first(row for row in rows if not row.told_in_run),
        renumbered=tuple(renumbering.told(run, texts) for run in runs),
        picture=map_of(changes, anchors, texts),
        figures=figures,
        figure_rows=tuple(figure_row(entry, texts) for entry in figures.entries),
        risks=_section(own, texts, "risk", "mitigation"),
        risk_register=risk_register(told),
        linkages=_section(own, texts, "linkage"),
        linkages_by_framework=linkages_by_framework(own),
        questions=to_ask(changes, places, anchors),
        parts=told,
        lapsed=lapsed(changes, review) if review else (),
    )


def _section(own: Iterable[Entry], texts: Texts, *subjects: str) -> Section:
    """The changes of some subjects: those that stand for themselves, and how many more others bring along."""
    told = tuple(own)
    mine = tuple(entry for entry in told if entry.subject in subjects)
    more = sum(entry.subject in subjects for entry in everything(told)) - len(mine)
    brought = texts.say("sections.brought-more" if mine else "sections.brought", more)
    return Section(mine, brought if more else "")


def _counts(changes: ChangeSet, texts: Texts) -> Iterator[Count]:
    first: dict[str, str] = {}
    for change in changes.changes:
        first.setdefault(change.kind, change.id)
    for kind, count in changes.summary.get("kinds", {}).items():
        yield Count(kind, texts.say(f"counted.{kind}", count), count, first[kind])


def _rewrite_row(rewrite: Rewrite, places: Places, texts: Texts) -> RewriteRow:
    old, new = _visible(rewrite.old.text, texts), _visible(rewrite.new.text, texts)
    return RewriteRow(texts.say(f"rewrites.{rewrite.reason}"), places.whole(rewrite.new.path), old, new)


def _visible(text: str, texts: Texts) -> str:
    """The text; in words where nothing of it would be seen."""
    if text.strip():
        return text.strip()
    return texts.say(f"rewrites.{'paragraph-break' if FIELD_SEPARATOR in text else 'blank' if text else 'nothing'}")


def _head(side: str, version: Version, texts: Texts) -> Head:
    provenance = version.provenance
    kind = "absent" if version.is_absent else provenance.kind
    return Head(
        texts.say(f"sides.{side}"),
        version.label,
        version.mission,
        version.title,
        version.approved.isoformat() if version.approved else texts.say("heads.no-date"),
        ", ".join(day.isoformat() for day in version.updated),
        version.release,
        texts.say(f"provenance.{kind}"),
        _warning(side, version, texts),
        provenance.note,
        provenance.source,
    )


def _warning(side: str, version: Version, texts: Texts) -> str:
    """Why a version is not what the mission published; empty where it is."""
    if version.is_absent:
        return texts.say(f"provenance.absent-{side}")
    kind = version.provenance.kind
    return "" if kind is ProvenanceKind.PUBLISHED else texts.say(f"provenance.{kind}-warning")
