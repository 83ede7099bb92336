"""Goals, objectives and sections while a document is read: paragraphs come in, a version goes out."""

from __future__ import annotations

from dataclasses import dataclass, field

from icsdiff.model.version import (
    FIELD_SEPARATOR,
    GOAL_FIELDS,
    OBJECTIVE_FIELDS,
    Extra,
    Goal,
    Objective,
    canonical,
    slug,
)
from icsdiff.sources.headings import Part, PartKind, Section, section


@dataclass(slots=True)
class Draft:
    """A goal or objective while its blocks come in; ``known`` are the fields that it has by contract."""

    number: str
    known: tuple[str, ...]
    line: int = 0
    """Where its own heading stands; 0 while only the framework has named it."""
    section: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Names of the fields that the contract does not know, by slug."""
    objectives: list[Draft] = field(default_factory=list)

    @property
    def is_goal(self) -> bool:
        """Whether it is a goal."""
        return self.known is GOAL_FIELDS

    def open(self, known: str, name: str) -> list[str]:
        """The paragraphs of a field; one that it does not have by contract keeps its author's name."""
        key = known if known in self.known else slug(name) or "text"
        self.names.setdefault(key, canonical(name))
        return self.fields.setdefault(key, [])

    def rename(self, old: str, new: str) -> None:
        """Give what stands in one field to another."""
        self.fields[new] = self.fields.pop(old, [])

    def goal(self) -> Goal:
        """The goal with its objectives."""
        objectives = tuple(each.objective() for each in self.objectives)
        return Goal(self.number, extras=self._extras(), objectives=objectives, **self._texts())

    def objective(self) -> Objective:
        """The objective."""
        return Objective(self.number, extras=self._extras(), **self._texts())

    def text(self, name: str) -> str:
        """A field's text; empty where there is none."""
        return canonical(FIELD_SEPARATOR.join(self.fields.get(name, ())))

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


class Sections:
    """The text that stands in sections and in no goal or objective."""

    def __init__(self) -> None:
        self._paragraphs: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}

    def open(self, name: str) -> list[str]:
        """The paragraphs of a section."""
        key = slug(name) or "text"
        self._names.setdefault(key, canonical(name))
        return self._paragraphs.setdefault(key, [])

    @property
    def priorities(self) -> str:
        """The text of the Chief of Mission Priorities."""
        texts = (text for key, each in self._paragraphs.items() if self._is_priorities(key) for text in each)
        return canonical(FIELD_SEPARATOR.join(texts))

    def others(self) -> tuple[Extra, ...]:
        """The other sections that have text."""
        texts = ((key, canonical(FIELD_SEPARATOR.join(each))) for key, each in self._paragraphs.items())
        return tuple(Extra(self._names[key], text) for key, text in texts if text and not self._is_priorities(key))

    def _is_priorities(self, key: str) -> bool:
        return section(self._names[key]) is Section.PRIORITIES
