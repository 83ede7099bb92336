"""The hook before a commit: what the staged strategies change, and what stops it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from icsdiff.git.hook.strategies import Read, Strategy, strategy
from icsdiff.git.hook.touched import INDEX, Touched, before_next, touched
from icsdiff.store.configuration import INVALID
from icsdiff.store.configuration import Hook as Settings


@dataclass(frozen=True, slots=True)
class Staged:
    """What a commit is about to do to one strategy."""

    strategy: Strategy
    reasons: tuple[str, ...]
    """Why it is to be stopped, in the configuration's words."""


def staged(settings: Settings) -> tuple[Touched, ...]:
    """Every strategy that is staged."""
    return touched(before_next(), INDEX, settings.paths)


def judged(each: Touched, settings: Settings, read: Read) -> Staged:
    """A staged strategy, with what the configuration stops a commit for."""
    told = strategy(each, read)
    return Staged(told, tuple(_reasons(told, settings)))


def _reasons(told: Strategy, settings: Settings) -> Iterator[str]:
    changes = told.changes.changes if told.changes else ()
    present = {str(word) for change in changes for word in (change.kind, change.significance)}
    if told.problems:
        present.add(INVALID)
    return (word for word in settings.block if word in present)
