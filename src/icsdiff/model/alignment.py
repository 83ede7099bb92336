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
    """One row of the alignment; ``old`` and ``new`` are numbers as printed (``1.1``, ``M1``)."""

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
