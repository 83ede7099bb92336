"""The commits that touched a strategy's files."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.git.repository import tell
from icsdiff.git.states import below
from icsdiff.model.log import Commit

_FORMAT = "tformat:%H%x00%P%x00%aN%x00%ae%x00%aI%x00%s"
_FIELDS = 6


def commits(start: str, line: str) -> Iterator[Commit]:
    """The commits that touched a file or folder, from one commit back, in git's own order.

    As ``git log`` does, it follows of a merge only the sides that led to what there is now.
    """
    listing = ("log", "-z", f"--format={_FORMAT}", "--encoding=UTF-8", "--no-patch", "--no-follow")
    plain = ("--no-show-signature", "--no-color", "--no-notes", "--no-decorate")
    fields = tell(*listing, *plain, start, "--", *below(line)).out.decode(errors="replace").split("\0")[:-1]
    for at in range(0, len(fields), _FIELDS):
        commit, parents, *rest = fields[at : at + _FIELDS]
        yield Commit(commit, tuple(parents.split()), *rest)


def is_cut_off(commit: Commit) -> bool:
    """Whether a commit had parents that this clone, a shallow one, does not have."""
    if commit.parents:
        return False
    head = tell("cat-file", "commit", commit.id).out.partition(b"\n\n")[0]
    return b"\nparent " in head
