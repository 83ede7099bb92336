"""What a merge gives: one version where the two sides agree or can be combined, two where they cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from icsdiff.model.version import Version

T = TypeVar("T")


class Sides(NamedTuple, Generic[T]):
    """A merged value: as it is if every conflict in it goes to our side, and if every one goes to theirs."""

    ours: T
    theirs: T


class Clash(StrEnum):
    """Why two sides cannot be combined."""

    BOTH_CHANGED = "both sides changed it, each in another way"
    """Other words for the same sentence, another value for the same key."""
    OURS_REMOVED = "our side removed it, their side edited it"
    """The edited text stands on their side of the conflict."""
    THEIRS_REMOVED = "their side removed it, our side edited it"
    """The edited text stands on our side of the conflict."""
    PLACE = "each side moved it under another goal"
    """It stands at both places, on one side of the conflict each."""
    NUMBER = "each side has another one with this number"
    """Both are kept; one of them needs another number."""
    ORDER = "each side has them in another order"
    """Goals, objectives, fields or sentences that both sides arranged anew."""


_FLIPPED = {Clash.OURS_REMOVED: Clash.THEIRS_REMOVED, Clash.THEIRS_REMOVED: Clash.OURS_REMOVED}


def flipped(clash: Clash) -> Clash:
    """The same with the sides swapped."""
    return _FLIPPED.get(clash, clash)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that a person has to decide."""

    path: str
    """``objectives/1.2/risks``, by the number that our side gives it."""
    title: str
    """The words that a reader knows the goal or objective by; empty for what belongs to none."""
    clash: Clash


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged version with every conflict decided for our side, and for theirs; the same one without conflicts."""

    ours: Version
    theirs: Version
    conflicts: tuple[Conflict, ...] = ()


def three_way(base: T, ours: T, theirs: T) -> Sides[T]:
    """The side that changed; both where each changed to something else."""
    if theirs in (ours, base):
        return Sides(ours, ours)
    if ours == base:
        return Sides(theirs, theirs)
    return Sides(ours, theirs)
