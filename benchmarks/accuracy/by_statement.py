"""The second baseline: objectives aligned by their statements alone, characters compared by plain diff-match-patch."""

from __future__ import annotations

from collections.abc import Sequence

from diff_match_patch import diff_match_patch
from rapidfuzz.fuzz import token_set_ratio

from benchmarks.accuracy import plain_diff
from benchmarks.accuracy.answer import Answer
from benchmarks.accuracy.plain_diff import Entity, Pairs, Run
from icsdiff.model.version import Version

ALIKE = 60.0
"""Likeness of two statements, of 100, from which they are the same one."""


def answer(old: Version, new: Version) -> Answer:
    """What this baseline says."""
    goals, objectives = _pairs(old.goals, new.goals), _pairs(tuple(old.objectives), tuple(new.objectives))
    return plain_diff.answer(old, new, goals, objectives, runs)


def _pairs(old: Sequence[Entity], new: Sequence[Entity]) -> Pairs:
    """The most alike first."""
    scored = sorted(
        (-score, i, j)
        for i, before in enumerate(old)
        for j, after in enumerate(new)
        if (score := token_set_ratio(before.title, after.title)) >= ALIKE
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for _, i, j in scored:
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            found.append((old[i], new[j]))
    return found


def runs(old: str, new: str) -> list[Run]:
    """The runs of equal and of differing characters, cleaned up as the library offers it."""
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    diffs = differ.diff_main(old, new)
    differ.diff_cleanupSemantic(diffs)
    found: list[Run] = []
    i = j = 0
    for what, text in diffs:
        i_end, j_end = i + len(text) * (what <= 0), j + len(text) * (what >= 0)
        if what > 0 and found and not found[-1].same and found[-1].new == (j, j):
            found[-1] = Run(same=False, old=found[-1].old, new=(j, j_end))
        else:
            found.append(Run(what == 0, (i, i_end), (j, j_end)))
        i, j = i_end, j_end
    return found
