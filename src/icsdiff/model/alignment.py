"""Which old goals and objectives correspond to which new ones, and on what evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """What is aligned."""

    GOAL = "goal"
    """Mission Goal N."""
    OBJECTIVE = "objective"
    """Objective N.M or Management Objective N."""


class Relation(StrEnum):
    """How the two sides of a match relate."""

    MATCHED = "matched"
    """One old, one new."""
    SPLIT = "split"
    """One old, several new."""
    MERGED = "merged"
    """Several old, one new."""
    ADDED = "added"
    """No old, one new."""
    REMOVED = "removed"
    """One old, no new."""


@dataclass(frozen=True, slots=True)
class Match:
    """One row of the alignment; ``old`` and ``new`` are numbers as printed (``1.1``, ``M1``).

    Of several parts the one that goes on as the whole comes first.
    """

    level: Level
    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    renamed: bool = False
    renumbered: bool = False
    moved: bool = False
    """Under another goal."""
    score: float = 0.0
    """0 to 1; 0 where there is nothing to compare with."""
    evidence: Mapping[str, float] = field(default_factory=dict)
    """What the score was made of: a likeness of 0 to 1 by signal (``id``, ``statement``, ``body`` …)."""
    shares: tuple[float, ...] = ()
    """Of the whole that was split or merged, how much of its text each part holds, 0 to 1."""


Numbers = tuple[Level, str, str]
"""An old and a new goal or objective by printed number."""


@dataclass(frozen=True, slots=True)
class Pins:
    """What a user knows better than any score: which goals and objectives correspond, and which do not."""

    pinned: frozenset[Numbers] = frozenset()
    forbidden: frozenset[Numbers] = frozenset()

    @property
    def flipped(self) -> Pins:
        """The same for the versions in the other order."""
        return Pins(_flipped(self.pinned), _flipped(self.forbidden))


def _flipped(pairs: frozenset[Numbers]) -> frozenset[Numbers]:
    return frozenset((level, new, old) for level, old, new in pairs)
