"""What the comparers find: facts only, before anyone judges or words them."""

from __future__ import annotations

from dataclasses import dataclass, field

from icsdiff.model.changes import Detail, Edit, Kind, Passage, Rewrite, RewriteReason


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """A change as a fact: what differs and where. Two findings are never the same one, so they compare by identity."""

    kind: Kind
    old: Passage | None
    new: Passage | None
    detail: Detail = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    part_of: Finding | None = None


@dataclass(slots=True)
class Differences:
    """What one comparer found in one place."""

    findings: list[Finding] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)

    def add(self, other: Differences) -> None:
        """Take in what another comparer found."""
        self.findings += other.findings
        self.rewrites += other.rewrites

    def rewritten(self, old: Passage, new: Passage, reason: RewriteReason) -> None:
        """Note a place that looks different and means the same."""
        self.rewrites.append(Rewrite(old, new, reason))
