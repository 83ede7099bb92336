"""Dates, title, mission and release marking."""

from __future__ import annotations

from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.pairs import FieldPair
from icsdiff.language.words import same_reading
from icsdiff.model.changes import Kind, Passage, RewriteReason


def compare_metadata(pair: FieldPair, _part_of: Finding | None = None) -> Differences:
    """One entry of a version's head, as a whole; covers print in capitals what others do not."""
    old = Passage(pair.old_path, 0, len(pair.old), pair.old) if pair.old_path else None
    new = Passage(pair.new_path, 0, len(pair.new), pair.new) if pair.new_path else None
    found = Differences()
    if old and new and same_reading(old.text.casefold(), new.text.casefold()):
        found.rewritten(old, new, RewriteReason.TYPOGRAPHY)
    else:
        key = (pair.new_path or pair.old_path or "").rpartition("/")[2]
        found.findings.append(Finding(Kind.METADATA_CHANGED, old, new, {"key": key}))
    return found
