"""What the comparers find: facts only, before anyone judges or words them."""

from __future__ import annotations

from dataclasses import dataclass, field

from icsdiff.comparison.pairs import home
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
    """Splits, by each new part."""
    gathered: dict[str, Finding] = field(default_factory=dict)
    """Mergers, by each old part."""

    def owner(self, old_path: str | None, new_path: str | None) -> Finding | None:
        """What a difference between two fields, of which one may be missing, belongs to."""
        old_home, new_home = (home(path) if path else "" for path in (old_path, new_path))
        whole = self.removed.get(old_home) if new_path is None else self.added.get(new_home) if not old_path else None
        return whole or self.parted.get(new_home) or self.gathered.get(old_home)


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
