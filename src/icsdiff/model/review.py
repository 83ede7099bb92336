"""What reviewers decided about the changes between two versions, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from icsdiff.model.changes import Kind


class Decision(StrEnum):
    """What a reviewer says to a change."""

    ACCEPT = "accept"
    """It may stand."""
    QUERY = "query"
    """It needs an answer first."""
    OBJECT = "object"
    """It must not stand."""


@dataclass(frozen=True, slots=True)
class Disposition:
    """One reviewer's decision on one change."""

    change: str
    """The change's id."""
    kind: Kind
    summary: str
    """What the change was, in the words of the report that the reviewer had: all that is left of it once it lapses."""
    decision: Decision
    note: str
    name: str
    """The reviewer's."""

    @property
    def key(self) -> tuple[str, str]:
        """The change and the reviewer, who has one say on it."""
        return self.change, self.name


@dataclass(frozen=True, slots=True)
class ReviewedVersion:
    """A version as a review names it."""

    mission: str
    label: str
    """``peru@2023-09-22``."""


@dataclass(frozen=True, slots=True)
class Review:
    """The dispositions of one reviewer or several, and the two versions whose report the latest of them had."""

    old: ReviewedVersion
    new: ReviewedVersion
    dispositions: tuple[Disposition, ...] = ()
    """At most one by each reviewer on each change."""
