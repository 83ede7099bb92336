"""Reviews put together, and how far the changes between two versions are decided on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from icsdiff.model.changes import Change, ChangeSet, Kind, Significance
from icsdiff.model.review import Decision, Disposition, Review

SIGNS = ("open", "query", "object", "conflict", "lapsed")
"""What a gate may ask for."""

_KINDS = {kind: rank for rank, kind in enumerate(Kind)}


class Standing(StrEnum):
    """How far reviewers are with a change; what they must look at comes first."""

    CONFLICT = "conflict"
    """Reviewers decided differently."""
    OBJECTED = "objected"
    """All who decided object."""
    QUERIED = "queried"
    """All who decided have a question."""
    OPEN = "open"
    """Substantive, and nobody has decided."""
    ACCEPTED = "accepted"
    """All who decided accept it."""
    NOT_NEEDED = "not-needed"
    """Editorial, and nobody has decided: nobody has to."""


_AGREED = {
    Decision.ACCEPT: Standing.ACCEPTED,
    Decision.QUERY: Standing.QUERIED,
    Decision.OBJECT: Standing.OBJECTED,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A change and what reviewers decided on it, if anything."""

    change: Change
    standing: Standing
    dispositions: tuple[Disposition, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the changes between two versions are decided on."""

    changes: tuple[Decided, ...]
    """Every change, in the order of the change set."""
    lapsed: tuple[Disposition, ...]
    """Decisions on what is no longer a change, or no longer that one."""

    @property
    def counts(self) -> dict[Standing, int]:
        """How many changes stand how."""
        found = Counter(each.standing for each in self.changes)
        return {standing: found[standing] for standing in Standing}

    @property
    def signs(self) -> frozenset[str]:
        """What a gate may ask for and is there; an objection or query counts though others decided differently."""
        decisions = {str(said.decision) for each in self.changes for said in each.dispositions}
        standings = {str(each.standing) for each in self.changes}
        lapsed = {"lapsed"} if self.lapsed else set()
        return frozenset(decisions | standings | lapsed).intersection(SIGNS)


def merge(one: Review, other: Review) -> Review:
    """Both reviews in one, in a fixed order.

    Where one reviewer decided twice on a change, the other review's decision stands; apart from that the order of the
    two plays no part. Reviews of different versions may be put together, as ids outlive versions; the result names the
    pair with the latest new version.
    """
    latest = max(one, other, key=_versions)
    said = {each.key: each for each in (*one.dispositions, *other.dispositions)}
    return Review(latest.old, latest.new, _in_order(said.values()))


def _versions(review: Review) -> tuple[str, ...]:
    return review.new.label, review.new.mission, review.old.label, review.old.mission


def _in_order(dispositions: Iterable[Disposition]) -> tuple[Disposition, ...]:
    """By importance of kind, the dispositions of one change together, by name."""
    return tuple(sorted(dispositions, key=lambda each: (_KINDS[each.kind], each.change, each.name)))


def decided_anew(one: Review, other: Review) -> tuple[tuple[Disposition, Disposition], ...]:
    """Decisions of a review that the other one, merged into it, replaces by others of the same reviewers."""
    newer = {each.key: each for each in other.dispositions}
    both = ((each, newer[each.key]) for each in one.dispositions if each.key in newer)
    return tuple((old, new) for old, new in both if (old.decision, old.note) != (new.decision, new.note))


def by_change(review: Review) -> dict[str, tuple[Disposition, ...]]:
    """The dispositions by the id of their change."""
    found: dict[str, list[Disposition]] = {}
    for each in _in_order(review.dispositions):
        found.setdefault(each.change, []).append(each)
    return {change: tuple(dispositions) for change, dispositions in found.items()}


def in_conflict(dispositions: Iterable[Disposition]) -> bool:
    """Whether those who decided on one change decided differently."""
    return len({each.decision for each in dispositions}) > 1


def conflicts(review: Review) -> tuple[tuple[Disposition, ...], ...]:
    """The dispositions of each change that reviewers decided on differently."""
    return tuple(each for each in by_change(review).values() if in_conflict(each))


def lapsed(changes: ChangeSet, review: Review) -> tuple[Disposition, ...]:
    """The dispositions of what is no change between these versions."""
    known = {change.id for change in changes.changes}
    return _in_order(each for each in review.dispositions if each.change not in known)


def progress(changes: ChangeSet, review: Review | None) -> Progress:
    """How far the changes are decided on; a decision on an earlier version counts where the change is the same."""
    decided = by_change(review) if review else {}
    return Progress(
        tuple(_decided(change, decided.get(change.id, ())) for change in changes.changes),
        lapsed(changes, review) if review else (),
    )


def _decided(change: Change, dispositions: tuple[Disposition, ...]) -> Decided:
    if not dispositions:
        needs_none = change.significance is Significance.EDITORIAL
        return Decided(change, Standing.NOT_NEEDED if needs_none else Standing.OPEN, ())
    agreed = _AGREED[dispositions[0].decision]
    return Decided(change, Standing.CONFLICT if in_conflict(dispositions) else agreed, dispositions)
