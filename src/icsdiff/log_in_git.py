"""How one strategy changed from commit to commit."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from icsdiff.comparison.compare import compare, counted
from icsdiff.errors import IcsdiffError, UnknownVersion
from icsdiff.git.commits import commits, is_cut_off
from icsdiff.git.pairing import Pair, counterpart, line_of, lines, strategy
from icsdiff.git.ranges import revision
from icsdiff.git.states import State, below, files, prefix, read_blobs, version_files
from icsdiff.model.changes import Change, ChangeSet
from icsdiff.model.log import Commit, Log, Step
from icsdiff.model.version import slug
from icsdiff.store.folder import is_version_file
from icsdiff.store.pins import pins_between
from icsdiff.versions_in_git import Side, versions_of

_SHORT = 12


@dataclass(frozen=True, slots=True)
class _Difference:
    """What a commit did to a strategy's files, seen from one parent."""

    old: Side
    new: Side
    pairs: tuple[Pair, ...]
    origin: tuple[str, str] | None = None
    """Where the strategy lay in the parent, if elsewhere, and the parent."""


def log_in_git(name: str) -> Log:
    """Each commit up to ``HEAD`` that changed what the strategy says, with what it changed.

    ``name`` is that of a strategy's folder, or the path of it, of a file in it, or of a document. The strategy is
    followed to where it lay before it was moved or renamed. Of a merge only what neither parent says is its own.
    Raises ``UnknownVersion`` where no commit has such a strategy.
    """
    start = revision("HEAD").commit
    line = _line(name, start)
    history = list(_history(line, start))
    shallow = next((commit.id[:_SHORT] for commit, _ in history if is_cut_off(commit)), "")
    whole = [(commit, seen) for commit, seen in history if not is_cut_off(commit)]
    if not shallow and not any(each.pairs for _, seen in whole for each in seen):
        remedy = "commit one first; without --git the log is of the versions on disk"
        raise UnknownVersion("no commit has a version there", file=name, remedy=remedy)
    _fetch(difference for _, seen in whole for difference in seen)
    steps = (_step(commit, seen) for commit, seen in whole)
    return Log(name, tuple(step for step in steps if step.changes or step.problem), shallow)


def _line(name: str, start: str) -> str:
    """The folder or file that a name means in the repository: a strategy's, else a path."""
    there = lines(version_files(State("HEAD", start)))
    known = [each for each in there if not _names(each).isdisjoint((name, slug(name)))]
    if len(known) == 1:
        return known[0]
    if "/" in name or "." in name or Path(name).exists():
        return line_of(posixpath.normpath(posixpath.join(prefix(), name)))
    if known:
        remedy = f"name its folder: {' or '.join(known)}"
        raise UnknownVersion("there are several strategies of this name in HEAD", file=name, remedy=remedy)
    remedy = f"there are {', '.join(sorted(map(min, map(_names, there))))}" if there else "name a file or folder"
    raise UnknownVersion("there is no such strategy in HEAD", file=name, remedy=remedy)


def _names(line: str) -> set[str]:
    """What a strategy is called by: its folder, or its file without the suffix."""
    return {PurePosixPath(line).name, PurePosixPath(line).stem}


def _history(line: str, start: str) -> Iterator[tuple[Commit, list[_Difference]]]:
    """The commits that touched a line, and those that touched what it was before."""
    places, seen = [(line, start)], set()
    while places:
        line, start = places.pop()
        for commit in commits(start, line):
            if commit.id not in seen:
                seen.add(commit.id)
                differences = [_difference(parent, commit.id, line) for parent in commit.parents or ("",)]
                yield commit, differences
                places += filter(None, (each.origin for each in differences))


def _difference(parent: str, commit: str, line: str) -> _Difference:
    """What differs in a line between a parent and a commit; where it is in one only, it may lie elsewhere."""
    old, new = _at(parent, line), _at(commit, line)
    old_paths, new_paths = sorted(old.files), sorted(new.files)
    origin = None
    if parent and bool(old_paths) != bool(new_paths):
        listed = version_files if is_version_file((old_paths or new_paths)[0]) else files
        all_old, all_new = (Side(side.state, listed(side.state)) for side in (old, new))
        old_lines, new_lines = lines(all_old.files), lines(all_new.files)
        if new_paths:
            gone = {each: paths for each, paths in old_lines.items() if each not in new_lines}
            if where := counterpart(new_paths, new, gone, all_old):
                old, old_paths, origin = all_old, gone[where], (where, parent)
        else:
            come = {each: paths for each, paths in new_lines.items() if each not in old_lines}
            if where := counterpart(old_paths, old, come, all_new):
                new, new_paths = all_new, come[where]
    found = strategy(old_paths, old, new_paths, new)
    pairs = (pair for pair in (found.current, *found.others) if old.blob(pair.old) != new.blob(pair.new))
    return _Difference(old, new, tuple(pairs), origin)


@lru_cache(maxsize=2)
def _at(commit: str, line: str) -> Side:
    """The versions of a line in a commit; none where there is no commit."""
    state = State(commit[:_SHORT], commit)
    here = files(state, below(line)) if commit else {}
    return Side(state, {path: blob for path, blob in here.items() if line_of(path) == line})


def _fetch(differences: Iterable[_Difference]) -> None:
    """Have the contents of all files that are compared at hand, read by one git process."""
    wanted = [
        (side, path)
        for each in differences
        for pair in each.pairs
        for side, path in ((each.old, pair.old), (each.new, pair.new))
        if path is not None
    ]
    found = read_blobs(side.files[path] for side, path in wanted)
    for side, path in wanted:
        side.contents[path] = found[side.files[path]]


def _step(commit: Commit, seen: list[_Difference]) -> Step:
    """What a commit changed; of a merge, what it changed against each of its parents."""
    first, *others = seen
    told = set.intersection(*({pair.new for pair in each.pairs} for each in seen))
    try:
        found = [(pair.new, _compared(pair, first)) for pair in first.pairs if pair.new in told]
        against = [{pair.new: _compared(pair, each) for pair in each.pairs if pair.new in told} for each in others]
    except IcsdiffError as error:
        return Step((), commit, str(error))
    own = (_beyond(changes, [other[path] for other in against]) for path, changes in found)
    return Step(tuple(changes for changes in own if changes.changes), commit)


def _compared(pair: Pair, difference: _Difference) -> ChangeSet:
    versions = versions_of(pair, difference.old, difference.new)
    return compare(*versions, pins_between(*versions))


def _beyond(changes: ChangeSet, others: list[ChangeSet]) -> ChangeSet:
    """The changes that other comparisons with the same new version have, too: what no old version says."""
    if not others:
        return changes
    common = set.intersection(*({_outcome(change) for change in other.changes} for other in others))
    own = tuple(change for change in changes.changes if _outcome(change) in common)
    return replace(changes, changes=own, rewrites=(), summary=counted(own))


def _outcome(change: Change) -> tuple[object, ...]:
    """What a change led to, whatever stood there before."""
    if change.new is None:
        return change.kind, change.old and change.old.text
    return change.new.path, change.new.start, change.new.text
