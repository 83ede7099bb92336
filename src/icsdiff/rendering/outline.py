"""The outline of one version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from icsdiff.model.version import OBJECTIVE_FIELDS, Goal, Objective, Position, ProvenanceKind, Version
from icsdiff.rendering.plain import plain

_EXPECTED = frozenset(OBJECTIVE_FIELDS) - {"framework_statement"}
"""Fields that every objective should have."""


def outline(version: Version, form: str, *, with_source: bool = False) -> str:
    """The outline as ``text`` or ``json``; with the place of each field in its source, as far as it was noted."""
    positions = [(path, position) for path in version.fields if (position := version.position(path))]
    if form == "json":
        places = {path: {"page": each.page or None, "line": each.line or None} for path, each in positions}
        data = {**_as_data(version), **({"positions": places} if with_source else {})}
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    lines = [*_lines(version), *(_places(version, positions) if with_source else ())]
    return "".join(f"{plain(line).rstrip()}\n" for line in lines)


def _places(version: Version, positions: Sequence[tuple[str, Position]]) -> Iterator[str]:
    yield ""
    yield f"In {version.provenance.source or 'the source'}:"
    width = max((len(path) for path, _ in positions), default=0)
    yield from (f"  {path:{width}}  {position}" for path, position in positions)
    if not positions:
        yield "  no place was noted; import the document anew to note them"


def _lines(version: Version) -> Iterator[str]:
    yield f"{version.label}  {version.title}, {version.mission}"
    updated = ", ".join(day.isoformat() for day in version.updated) or "never"
    yield f"approved {version.approved or 'no date'}, updated {updated}, {version.release or 'no release marking'}"
    provenance = version.provenance
    origin = f"from {provenance.source} by the {provenance.importer} importer" if provenance.source else "no source"
    yield f"{provenance.kind}, {origin}"
    if provenance.kind is not ProvenanceKind.PUBLISHED:
        yield f"! This is a {provenance.kind} version, not a published text. {provenance.note}"
    if version.priorities:
        yield f"Chief of Mission Priorities: {len(version.priorities.split())} words"
    for goal in version.goals:
        yield ""
        yield f"Goal {goal.number}  {goal.title}"
        for objective in goal.objectives:
            yield from _objective(objective)
    if version.management_objectives:
        yield ""
        for objective in version.management_objectives:
            yield from _objective(objective)
    for section in version.sections:
        yield f"Section {section.name}: {len(section.text.split())} words"
    if version.unplaced:
        yield f"Unplaced: {len(version.unplaced.split())} words"


def _objective(objective: Objective) -> Iterator[str]:
    yield f"  {objective.number}  {objective.title}"
    present = dict(objective.fields)
    counts = (
        f"{name.replace('_', ' ')} {len(text.split())}"
        for name, text in present.items()
        if name not in ("statement", "framework_statement")
    )
    yield f"       words: {', '.join(counts) or 'none'}"
    missing = sorted(_EXPECTED - set(present))
    if missing:
        yield f"       missing: {', '.join(missing)}"


def _as_data(version: Version) -> dict[str, object]:
    return {
        "label": version.label,
        "mission": version.mission,
        "title": version.title,
        "approved": version.approved.isoformat() if version.approved else None,
        "updated": [day.isoformat() for day in version.updated],
        "release": version.release,
        "provenance": str(version.provenance.kind),
        "goals": [
            {**_entity(goal), "objectives": [_entity(objective) for objective in goal.objectives]}
            for goal in version.goals
        ],
        "management_objectives": _entities(version.management_objectives),
        "sections": [section.name for section in version.sections],
        "unplaced": len(version.unplaced.split()),
    }


def _entities(entities: Iterable[Objective]) -> list[dict[str, object]]:
    return [_entity(entity) for entity in entities]


def _entity(entity: Goal | Objective) -> dict[str, object]:
    words = {name: len(text.split()) for name, text in entity.fields}
    return {"number": entity.number, "id": entity.id, "statement": entity.title, "words": words}
