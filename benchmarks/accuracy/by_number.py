"""The first baseline: objectives aligned by their printed numbers, words compared by Python's difflib."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate

from benchmarks.accuracy import plain_diff
from benchmarks.accuracy.answer import Answer
from benchmarks.accuracy.plain_diff import Run
from icsdiff.model.version import Version

_WORDS = re.compile(r"\s+|\w+(?:[.,'’-]\w+)*|[^\w\s]")


def answer(old: Version, new: Version) -> Answer:
    """What this baseline says."""
    goals = {goal.number: goal for goal in new.goals}
    objectives = {each.number: each for each in new.objectives}
    return plain_diff.answer(
        old,
        new,
        [(each, goals[each.number]) for each in old.goals if each.number in goals],
        [(each, objectives[each.number]) for each in old.objectives if each.number in objectives],
        runs,
    )


def runs(old: str, new: str) -> list[Run]:
    """The runs of equal and of differing words."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    old_at, new_at = ([0, *accumulate(map(len, words))] for words in (before, after))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        Run(tag == "equal", (old_at[i], old_at[i_end]), (new_at[j], new_at[j_end]))
        for tag, i, i_end, j, j_end in matcher.get_opcodes()
    ]
