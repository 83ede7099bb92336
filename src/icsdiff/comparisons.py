"""What a user may name where a comparison is asked for: two versions, or two states of a git repository.

Two versions are one comparison. Between two states there is one for every strategy that differs: its latest version
then with its latest version now; and one for every other version file of it that was edited.
"""
# ruff: noqa: PLC0415  (a comparison of two files must not pay for git)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icsdiff.errors import IcsdiffError, InvalidFile, UnknownVersion
from icsdiff.model.version import Version
from icsdiff.versions import is_version, load_two

if TYPE_CHECKING:
    from icsdiff.git.pairing import Pair
    from icsdiff.git.ranges import Range
    from icsdiff.versions_in_git import Side

VersionPair = tuple[Version, Version]


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The pairs of versions to compare."""

    pairs: tuple[VersionPair, ...]
    between: str = ""
    """The two states of a repository, in words; empty where two versions were named."""
    left_out: tuple[str, ...] = ()
    """Version files that came or went beside those that are compared."""
    unreadable: tuple[IcsdiffError, ...] = ()
    """What kept further strategies of the range from being compared; none hides the others."""


def named(old: str, new: str | None = None, paths: Sequence[str] | None = None) -> Comparisons:
    """What one name or two mean.

    A file, a strategy and a ``REV:PATH`` are versions; any other name is a revision if git knows it as one. With
    ``paths``, be they none, the names are revisions. Raises a child of ``IcsdiffError``, also where one name is a
    version and the other a revision.
    """
    if paths is not None:
        return _between(old, new, paths)
    names = [old] if new is None else [old, new]
    others = [name for name in names if not is_version(name)]
    if not any(map(_is_revision, others)):
        return Comparisons((load_two(old, new),))
    if len(others) < len(names):
        (version,) = set(names) - set(others)
        reason = f"this is a version, and {others[0]} a git revision"
        remedy = f"name two versions, one in git as REV:PATH; if both are revisions: {' '.join(names)} --"
        raise UnknownVersion(reason, file=version, remedy=remedy)
    return _between(old, new, ())


def _is_revision(name: str) -> bool:
    from icsdiff.git.ranges import is_revision

    return is_revision(name)


def _between(old: str, new: str | None, paths: Sequence[str]) -> Comparisons:
    from icsdiff.git.pairing import paired
    from icsdiff.git.ranges import range_of
    from icsdiff.versions_in_git import Side

    span = range_of(old, new)
    before, after = Side.at(span.old, paths), Side.at(span.new, paths)

    def is_wanted(pair: Pair) -> bool:
        """Whether the new file is under the paths; where it is no more, the old one."""
        return pair.new in after.chosen or (pair.old in before.chosen and pair.old not in after.files)

    strategies = paired(before, after)
    chosen = [pairs for each in strategies if (pairs := list(filter(is_wanted, (each.current, *each.others))))]
    if not chosen:
        raise _nothing_there(span, paths)
    differing = [pair for pairs in chosen for pair in pairs if before.blob(pair.old) != after.blob(pair.new)]
    read, unreadable = _versions(differing, before, after)
    told = [pair for pair in read if pair[0] != pair[1]]
    if unreadable and not told:
        raise InvalidFile(*unreadable)
    if not told and len(chosen) == 1:
        told, _ = _versions(chosen[0][:1], before, after)
    came = [after.state.place(path) for each in strategies for path in each.came if path in after.chosen]
    went = [before.state.place(path) for each in strategies for path in each.went if path in before.chosen]
    return Comparisons(tuple(told), str(span), (*came, *went), unreadable)


def _versions(pairs: Sequence[Pair], before: Side, after: Side) -> tuple[list[VersionPair], tuple[IcsdiffError, ...]]:
    """The pairs that can be read, and what is wrong with the others."""
    from icsdiff.versions_in_git import versions_of

    before.fetch(pair.old for pair in pairs)
    after.fetch(pair.new for pair in pairs)
    read: list[VersionPair] = []
    unreadable: list[IcsdiffError] = []
    for pair in pairs:
        try:
            read.append(versions_of(pair, before, after))
        except IcsdiffError as error:
            unreadable += error.problems
    return read, tuple(unreadable)


def _nothing_there(span: Range, paths: Sequence[str]) -> UnknownVersion:
    where = f" under {', '.join(paths)}" if paths else ""
    remedy = "versions are files versions/STRATEGY/DATE.yaml, or what icsdiff.toml says; name another file after --"
    return UnknownVersion(f"neither {span.old.name} nor {span.new.name} has a version{where}", remedy=remedy)
