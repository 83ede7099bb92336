"""The sentences that sum up a change set, each count in them exact."""

from __future__ import annotations

from collections import Counter

from icsdiff.comparison.wording import in_words
from icsdiff.model.changes import ChangeSet, Kind, RewriteReason, Significance

_TOLD = {
    "goal": ("added", "removed", "split", "merged", "renamed", "moved"),
    "objective": ("added", "removed", "split", "merged", "renamed", "moved"),
    "figure": ("revised", "added", "removed"),
    "risk": ("added", "removed", "revised"),
    "mitigation": ("added", "removed", "revised"),
    "linkage": ("added", "removed", "revised"),
}
"""Subjects that the sentence names, most important first, and what may have happened to them."""


def plural(count: int, noun: str) -> str:
    """``1 risk``, ``2 risks``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def sentence(changes: ChangeSet) -> str:
    """What differs, in one sentence; before it, whether the strategy as a whole came or went."""
    if changes.old.is_absent != changes.new.is_absent:
        return f"The strategy is {'new' if changes.old.is_absent else 'gone'}: {_sentence(changes)}"
    return _sentence(changes)


def _sentence(changes: ChangeSet) -> str:
    count = Counter(change.significance for change in changes.changes)
    editorial = plural(count[Significance.EDITORIAL], "editorial change")
    leave = "leaves" if count[Significance.EDITORIAL] == 1 else "leave"
    if count[Significance.SUBSTANTIVE]:
        kinds = Counter(change.kind for change in changes.changes if change.significance is Significance.SUBSTANTIVE)
        named = "; ".join(filter(None, (_subject(kinds, subject) for subject in _TOLD)))
        told = (
            f"{plural(count[Significance.SUBSTANTIVE], 'substantive change')}{f', among them {named}' if named else ''}"
        )
        return f"{told}. Beside them {editorial}." if count[Significance.EDITORIAL] else f"{told}."
    if count[Significance.EDITORIAL]:
        return f"No substantive changes: the comparison is complete, and {editorial} {leave} the meaning as it was."
    if changes.rewrites:
        return "No changes: the comparison is complete, and nothing differs in meaning."
    return "No changes: the comparison is complete, and both versions read the same to the letter."


def _subject(kinds: Counter[Kind], subject: str) -> str:
    """``2 objectives added, 1 removed and 1 renamed``."""
    found = [(fate, kinds[Kind(f"{subject}-{fate}")]) for fate in _TOLD[subject] if kinds[Kind(f"{subject}-{fate}")]]
    if not found:
        return ""
    (fate, count), *rest = found
    return in_words([f"{plural(count, subject)} {fate}", *(f"{count} {fate}" for fate, count in rest)])


def rewritten(changes: ChangeSet) -> str:
    """How many places are only written another way, and in what; empty where none is."""
    reasons = Counter(rewrite.reason for rewrite in changes.rewrites)
    total = len(changes.rewrites)
    if not total:
        return ""
    told = ", ".join(f"{reasons[reason]} {reason}" for reason in RewriteReason if reasons[reason])
    return f"{plural(total, 'place')} {'is' if total == 1 else 'are'} only written another way ({told})."
