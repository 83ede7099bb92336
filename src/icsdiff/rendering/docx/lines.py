"""A version as a document: every heading and every field in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from icsdiff.comparison.pairs import entity_path
from icsdiff.model.alignment import Level
from icsdiff.model.version import Goal, Objective, Version
from icsdiff.rendering.places import Places

_IN_HEADINGS = frozenset({"statement", "framework_statement"})
"""Fields of a goal or objective that stand beside its number."""
_UNLABELLED = frozenset({"description"})
"""Fields that follow their heading without a label."""


HEADING = "number and statement"
"""The role of the line that a goal or objective begins with; no field is called so."""


class Style(StrEnum):
    """The paragraph styles of the compared text, by their ids in ``templates/word/styles.xml``."""

    COVER = "Cover"
    PART = "Heading1"
    OBJECTIVE = "Heading2"
    FIELD = "Heading3"
    TEXT = "BodyText"


class Line(NamedTuple):
    """A heading, a field, or both in one: words of the document's frame, and a field of the version behind them."""

    entity: str
    """``objectives/1.1``: the goal or objective that it belongs to; empty for none."""
    role: str
    """What it is there, or in the document."""
    style: Style
    words: str = ""
    path: str = ""


def lines(version: Version, places: Places) -> Iterator[Line]:
    """The lines of a version."""
    fields = version.fields
    for path in fields:
        if path.startswith("metadata/"):
            yield Line("", path, Style.COVER, places.field(path), path)
    if "priorities" in fields:
        yield from _labelled("", "priorities", Style.PART, places.part("priorities"))
    yield from _framework(version, places)
    for goal in version.goals:
        yield from _entity(goal, entity_path(Level.GOAL, goal.number), Style.PART, places)
        for objective in goal.objectives:
            yield from _objective(objective, places)
    if version.management_objectives:
        yield Line("", "management objectives", Style.PART, places.texts.say("word.management-objectives"))
    for objective in version.management_objectives:
        yield from _objective(objective, places)
    for path in fields:
        if path.startswith("sections/") or path == "unplaced":
            yield from _labelled("", path, Style.PART, places.part(path))


def _framework(version: Version, places: Places) -> Iterator[Line]:
    statements = [path for path in version.fields if path.endswith("/framework_statement")]
    if statements:
        yield Line("", "framework", Style.PART, places.texts.say("word.framework"))
    for path in statements:
        entity, _, role = path.rpartition("/")
        yield Line(entity, role, Style.TEXT, places.part(entity), path)


def _objective(objective: Objective, places: Places) -> Iterator[Line]:
    return _entity(objective, entity_path(Level.OBJECTIVE, objective.number), Style.OBJECTIVE, places)


def _entity(holder: Goal | Objective, entity: str, style: Style, places: Places) -> Iterator[Line]:
    yield Line(entity, HEADING, style, places.part(entity), f"{entity}/statement" if holder.statement else "")
    for role in dict.fromkeys(name for name, text in holder.fields if text and name not in _IN_HEADINGS):
        path = f"{entity}/{role}"
        name = "" if role in _UNLABELLED else places.field(path)
        yield from _labelled(entity, path, Style.FIELD, f"{name[:1].upper()}{name[1:]}")


def _labelled(entity: str, path: str, style: Style, label: str) -> Iterator[Line]:
    role = path.removeprefix(f"{entity}/")
    if label:
        yield Line(entity, f"{role} label", style, label)
    yield Line(entity, role, Style.TEXT, path=path)
