"""A file as it stands at a git revision, by git's own name for it: ``REV:PATH``."""

from __future__ import annotations

import os
import re
from pathlib import Path

from icsdiff.errors import UnknownVersion

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
# The colon that ends a revision stands outside braces: HEAD@{2023-09-22 10:00}:strategy.yaml.
_REVISION = re.compile(r"(?:[^:{]|\{[^}]*\}?)*")


def looks_like_revision(name: str) -> bool:
    """Whether a name is a ``REV:PATH``, or a ``:PATH`` in git's index.

    A file that is there is none, nor are a Windows drive, an address on the web, and a commit by its date or message.
    """
    if "://" in name or name.startswith(":/") or _DRIVE.match(name) or os.path.lexists(name):
        return False
    revision = _REVISION.match(name)
    return revision is not None and revision.end() < len(name)


def path_in(name: str) -> str:
    """The path of a ``REV:PATH``."""
    revision = _REVISION.match(name)
    return name[revision.end() + 1 :] if revision else name


def read_revision(name: str) -> bytes:
    """The bytes of ``REV:PATH``, or of ``:PATH`` in the index, as they are stored.

    As in git, PATH counts from the root of the repository, and from the working directory if it begins with ``./`` or
    ``../``. Git itself finds the repository and the index, so that in a hook they are those of the commit being made.
    Raises ``UnknownVersion`` where there is no repository, no such revision, or no such file in it.
    """
    if name.startswith("-"):
        raise UnknownVersion("no revision begins with a dash", file=name, remedy="name a commit, a branch or a tag")
    status, content, _ = _ask(name, "cat-file", "blob", name)
    if status:
        raise _explained(name)
    return content


def _explained(name: str) -> UnknownVersion:
    """Why git has no such file, by questions whose answers do not depend on the wording of its messages."""
    status, _, told = _ask(name, "rev-parse", "--git-dir")
    if status:
        remedy = "run icsdiff inside the repository, or name a file"
        return UnknownVersion(f"git finds no repository here ({_first_line(told)})", file=name, remedy=remedy)
    revision = _REVISION.match(name)
    commit = revision[0] if revision else ""
    if commit and _ask(name, "rev-parse", "--quiet", "--verify", f"{commit}^{{tree}}")[0]:
        remedy = "name a commit, a branch or a tag, or check the file's name"
        return UnknownVersion(f"there is no revision {commit}", file=name, remedy=remedy)
    if _ask(name, "cat-file", "-e", name)[0] == 0:
        return UnknownVersion("this is a folder at that revision", file=name, remedy="name a file in it")
    remedy = f"paths count from the repository's root; for one from here write {commit}:./PATH"
    return UnknownVersion(f"no such file in {commit or 'the index'}", file=name, remedy=remedy)


def _ask(name: str, *question: str) -> tuple[int, bytes, str]:
    """Git's exit code, output and message; run in the working directory, as ``./`` in a path means that.

    A command and not GitPython's object database: that one reads another index than a hook's, and knows no ``./``.
    """
    try:
        import git  # noqa: PLC0415  (slow to load, and it does not load where git is missing)
    except ImportError:
        raise _git_is_missing(name) from None
    try:
        here = Path.cwd()
    except OSError:
        reason = "the working directory does not exist any more"
        raise UnknownVersion(reason, file=name, remedy="change to another one") from None
    try:
        return git.Git(here).execute(
            ["git", *question],
            with_extended_output=True,
            with_exceptions=False,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
        )
    except git.GitCommandNotFound:
        raise _git_is_missing(name) from None


def _git_is_missing(name: str) -> UnknownVersion:
    return UnknownVersion("git is not installed", file=name, remedy="install it, or name a file")


def _first_line(message: str) -> str:
    return message.strip().partition("\n")[0].removeprefix("fatal: ") or "it does not say why"
