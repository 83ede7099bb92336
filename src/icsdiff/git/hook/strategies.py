"""The strategies of a commit, read and compared: what the three hooks tell, each in its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from icsdiff.comparison.compare import compare
from icsdiff.errors import IcsdiffError
from icsdiff.git.hook.touched import Side, Touched
from icsdiff.git.repository import blob
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Version
from icsdiff.rendering.brief import brief
from icsdiff.rendering.plain import plain
from icsdiff.rendering.view.headline import plural
from icsdiff.store.files import read_bytes
from icsdiff.store.pins import pins_between

Read = Callable[[bytes, str], Version]
"""Bytes and the name of their file into a version, or a child of ``IcsdiffError``."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy that a commit touches, as far as it could be read."""

    path: str
    version: Version | None = None
    """The new version, where it can be read and says anything new."""
    changes: ChangeSet | None = None
    """What differs, where there is a version before it that can be read."""
    problems: tuple[IcsdiffError, ...] = ()
    """Why the new version cannot be read."""
    note: str = ""
    """What is to be said in place of changes."""

    @property
    def name(self) -> str:
        """The path, fit to be shown."""
        return plain(self.path)

    @property
    def listed(self) -> tuple[str, ...]:
        """The summary: one line, then the changes that are shown as a list."""
        first, *rest = brief(self.changes) if self.changes else (self.note,)
        return (f"{self.name}: {first}", *(f"  - {line}" for line in rest))


def strategy(each: Touched, read: Read) -> Strategy:
    """A touched file, read and compared."""
    if each.new is None:
        return Strategy(each.path, note="removed.")
    if each.old and each.old.blob == each.new.blob:
        return Strategy(each.path, note=f"the same text as {plain(each.old.path)}.")
    try:
        new = _version(each.new, read)
    except IcsdiffError as error:
        return Strategy(each.path, problems=error.problems)
    if each.old is None:
        goals, objectives = len(new.goals), len(tuple(new.objectives))
        note = f"new, with {plural(goals, 'goal')} and {plural(objectives, 'objective')}."
        return Strategy(each.path, new, note=note)
    return _compared(each.path, each.old, new, read)


def in_working_tree(path: str, read: Read) -> Strategy:
    """A file as it lies there, read and compared with nothing."""
    try:
        return Strategy(path, read(read_bytes(Path(path)), path), note="it can be read.")
    except IcsdiffError as error:
        return Strategy(path, problems=error.problems)


def _compared(path: str, before: Side, new: Version, read: Read) -> Strategy:
    try:
        old = _version(before, read)
    except IcsdiffError:
        return Strategy(path, new, note="it can be read; the version before it cannot.")
    return Strategy(path, new, compare(old, new, pins_between(old, new)))


def _version(side: Side, read: Read) -> Version:
    return read(blob(side.blob), side.path)
