"""Which files are versions of one strategy in two states of a repository, and which of them belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from icsdiff.store.folder import is_version_file


class Side(Protocol):
    """The version files of one state."""

    @property
    def files(self) -> Mapping[str, str]:
        """Path from the repository's root, and the hash of the blob."""

    def mission_of(self, path: str) -> str:
        """The mission whose strategy a file is a version of; empty where that cannot be told."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files to compare; None where the strategy is not there."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy in both states."""

    current: Pair
    """Its latest version in each state."""
    others: tuple[Pair, ...] = ()
    """Other files of it that are there in both, under the same name or another."""
    came: tuple[str, ...] = ()
    """Files that are only in the new state, and not its latest version."""
    went: tuple[str, ...] = ()
    """Files that are only in the old state, and were not its latest version."""


def line_of(path: str) -> str:
    """What keeps a strategy's versions together: the folder of files named by a date; any other file is one itself."""
    return str(PurePosixPath(path).parent) if is_version_file(path) else path


def lines(files: Iterable[str]) -> dict[str, list[str]]:
    """The files of each line, the latest version last."""
    found: dict[str, list[str]] = {}
    for path in sorted(files):
        found.setdefault(line_of(path), []).append(path)
    return found


def paired(old: Side, new: Side) -> tuple[Strategy, ...]:
    """The strategies of both states, in the order of their paths.

    A line that is in one state only may have been moved or renamed: see ``counterpart``.
    """
    old_lines, new_lines = lines(old.files), lines(new.files)
    gone = {line: paths for line, paths in old_lines.items() if line not in new_lines}
    found = []
    for line, paths in new_lines.items():
        origin = line if line in old_lines else counterpart(paths, new, gone, old)
        gone.pop(origin or "", None)
        found.append((old_lines.get(origin or "", []), paths))
    found += [(paths, []) for paths in gone.values()]
    told = (strategy(old_paths, old, new_paths, new) for old_paths, new_paths in found)
    return tuple(sorted(told, key=lambda each: each.current.new or each.current.old or ""))


def counterpart(paths: list[str], here: Side, lines_there: Mapping[str, list[str]], there: Side) -> str | None:
    """The line of the other state that a line of this one was, or became; None where none is, or it is not sure.

    It holds the same file; or it is of the same mission; or it has the same name in another folder.
    """
    if not lines_there:
        return None
    for trait in (_blobs, _mission, _name):
        mine = trait(here, paths)
        same = [line for line, others in lines_there.items() if not mine.isdisjoint(trait(there, others))]
        if len(same) == 1:
            return same[0]
    return None


def _blobs(side: Side, paths: list[str]) -> set[str]:
    return {side.files[path] for path in paths}


def _mission(side: Side, paths: list[str]) -> set[str]:
    return {side.mission_of(paths[-1])} - {""}


def _name(_side: Side, paths: list[str]) -> set[str]:
    return {PurePosixPath(line_of(paths[-1])).name}


def strategy(old_paths: list[str], old: Side, new_paths: list[str], new: Side) -> Strategy:
    """The files of one strategy put together by their names; the latest version of each state is its own pair."""
    current = Pair(old_paths[-1] if old_paths else None, new_paths[-1] if new_paths else None)
    if current.old is None or current.new is None:
        return Strategy(current, came=tuple(new_paths[:-1]), went=tuple(old_paths[:-1]))
    by_name = {PurePosixPath(path).name: path for path in old_paths}
    kept = [Pair(by_name[name], path) for path in new_paths if (name := PurePosixPath(path).name) in by_name]
    old_blobs, new_blobs = _blobs(old, old_paths), _blobs(new, new_paths)
    matched = {path for pair in (*kept, current) for path in (pair.old, pair.new)}
    went = [path for path in old_paths if path not in matched and old.files[path] not in new_blobs]
    came = [path for path in new_paths if path not in matched and new.files[path] not in old_blobs]
    if len(went) == len(came) == 1:
        kept.append(Pair(went.pop(), came.pop()))
    return Strategy(current, tuple(pair for pair in kept if pair != current), tuple(came), tuple(went))
