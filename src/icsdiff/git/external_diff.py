"""What git hands to an external diff driver, and what such a driver may ask of git.

The arguments: https://git-scm.com/docs/git#Documentation/git.txt-GITEXTERNALDIFF, and gitattributes(5). Git needs exit
code 0 of a driver, whatever it found: any other one ends ``git diff`` in the middle.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from icsdiff.git.repository import ask

_ABSENT = "."
_DIFFTOOL = "git-difftool--helper"
_HUNK = re.compile(rb"^(?:\x1b\[[0-9;]*m)*@@", re.MULTILINE)
_BINARY = re.compile(rb"^Binary files ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Side:
    """A file on one side: what it is called, where its content lies, and its mode."""

    name: str
    content: Path
    mode: str

    @property
    def is_absent(self) -> bool:
        """Whether this side has no such file."""
        return self.mode == _ABSENT


@dataclass(frozen=True, slots=True)
class Pair:
    """A file that git wants to see the differences of."""

    old: Side
    new: Side
    renamed: tuple[str, ...] = ()
    """What git says of a file that got another name, line by line; names are quoted as git quotes them."""

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Pair:
        """The pair in the seven arguments of git, or the nine for a file with another name."""
        name, old, _, old_mode, new, _, new_mode, *more = arguments
        other, told = (*more, *(name, "")[len(more) :])
        renamed = tuple(line for line in told.splitlines() if not line.startswith("index "))
        return cls(Side(name, Path(old), old_mode), Side(other, Path(new), new_mode), renamed)

    @property
    def notes(self) -> Iterator[str]:
        """What there is to say beside the content, in git's words."""
        if self.old.is_absent:
            yield f"new file mode {self.new.mode}"
        elif self.new.is_absent:
            yield f"deleted file mode {self.old.mode}"
        elif self.old.mode != self.new.mode:
            yield from (f"old mode {self.old.mode}", f"new mode {self.new.mode}")
        yield from self.renamed


def lines_that_differ(pair: Pair, *, color: bool) -> bytes | None:
    """The line diff of the two contents, as git shows it here; None where they are binary."""
    options = ("--no-index", "--no-ext-diff", "--no-textconv", f"--color={'always' if color else 'never'}")
    contents = (str(side.content.absolute()) for side in (pair.old, pair.new))
    told = ask("diff", *options, "--", *contents).out
    hunk = _HUNK.search(told)
    return told[hunk.start() :] if hunk else None if _BINARY.search(told) else b""


def runs_in_difftool() -> bool:
    """Whether ``git difftool`` is at work, which a driver named by attributes keeps from calling its tool."""
    return os.environ.get("GIT_EXTERNAL_DIFF") == _DIFFTOOL


def hand_over_to_difftool(arguments: Sequence[str]) -> NoReturn:
    """Become what ``git difftool`` meant to run for the file: it starts the tool that the user chose."""
    os.execvp("git", ["git", _DIFFTOOL.removeprefix("git-"), *arguments])


def wants_color(*, terminal: bool) -> bool:
    """Whether git shows differences in colour here: as it was told to, else on a terminal or in its pager."""
    if os.environ.get("GIT_PAGER_IN_USE") and ask("config", "--type=bool", "--get", "color.pager").line == "false":
        return False
    return ask("config", "--get-colorbool", "color.diff", str(terminal).lower()).line == "true"
