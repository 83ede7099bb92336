"""The changes as annotations of the new version's file, for hosts of repositories: what stands beside which line."""

from __future__ import annotations

from dataclasses import dataclass

from icsdiff.model.changes import ChangeSet, Passage
from icsdiff.rendering import Options
from icsdiff.rendering.caution import caution
from icsdiff.rendering.places import Places
from icsdiff.rendering.plain import inert, plain
from icsdiff.rendering.texts import shipped
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.entries import entries
from icsdiff.rendering.view.model import Entry
from icsdiff.store.lines import Lines


@dataclass(frozen=True, slots=True)
class Annotation:
    """One change, or several of which the others follow from it, at a line of a file."""

    id: str
    """That of the change."""
    kind: str
    """``figure-revised``."""
    editorial: bool
    file: str
    line: int | None
    """None where the version was read from something else than a version file."""
    title: str
    """``Objective 1.3, risks``."""
    message: str


def annotated(changes: ChangeSet, options: Options) -> tuple[Annotation, ...]:
    """The changes that stand for themselves, most important first."""
    anchors = Anchors(changes.old, changes.new, changes.alignment)
    lines = Lines(options.new_text, changes.new) if options.new_text else None
    warning = caution(changes)

    def annotation(entry: Entry) -> Annotation:
        change = entry.change
        return Annotation(
            change.id,
            str(change.kind),
            entry.editorial,
            inert(options.new_file or changes.new.source),
            _line(lines, change.old, change.new, anchors) if lines else None,
            plain(entry.where),
            plain(" ".join(filter(None, (_message(entry), warning)))),
        )

    return tuple(map(annotation, entries(changes, Places(shipped(), changes.old, changes.new), anchors)))


def _message(entry: Entry) -> str:
    reason = f"editorial: {entry.reason}" if entry.editorial and entry.reason else entry.reason
    along = f"with it {entry.takes_along}" if entry.takes_along else ""
    notes = "; ".join(filter(None, (along, reason)))
    return f"{entry.change.summary} ({notes})" if notes else entry.change.summary


def _line(lines: Lines, old: Passage | None, new: Passage | None, anchors: Anchors) -> int | None:
    """The line of the words; of what is gone, that of its field or of its goal or objective, if they are there."""
    if new:
        return lines.of(new.path, new.start)
    if old is None:
        return None
    entity, _, name = old.path.rpartition("/")
    if "/" not in entity:
        return lines.of(old.path)
    partner = anchors.partner(entity)
    return (lines.of(f"{partner}/{name}") or lines.of(partner)) if partner else None
