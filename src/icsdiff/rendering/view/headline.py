"""The sentences that sum up a change set, each count in them exact."""

from __future__ import annotations

from collections import Counter

from icsdiff.model.changes import ChangeSet, Kind, RewriteReason, Significance
from icsdiff.rendering.texts import Texts

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


def sentence(changes: ChangeSet, texts: Texts) -> str:
    """What differs, in one sentence; before it, whether the strategy as a whole came or went."""
    told = _sentence(changes, texts)
    if changes.old.is_absent == changes.new.is_absent:
        return told
    return texts.say("summary.came" if changes.old.is_absent else "summary.went", sentence=told)


def _sentence(changes: ChangeSet, texts: Texts) -> str:
    count = Counter(change.significance for change in changes.changes)
    many = count[Significance.EDITORIAL]
    editorial = texts.say("summary.editorial", many)
    if count[Significance.SUBSTANTIVE]:
        kinds = Counter(change.kind for change in changes.changes if change.significance is Significance.SUBSTANTIVE)
        named = texts.each_of((_subject(kinds, subject, texts) for subject in _TOLD), "summary.subjects")
        substantive = texts.say("summary.substantive", count[Significance.SUBSTANTIVE])
        told = texts.say("summary.named" if named else "summary.only", substantive=substantive, named=named)
        return texts.say("summary.beside", sentence=told, editorial=editorial) if many else told
    if many:
        return texts.say("summary.only-editorial", many, editorial=editorial)
    return texts.say("summary.only-rewrites" if changes.rewrites else "summary.nothing")


def _subject(kinds: Counter[Kind], subject: str, texts: Texts) -> str:
    """``2 objectives added, 1 removed and 1 renamed``."""
    found = [(fate, kinds[Kind(f"{subject}-{fate}")]) for fate in _TOLD[subject] if kinds[Kind(f"{subject}-{fate}")]]
    if not found:
        return ""
    (fate, count), *rest = found
    first = texts.count(f"counted.{subject}-{fate}", count)
    return texts.all_of([first, *(texts.count(f"fates.{fate}", count) for fate, count in rest)])


def rewritten(changes: ChangeSet, texts: Texts) -> str:
    """How many places are only written another way, and in what; empty where none is."""
    count = Counter(rewrite.reason for rewrite in changes.rewrites)
    total = len(changes.rewrites)
    if not total:
        return ""
    reasons = texts.each_of(texts.count(f"rewrites.{each}", count[each]) for each in RewriteReason if count[each])
    return texts.say("summary.rewritten", total, reasons=reasons)
