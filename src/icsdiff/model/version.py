r"""One dated state of a strategy, as data: goals, objectives and their fields.

Every text in a version is *canonical*: paragraphs and list items stand apart by one blank line (``"\n\n"``),
all other white space is a single blank, nothing leads or trails. A link is kept where it stands, as
``[words](target)``. ``canonical`` makes any text so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

FIELD_SEPARATOR = "\n\n"

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
# White space, control characters and the two non-characters that PDF readers emit for a hyphen.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]+")


def canonical(text: str) -> str:
    """The one form in which a version keeps a text: see the module's own description."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = (_BLANKS.sub(" ", paragraph).strip() for paragraph in _PARAGRAPH_BREAK.split(text))
    return FIELD_SEPARATOR.join(paragraph for paragraph in paragraphs if paragraph)


def slug(name: str) -> str:
    """The form of a name that serves in paths and file names.

    ``Performance indicators`` → ``performance_indicators``.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"\W+", "_", plain).strip("_")


class ProvenanceKind(StrEnum):
    """How far a version can be trusted to be what the mission published."""

    PUBLISHED = "published"
    """The text as the mission released it."""
    DRAFT = "draft"
    """A text on its way to approval."""
    RECONSTRUCTED = "reconstructed"
    """Put together from other evidence; never released in this form."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a version's text comes from."""

    kind: ProvenanceKind = ProvenanceKind.PUBLISHED
    source: str = ""
    """Name of the source file, without folders."""
    sha256: str = ""
    """Hexadecimal digest of the source file's bytes."""
    importer: str = ""
    """Name of the importer, as ``markdown``."""
    importer_version: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding of the checks that somebody has looked at and lets stand."""

    finding: str
    """Its id."""
    reason: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A field or section that the contract has no name for, carried under the name its author gave it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where a text begins in the document that it was read from."""

    line: int = 0
    """Counts from 1, in a text from its beginning, in a paged format on the page; 0 where there are no lines."""
    page: int = 0
    """Counts from 1; 0 where the format has no pages."""

    def __str__(self) -> str:
        """``page 9, line 12``, ``line 12``."""
        page, line = (
            f"{name} {number}" if number else "" for name, number in (("page", self.page), ("line", self.line))
        )
        return ", ".join(filter(None, (page, line)))


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the table of contents, or a heading that such a line may lead to; ``page`` is 0 where none is known."""

    text: str
    page: int = 0


OBJECTIVE_FIELDS = ("statement", "framework_statement", "justification", "linkages", "risks")
GOAL_FIELDS = ("statement", "framework_statement", "description")


@dataclass(frozen=True, slots=True)
class Objective:
    """``Objective N.M`` or ``Management Objective N``; ``number`` is as printed, ``M1`` for the latter."""

    number: str
    id: str = ""
    """Stable over versions; the number is not."""
    statement: str = ""
    framework_statement: str = ""
    """The same statement as the framework section prints it."""
    justification: str = ""
    linkages: str = ""
    risks: str = ""
    extras: tuple[Extra, ...] = ()

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """Name and text of every field that is not empty, in document order."""
        return _named_fields(self, OBJECTIVE_FIELDS, self.extras)

    @property
    def title(self) -> str:
        """The words that a reader knows the objective by."""
        return self.statement or self.framework_statement


@dataclass(frozen=True, slots=True)
class Goal:
    """``Mission Goal N`` with its objectives."""

    number: str
    id: str = ""
    statement: str = ""
    framework_statement: str = ""
    description: str = ""
    extras: tuple[Extra, ...] = ()
    objectives: tuple[Objective, ...] = ()

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """Name and text of every field of the goal itself that is not empty, in document order."""
        return _named_fields(self, GOAL_FIELDS, self.extras)

    @property
    def title(self) -> str:
        """The words that a reader knows the goal by."""
        return self.statement or self.framework_statement


def _named_fields(
    holder: Goal | Objective, names: tuple[str, ...], extras: tuple[Extra, ...]
) -> Iterator[tuple[str, str]]:
    for name in names:
        if text := getattr(holder, name):
            yield name, text
    for extra in extras:
        yield slug(extra.name), extra.text


@dataclass(frozen=True, slots=True)
class Version:
    """One dated state of one mission's strategy."""

    mission: str
    title: str = ""
    approved: date | None = None
    updated: tuple[date, ...] = ()
    release: str = ""
    """Release marking, as ``For Public Release``."""
    provenance: Provenance = Provenance()
    priorities: str = ""
    """Chief of Mission Priorities."""
    goals: tuple[Goal, ...] = ()
    management_objectives: tuple[Objective, ...] = ()
    sections: tuple[Extra, ...] = ()
    """Sections the contract has no name for, and text of a known section that belongs to none of its parts."""
    unplaced: str = ""
    """Text that stands under no heading at all."""
    ignored: tuple[Ignored, ...] = ()
    """Findings of the checks that are no reason to ask; they are no part of the text."""
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False)
    """Where each text begins in its source, by its path, as far as its importer knew."""
    contents: tuple[Listed, ...] = field(default=(), compare=False)
    """The table of contents, with the pages that it gives."""
    headings: tuple[Listed, ...] = field(default=(), compare=False)
    """The headings that the contents may list, with the pages where they stand; none where there are no contents."""
    source: str = field(default="", compare=False)
    """What the user named to get this version: a path, ``peru@latest``, ``REV:PATH``."""

    @property
    def date(self) -> date | None:
        """The date of the last update, or of the approval."""
        return max(self.updated, default=self.approved)

    @property
    def label(self) -> str:
        """``peru@2023-09-22``: how people name this version."""
        return f"{slug(self.mission)}@{self.date.isoformat()}" if self.date else slug(self.mission)

    @property
    def objectives(self) -> Iterator[Objective]:
        """Every objective in document order, the management objectives last."""
        for goal in self.goals:
            yield from goal.objectives
        yield from self.management_objectives

    @property
    def fields(self) -> Mapping[str, str]:
        """Every text of the version that is not empty, by its path (``objectives/1.1/risks``), in document order."""
        return dict(self._paths())

    def position(self, path: str) -> Position | None:
        """Where the text of that path begins in its source; None where nobody noted it."""
        return self.positions.get(path)

    def _paths(self) -> Iterator[tuple[str, str]]:
        metadata = {
            "mission": self.mission,
            "title": self.title,
            "approved": self.approved.isoformat() if self.approved else "",
            "updated": "; ".join(day.isoformat() for day in self.updated),
            "release": self.release,
        }
        yield from ((f"metadata/{key}", text) for key, text in metadata.items() if text)
        if self.priorities:
            yield "priorities", self.priorities
        for goal in self.goals:
            yield from ((f"goals/{goal.number}/{name}", text) for name, text in goal.fields)
        for objective in self.objectives:
            yield from ((f"objectives/{objective.number}/{name}", text) for name, text in objective.fields)
        yield from ((f"sections/{slug(each.name)}", each.text) for each in self.sections if each.text)
        if self.unplaced:
            yield "unplaced", self.unplaced
