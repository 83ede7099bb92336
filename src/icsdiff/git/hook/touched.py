"""Which strategies a commit touches, and what each is to be compared with.

Git answers from the index that the hook sees (``git commit -a`` and ``git commit PATH`` make one of their own), or from
the commit; the working tree is never looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from icsdiff.git.repository import ask, root, tell

INDEX = ""
"""In place of a commit: what is staged."""
_FILE = "100"
"""How the mode of a file begins; links and submodules are no versions."""


@dataclass(frozen=True, slots=True)
class Side:
    """A file at one of two states: its path and its blob."""

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A strategy's file that a commit adds, changes, renames or removes; one of the two sides is there."""

    old: Side | None
    """The same file before, or, of a file that is new, the version before it in its folder."""
    new: Side | None

    @property
    def path(self) -> str:
        """Where the file stands now, or where it stood."""
        side = self.new or self.old
        return side.path if side else ""


def before_next() -> str:
    """The tree that the next commit is compared with: the last commit's, or nothing.

    Git does not tell a hook of ``--amend``: then this is the commit that is replaced, and its own changes are not told
    again.
    """
    return "HEAD" if ask("rev-parse", "--quiet", "--verify", "HEAD^{commit}").status == 0 else _nothing()


def before_last() -> str:
    """The tree that the last commit is compared with: its first parent's, or nothing."""
    return "HEAD^1" if ask("rev-parse", "--quiet", "--verify", "HEAD^1^{commit}").status == 0 else _nothing()


def touched(old: str, new: str, paths: tuple[str, ...]) -> tuple[Touched, ...]:
    """The files under these pathspecs that differ between a tree and the index or a commit, in order of their names."""
    if not paths:
        return ()
    compare = ("diff-index", "--cached") if new == INDEX else ("diff-tree", "-r")
    trees = (old,) if new == INDEX else (old, new)
    top = root()
    names = tell(*compare, "--no-renames", "--name-only", "-z", *trees, "--", *paths, folder=top)
    wanted = set(_parts(names.out))
    if not wanted:
        return ()
    # Not limited to the paths: a rename may come from elsewhere.
    raw = tell(*compare, "--raw", "--no-abbrev", "-z", "-M", *trees, "--", folder=top)
    found = [each for each in _entries(raw.out) if not wanted.isdisjoint(_paths(each))]
    return tuple(_with_predecessor(each, new) for each in sorted(found, key=lambda each: each.path))


def _entries(raw: bytes) -> Iterator[Touched]:
    """``:MODE MODE BLOB BLOB STATUS``, then one path, of a rename two."""
    parts = _parts(raw)
    for head in parts:
        old_mode, new_mode, old_blob, new_blob, status = head.removeprefix(":").split(" ")
        old_path = next(parts)
        new_path = next(parts) if status.startswith("R") else old_path
        old = Side(old_path, old_blob) if old_mode.startswith(_FILE) else None
        new = Side(new_path, new_blob) if new_mode.startswith(_FILE) else None
        if old or new:
            yield Touched(old, new)


def _paths(each: Touched) -> set[str]:
    return {side.path for side in (each.old, each.new) if side}


def _with_predecessor(each: Touched, state: str) -> Touched:
    """A dated version that is new, beside the version before it in its folder."""
    if each.new is None or each.old is not None or (day := _day(each.new.path)) is None:
        return each
    folder = PurePosixPath(each.new.path).parent
    earlier = [(stands, side) for side in _beside(folder, state) if (stands := _day(side.path)) and stands < day]
    return Touched(max(earlier, key=lambda pair: pair[0])[1], each.new) if earlier else each


def _beside(folder: PurePosixPath, state: str) -> Iterator[Side]:
    """The files of a folder, in the index or at a commit."""
    top = root()
    if state == INDEX:
        listing = tell("ls-files", "--stage", "-z", "--", f":(literal,top){folder}/", folder=top)
    else:
        listing = tell("ls-tree", "--full-tree", "-z", state, "--", f"{folder}/", folder=top)
    for line in _parts(listing.out):
        head, _, path = line.partition("\t")
        mode, *words = head.split(" ")
        if mode.startswith(_FILE) and PurePosixPath(path).parent == folder:
            yield Side(path, words[0] if state == INDEX else words[1])


def _day(path: str) -> date | None:
    name = PurePosixPath(path)
    try:
        return date.fromisoformat(name.stem) if name.suffix in (".yaml", ".yml", ".json") else None
    except ValueError:
        return None


def _parts(out: bytes) -> Iterator[str]:
    return iter([os.fsdecode(part) for part in out.split(b"\0") if part])


def _nothing() -> str:
    return tell("hash-object", "-t", "tree", "--stdin", given=b"").line
