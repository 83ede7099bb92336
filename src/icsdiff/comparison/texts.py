"""Two wordings of one passage: a sentence, or a whole statement.

The most specific kind explains a difference. Where figures account for all of it, nothing else is reported; what they
leave is told once, for the passage as a whole, with the words that differ.
"""

from __future__ import annotations

from icsdiff.comparison.cells import Offsets, inside, part, remainder
from icsdiff.comparison.figures import compare_figures
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.language.ordinals import ordinal
from icsdiff.language.words import WordDiff, diff_words
from icsdiff.model.changes import Detail, Edit, Kind, Passage, RewriteReason

_CONFETTI = 0.35
"""Share of common words below which single words are not marked: before and after are read as wholes."""


# A statement with another figure is another statement: told also where figures account for all that differs.
_NAMES = frozenset({Kind.GOAL_RENAMED, Kind.OBJECTIVE_RENAMED})


def compare_wordings(
    old: Passage, new: Passage, kind: Kind, detail: Detail | None = None, part_of: Finding | None = None
) -> Differences:
    """The differences between two wordings; ``kind`` is what a difference in words is called here."""
    diff = diff_words(old.text, new.text)
    found = Differences()
    for respelling in diff.respellings:
        found.rewritten(part(old, *respelling.old), part(new, *respelling.new), respelling.reason)
    if not diff.edits:
        return found
    found.add(compare_figures(old, new, diff.edits))
    for edit in diff.edits:
        place = ordinal(old.text[slice(*edit.old)])
        if place is not None and place == ordinal(new.text[slice(*edit.new)]):
            found.rewritten(part(old, *edit.old), part(new, *edit.new), RewriteReason.NOTATION)
    old_covered = _covered(found, old, side="old")
    new_covered = _covered(found, new, side="new")
    unexplained = remainder(old.text, old_covered) != remainder(new.text, new_covered)
    if unexplained or (kind in _NAMES and found.findings):
        edits = _unexplained(diff, old, new, old_covered, new_covered)
        found.findings.insert(0, Finding(kind, old, new, detail or {}, edits, part_of))
    return found


def differing_words(old: Passage, new: Passage) -> tuple[Edit, ...]:
    """The words that differ between two passages, as offsets into their fields."""
    return tuple(_absolute(edit, old, new) for edit in diff_words(old.text, new.text).edits)


def _absolute(edit: Edit, old: Passage, new: Passage) -> Edit:
    (old_start, old_end), (new_start, new_end) = edit.old, edit.new
    return Edit((old_start + old.start, old_end + old.start), (new_start + new.start, new_end + new.start))


def _covered(found: Differences, passage: Passage, *, side: str) -> list[Offsets]:
    parts = (getattr(each, side) for each in (*found.findings, *found.rewrites))
    return [(part.start - passage.start, part.end - passage.start) for part in parts if part]


def _unexplained(
    diff: WordDiff, old: Passage, new: Passage, old_covered: list[Offsets], new_covered: list[Offsets]
) -> tuple[Edit, ...]:
    """The edits that nothing more specific explains, as offsets into the fields.

    None where the passage was written anew.
    """
    if diff.likeness < _CONFETTI:
        return ()
    return tuple(
        _absolute(edit, old, new)
        for edit in diff.edits
        if not (inside(edit.old, old_covered) and inside(edit.new, new_covered))
    )
