"""What a project tells icsdiff once for all its versions: ``icsdiff.toml``, or ``[tool.icsdiff]`` in pyproject.toml.

The file nearest to a version, upward, is the one that counts; where there is none, everything has its default::

    [hook]
    block = ["invalid", "objective-removed"]

    [[alignment]]
    strategy = "peru"
    old = "2022-03-21"
    new = "2023-09-22"
    pin = ["1.3 = 1.2"]
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from icsdiff.errors import InvalidConfiguration
from icsdiff.model.changes import Kind, Significance
from icsdiff.store.files import decode, folders_upward, read_bytes
from icsdiff.store.tables import Table

NAME = "icsdiff.toml"
_SHARED = "pyproject.toml"

MESSAGES = ("comment", "text", "none")
INVALID = "invalid"
_RULE = re.compile(r"ICS\d{3}")
_PAIRS = '["1.3 = 1.2"]'


class Alignment(NamedTuple):
    """``[[alignment]]``: pairs that are or are not one between two dated versions, as they are written."""

    table: Table
    strategy: str
    old: str
    new: str
    pin: tuple[str, ...]
    forbid: tuple[str, ...]


class Hook(NamedTuple):
    """``[hook]``: what the git hook looks at and does."""

    paths: tuple[str, ...] = (
        ":(glob)**/versions/*/*.yaml",
        ":(glob)**/versions/*/*.yml",
        ":(glob)**/versions/*/*.json",
    )
    """Git pathspecs, from the root of the repository, of the files that are strategies."""
    block: tuple[str, ...] = (INVALID,)
    """What stops a commit: ``invalid`` for a version that breaks the format, a kind of change, a significance, a rule
    of the checks."""
    message: str = "comment"
    """How the message of a commit gets the summary: as a ``comment``, as ``text``, or not at all (``none``)."""
    report: str = "icsdiff-reports"
    """The folder of the reports, from the root of the working tree; empty for no report."""
    strict: bool = False
    """Whether a defect of icsdiff itself stops a commit."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of the checks that stop a commit."""
        return tuple(filter(_RULE.fullmatch, self.block))


class Configuration(NamedTuple):
    """Everything that is in force."""

    file: Path | None
    """Where it was found."""
    given: frozenset[str]
    """The keys that the file sets, such as ``hook.block``; every other one has its default."""
    alignment: tuple[Alignment, ...]
    hook: Hook


def configuration(start: Path | None = None) -> Configuration:
    """The configuration for a file or folder, or for the working directory.

    Raises ``InvalidConfiguration`` where it says something that icsdiff does not understand.
    """
    for folder in folders_upward(start):
        own, shared = (_content(folder / name) for name in (NAME, _SHARED))
        if own is not None and shared is not None:
            reason, remedy = f"[tool.icsdiff] stands here and {NAME} beside it", "keep one of the two"
            raise InvalidConfiguration(reason, file=str(folder / _SHARED), remedy=remedy)
        if own is not None:
            return _read(folder / NAME, "", own)
        if shared is not None:
            return _read(folder / _SHARED, "tool.icsdiff", shared)
    return Configuration(None, frozenset(), (), Hook())


def _content(file: Path) -> object | None:
    """What a file says to icsdiff; none where it is not there or speaks of other things."""
    if not file.is_file():
        return None
    data = read_bytes(file)
    if file.name == NAME:
        return _parsed(file, data)
    if b"icsdiff" not in data:
        return None
    tools = _parsed(file, data).get("tool", {})
    return tools.get("icsdiff") if isinstance(tools, dict) else None


def _parsed(file: Path, data: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  (not for a project without the file)

    try:
        return tomllib.loads(decode(data, str(file)) if data.strip() else "")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidConfiguration(f"this is no TOML: {error}", file=str(file), remedy="mend it there") from None


def _read(file: Path, key: str, content: object) -> Configuration:
    top = Table(str(file), key, content, ("hook", "alignment"))
    hook = top.table("hook", Hook._fields)
    given = {f"hook.{name}" for name in hook.given} | ({"alignment"} & set(top.given))
    tables = top.tables("alignment", Alignment._fields[1:])
    return Configuration(file, frozenset(given), tuple(map(_alignment, tables)), _hook(hook))


def _alignment(table: Table) -> Alignment:
    for name in ("strategy", "old", "new"):
        if name not in table.given:
            raise table.problem(f"{name} is missing", "say between which versions the pairs hold")
    strategy, old, new = (table.text(name, "") for name in ("strategy", "old", "new"))
    pin, forbid = (table.texts(name, example=_PAIRS) for name in ("pin", "forbid"))
    return Alignment(table, strategy, old, new, pin, forbid)


def _hook(table: Table) -> Hook:
    usual = Hook()
    hook = Hook(
        paths=table.texts("paths", usual.paths, '["versions/*/*.yaml"]'),
        block=table.texts("block", usual.block, '["invalid", "objective-removed"]'),
        message=table.text("message", usual.message),
        report=table.text("report", usual.report),
        strict=table.flag("strict", default=usual.strict),
    )
    if not all(hook.paths):
        raise table.problem("paths has an empty path", "write git's pathspecs, such as versions/*/*.yaml")
    if any("\0" in text for text in (*hook.paths, hook.report)):
        raise table.problem("a path holds a NUL", "no file has one in its name")
    for word in hook.block:
        if word not in {INVALID, *map(str, Significance), *map(str, Kind)} and not _RULE.fullmatch(word):
            remedy = f"name {INVALID}, substantive, editorial, a kind of change such as risk-removed, or a rule"
            raise table.problem(f"block does not know {word!r}", remedy)
    if hook.message not in MESSAGES:
        raise table.problem(f"message is not to be {hook.message!r}", f"say one of {', '.join(MESSAGES)}")
    if not _is_inside(hook.report):
        raise table.problem("report leads out of the working tree", "name a folder in it, such as icsdiff-reports")
    return hook


def _is_inside(folder: str) -> bool:
    """Whether a path stays below where it starts, and out of git's own folder, on any system."""
    parts = PurePosixPath(folder.replace("\\", "/")).parts
    return not any(part == ".." or part.startswith("/") or ":" in part or part.lower() == ".git" for part in parts)
