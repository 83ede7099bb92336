"""A version on its way to the next one: parts that know where they come from, sentences that know whether they changed.

Edits change the draft and note what a reviewer would say about it; ``labels.py`` beside this file adds, at the end,
what only the whole shows: numbers, alignment, terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from benchmarks.accuracy.generate.phrases import Phrase, joined, phrases
from benchmarks.accuracy.labels import Label
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind, Significance
from icsdiff.model.version import GOAL_FIELDS, OBJECTIVE_FIELDS, Extra, Goal, Objective, Version

NOT_PROSE = ("statement", "framework_statement", "linkages")
RISKS = "risks"


@dataclass(slots=True, eq=False)
class Part:
    """A goal or objective."""

    level: Level
    statement: str
    framework_statement: str
    linkages: str
    prose: dict[str, list[Phrase]]
    """The sentences of every other field, by its name; extra fields by the name that their author gave them."""
    sources: tuple[str, ...] = ()
    """The old numbers that it comes from; none where it was added."""
    objectives: list[Part] = field(default_factory=list)
    closed: bool = False
    """Whether an edit had it as a whole, so that no other edit may touch it."""
    several: bool = False
    """Whether it was split off or merged: its sentences may be edited where they stand, no more."""
    relinked: bool = False
    """Whether its linkages were edited; each list is edited once."""
    renamed: Significance | None = None

    @property
    def has_free_list(self) -> bool:
        """Whether its linkages may be edited."""
        return bool(self.linkages) and not (self.closed or self.several or self.relinked)

    def rename(self, statement: str, significance: Significance = Significance.SUBSTANTIVE) -> None:
        """Give it another statement, in the framework too where that said the same."""
        if self.framework_statement == self.statement:
            self.framework_statement = statement
        self.statement, self.renamed = statement, significance


@dataclass(slots=True, eq=False)
class Place:
    """A field of prose in the draft."""

    name: str
    phrases: list[Phrase]
    part: Part | None = None


@dataclass(slots=True)
class Draft:
    """The new version while it is being made, and what is to be said about it."""

    base: Version
    priorities: list[Phrase]
    goals: list[Part]
    management: list[Part]
    updated: tuple[date, ...]
    focus: Part | None = None
    """The only part that may be edited; None for all."""
    labels: list[Label] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Texts of the old version that an edit touched: what may have taken a term along."""
    come: list[str] = field(default_factory=list)
    """Texts of the new version that an edit touched."""

    @classmethod
    def of(cls, base: Version) -> Draft:
        """The draft that says what the version says."""
        goals = [_goal(goal) for goal in base.goals]
        management = [_objective(each) for each in base.management_objectives]
        return cls(base, phrases(base.priorities), goals, management, base.updated)

    def version(self) -> Version:
        """The draft as a version, numbered by position, without ids."""
        return replace(
            self.base,
            updated=self.updated,
            priorities=joined(self.priorities),
            goals=tuple(
                replace(
                    _as_goal(part, str(at)),
                    objectives=tuple(
                        _as_objective(each, f"{at}.{place}") for place, each in enumerate(part.objectives, 1)
                    ),
                )
                for at, part in enumerate(self.goals, 1)
            ),
            management_objectives=tuple(_as_objective(part, f"M{at}") for at, part in enumerate(self.management, 1)),
        )

    def objectives(self) -> Iterator[Part]:
        """Every objective, the management objectives last."""
        for goal in self.goals:
            yield from goal.objectives
        yield from self.management

    def places(self) -> Iterator[Place]:
        """Every field of prose that may be edited."""
        if self.focus is None:
            yield Place("priorities", self.priorities)
        for part in (*self.goals, *self.objectives()):
            if not part.closed and self.focus in (None, part):
                yield from (Place(name, held, part) for name, held in part.prose.items())

    def say(
        self,
        kind: Kind,
        old: str = "",
        new: str = "",
        significance: Significance | None = Significance.SUBSTANTIVE,
        *,
        optional: bool = False,
    ) -> None:
        """Note a change that a reviewer would list."""
        self.labels.append(Label(kind, old, new, significance, optional))

    def changed(self, old: str, new: str) -> None:
        """Note texts that an edit touched; the empty text where there is none."""
        self.gone += [old] if old else []
        self.come += [new] if new else []


def _goal(goal: Goal) -> Part:
    part = _part(Level.GOAL, goal, GOAL_FIELDS)
    part.objectives = [_objective(each) for each in goal.objectives]
    return part


def _objective(objective: Objective) -> Part:
    return _part(Level.OBJECTIVE, objective, OBJECTIVE_FIELDS)


def _part(level: Level, of: Goal | Objective, names: tuple[str, ...]) -> Part:
    prose = {name: phrases(getattr(of, name)) for name in names if name not in NOT_PROSE}
    prose |= {extra.name: phrases(extra.text) for extra in of.extras}
    linkages = of.linkages if isinstance(of, Objective) else ""
    return Part(level, of.statement, of.framework_statement, linkages, prose, (of.number,))


def _as_goal(part: Part, number: str) -> Goal:
    return Goal(
        number,
        statement=part.statement,
        framework_statement=part.framework_statement,
        description=joined(part.prose["description"]),
        extras=_extras(part, GOAL_FIELDS),
    )


def _as_objective(part: Part, number: str) -> Objective:
    return Objective(
        number,
        statement=part.statement,
        framework_statement=part.framework_statement,
        justification=joined(part.prose["justification"]),
        linkages=part.linkages,
        risks=joined(part.prose[RISKS]),
        extras=_extras(part, OBJECTIVE_FIELDS),
    )


def _extras(part: Part, names: tuple[str, ...]) -> tuple[Extra, ...]:
    return tuple(Extra(name, text) for name, held in part.prose.items() if name not in names and (text := joined(held)))
