"""The names of changes: a hash of what changed, so that a reviewer's decision outlives the next commit."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2s

from icsdiff.comparison.findings import Finding
from icsdiff.comparison.pairs import entity_path, home
from icsdiff.language.words import reading
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind, Passage
from icsdiff.model.version import Goal, Objective, Version

_NUMBERS = frozenset({Kind.GOAL_MOVED, Kind.GOAL_RENUMBERED, Kind.OBJECTIVE_MOVED, Kind.OBJECTIVE_RENUMBERED})


class Namer:
    """Names the findings between two versions.

    A name hashes the kind, the field, the goal or objective by its stable id, and the words on both sides as they
    read: typography, the numbers around it and the way icsdiff tells it play no part. Equal findings in one objective
    are counted through.
    """

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = owners(old), owners(new)

    def names(self, findings: Iterable[Finding]) -> dict[Finding, str]:
        """The name of each finding, twelve hexadecimal digits, unique among them."""
        seen: Counter[str] = Counter()
        named: dict[Finding, str] = {}
        for finding in findings:
            facts = json.dumps(self._facts(finding), ensure_ascii=False)
            seen[facts] += 1
            named[finding] = blake2s(f"{facts}#{seen[facts]}".encode(), digest_size=6).hexdigest()
        return named

    def _facts(self, finding: Finding) -> list[object]:
        numbers = [finding.detail["from"], finding.detail["to"]] if finding.kind in _NUMBERS else []
        return [str(finding.kind), *told(finding.old, self._old), *told(finding.new, self._new), *numbers]


def owners(version: Version) -> dict[str, str]:
    """What each goal and objective is known by, whatever its number, by its path: its id, else its statement."""
    goals = {entity_path(Level.GOAL, goal.number): _owner(goal) for goal in version.goals}
    objectives = {entity_path(Level.OBJECTIVE, each.number): _owner(each) for each in version.objectives}
    return {**goals, **objectives}


def _owner(entity: Goal | Objective) -> str:
    return entity.id or " ".join(reading(entity.title))


def told(passage: Passage | None, owners: dict[str, str]) -> list[str | None]:
    """What a passage says, and whose it is: the facts that a name hashes."""
    if passage is None:
        return [None]
    field = passage.path.rpartition("/")[2]
    return [owners.get(home(passage.path), home(passage.path)), field, *reading(passage.text)]
