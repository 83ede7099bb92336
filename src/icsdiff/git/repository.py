"""What icsdiff asks git about the repository it works in, each question one small function.

Git itself finds the repository, the index and the configuration, from the working directory and the ``GIT_*``
variables of the caller: in a hook they are those of the commit being made. Every question raises
``UnusableRepository`` where git has no answer.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from icsdiff.errors import UnusableRepository

# What of the caller's environment would mislead a question: ``git --literal-pathspecs commit`` and the like change
# what a path means, and a question must not wait for a lock. Messages are in the language of icsdiff's own.
_ENVIRONMENT = {
    "GIT_GLOB_PATHSPECS": "0",
    "GIT_ICASE_PATHSPECS": "0",
    "GIT_LITERAL_PATHSPECS": "0",
    "GIT_NOGLOB_PATHSPECS": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LANGUAGE": "C",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How a git command ended."""

    status: int
    out: bytes
    told: str
    """What it wrote on standard error."""

    @property
    def line(self) -> str:
        """The output as one text without the line end that git puts behind it; file names keep their bytes."""
        return os.fsdecode(self.out.removesuffix(b"\n"))


def ask(*question: str, folder: Path | None = None, given: bytes | None = None) -> Answer:
    """Run ``git QUESTION`` in a folder, else the working directory, with ``given`` on its standard input.

    No shell is between, and a name is passed as it is; what a user may have named stands behind ``--``. A command and
    not GitPython: its object database reads another index than a hook's, and loading it takes longer than the answers.
    """
    command = ["git", *question]
    surroundings = {**os.environ, **_ENVIRONMENT}
    try:
        done = subprocess.run(
            command, cwd=folder or _here(), env=surroundings, input=given or b"", capture_output=True, check=False
        )
    except (FileNotFoundError, PermissionError):
        raise UnusableRepository("git is not installed", remedy="install it") from None
    return Answer(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


def tell(*question: str, folder: Path | None = None, given: bytes | None = None) -> Answer:
    """``ask``, where only success is an answer."""
    answer = ask(*question, folder=folder, given=given)
    if answer.status:
        raise UnusableRepository(
            f"git {question[0]} says: {_first_line(answer.told)}", remedy="see what git status says"
        )
    return answer


def root() -> Path:
    """The top of the working tree: of this worktree, of this submodule."""
    return _root(_here(), *map(os.environ.get, ("GIT_DIR", "GIT_WORK_TREE")))


@lru_cache
def _root(here: Path, *_surroundings: str | None) -> Path:
    """Git's answer does not change while a command runs, and every step of a hook asks for it."""
    answer = ask("rev-parse", "--show-toplevel", folder=here)
    if answer.status == 0 and answer.out:
        return Path(answer.line)
    bare = ask("rev-parse", "--is-bare-repository", folder=here)
    if bare.line == "true":
        raise UnusableRepository("this repository is bare: it has no working tree", remedy="go to a clone of it")
    reason = f"git finds no repository here ({_first_line(answer.told)})"
    raise UnusableRepository(reason, remedy="run icsdiff inside a repository, or make one with git init")


def git_path(name: str) -> Path:
    """Where git keeps a file of this name, such as ``hooks`` or ``config``; ``core.hooksPath`` and worktrees count."""
    top = root()
    return top / tell("rev-parse", "--git-path", name, folder=top).line


def hooks_folder() -> Path:
    """The folder from which git runs the hooks of this repository."""
    return git_path("hooks")


def setting(name: str) -> str | None:
    """The value of a git setting that is in force here."""
    answer = ask("config", "--get", name)
    return answer.line if answer.status == 0 else None


def blob(identity: str) -> bytes:
    """The bytes of a blob by its hash, or by ``REV:PATH``, as they are stored."""
    return tell("cat-file", "blob", identity).out


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        reason = "the working directory does not exist any more"
        raise UnusableRepository(reason, remedy="change to another one") from None


def _first_line(message: str) -> str:
    return message.strip().partition("\n")[0].removeprefix("fatal: ") or "nothing"
