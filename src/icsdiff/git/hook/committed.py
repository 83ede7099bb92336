"""The hook after a commit: the report in a folder that git ignores, and the changes as a note of the commit."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from icsdiff.errors import UnwritableOutput
from icsdiff.git.hook.strategies import Read, strategy
from icsdiff.git.hook.touched import before_last, touched
from icsdiff.git.repository import ask, git_path, root, tell
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import render
from icsdiff.store.configuration import Hook as Settings
from icsdiff.store.files import write_bytes

NOTES = "refs/notes/icsdiff"


def record_commit(settings: Settings, read: Read) -> tuple[Path, ...]:
    """Write the reports and the note of the last commit; returns the reports.

    A strategy that has nothing before it, or that cannot be read, has no changes to report.
    """
    found = (strategy(each, read) for each in touched(before_last(), "HEAD", settings.paths))
    compared = [(each.path, each.changes) for each in found if each.changes]
    if not compared:
        return ()
    _annotate([changes for _, changes in compared])
    if not settings.report:
        return ()
    return tuple(_report(settings.report, path, changes) for path, changes in compared)


def _annotate(all_changes: Iterable[ChangeSet]) -> None:
    """The changes as JSON, one document a line, so that notes that are merged line by line stay whole."""
    text = "".join(f"{json.dumps(json.loads(render(changes, 'json')))}\n" for changes in all_changes)
    blob = tell("hash-object", "-w", "--stdin", given=text.encode()).line
    tell("notes", f"--ref={NOTES}", "add", "--force", "-C", blob, "HEAD")


def _report(folder: str, path: str, changes: ChangeSet) -> Path:
    """The report of one strategy, at the strategy's own path below the folder; an older one is replaced."""
    top = root()
    file = top / folder / f"{path}.html"
    for step in (file, *file.parents):
        if step == top:
            break
        if step.is_symlink():
            reason, remedy = "a symbolic link is no place for a report", "choose another folder as hook.report"
            raise UnwritableOutput(reason, file=str(step), remedy=remedy)
    _prepare(top / folder, file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "choose another folder as hook.report"
        raise UnwritableOutput(f"cannot be made: {error.strerror}", file=str(file.parent), remedy=remedy) from None
    write_bytes(file, render(changes, "html").encode())
    return file.relative_to(top)


def _prepare(folder: Path, file: Path) -> None:
    """Make the folder, so that git ignores all of it; one that is there must be ignored already."""
    if folder == root():
        remedy = "choose a folder in it as hook.report"
        raise UnwritableOutput("the working tree itself is no folder of reports", file=str(folder), remedy=remedy)
    try:
        if not folder.is_dir() or not os.listdir(folder):  # noqa: PTH208  (whether there is anything)
            _make(folder)
    except OSError as error:
        remedy = "choose another folder as hook.report"
        raise UnwritableOutput(f"cannot be made: {error.strerror}", file=str(folder), remedy=remedy) from None
    if ask("check-ignore", "--quiet", "--no-index", "--", str(file)).status:
        remedy = "choose another folder as hook.report, or have git ignore this one"
        raise UnwritableOutput("git does not ignore this folder of yours", file=str(folder), remedy=remedy)


def _make(folder: Path) -> None:
    """Make the folder in git's own, and move it into place whole: nobody meets it before git ignores it."""
    import shutil  # noqa: PLC0415  (for the first report alone)

    made = git_path("icsdiff-reports")
    made.mkdir(exist_ok=True)
    write_bytes(made / ".gitignore", b"*\n")
    if folder.is_dir():
        folder.rmdir()
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, folder)
