"""Two states of a repository to compare, named as ``git diff`` takes them: ``A``, ``A B``, ``A..B``, ``A...B``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from icsdiff.errors import IcsdiffError, UnknownVersion
from icsdiff.git.repository import ask
from icsdiff.git.states import State, working_tree

# Dots that stand between two revisions: not in braces, as HEAD^{/v1..v2} has them, and not those of ../folder.
_TWO = re.compile(r"(?!:/)(?P<old>(?:[^{]|\{[^}]*\})*?)(?P<dots>\.{2,3})(?P<new>[^/.].*|)", re.DOTALL)
# What is meant for a revision also where git does not know it.
_REVISION = re.compile(r"(HEAD|@)([~^@].*)?|.*([~^]\d*|[@^]\{.*\})|:/.*|[0-9a-f]{7,64}", re.DOTALL)
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = 12
_DEEPEN = "this clone is shallow: git fetch --unshallow brings what is missing"


@dataclass(frozen=True, slots=True)
class Range:
    """The state before and the state after."""

    old: State
    new: State

    def __str__(self) -> str:
        return f"{self.old.name} and {self.new.name}"


def is_revision(name: str) -> bool:
    """Whether a name that is no version is a revision or a range, or was meant for one."""
    if not name.strip() or name.startswith("-"):
        return False
    if two(name) or _REVISION.fullmatch(name):
        return True
    try:
        return bool(_commit(name))
    except IcsdiffError:
        return False  # without git there are no revisions, and the name is something else


def two(name: str) -> tuple[str, str, str] | None:
    """Both sides of ``A..B`` or ``A...B`` and the dots between them; a side that is left out is ``HEAD``."""
    match = _TWO.fullmatch(name)
    if match is None or not (match["old"] or match["new"]):
        return None
    return match["old"] or "HEAD", match["dots"], match["new"] or "HEAD"


def range_of(old: str, new: str | None = None) -> Range:
    """The range that one name or two mean; one revision alone is compared with the working tree.

    ``A...B`` is what B changed since it left A, as in ``git diff``. Raises ``UnknownVersion`` where git knows no such
    revision, ``UnusableRepository`` where there is no repository, or no working tree.
    """
    both = two(old)
    if new is not None:
        if both or two(new):
            named = old if both else new
            remedy = "give it alone; paths stand after --"
            raise UnknownVersion("a further revision stands beside this range", file=named, remedy=remedy)
        return Range(revision(old), revision(new))
    if both is None:
        return Range(revision(old), working_tree())
    left, dots, right = both
    states = Range(revision(left), revision(right))
    return Range(_fork(states), states.new) if dots == "..." else states


def revision(name: str) -> State:
    """The commit that a revision names."""
    if not name.strip():
        raise UnknownVersion("a revision has an empty name", remedy="name a commit, a branch or a tag")
    if name.startswith("-"):
        raise UnknownVersion("no revision begins with a dash", file=name, remedy="name a commit, a branch or a tag")
    commit = _commit(name)
    if not commit:
        raise _explained(name)
    return State(name, commit)


def _commit(name: str) -> str:
    """The hash of a commit; empty where git does not know the name."""
    peeled = name if name.startswith(":/") else f"{name}^{{commit}}"  # all behind :/ is what is searched for
    answer = ask("rev-parse", "--quiet", "--verify", peeled)
    return answer.line if answer.status == 0 and _HASH.fullmatch(answer.line) else ""


def _fork(states: Range) -> State:
    """The commit at which two branches parted; the first that git names, if there are several."""
    answer = ask("merge-base", states.old.commit, states.new.commit)
    if answer.status or not answer.line:
        reason = f"{states} have no common commit"
        remedy = _DEEPEN if _is_shallow() else "compare them with two dots"
        raise UnknownVersion(reason, remedy=remedy)
    commit = answer.line.partition("\n")[0]
    return State(commit[:_SHORT], commit)


def _explained(name: str) -> UnknownVersion:
    """Why git has no such commit, by questions whose answers do not depend on the wording of its messages."""
    found = ask("rev-parse", "--git-dir")
    if found.status:
        remedy = "run icsdiff inside the repository, or name files"
        return UnknownVersion("git finds no repository here", file=name, remedy=remedy)
    if ask("rev-parse", "--quiet", "--verify", name).status == 0:
        remedy = "name a commit, a branch or a tag, and paths after --"
        return UnknownVersion("this is no commit", file=name, remedy=remedy)
    if not _commit("HEAD") and not ask("rev-list", "--all", "--max-count=1").out:
        return UnknownVersion("there are no commits yet", file=name, remedy="commit a version first")
    remedy = _DEEPEN if _is_shallow() else "git log and git branch --all list what there is"
    return UnknownVersion("there is no such revision", file=name, remedy=remedy)


def _is_shallow() -> bool:
    """Whether this clone lacks the commits before some depth."""
    return ask("rev-parse", "--is-shallow-repository").line == "true"
