"""The versions in one state of a git repository, each read when it is asked for."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from icsdiff.errors import IcsdiffError
from icsdiff.git.pairing import Pair
from icsdiff.git.states import State, contents, files, prefix, version_files
from icsdiff.model.version import Provenance, Version, slug
from icsdiff.versions import read


@dataclass(frozen=True, slots=True)
class Side:
    """One state's version files, as ``git.pairing`` puts two of them together."""

    state: State
    files: dict[str, str]
    """Path from the repository's root, and the hash of the blob."""
    chosen: Collection[str] = ()
    """Those of the files that a user's paths name; all if there are no paths."""
    contents: dict[str, bytes] = field(default_factory=dict)
    """What was read so far, by path."""

    @classmethod
    def at(cls, state: State, paths: Sequence[str] = ()) -> Side:
        """The files that are strategies; also any other that a path names itself, not its folder."""
        found = version_files(state)
        if not paths:
            return cls(state, found, found)
        here = prefix()
        named = {posixpath.normpath(posixpath.join(here, path)) for path in paths}
        chosen = files(state, paths)
        found |= {path: blob for path, blob in chosen.items() if path in named}
        return cls(state, found, chosen)

    def blob(self, path: str | None) -> str | None:
        """The hash of a file's blob; None for no file."""
        return None if path is None else self.files[path]

    def fetch(self, paths: Iterable[str | None]) -> None:
        """Have the contents of files at hand, all read at once."""
        wanted = {path: self.files[path] for path in paths if path is not None and path not in self.contents}
        self.contents.update(contents(self.state, wanted))

    def version(self, path: str) -> Version:
        """The version in a file."""
        self.fetch([path])
        return read(self.contents[path], self.state.place(path))

    def mission_of(self, path: str) -> str:
        """The mission whose strategy a file is a version of; empty where the file cannot be read as one."""
        try:
            return slug(self.version(path).mission)
        except IcsdiffError:
            return ""


def versions_of(pair: Pair, old: Side, new: Side) -> tuple[Version, Version]:
    """The versions in two files; where there is none, one that is absent stands for it.

    So everything in the other one was added, or removed.
    """
    one = old.version(pair.old) if pair.old is not None else None
    other = new.version(pair.new) if pair.new is not None else None
    return one or _absent(other, old.state), other or _absent(one, new.state)


def _absent(present: Version | None, state: State) -> Version:
    mission = present.mission if present else ""
    return Version(mission, provenance=Provenance(note=f"There is none in {state.name}."), source=state.name)
