"""Which field of the old version is compared with which field of the new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from icsdiff.model.alignment import Level, Match
from icsdiff.model.version import Version

_FOLDERS = {Level.GOAL: "goals", Level.OBJECTIVE: "objectives"}


class FieldPair(NamedTuple):
    """One field on both sides; a side without it has no path and the empty text."""

    name: str
    """The field's own name: ``risks``, or ``metadata``, ``priorities``, ``sections``, ``unplaced``."""
    old_path: str | None
    new_path: str | None
    old: str
    new: str
    match: Match | None = None
    """The goal or objective that the field belongs to."""


def entity_path(level: Level, number: str) -> str:
    """``goals/2`` or ``objectives/1.1``: what the paths of a goal's or objective's fields begin with."""
    return f"{_FOLDERS[level]}/{number}"


def home(path: str) -> str:
    """What a field belongs to: ``objectives/1.1`` of ``objectives/1.1/risks``."""
    return path.rpartition("/")[0]


def field_pairs(old: Version, new: Version, alignment: Iterable[Match]) -> tuple[FieldPair, ...]:
    """Every field of either version exactly once, in the order in which a reader meets them."""
    return tuple(_pairs(old.fields, new.fields, tuple(alignment)))


def _pairs(old: Mapping[str, str], new: Mapping[str, str], alignment: tuple[Match, ...]) -> Iterator[FieldPair]:
    yield from _shared(old, new, "metadata", "priorities")
    old_names, new_names = _names(old), _names(new)
    for match in alignment:
        for old_number, new_number in zip_longest(match.old, match.new):
            old_home = entity_path(match.level, old_number) if old_number else None
            new_home = entity_path(match.level, new_number) if new_number else None
            for name in _merged(old_names.get(old_home, []), new_names.get(new_home, [])):
                yield _of_entity(old, new, f"{old_home}/{name}", f"{new_home}/{name}", match)
    yield from _shared(old, new, "sections", "unplaced")


def _of_entity(old: Mapping[str, str], new: Mapping[str, str], old_path: str, new_path: str, match: Match) -> FieldPair:
    """A field of a goal or objective; of one that was split or merged, each further part's fields stand alone."""
    return FieldPair(
        new_path.rpartition("/")[2],
        old_path if old_path in old else None,
        new_path if new_path in new else None,
        old.get(old_path, ""),
        new.get(new_path, ""),
        match,
    )


def _shared(old: Mapping[str, str], new: Mapping[str, str], *folders: str) -> Iterator[FieldPair]:
    in_folders = ([path for path in fields if path.partition("/")[0] in folders] for fields in (old, new))
    for path in _merged(*in_folders):
        yield FieldPair(
            path.partition("/")[0],
            path if path in old else None,
            path if path in new else None,
            old.get(path, ""),
            new.get(path, ""),
        )


def _names(fields: Mapping[str, str]) -> dict[str | None, list[str]]:
    """The names of the fields of each goal and objective, by what their paths begin with."""
    found: dict[str | None, list[str]] = {}
    for path in fields:
        found.setdefault(home(path), []).append(path.rpartition("/")[2])
    return found


def _merged(old: list[str], new: list[str]) -> list[str]:
    """Both orders in one: the new one's, with what only the old one has after the entry it followed there."""
    merged = list(new)
    present = set(new)
    for index, name in enumerate(old):
        if name not in present:
            before = next((merged.index(prior) for prior in reversed(old[:index]) if prior in merged), -1)
            merged.insert(before + 1, name)
            present.add(name)
    return merged
