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
class Turnover:
    """The findings about whole goals and objectives that bring or take fields along, by the home of these fields.

    The home of ``objectives/1.3/risks`` is ``objectives/1.3``.
    """

    added: dict[str, Finding] = field(default_factory=dict)
    removed: dict[str, Finding] = field(default_factory=dict)
    parted: dict[str, Finding] = field(default_factory=dict)
    """Splits, by each new part but the one that goes on as the whole."""
    gathered: dict[str, Finding] = field(default_factory=dict)
    """Mergers, by each old part but the one that goes on as the whole."""

    def brought(self, path: str) -> Finding | None:
        """What brought a field of the new version along that the old one lacks."""
        home = path.rpartition("/")[0]
        return self.added.get(home) or self.parted.get(home)

    def took(self, path: str) -> Finding | None:
        """What took a field of the old version away that the new one lacks."""
        home = path.rpartition("/")[0]
        return self.removed.get(home) or self.gathered.get(home)

    def carried(self, old_path: str, new_path: str) -> Finding | None:
        """The split or merger that a text went along with from one field to another."""
        return self.parted.get(new_path.rpartition("/")[0]) or self.gathered.get(old_path.rpartition("/")[0])


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
