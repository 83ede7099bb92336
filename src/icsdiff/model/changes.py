"""The semantic differences between two versions, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from icsdiff.model.alignment import Match
from icsdiff.model.version import Version


class Significance(StrEnum):
    """Whether a reviewer must look at a change."""

    SUBSTANTIVE = "substantive"
    """The meaning differs, or may."""
    EDITORIAL = "editorial"
    """Spelling, inflection, punctuation, articles: the meaning stands."""


class Kind(StrEnum):
    """Every kind of change, most important first: the order in which reports show them."""

    GOAL_ADDED = "goal-added"
    """A goal without a counterpart in the old version."""
    GOAL_REMOVED = "goal-removed"
    """A goal without a counterpart in the new version."""
    GOAL_SPLIT = "goal-split"
    """One goal became several."""
    GOAL_MERGED = "goal-merged"
    """Several goals became one."""
    GOAL_RENAMED = "goal-renamed"
    """The same goal under another statement."""
    GOAL_MOVED = "goal-moved"
    """The same goal at another place in the order."""
    GOAL_RENUMBERED = "goal-renumbered"
    """The same goal under another number."""
    OBJECTIVE_ADDED = "objective-added"
    """An objective without a counterpart in the old version."""
    OBJECTIVE_REMOVED = "objective-removed"
    """An objective without a counterpart in the new version."""
    OBJECTIVE_SPLIT = "objective-split"
    """One objective became several."""
    OBJECTIVE_MERGED = "objective-merged"
    """Several objectives became one."""
    OBJECTIVE_RENAMED = "objective-renamed"
    """The same objective under another statement."""
    OBJECTIVE_MOVED = "objective-moved"
    """The same objective under another goal."""
    OBJECTIVE_RENUMBERED = "objective-renumbered"
    """The same objective under another number."""
    FIGURE_REVISED = "figure-revised"
    """Another value for the same thing."""
    FIGURE_ADDED = "figure-added"
    """A quantity that the old version does not give."""
    FIGURE_REMOVED = "figure-removed"
    """A quantity that the new version no longer gives."""
    RISK_ADDED = "risk-added"
    """A statement of what may go wrong, new in the risks field."""
    RISK_REMOVED = "risk-removed"
    """A statement of what may go wrong, gone from the risks field."""
    RISK_REVISED = "risk-revised"
    """A statement of what may go wrong, in other words."""
    MITIGATION_ADDED = "mitigation-added"
    """A statement of what will be done about a risk, new in the risks field."""
    MITIGATION_REMOVED = "mitigation-removed"
    """A statement of what will be done about a risk, gone from the risks field."""
    MITIGATION_REVISED = "mitigation-revised"
    """A statement of what will be done about a risk, in other words."""
    LINKAGE_ADDED = "linkage-added"
    """A reference to another strategy that the old field lacks."""
    LINKAGE_REMOVED = "linkage-removed"
    """A reference to another strategy that the new field lacks."""
    LINKAGE_REVISED = "linkage-revised"
    """The same reference with another date, title or target."""
    METADATA_CHANGED = "metadata-changed"
    """A date, the title, the mission or the release marking."""
    TEXT_ADDED = "text-added"
    """A sentence of prose that the old version lacks."""
    TEXT_REMOVED = "text-removed"
    """A sentence of prose that the new version lacks."""
    TEXT_REVISED = "text-revised"
    """A sentence of prose in other words."""
    TEXT_MOVED = "text-moved"
    """A sentence of prose at another place, perhaps in another field or objective."""
    TERM_ADDED = "term-added"
    """An acronym, programme, partner or named document that enters the version."""
    TERM_REMOVED = "term-removed"
    """An acronym, programme, partner or named document that leaves the version."""


class RewriteReason(StrEnum):
    """Why characters differ where the meaning does not."""

    TYPOGRAPHY = "typography"
    """Quotes, dashes, ligatures, odd blanks."""
    NOTATION = "notation"
    """The same value or reference written another way."""
    ORDER = "order"
    """The same references in another order."""
    LAYOUT = "layout"
    """Paragraph breaks and blanks."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of one field's text: ``text`` is the field's characters from ``start`` up to ``end``."""

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words that differs inside a change: half-open offsets into the old and the new field."""

    old: tuple[int, int]
    new: tuple[int, int]


Scalar = str | int | float | bool | None
Detail = Mapping[str, Scalar | list[Scalar]]


@dataclass(frozen=True, slots=True)
class Change:
    """One semantic difference; at least one of ``old`` and ``new`` is there."""

    id: str
    """Hash of what changed, not of where it stands or how it is told."""
    kind: Kind
    significance: Significance
    old: Passage | None
    new: Passage | None
    detail: Detail
    """What the kind has to say beyond its passages; a figure's value, unit and subject, a linkage's framework."""
    summary: str
    """One plain sentence for a reviewer."""
    reason: str
    """Why it was classed as substantive or editorial."""
    edits: tuple[Edit, ...] = ()
    """The words that differ inside the two passages; empty where the whole of each passage does."""
    part_of: str | None = None
    """The id of the change that brings this one along: an objective's removal takes its risks with it."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A place where the characters differ and the meaning does not; a passage may be empty."""

    old: Passage
    new: Passage
    reason: RewriteReason


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything that differs between two versions."""

    old: Version
    new: Version
    alignment: tuple[Match, ...] = ()
    changes: tuple[Change, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    summary: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Counts by value, in the order of the enums: the ``kinds`` that occur, and each ``significance``."""
