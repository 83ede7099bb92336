"""A version file's text into a version, with every problem named by file, line and key."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.errors import IcsdiffError, InvalidVersion
from icsdiff.model.version import (
    GOAL_FIELDS,
    OBJECTIVE_FIELDS,
    Extra,
    Goal,
    Ignored,
    Listed,
    Objective,
    Provenance,
    ProvenanceKind,
    Version,
    slug,
)
from icsdiff.store import keys
from icsdiff.store.entry import Entry, Problems
from icsdiff.store.tree import tree


def parse(text: str, *, name: str) -> Version:
    """The version in a YAML or JSON text; ``name`` is the file for messages.

    Raises ``InvalidVersion`` with every problem.
    """
    root = tree(text, name)
    if not any(key.value == "schema" for key, _ in getattr(root, "value", ())):
        reason = f"this is no structured version: it has no key schema with {keys.SCHEMA}"
        raise InvalidVersion(IcsdiffError(reason, file=name, line=1, remedy="make one with icsdiff import"))
    problems = Problems(name)
    version = _version(Entry(root, "", keys.VERSION, problems))
    problems.settle()
    return version


def _version(entry: Entry) -> Version:
    schema = entry.required("schema", f"begin the file with schema: {keys.SCHEMA}")
    if schema and schema != keys.SCHEMA:
        entry.problem("schema", f"{schema!r} is not {keys.SCHEMA}", "read it with the icsdiff that wrote it")
    return Version(
        mission=entry.required("mission", "give the mission's name, as in mission: Peru"),
        title=entry.text("title"),
        approved=entry.day("approved"),
        updated=entry.days("updated"),
        release=entry.text("release"),
        provenance=_provenance(entry.entry("provenance", keys.PROVENANCE)),
        priorities=entry.text("priorities"),
        goals=tuple(map(_goal, entry.entries("goals", keys.GOAL))),
        management_objectives=tuple(map(_objective, entry.entries("management_objectives", keys.OBJECTIVE))),
        sections=tuple(_extras(entry, "sections", ())),
        unplaced=entry.text("unplaced"),
        ignored=tuple(map(_ignored, entry.entries("ignored", keys.IGNORED))),
        positions=entry.positions("positions"),
        contents=tuple(map(_listed, entry.entries("contents", keys.ENTRY))),
        headings=tuple(map(_listed, entry.entries("headings", keys.ENTRY))),
    )


def _provenance(entry: Entry | None) -> Provenance:
    if entry is None:
        return Provenance()
    texts = {key: entry.text(key) for key in keys.PROVENANCE}
    kind = texts.pop("kind") or ProvenanceKind.PUBLISHED
    known = [str(each) for each in ProvenanceKind]
    if kind not in known:
        entry.problem("kind", f"{kind!r} is no kind of provenance", f"write {', '.join(known[:-1])} or {known[-1]}")
        kind = ProvenanceKind.PUBLISHED
    return Provenance(ProvenanceKind(kind), **texts)


def _goal(entry: Entry) -> Goal:
    return Goal(
        number=entry.number("goal"),
        id=entry.identity(),
        extras=tuple(_extras(entry, "extras", GOAL_FIELDS)),
        objectives=tuple(map(_objective, entry.entries("objectives", keys.OBJECTIVE))),
        **{name: entry.text(name) for name in GOAL_FIELDS},
    )


def _objective(entry: Entry) -> Objective:
    return Objective(
        number=entry.number("objective"),
        id=entry.identity(),
        extras=tuple(_extras(entry, "extras", OBJECTIVE_FIELDS)),
        **{name: entry.text(name) for name in OBJECTIVE_FIELDS},
    )


def _ignored(entry: Entry) -> Ignored:
    finding = entry.required("finding", "give the id that icsdiff check --format json prints")
    return Ignored(finding, entry.required("reason", "say why nobody needs to ask"))


def _listed(entry: Entry) -> Listed:
    return Listed(entry.required("text", "give the words of the entry, or leave it out"), entry.page())


def _extras(entry: Entry, key: str, taken: tuple[str, ...]) -> Iterator[Extra]:
    """Fields or sections under the names of their author; two with one path could not be told apart."""
    paths = set(taken)
    for each in entry.entries(key, keys.EXTRA):
        name = each.required("name", "give the name that the document gives it")
        if name and slug(name) in paths:
            each.problem("name", f"a field or section {name!r} is there already", "put the texts under one name")
        paths.add(slug(name))
        yield Extra(name, each.text("text"))
