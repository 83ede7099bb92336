"""What a rule is: how it finds, and how it is explained."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2s
from typing import NamedTuple

from icsdiff.comparison.identity import owners, told
from icsdiff.model.changes import ChangeSet, Passage
from icsdiff.model.findings import Finding
from icsdiff.model.version import Version


class Case(NamedTuple):
    """What is checked."""

    version: Version
    changes: ChangeSet | None = None
    """What changed since an earlier version; without one, nothing can be stale."""


class Fault(NamedTuple):
    """What a rule saw."""

    message: str
    question: str
    places: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with what a user may want to know of it."""

    code: str
    name: str
    """What it finds, in a few words."""
    why: str
    """Why that matters to a reviewer, and where it looks."""
    example: str
    """A text that it finds, and what it says of it."""
    find: Callable[[Case], Iterator[Fault]]

    def findings(self, case: Case) -> Iterator[Finding]:
        """What it finds, in the order of the document."""
        known = owners(case.version)
        for fault in self.find(case):
            yield Finding(_identity(self.code, known, fault.places), self.code, *fault)


def whole(path: str, text: str) -> Passage:
    """A whole field as a place."""
    return Passage(path, 0, len(text), text)


def part(path: str, text: str, start: int, end: int) -> Passage:
    """A run of a field as a place."""
    return Passage(path, start, end, text[start:end])


def _identity(code: str, known: dict[str, str], places: tuple[Passage, ...]) -> str:
    facts = json.dumps([code, *(told(place, known) for place in places)], ensure_ascii=False)
    return blake2s(facts.encode(), digest_size=6).hexdigest()
