"""The names of changes: a hash of what changed, so that a reviewer's decision outlives the next version."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2s

from icsdiff.comparison.findings import Finding
from icsdiff.comparison.pairs import entity_path, home
from icsdiff.comparison.wording import numbers_of
from icsdiff.language.words import reading
from icsdiff.model.alignment import Level, Match
from icsdiff.model.changes import Kind, Passage
from icsdiff.model.version import Goal, Objective, Version

_NUMBERS = frozenset({Kind.GOAL_MOVED, Kind.GOAL_RENUMBERED, Kind.OBJECTIVE_MOVED, Kind.OBJECTIVE_RENUMBERED})
_PARTS = frozenset({Kind.GOAL_SPLIT, Kind.GOAL_MERGED, Kind.OBJECTIVE_SPLIT, Kind.OBJECTIVE_MERGED})
_REFERENCES = frozenset({Kind.LINKAGE_ADDED, Kind.LINKAGE_REMOVED})
_REFERENCE = ("framework", "element", "number")


class Namer:
    """Names the findings between two versions.

    A name hashes the kind, the field, the goal or objective that it belongs to, and the words on both sides as they
    read: typography, the numbers around it and the way icsdiff tells it play no part. Of a pair both sides are known by
    the old one's stable id, whatever the new version calls it. Where the words are not what changed, or not all of it,
    the name hashes that instead: a goal's or objective's numbers, a term wherever it stands, a reference with its
    framework, a figure with what it counts. Equal findings in one field are counted through.
    """

    def __init__(self, old: Version, new: Version, alignment: Iterable[Match]) -> None:
        self._old, self._new = owners(old), owners(new)
        for match in alignment:
            if match.old and match.new:
                first_old, first_new = (entity_path(match.level, side[0]) for side in (match.old, match.new))
                self._new[first_new] = self._old[first_old]

    def names(self, findings: Iterable[Finding]) -> dict[Finding, str]:
        """The name of each finding, twelve hexadecimal digits, unique among them."""
        seen: Counter[str] = Counter()
        named: dict[Finding, str] = {}
        for finding in findings:
            facts = json.dumps([str(finding.kind), *self._facts(finding)], ensure_ascii=False)
            seen[facts] += 1
            named[finding] = blake2s(f"{facts}#{seen[facts]}".encode(), digest_size=6).hexdigest()
        return named

    def _facts(self, finding: Finding) -> list[object]:
        kind, detail = finding.kind, finding.detail
        if kind in (Kind.TERM_ADDED, Kind.TERM_REMOVED):
            return [detail["term"]]
        if kind in _NUMBERS:
            return [*self._places(finding), detail["from"], detail["to"]]
        if kind in _REFERENCES:
            return [*self._places(finding), *(detail[key] for key in (*_REFERENCE, "date"))]
        return [*told(finding.old, self._old), *told(finding.new, self._new), *_beyond_words(finding)]

    def _places(self, finding: Finding) -> list[str | None]:
        return [*_place(finding.old, self._old), *_place(finding.new, self._new)]


def _beyond_words(finding: Finding) -> list[object]:
    """What a passage does not show of what changed."""
    kind, detail = finding.kind, finding.detail
    if kind in _PARTS:
        return [len(numbers_of(detail[side])) for side in ("from", "to")]
    if kind is Kind.LINKAGE_REVISED:
        return [detail[key] for key in _REFERENCE]
    return [detail["subject"]] if kind.startswith("figure-") else []


def owners(version: Version) -> dict[str, str]:
    """What each goal and objective is known by, whatever its number, by its path: its id, else its statement."""
    goals = {entity_path(Level.GOAL, goal.number): _owner(goal) for goal in version.goals}
    objectives = {entity_path(Level.OBJECTIVE, each.number): _owner(each) for each in version.objectives}
    return {**goals, **objectives}


def _owner(entity: Goal | Objective) -> str:
    return entity.id or " ".join(reading(entity.title))


def told(passage: Passage | None, owners: dict[str, str]) -> list[str | None]:
    """What a passage says, and whose it is: the facts that a name hashes."""
    return [*_place(passage, owners), *(reading(passage.text) if passage else ())]


def _place(passage: Passage | None, owners: dict[str, str]) -> list[str | None]:
    if passage is None:
        return [None]
    return [owners.get(home(passage.path), home(passage.path)), passage.path.rpartition("/")[2]]
