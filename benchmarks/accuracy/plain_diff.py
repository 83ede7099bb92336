"""What both baselines share: from aligned objectives and runs of differing words to changes by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.answer import Answer, Found, Link, links
from benchmarks.accuracy.labels import Row
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind
from icsdiff.model.version import Goal, Objective, Version

Entity = Goal | Objective
Pairs = Sequence[tuple[Entity, Entity]]


@dataclass(frozen=True, slots=True)
class Run:
    """Half-open offsets into both texts; the words are the same, or they differ."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


Differ = Callable[[str, str], Sequence[Run]]

_NUMBER = re.compile(r"\d[\d,.]*")
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_SENTENCE_END = re.compile(r"[.!?]\s")
_LINKAGES, _RISKS, _STATEMENT = "linkages", "risks", "statement"


def answer(old: Version, new: Version, goals: Pairs, objectives: Pairs, differ: Differ) -> Answer:
    """The whole answer for versions whose goals and objectives are aligned."""
    rows = (
        *_rows(Level.GOAL, old.goals, new.goals, goals),
        *_rows(Level.OBJECTIVE, tuple(old.objectives), tuple(new.objectives), objectives),
    )
    found = list(_wholes(old, new, goals, objectives))
    linked: list[Link] = []
    for name, before, after in _fields(old, new, (*goals, *objectives)):
        if before != after and name != _STATEMENT:
            runs = differ(before, after)
            found += _changes(name, before, after, runs)
            linked += links(
                before, after, [(run.old[0], run.new[0], run.old[1] - run.old[0]) for run in runs if run.same]
            )
    return Answer(rows, tuple(linked), (*_metadata(old, new), *found, *_terms(old, new)))


def _rows(level: Level, old: Sequence[Entity], new: Sequence[Entity], pairs: Pairs) -> Iterator[Row]:
    yield from (Row(level, (before.number,), (after.number,)) for before, after in pairs)
    kept, come = {before.number for before, _ in pairs}, {after.number for _, after in pairs}
    yield from (Row(level, (each.number,), ()) for each in old if each.number not in kept)
    yield from (Row(level, (), (each.number,)) for each in new if each.number not in come)


def _wholes(old: Version, new: Version, goals: Pairs, objectives: Pairs) -> Iterator[Found]:
    for level, before_all, after_all, pairs in (
        ("goal", old.goals, new.goals, goals),
        ("objective", tuple(old.objectives), tuple(new.objectives), objectives),
    ):
        kept, come = {id(before) for before, _ in pairs}, {id(after) for _, after in pairs}
        yield from (Found(Kind(f"{level}-removed"), each.number, None) for each in before_all if id(each) not in kept)
        yield from (Found(Kind(f"{level}-added"), None, each.number) for each in after_all if id(each) not in come)
        for before, after in pairs:
            if before.title != after.title:
                yield Found(Kind(f"{level}-renamed"), before.number, after.number)
            if before.number != after.number:
                yield Found(Kind(f"{level}-renumbered"), before.number, after.number)
            if before.number.partition(".")[0] != after.number.partition(".")[0] and level == "objective":
                yield Found(Kind.OBJECTIVE_MOVED, before.number, after.number)


def _fields(old: Version, new: Version, pairs: Pairs) -> Iterator[tuple[str, str, str]]:
    old_fields, new_fields = old.fields, new.fields
    for path in dict.fromkeys((*old_fields, *new_fields)):
        if not path.startswith(("goals/", "objectives/", "metadata/")):
            yield path, old_fields.get(path, ""), new_fields.get(path, "")
    for before, after in pairs:
        one, other = dict(before.fields), dict(after.fields)
        yield from ((name, one.get(name, ""), other.get(name, "")) for name in dict.fromkeys((*one, *other)))


def _metadata(old: Version, new: Version) -> Iterator[Found]:
    before, after = old.fields, new.fields
    for path in dict.fromkeys((*before, *after)):
        if path.startswith("metadata/") and before.get(path) != after.get(path):
            yield Found(Kind.METADATA_CHANGED, before.get(path), after.get(path))


def _changes(name: str, old: str, new: str, runs: Sequence[Run]) -> Iterator[Found]:
    """A change for each run of differing words; one of a sort for each sentence."""
    told: set[tuple[int, Kind]] = set()
    for run in runs:
        before, after = old[slice(*run.old)].strip(), new[slice(*run.new)].strip()
        if run.same or not (before or after):
            continue
        sentence = len(_SENTENCE_END.findall(old[: run.old[0]]))
        for found in _of_run(name, before, after, old[: run.old[1]] + new[: run.new[1]]):
            if (sentence, found.kind) not in told or found.kind is Kind.FIGURE_REVISED:
                told.add((sentence, found.kind))
                yield found


def _of_run(name: str, before: str, after: str, so_far: str) -> Iterator[Found]:
    """A run with another number on both sides is a figure revised; what else differs goes by the field.

    To call a number of one side alone a figure that came or went made both baselines worse.
    """
    old, new = _NUMBER.search(before), _NUMBER.search(after)
    if name != _LINKAGES and old and new and old.group() != new.group():
        yield Found(Kind.FIGURE_REVISED, before, after)
        if _NUMBER.sub("", before) == _NUMBER.sub("", after):
            return
    how = "revised" if before and after else "removed" if before else "added"
    yield Found(Kind(f"{_what(name, so_far)}-{how}"), before or None, after or None)


def _what(name: str, so_far: str) -> str:
    if name == _RISKS:
        return "mitigation" if "mitigat" in _SENTENCE_END.split(so_far)[-1] else "risk"
    return "linkage" if name == _LINKAGES else "text"


def _terms(old: Version, new: Version) -> Iterator[Found]:
    old_names, new_names = _acronyms(old), _acronyms(new)
    yield from (Found(Kind.TERM_REMOVED, name, None) for name in old_names if name not in new_names)
    yield from (Found(Kind.TERM_ADDED, None, name) for name in new_names if name not in old_names)


def _acronyms(version: Version) -> Mapping[str, None]:
    texts = (text for path, text in version.fields.items() if not path.endswith(_LINKAGES))
    return dict.fromkeys(name for text in texts for name in _ACRONYM.findall(text))
