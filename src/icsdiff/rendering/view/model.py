"""What a report consists of: named rows and parts that a template only writes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from icsdiff.comparison.redline import Run
from icsdiff.comparison.reviewing import in_conflict
from icsdiff.model.changes import Change, Significance
from icsdiff.model.review import Disposition

if TYPE_CHECKING:
    from icsdiff.rendering.view.fields import FieldView
    from icsdiff.rendering.view.figures import FigureRow
    from icsdiff.rendering.view.map import Map
    from icsdiff.rendering.view.questions import Question
    from icsdiff.rendering.view.register import LinkageRow, RegisterRow

ENTITIES = frozenset({"goal", "objective"})
OVERVIEW = ENTITIES | {"figure", "risk", "mitigation", "linkage"}
"""The subjects that an overview tells."""


@dataclass(frozen=True, slots=True)
class Head:
    """One version as the top of a report names it."""

    side: str
    label: str
    mission: str
    title: str
    approved: str
    updated: str
    release: str
    kind: str
    warning: str
    """Why the version is not what the mission published; empty where it is."""
    note: str
    origin: str
    """The source file that it was read from."""


class Fate(NamedTuple):
    """Something that happened to a goal or objective."""

    kind: str
    """``added``, ``removed``, ``split``, ``merged``, ``renamed``, ``renumbered``, ``moved``."""
    words: str
    """The same as a report says it: ``was 1.3``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as reports tell it."""

    change: Change
    kind: str
    """``text revised``: the kind as people say it."""
    part: str
    """``Objective 1.3``: where it stands."""
    field: str
    """``risks``: the field there; empty where the part is but one text."""
    lead: str
    """What is said before the words: what a figure counts, where a sentence came from; or empty."""
    runs: tuple[Run, ...]
    """The words, what differs in them marked."""
    brief: tuple[Run, ...]
    """The same without most of what stands around, for a place beside the whole text."""
    reason: str
    """Why it was classed so, where the kind alone does not tell."""
    also: tuple[Entry, ...]
    """Changes that say the same over again: the statement that the framework repeats."""
    consequences: tuple[Entry, ...]
    """What a goal or objective that came or went takes along."""
    takes_along: str
    """``3 risks, 2 linkages``: the consequences by what they are."""
    where: str
    """``Objective 1.3, risks``."""
    anchor: str
    """The part that lists it, by its name in links: ``objective-1-3``, ``priorities``."""
    group: str
    """The goal that it belongs to, or else its part, likewise: ``goal-1``, ``priorities``."""
    dispositions: tuple[Disposition, ...] = ()
    """What reviewers decided on it."""

    @property
    def id(self) -> str:
        """The change's own id."""
        return self.change.id

    @property
    def subject(self) -> str:
        """``risk``, of ``risk-added``."""
        return self.change.kind.partition("-")[0]

    @property
    def in_conflict(self) -> bool:
        """Whether reviewers decided differently on it."""
        return in_conflict(self.dispositions)

    @property
    def editorial(self) -> bool:
        """Whether the meaning stands."""
        return self.change.significance is Significance.EDITORIAL


@dataclass(frozen=True, slots=True)
class Statement:
    """A goal's or objective's statement in a row of the map."""

    anchor: str
    label: str
    """Its number and share, where the row has several."""
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MapRow:
    """A goal or objective, old beside new."""

    name: str
    """``Objective 1.3 → 1.2``."""
    level: str
    old: str
    new: str
    fates: tuple[Fate, ...]
    """What happened to it; none where nothing did."""
    statements: tuple[Statement, ...]
    note: str
    """``editorial: spelling or inflection``, ``thin evidence, likeness 0.55``; or empty."""
    told_in_run: bool
    """Whether all that happened is a new number, and a run of renumbered neighbours tells it."""
    is_editorial: bool
    """Whether all that happened is another wording of the same meaning."""

    @property
    def fate(self) -> str:
        """``renamed, renumbered``."""
        return ", ".join(fate.words for fate in self.fates)


@dataclass(frozen=True, slots=True)
class Section:
    """A subject of the overview: its changes, most important first."""

    entries: tuple[Entry, ...]
    brought: str
    """How many more a goal or objective that came or went takes along; empty for none. Its part tells them."""

    def __bool__(self) -> bool:
        return bool(self.entries or self.brought)


@dataclass(frozen=True, slots=True)
class RewriteRow:
    """A place that is only written another way."""

    reason: str
    where: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Part:
    """A goal, an objective, or another part of the document, with its changes and its fields."""

    anchor: str
    level: str
    """``goal``, ``objective``; empty for any other part."""
    name: str
    title: str
    fates: tuple[Fate, ...]
    """What happened to it; none where nothing did."""
    entries: tuple[Entry, ...]
    left: tuple[Entry, ...]
    """Sentences that moved from here to another part, which lists them."""
    left_in_words: tuple[str, ...]
    """``2 sentences moved away to Objective 1.2, risks``, by where they went."""
    fields: tuple[FieldView, ...]
    whole: tuple[Entry, ...]
    """The changes that are about the part as a whole."""
    count: int
    """How many changes it has, with those that stand inside others."""

    @property
    def changed(self) -> bool:
        """Whether anything differs in it."""
        return bool(self.entries or self.left or self.fates)

    @property
    def fate(self) -> str:
        """``renamed, was 1.3``."""
        return ", ".join(fate.words for fate in self.fates)

    @property
    def rest(self) -> tuple[Entry, ...]:
        """The changes that an overview of objectives, figures, risks and linkages does not tell."""
        return tuple(self._rest())

    def _rest(self) -> Iterator[Entry]:
        for entry in self.entries:
            if entry.subject in ENTITIES:
                yield from (each for each in entry.consequences if each.subject not in ENTITIES)
            elif entry.subject not in OVERVIEW:
                yield entry


@dataclass(frozen=True, slots=True)
class Count:
    """How many changes there are of one kind."""

    kind: str
    """``risk-added``."""
    words: str
    """``risks added``."""
    count: int
    first: str
    """The first of these changes, by its id."""


@dataclass(frozen=True, slots=True)
class View:
    """A whole report."""

    title: str
    heads: tuple[Head, Head]
    sentence: str
    rewritten: str
    """The sentence on what is only written another way; empty where nothing is."""
    rewrites: tuple[RewriteRow, ...]
    counts: tuple[Count, ...]
    """By kind, the most important first."""
    substantive: int
    editorial: int
    map: tuple[MapRow, ...]
    """Every goal and objective in the order of the document."""
    happened: tuple[MapRow, ...]
    """Those that something happened to, most important first; not those that a run of renumbered neighbours tells."""
    renumbered: tuple[str, ...]
    """Runs of renumbered goals and objectives, a line each."""
    picture: Map
    """The same as two columns with lines between them."""
    figures: Section
    figure_rows: tuple[FigureRow, ...]
    risks: Section
    risk_register: tuple[RegisterRow, ...]
    linkages: Section
    linkages_by_framework: tuple[LinkageRow, ...]
    questions: tuple[Question, ...]
    parts: tuple[Part, ...]
    lapsed: tuple[Disposition, ...] = ()
    """What reviewers decided on earlier changes that are none between these versions, or no longer the same."""
