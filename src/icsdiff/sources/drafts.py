"""Goals, objectives and sections while a document is read: paragraphs come in, a version goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from icsdiff.model.version import (
    FIELD_SEPARATOR,
    GOAL_FIELDS,
    OBJECTIVE_FIELDS,
    Extra,
    Goal,
    Objective,
    Position,
    canonical,
    slug,
)
from icsdiff.sources.blocks import Block
from icsdiff.sources.headings import Part, PartKind, Section, section


@dataclass(slots=True)
class Text:
    """The paragraphs of a field while they come in, and where the first of them begins."""

    paragraphs: list[str] = field(default_factory=list)
    begins: Position | None = None

    def add(self, paragraph: str, block: Block) -> None:
        """The next paragraph, which stands in a block."""
        self.paragraphs.append(paragraph)
        self.begins = self.begins or block.position

    @property
    def whole(self) -> str:
        """The text as a version keeps it."""
        return canonical(FIELD_SEPARATOR.join(self.paragraphs))


@dataclass(slots=True)
class Draft:
    """A goal or objective while its blocks come in; ``known`` are the fields that it has by contract."""

    number: str
    known: tuple[str, ...]
    line: int = 0
    """Where its own heading stands; 0 while only the framework has named it."""
    section: str = ""
    fields: dict[str, Text] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Names of the fields that the contract does not know, by slug."""
    objectives: list[Draft] = field(default_factory=list)

    @property
    def is_goal(self) -> bool:
        """Whether it is a goal."""
        return self.known is GOAL_FIELDS

    def open(self, known: str, name: str) -> Text:
        """The text of a field; one that it does not have by contract keeps its author's name."""
        key = known if known in self.known else slug(name) or "text"
        self.names.setdefault(key, canonical(name))
        return self.fields.setdefault(key, Text())

    def rename(self, old: str, new: str) -> None:
        """Give what stands in one field to another."""
        self.fields[new] = self.fields.pop(old, Text())

    def goal(self) -> Goal:
        """The goal with its objectives."""
        objectives = tuple(each.objective() for each in self.objectives)
        return Goal(self.number, extras=self._extras(), objectives=objectives, **self._texts())

    def objective(self) -> Objective:
        """The objective."""
        return Objective(self.number, extras=self._extras(), **self._texts())

    def text(self, name: str) -> str:
        """A field's text; empty where there is none."""
        return self.fields[name].whole if name in self.fields else ""

    @property
    def positions(self) -> Iterator[tuple[str, Position]]:
        """Where each field of it begins, by its path."""
        folder = "goals" if self.is_goal else "objectives"
        for name, text in self.fields.items():
            if text.begins:
                key = name if name in self.known else slug(self.names.get(name, name))
                yield f"{folder}/{self.number}/{key}", text.begins

    def _texts(self) -> dict[str, str]:
        return {name: self.text(name) for name in self.known}

    def _extras(self) -> tuple[Extra, ...]:
        return tuple(
            Extra(self.names.get(name, name), self.text(name))
            for name in self.fields
            if name not in self.known and self.text(name)
        )


class Drafts:
    """The goals and objectives of one document by their numbers."""

    def __init__(self) -> None:
        self.goals: dict[str, Draft] = {}
        self.objectives: dict[str, Draft] = {}

    def named(self, opened: Part, open_goal: str) -> Draft:
        """The goal or objective of that number, new or as the framework has named it already."""
        if opened.kind is PartKind.GOAL:
            return self._goal(opened.number)
        if opened.kind is PartKind.MANAGEMENT:
            number = f"M{opened.number or 1}"
            return self.objectives.setdefault(number, Draft(number, OBJECTIVE_FIELDS))
        goal, dot, _ = opened.number.partition(".")
        goal = goal.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        number = opened.number
        if not dot and goal == number:
            goal = open_goal or "1"
            number = f"{goal}.{number}"
        if number not in self.objectives:
            self.objectives[number] = Draft(number, OBJECTIVE_FIELDS)
            self._goal(goal).objectives.append(self.objectives[number])
        return self.objectives[number]

    def _goal(self, number: str) -> Draft:
        return self.goals.setdefault(number, Draft(number, GOAL_FIELDS))

    def in_order(self) -> tuple[Goal, ...]:
        """The goals by their numbers."""
        return tuple(draft.goal() for draft in sorted(self.goals.values(), key=lambda goal: int(goal.number)))

    def management(self) -> tuple[Objective, ...]:
        """The management objectives in the document's order."""
        return tuple(draft.objective() for number, draft in self.objectives.items() if number.startswith("M"))

    @property
    def positions(self) -> Iterator[tuple[str, Position]]:
        """Where the fields of all goals and objectives begin, by their paths."""
        for draft in (*self.goals.values(), *self.objectives.values()):
            yield from draft.positions


class Sections:
    """The text that stands in sections and in no goal or objective."""

    def __init__(self) -> None:
        self._texts: dict[str, Text] = {}
        self._names: dict[str, str] = {}

    def open(self, name: str) -> Text:
        """The text of a section."""
        key = slug(name) or "text"
        self._names.setdefault(key, canonical(name))
        return self._texts.setdefault(key, Text())

    @property
    def priorities(self) -> str:
        """The text of the Chief of Mission Priorities."""
        texts = (text.whole for key, text in self._texts.items() if self._is_priorities(key))
        return canonical(FIELD_SEPARATOR.join(texts))

    def others(self) -> tuple[Extra, ...]:
        """The other sections that have text."""
        texts = ((key, text.whole) for key, text in self._texts.items())
        return tuple(Extra(self._names[key], text) for key, text in texts if text and not self._is_priorities(key))

    @property
    def positions(self) -> Iterator[tuple[str, Position]]:
        """Where each section's text begins, by its path."""
        for key, text in reversed(self._texts.items()):  # the first of several that are priorities is the last word
            if text.begins:
                yield "priorities" if self._is_priorities(key) else f"sections/{slug(self._names[key])}", text.begins

    def _is_priorities(self, key: str) -> bool:
        return section(self._names[key]) is Section.PRIORITIES
