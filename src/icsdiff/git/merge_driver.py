"""Git's three-way merge of a version file, objective by objective instead of line by line.

Git hands over three files and takes the result from the second (gitattributes, "Defining a custom merge driver").
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from icsdiff.errors import IcsdiffError
from icsdiff.git.repository import ask
from icsdiff.merging.marked import marked
from icsdiff.merging.merge import merge
from icsdiff.merging.merged import Conflict
from icsdiff.model.version import Version
from icsdiff.store.files import decode, read_bytes, write_bytes
from icsdiff.store.parse import parse
from icsdiff.store.write import write

_MOST_CONFLICTS = 127
"""What ``git merge-file`` exits with at most when it has merged; beyond, it has not."""


class Outcome(NamedTuple):
    """How a merge went."""

    is_clean: bool
    told: tuple[str, ...]
    """Lines for the user: the conflicts, and why a file was merged as any other text."""


class Files(NamedTuple):
    """The three files as git hands them over, ours to be replaced; an empty base is none."""

    base: Path
    ours: Path
    theirs: Path


class _Unmergeable(Exception):
    """Why a file has to be merged line by line; the words follow the file's name."""


def merge_files(files: Files, *, marker_size: int, name: str) -> Outcome:
    """Merge their file and ours into ours; ``name`` is the file's own name in the repository, for messages.

    What is no structured version is merged line by line, as git does by itself. Our file is replaced whole, or left as
    it is. Raises ``UnreadableSource``, ``UnwritableOutput``, and ``UnusableRepository`` where there is no git.
    """
    contents = [read_bytes(path) for path in files]
    try:
        text, conflicts = _merged(contents, marker_size)
    except (_Unmergeable, IcsdiffError) as error:
        return _merged_by_line(files, marker_size, name, str(error))
    except Exception as error:
        # A defect of ours must not leave one side's text as the result of the merge.
        if sys.flags.dev_mode:
            raise
        return _merged_by_line(files, marker_size, name, f"internal error: {type(error).__name__}: {error}")
    write_bytes(files.ours, text.encode())
    return Outcome(not conflicts, tuple(_told(name, each) for each in conflicts))


def _merged(contents: list[bytes], marker_size: int) -> tuple[str, tuple[Conflict, ...]]:
    base, ours, theirs = contents
    merged = merge(
        _version(base, "the common base") if base.strip() else Version(""),
        _version(ours, "our side"),
        _version(theirs, "their side"),
    )
    mine, yours = write(merged.ours), write(merged.theirs)
    if not merged.conflicts and merged.ours != merged.theirs:
        raise _Unmergeable("the two sides cannot be brought together field by field")
    for text in (mine, yours):
        parse(text, name="the merged version")
    return marked(mine, yours, marker_size), merged.conflicts


def _version(content: bytes, name: str) -> Version:
    """The version in a file that the merge may write anew without loss."""
    text = decode(content, name)
    if text.lstrip().startswith("{"):
        raise _Unmergeable(f"{name}: this is JSON, and merged versions are written as YAML")
    version = parse(text, name=name)
    if text.count("#") > write(version).count("#"):
        raise _Unmergeable(f"{name}: it has comments, which would be lost")
    return version


def _merged_by_line(files: Files, marker_size: int, name: str, why: str) -> Outcome:
    sides = ("-L", "ours", "-L", "base", "-L", "theirs", f"--marker-size={marker_size}")
    paths = (str(each.absolute()) for each in (files.ours, files.base, files.theirs))
    answer = ask("merge-file", "-p", *sides, "--", *paths)
    if answer.status > _MOST_CONFLICTS:
        reason = f"not merged, our side stays as it was: {answer.told.strip()}"
        return Outcome(is_clean=False, told=(_line(name, "", reason, "merge it by hand"),))
    write_bytes(files.ours, answer.out)
    remedy = "resolve the conflicts line by line" if answer.status else "check the result"
    return Outcome(not answer.status, (_line(name, "", f"merged as plain text, because {why}", remedy),))


def _told(name: str, conflict: Conflict) -> str:
    what = f"conflict, {conflict.clash}"
    title = f"{conflict.path} ({conflict.title})" if conflict.title else conflict.path
    return _line(name, title, what, "edit the file, keep what is right and remove the markers")


def _line(name: str, key: str, reason: str, remedy: str) -> str:
    return str(IcsdiffError(reason, file=name, key=key, remedy=remedy))
