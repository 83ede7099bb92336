"""icsdiff itself, and two baselines that a competent person would write in an afternoon.

All three answer in one shape. The baselines align objectives by one signal alone, mark runs of differing words, and
call a run by its field: that is what there is without a tool that knows strategies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

import icsdiff
from benchmarks.accuracy import by_number, by_statement
from benchmarks.accuracy.answer import Answer, Block, Found, Link, links
from benchmarks.accuracy.labels import Row
from icsdiff.model.alignment import Level, Relation
from icsdiff.model.changes import Change, ChangeSet, Kind, Passage, Rewrite
from icsdiff.model.version import Version

System = Callable[[Version, Version], Answer]

_SENTENCES = (Kind.TEXT_REVISED, Kind.TEXT_MOVED, Kind.RISK_REVISED, Kind.MITIGATION_REVISED)
_FOLDERS = {Level.GOAL: "goals", Level.OBJECTIVE: "objectives"}


def with_icsdiff(old: Version, new: Version) -> Answer:
    """What icsdiff says, from its public data alone."""
    changes = icsdiff.compare(old, new)
    told = ((change.old, change.new) for change in changes.changes if change.kind in _SENTENCES)
    said = ((before.text, after.text) for before, after in told if before and after and _is_prose(before.path))
    return Answer(
        tuple(Row(match.level, match.old, match.new) for match in changes.alignment),
        tuple(dict.fromkeys((*said, *_untouched(changes)))),
        tuple(_found(change, changes) for change in changes.changes),
    )


def _found(change: Change, changes: ChangeSet) -> Found:
    old, new = (side.text if side else None for side in (change.old, change.new))
    if change.kind.startswith(("goal-", "objective-")):
        old, new = (_number(side) if side else None for side in (change.old, change.new))
        if change.kind.endswith(("-split", "-merged")):
            old, new = _all_numbers(old, new, changes)
    return Found(change.kind, old, new, change.significance, change.part_of is not None)


def _number(passage: Passage) -> str:
    """``1.1`` of ``objectives/1.1/statement``."""
    return passage.path.split("/")[1]


def _all_numbers(old: str | None, new: str | None, changes: ChangeSet) -> tuple[str | None, str | None]:
    """The numbers of all that were split or merged, from the row of the alignment that the change speaks of."""
    for match in changes.alignment:
        if match.relation in (Relation.SPLIT, Relation.MERGED) and (old in match.old or new in match.new):
            return " + ".join(match.old), " + ".join(match.new)
    return old, new


def _untouched(changes: ChangeSet) -> Iterator[Link]:
    """Sentences between which no change stands, because only figures or their notation differ in them.

    What no change and no rewrite covers is the same on both sides, in the same order: that links them.
    """
    old, new = changes.old.fields, changes.new.fields
    parts: tuple[Change | Rewrite, ...] = (*changes.changes, *changes.rewrites)
    for before, after in _same_fields(changes):
        if before in old and after in new and old[before] != new[after]:
            kept_old = _kept(old[before], (each.old for each in parts), before)
            kept_new = _kept(new[after], (each.new for each in parts), after)
            yield from links(old[before], new[after], _blocks(kept_old, kept_new))


def _same_fields(changes: ChangeSet) -> Iterator[tuple[str, str]]:
    fields = [path for path in changes.old.fields if _is_prose(path)]
    yield from ((path, path) for path in fields if not path.startswith(("goals/", "objectives/")))
    for match in changes.alignment:
        if match.relation is Relation.MATCHED:
            folder = _FOLDERS[match.level]
            home, new_home = f"{folder}/{match.old[0]}/", f"{folder}/{match.new[0]}/"
            for path in fields:
                if path.startswith(home):
                    yield path, new_home + path.removeprefix(home)


def _is_prose(path: str) -> bool:
    return not path.endswith("/linkages")


def _kept(text: str, passages: Iterable[Passage | None], path: str) -> list[tuple[int, int]]:
    covered = sorted((each.start, each.end) for each in passages if each and each.path == path)
    kept, at = [], 0
    for start, end in chain(covered, [(len(text), len(text))]):
        if at < start:
            kept.append((at, start))
        at = max(at, end)
    return kept


def _blocks(old: list[tuple[int, int]], new: list[tuple[int, int]]) -> Iterator[Block]:
    """The kept runs of both sides, which say the same, side by side."""
    if sum(end - start for start, end in old) != sum(end - start for start, end in new):
        return
    old, new = list(reversed(old)), list(reversed(new))
    while old and new:
        (start, end), (new_start, new_end) = old.pop(), new.pop()
        length = min(end - start, new_end - new_start)
        yield start, new_start, length
        if start + length < end:
            old.append((start + length, end))
        if new_start + length < new_end:
            new.append((new_start + length, new_end))


SYSTEMS: Mapping[str, System] = {
    "icsdiff": with_icsdiff,
    "by number, difflib": by_number.answer,
    "by statement, diff-match-patch": by_statement.answer,
}
