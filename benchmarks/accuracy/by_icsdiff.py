"""icsdiff's own answer, from its public data alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

import icsdiff
from benchmarks.accuracy.answer import Answer, Found, Link, places
from benchmarks.accuracy.labels import Row
from icsdiff.model.alignment import Level, Relation
from icsdiff.model.changes import Change, ChangeSet, Kind, Passage, Rewrite
from icsdiff.model.version import Version

_SENTENCES = (Kind.TEXT_REVISED, Kind.TEXT_MOVED, Kind.RISK_REVISED, Kind.MITIGATION_REVISED)
_FOLDERS = {Level.GOAL: "goals", Level.OBJECTIVE: "objectives"}
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
"""Words that two sentences have to keep, so that nothing else is needed to know that they are one."""


def answer(old: Version, new: Version) -> Answer:
    """What icsdiff says."""
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

    In fields that the alignment sets side by side, two sentences are linked if no change and no rewrite touches the
    same words of both.
    """
    old, new = changes.old.fields, changes.new.fields
    parts: tuple[Change | Rewrite, ...] = (*changes.changes, *changes.rewrites)
    for before, after in _side_by_side(changes):
        kept: dict[tuple[str, ...], list[str]] = {}
        for text, words in _kept(new.get(after, ""), (each.new for each in parts), after):
            kept.setdefault(words, []).append(text)
        for text, words in _kept(old.get(before, ""), (each.old for each in parts), before):
            if len(words) >= _FEWEST_WORDS:
                yield from ((text, other) for other in kept.get(words, ()))


def _side_by_side(changes: ChangeSet) -> Iterator[tuple[str, str]]:
    """The paths of corresponding fields; where objectives were split or merged, of each old one and each new one."""
    fields = [path for path in changes.old.fields if _is_prose(path)]
    yield from ((path, path) for path in fields if not path.startswith(tuple(_FOLDERS.values())))
    for match in changes.alignment:
        for before, after in product(match.old, match.new):
            home, new_home = (f"{_FOLDERS[match.level]}/{number}/" for number in (before, after))
            yield from ((path, new_home + path.removeprefix(home)) for path in fields if path.startswith(home))


def _is_prose(path: str) -> bool:
    return not path.endswith("/linkages")


def _kept(text: str, passages: Iterable[Passage | None], path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sentence of a field, and its words that no passage covers."""
    covered = [(each.start, each.end) for each in passages if each and each.path == path]
    for start, end in places(text):
        words = (match for match in _WORD.finditer(text, start, end))
        free = (match.group() for match in words if not any(a < match.end() and match.start() < b for a, b in covered))
        yield text[start:end], tuple(free)
