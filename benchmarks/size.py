"""Cost against size: ``make bench-size``.

Strategies of 10 to 10,000 objectives, about four kilobytes each, made of the sentences that generated edits draw from,
each with figures and a place of its own. In the next version a tenth of the objectives differ: figures are revised and
sentences added, some objectives are renamed, moved to another goal, exchanged, removed or new, all without ids. In the
worst case the two versions have nothing in common. Each comparison runs in a process of its own, so that its memory
is its own. How the work grows is guarded by a test, in calls and not in seconds: ``tests/comparison/test_work.py``.
"""

from __future__ import annotations

import math
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

import icsdiff
from benchmarks.accuracy.base_versions import bases
from icsdiff import Goal, Objective, Version
from icsdiff.language.sentences import sentences
from icsdiff.model.alignment import Level

SIZES = (10, 100, 1_000, 10_000)
_IN_A_GOAL = 10
_CHANGED = 0.1
_SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ka",
    "le",
    "mi",
    "po",
    "qui",
    "ra",
    "se",
    "ti",
    "vo",
    "xu",
    "ya",
    "ze",
    "no",
)
_NUMBER = re.compile(r"(?<![\w.,])\d{2,3}(?![\w.,])")
_JUSTIFICATION, _RISKS = 25, 11
"""Sentences of a field."""

Numbers = Mapping[str, str]
"""The number that an old objective has in the new version."""


class Stock:
    """Sentences, statements and linkages of real strategies, each drawn with figures and a place of its own."""

    def __init__(self, rng: Random) -> None:
        objectives = [each for base in bases() for each in base.objectives]
        self._rng = rng
        self._statements = [each.title for each in objectives]
        self._prose = [each.text for one in objectives for each in sentences(one.justification)]
        self._risks = [each.text for one in objectives for each in sentences(one.risks)]
        self._linkages = [each.linkages for each in objectives if each.linkages]

    def statement(self) -> str:
        """What an objective is known by."""
        return self._somewhere(self._statements)

    def prose(self) -> str:
        """A sentence of a justification."""
        return self._somewhere(self._prose)

    def objective(self) -> Objective:
        """An objective without a number."""
        return Objective(
            "",
            statement=self.statement(),
            justification=" ".join(self.prose() for _ in range(_JUSTIFICATION)),
            linkages=self._rng.choice(self._linkages),
            risks=" ".join(self._somewhere(self._risks) for _ in range(_RISKS)),
        )

    def figures(self, text: str) -> str:
        """The text with other figures."""
        return _NUMBER.sub(lambda _: str(self._rng.randint(10, 999)), text)

    def _somewhere(self, texts: Sequence[str]) -> str:
        words = self.figures(self._rng.choice(texts)).rstrip(".")
        place = "".join(self._rng.choice(_SYLLABLES) for _ in range(4)).capitalize()
        return f"{words} in {place}."


def versions(size: int) -> tuple[Version, Version, Numbers]:
    """Two versions of so many objectives, a tenth changed, and which of them correspond."""
    rng = Random(size)
    stock = Stock(rng)
    old = _numbered([[stock.objective() for _ in range(_IN_A_GOAL)] for _ in range(size // _IN_A_GOAL)])
    goals = [list(goal.objectives) for goal in old.goals]
    for _ in range(round(_CHANGED * size)):
        _edit(goals, stock, rng)
    new = _numbered(goals)
    kept = [(before.number, after.number) for before, after in zip(_flat(goals), new.objectives, strict=True)]
    return old, new, {before: after for before, after in kept if before}


def _edit(goals: list[list[Objective]], stock: Stock, rng: Random) -> None:
    held = rng.choice([goal for goal in goals if goal] if len(goals) < _IN_A_GOAL else goals)
    if not held:
        return
    at = rng.randrange(len(held))
    draw = rng.random()
    if draw < 0.6:
        text = stock.figures(held[at].justification)
        held[at] = replace(held[at], justification=f"{text} {stock.prose()}")
    elif draw < 0.7:
        held[at] = replace(held[at], statement=stock.statement())
    elif draw < 0.8:
        rng.choice(goals).append(held.pop(at))
    elif draw < 0.9:
        held.insert(rng.randrange(len(held)), held.pop(at))
    elif draw < 0.95:
        held.pop(at)
    else:
        held.insert(at, stock.objective())


def strangers(size: int) -> tuple[Version, Version, Numbers]:
    """Two versions that have nothing in common but the words of the language."""
    old, new = Stock(Random(size)), Stock(Random(-size - 1))
    goals = range(size // _IN_A_GOAL)
    return (
        _numbered([[old.objective() for _ in range(_IN_A_GOAL)] for _ in goals]),
        _numbered([[new.objective() for _ in range(_IN_A_GOAL)] for _ in goals]),
        {},
    )


def _flat(goals: Sequence[Sequence[Objective]]) -> Iterator[Objective]:
    return (each for goal in goals for each in goal)


def _numbered(goals: Sequence[Sequence[Objective]]) -> Version:
    return Version(
        "Large",
        "Integrated Country Strategy",
        goals=tuple(
            Goal(
                str(at),
                statement=f"Goal {held[0].statement}" if held else "Goal of nobody.",
                objectives=tuple(replace(each, number=f"{at}.{place}") for place, each in enumerate(held, 1)),
            )
            for at, held in enumerate(goals, 1)
        ),
    )


_MADE = {"a tenth changed": versions, "nothing in common": strangers}


def _measured(name: str, size: int) -> Iterator[float]:
    """Of one comparison: megabytes of text, changes, seconds, megabytes of memory, objectives paired wrongly and not.

    The versions are made before the clock starts.
    """
    old, new, expected = _MADE[name](size)
    yield sum(map(len, old.fields.values())) / 1e6
    start = time.perf_counter()
    changes = icsdiff.compare(old, new)
    seconds = time.perf_counter() - start
    yield from (len(changes.changes), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    found = {
        (before, after)
        for match in changes.alignment
        if match.level is Level.OBJECTIVE
        for before in match.old[:1]
        for after in match.new[:1]
    }
    yield from (len(found - expected.items()), len(expected.items() - found))


def main(largest: int, largest_strangers: int) -> None:
    """Print a table with one line for each size, and the exponent of time over size."""
    for name, most in zip(_MADE, (largest, largest_strangers), strict=True):
        sizes = [size for size in SIZES if size <= most]
        print(f"| {name} | text, MB | changes | seconds | memory, MB | pairs wrong | pairs missed |")
        print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        times: list[float] = []
        for size in sizes:
            command = (sys.executable, "-m", "benchmarks.size", name, str(size))
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            text, count, seconds, memory, wrong, missed = map(float, printed.split())
            times.append(seconds)
            print(
                f"| {size:,} | {text:.2f} | {count:,.0f} | {seconds:.2f} | {memory:,.0f} | {wrong:.0f} | {missed:.0f} |"
            )
        print(f"exponent of time over size: {_exponent(sizes, times):.2f}\n", flush=True)


def _exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The slope of the line through the logarithms, by least squares."""
    return statistics.linear_regression([*map(math.log, sizes)], [*map(math.log, times)]).slope


if __name__ == "__main__":
    if sys.argv[1] in _MADE:
        print(*_measured(sys.argv[1], int(sys.argv[2])))
    else:
        main(*map(int, sys.argv[1:]))
