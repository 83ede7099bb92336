"""What is wrong inside one version, as data."""

from __future__ import annotations

from dataclasses import dataclass

from icsdiff.model.changes import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency, with the places that show it."""

    id: str
    """Hash of the rule and of what its places say: a finding that is ignored stays so when numbers shift around it."""
    rule: str
    """``ICS001``: the rule that found it."""
    message: str
    """One plain sentence: what is wrong, where."""
    question: str
    """What a reviewer may ask the mission."""
    places: tuple[Passage, ...]
    """Where a reader looks first, then the places that it disagrees with; a passage without text names a field that
    is not there."""
