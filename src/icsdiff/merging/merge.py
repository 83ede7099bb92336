"""What two people made of one version, as one version again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from icsdiff.merging.entities import Note, merge_extras, merge_field, merge_value
from icsdiff.merging.ignored import merge_ignored
from icsdiff.merging.merged import Clash, Conflict, Merged, Sides
from icsdiff.merging.structure import Structure
from icsdiff.model.version import Provenance, Version

_ORIGIN = ("source", "sha256", "importer", "importer_version")
"""What belongs together in a provenance: the digest is that of this source, read by this importer."""


def merge(base: Version, ours: Version, theirs: Version) -> Merged:
    """Both sides' changes of the base: objective by objective, field by field, sentence by sentence.

    What only one side changed is as that side has it, and nothing that either side wrote is lost: all of it is there if
    the conflicts go to that side. Which side is ours decides nothing but what stands first of two insertions at one
    place. Without a common base, an empty version serves.
    """
    versions = base, ours, theirs
    conflicts: list[Conflict] = []
    merged: dict[str, Sides[Any]] = {}

    def note(path: str, clash: Clash) -> None:
        conflicts.append(Conflict(path, "", clash))

    for name in ("mission", "title", "approved", "release"):
        merged[name] = merge_value(f"metadata/{name}", (getattr(each, name) for each in versions), note)
    updated = _updated(*(each.updated for each in versions))
    merged["updated"] = Sides(updated, updated)
    merged["provenance"] = _provenance([each.provenance for each in versions], note)
    for name in ("priorities", "unplaced"):
        merged[name] = merge_field(name, (getattr(each, name) for each in versions), note)
    merged["sections"] = merge_extras(
        (each.sections for each in versions), lambda name, clash: note(f"sections/{name}", clash)
    )
    merged["ignored"] = merge_ignored(
        [each.ignored for each in versions], lambda name, clash: note(f"ignored/{name}", clash)
    )
    structure = Structure(*versions)
    outlines = structure.outlines()
    conflicts += structure.conflicts
    sides = (
        replace(
            ours,
            positions={},  # those of a source: no source has this text
            **{name: getattr(values, side) for name, values in merged.items()},
            **getattr(outlines, side)._asdict(),
        )
        for side in Sides._fields
    )
    mine, yours = sides
    # Two orders of what was removed since are none.
    return Merged(mine, yours, tuple(dict.fromkeys(conflicts)) if mine != yours else ())


def _updated(base: tuple[date, ...], ours: tuple[date, ...], theirs: tuple[date, ...]) -> tuple[date, ...]:
    """Every date that a side has, without those that the other side took out; in the order of time where both wrote."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    gone = set(base) - set(ours).intersection(theirs)
    return tuple(sorted({*ours, *theirs} - gone))


def _provenance(provenances: Sequence[Provenance], note: Note) -> Sides[Provenance]:
    """Where the text comes from: as the side has it that changed it.

    Two sources cannot be mixed: name, digest and importer are one value, and two of them a conflict.
    """
    origins = [tuple(getattr(each, name) for name in _ORIGIN) for each in provenances]
    origin = merge_value("provenance/source", origins, note)
    kind = merge_value("provenance/kind", (each.kind for each in provenances), note)
    remark = merge_value("provenance/note", (each.note for each in provenances), note)
    return Sides(
        *(
            Provenance(kind=each_kind, note=each_remark, **dict(zip(_ORIGIN, each_origin, strict=True)))
            for each_kind, each_remark, each_origin in zip(kind, remark, origin, strict=True)
        )
    )
