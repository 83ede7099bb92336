"""How a strategy changed over its versions, or over the commits of a repository."""

from __future__ import annotations

from dataclasses import dataclass

from icsdiff.model.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, and who made it when and why."""

    id: str
    """The whole hash."""
    parents: tuple[str, ...]
    author: str
    email: str
    date: str
    """When the author made it, as ISO 8601 with the author's zone."""
    subject: str
    """The first line of its message."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a strategy."""

    changes: tuple[ChangeSet, ...]
    """One for each comparison that tells something."""
    commit: Commit | None = None
    """The commit that brought it; None for one from version to version."""
    problem: str = ""
    """Why the commit's files cannot be compared; empty where they were."""


@dataclass(frozen=True, slots=True)
class Log:
    """The steps of one strategy, the newest first."""

    strategy: str
    """Its name in the versions folder, or the path of a file or folder in the repository."""
    steps: tuple[Step, ...]
    shallow: str = ""
    """The commit before which this clone has no history; empty where nothing is missing."""
