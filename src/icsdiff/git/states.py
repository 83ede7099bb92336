"""Which files stand in a revision, or in the working tree, and what is in them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from icsdiff.errors import UnknownVersion, UnusableRepository
from icsdiff.git.repository import ask, root, tell
from icsdiff.store.configuration import configuration
from icsdiff.store.files import read_bytes

_FILE = b"100"
"""How the mode of a file begins; links and submodules have others."""
_UNTOUCHED = b"S"
"""How ``git ls-files -t`` marks a file that a sparse checkout leaves out: it stands in the index alone."""


@dataclass(frozen=True, slots=True)
class State:
    """A commit, or the working tree."""

    name: str
    """What it is called in names of versions and messages."""
    commit: str = ""
    """The commit's hash; empty for the working tree."""
    top: Path = Path()
    """The top of the working tree, where that is the state."""

    def place(self, path: str) -> str:
        """The name of a file of this state: ``REV:PATH``, or as it is called from the working directory."""
        return f"{self.name}:{path}" if self.commit else os.path.relpath(self.top / path)


def working_tree() -> State:
    """The working tree; ``UnusableRepository`` where there is none."""
    return State("the working tree", top=root())


def below(path: str) -> tuple[str, ...]:
    """The pathspecs of a file, or of all in a folder, by its path from the repository's root."""
    return (":/",) if path == "." else (f":(top,literal){path}",)


def prefix() -> str:
    """Where the working directory is below the repository's root: empty, or a path that ends in a slash."""
    return ask("rev-parse", "--show-prefix").line


def version_files(state: State) -> dict[str, str]:
    """The files of a state that are strategies by the configuration, as the git hook sees them; see ``files``."""
    return files(state, map(_from_root, configuration().hook.paths))


def _from_root(pathspec: str) -> str:
    """A pathspec that counts from the repository's root, wherever the working directory is."""
    if pathspec.startswith(":("):
        return f":(top,{pathspec[2:]}"
    return f":/{pathspec.removeprefix(':')}" if pathspec.startswith(":") else f":(top){pathspec}"


def files(state: State, pathspecs: Iterable[str] = ()) -> dict[str, str]:
    """The files of a state that pathspecs match, by path from the repository's root, each with the hash of its blob.

    In the working tree, files that git does not know yet count too, except those that it ignores: a version that was
    just imported is meant. Pathspecs count from the working directory, as everywhere in git.
    """
    if not state.commit:
        return dict(_in_working_tree(state.top, tuple(pathspecs)))
    # What differs from a tree with nothing in it: of git's commands that list a tree, diff-tree alone takes pathspecs.
    listing = ("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-relative")
    answer = ask(*listing, hash_of("tree", b"", like=state.commit), state.commit, "--", *pathspecs)
    _check(answer.status, answer.told)
    fields = iter(answer.out.split(b"\0")[:-1])
    entries = ((os.fsdecode(path), entry.split(b" ")) for entry, path in zip(fields, fields, strict=True))
    return {path: blob.decode() for path, (_, mode, _, blob, _) in entries if mode.startswith(_FILE)}


def contents(state: State, blobs: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of files that ``files`` listed, by path; what git keeps, in one reading."""
    here = set() if state.commit else {path for path in blobs if (state.top / path).exists()}
    kept = read_blobs(blob for path, blob in blobs.items() if path not in here)
    return {path: read_bytes(state.top / path) if path in here else kept[blob] for path, blob in blobs.items()}


def read_blobs(hashes: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs by their hashes, read by one git process."""
    wanted = list(dict.fromkeys(hashes))
    out = tell("cat-file", "--batch", given="".join(f"{each}\n" for each in wanted).encode()).out if wanted else b""
    found: dict[str, bytes] = {}
    at = 0
    for each in wanted:
        head, at = out[at : (end := out.index(b"\n", at))], end + 1
        if head.endswith(b" missing"):
            reason, remedy = "git has lost the file's content", "git fsck says more; git fetch may bring it"
            raise UnusableRepository(reason, file=each, remedy=remedy)
        size = int(head.rsplit(b" ", 1)[1])
        found[each] = out[at : at + size]
        at += size + 1
    return found


def hash_of(kind: str, content: bytes, *, like: str) -> str:
    """The hash that git would give an object, in a repository with hashes of this kind."""
    algorithm = "sha1" if len(like) == hashlib.sha1(usedforsecurity=False).digest_size * 2 else "sha256"
    return hashlib.new(algorithm, f"{kind} {len(content)}\0".encode() + content, usedforsecurity=False).hexdigest()


def _in_working_tree(top: Path, pathspecs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    like = tell("hash-object", "--stdin", given=b"").line
    tracked = _listed("--stage", "-t", "--", *pathspecs)
    entries = (entry.partition(b"\t")[::2] for entry in tracked)
    known = {path: head.split(b" ") for head, path in entries}
    for path in sorted({*known, *_listed("--others", "--exclude-standard", "--", *pathspecs)}):
        mark, _, blob, _ = known.get(path, [b"", b"", b"", b""])
        name = os.fsdecode(path)
        if mark == _UNTOUCHED:
            yield name, blob.decode()
        elif _is_file(top / name):
            yield name, hash_of("blob", read_bytes(top / name), like=like)


def _listed(*question: str) -> list[bytes]:
    answer = ask("ls-files", "-z", "--full-name", *question)
    _check(answer.status, answer.told)
    return answer.out.split(b"\0")[:-1]


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _check(status: int, told: str) -> None:
    if status:
        reason = told.strip().partition("\n")[0].removeprefix("fatal: ")
        raise UnknownVersion(f"git says: {reason}", remedy="check the paths after --")
