"""What makes git show and merge strategies by their meaning: settings that name icsdiff, attributes that name files.

Every command in the settings is a fixed text around the path of this Python: git itself hands over the names of files
as arguments, or quoted. ``-P`` keeps Python from importing what lies in the working directory, which may be anybody's
clone.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from icsdiff.errors import UnusableRepository
from icsdiff.git.attributes import block_in, is_up_to_date, with_block, without_block
from icsdiff.git.repository import ask, root, setting, tell
from icsdiff.store.files import read_bytes, write_bytes

_CALL = " -P -m icsdiff git "
# Git takes any failure for a conflict, and without markers in it our side would pass for the result: where icsdiff does
# not say what became of the file, because it is gone, git's own merge has to. Git quotes %P, and makes the other names.
_MERGE = (
    'case "$({icsdiff}merge-driver -- %O %A %B %L %P)" in merged) ;; conflicts) exit 1 ;; '
    '*) echo "icsdiff does not answer: merged line by line" >&2; '
    "git merge-file -q --marker-size=%L -L ours -L base -L theirs -- %A %O %B || exit 1 ;; esac"
)
_COMMANDS = {
    "diff.icsdiff.command": "{icsdiff}diff-driver --",
    "diff.icsdiff.textconv": "{icsdiff}textconv --",
    "difftool.icsdiff.cmd": '{icsdiff}difftool -- "$LOCAL" "$REMOTE"',
    "merge.icsdiff.driver": _MERGE,
}
_NAMES = {"merge.icsdiff.name": "icsdiff: strategies, objective by objective and field by field"}
_SETTINGS = r"^(diff|difftool|merge)\.icsdiff\."


class Scope(StrEnum):
    """Whose settings and attributes."""

    REPOSITORY = "local"
    """Those of the repository one is in."""
    USER = "global"
    """Those of the user, for every repository."""


class Standing(StrEnum):
    """Whether git asks icsdiff."""

    ENABLED = "enabled"
    """All is as this icsdiff would write it."""
    OUTDATED = "out of date"
    """Some of it is there, or all as another icsdiff wrote it."""
    ABSENT = "not enabled"
    """Nothing of it is there."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What is there of icsdiff in one scope."""

    scope: Scope
    attributes: Path
    settings: Mapping[str, str]
    """Those of icsdiff's own that are there."""
    block: bytes | None
    """icsdiff's lines in the file of attributes."""

    @property
    def standing(self) -> Standing:
        """Whether it is all there, and up to date."""
        if not self.settings and self.block is None:
            return Standing.ABSENT
        is_complete = self.settings == _wanted() and self.block is not None and is_up_to_date(self.block)
        return Standing.ENABLED if is_complete else Standing.OUTDATED


def installation(scope: Scope) -> Installation:
    """What is there; raises ``UnusableRepository`` where there is no repository to look in."""
    attributes = _attributes_file(scope)
    return Installation(scope, attributes, dict(_own_settings(scope)), block_in(_content(attributes) or b""))


def enable(scope: Scope) -> Installation:
    """Make git ask icsdiff; what is there already is renewed.

    Raises ``UnusableRepository``, before anything is written, where a setting of icsdiff's is somebody else's.
    """
    attributes = _attributes_file(scope)
    for name, value in _settings(scope):
        if name in _wanted() and not _is_ours(name, value):
            remedy = f"remove it: git config --{scope} --unset-all {name}"
            raise UnusableRepository("this setting is not of icsdiff's making", key=name, remedy=remedy)
    if scope is Scope.USER:
        attributes.parent.mkdir(parents=True, exist_ok=True)
    old = _content(attributes)
    if (new := with_block(old)) != old:
        write_bytes(attributes, new)
    for name, value in _wanted().items():
        tell("config", f"--{scope}", "--replace-all", name, value)
    return installation(scope)


def disable(scope: Scope) -> Installation:
    """Take out what ``enable`` put in, and nothing else; a file that it made, and that has nothing else in it, goes."""
    attributes = _attributes_file(scope)
    files = _files_of_settings() if scope is Scope.USER else []
    for name, value in _own_settings(scope):
        tell("config", f"--{scope}", "--fixed-value", "--unset-all", name, value)
    for file in files:
        if not file.is_symlink() and file.stat().st_size == 0:
            file.unlink()
    old = _content(attributes)
    if old is not None and (new := without_block(old)) != old:
        _write_or_remove(attributes, new)
        if new is None and scope is Scope.USER:
            with suppress(OSError):  # enable made the folder, too, unless there is more in it
                attributes.parent.rmdir()
    return installation(scope)


def is_in_force() -> bool:
    """Whether git, asked here about a version file, would ask icsdiff: all settings and attributes together."""
    attribute = ask("check-attr", "-z", "diff", "--", "versions/mission/2000-01-01.yaml").out
    return attribute.endswith(b"\0icsdiff\0") and setting("diff.icsdiff.command") is not None


def _wanted() -> dict[str, str]:
    call = f"{shlex.quote(sys.executable)}{_CALL}"
    return {**{name: command.format(icsdiff=call) for name, command in _COMMANDS.items()}, **_NAMES}


def _is_ours(name: str, value: str) -> bool:
    """Whether this or another icsdiff wrote the setting: one in another environment has another path."""
    return (name in _COMMANDS and _CALL in value) or (name in _NAMES and value.startswith("icsdiff: "))


def _settings(scope: Scope) -> list[tuple[str, str]]:
    answer = ask("config", f"--{scope}", "-z", "--get-regexp", _SETTINGS)
    entries = os.fsdecode(answer.out).split("\0")[:-1]
    return [(name, value) for name, _, value in (entry.partition("\n") for entry in entries)]


def _own_settings(scope: Scope) -> list[tuple[str, str]]:
    return [(name, value) for name, value in _settings(scope) if _is_ours(name, value)]


def _files_of_settings() -> list[Path]:
    """The user's files in which icsdiff's settings stand."""
    answer = ask("config", "--global", "-z", "--show-origin", "--get-regexp", _SETTINGS)
    origins = os.fsdecode(answer.out).split("\0")[:-1:2]
    return [Path(origin.removeprefix("file:")) for origin in dict.fromkeys(origins)]


def _attributes_file(scope: Scope) -> Path:
    if scope is Scope.USER:
        answer = ask("config", "--global", "--type=path", "--get", "core.attributesFile")
        home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return Path(answer.line) if answer.status == 0 else home / "git" / "attributes"
    file = root() / ".gitattributes"
    if file.is_symlink():  # git does not follow it, and a clone may lead it anywhere
        remedy = "put a file in its place, or use --global"
        raise UnusableRepository("a symbolic link, which git does not read", file=str(file), remedy=remedy)
    return file


def _content(file: Path) -> bytes | None:
    return read_bytes(file) if os.path.lexists(file) else None


def _write_or_remove(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
    else:
        write_bytes(file, content)
