"""What stands between the differences of files inside ``git diff``."""

from __future__ import annotations

from collections.abc import Iterable

from icsdiff.rendering.plain import plain

_BOLD, _YELLOW, _RESET = "\x1b[1m", "\x1b[33m", "\x1b[m"


def header(old: str, new: str, notes: Iterable[str], *, color: bool) -> str:
    """The lines over one file: its names, and what git has to say of it beside its content."""
    lines = (f"diff --icsdiff a/{old} b/{new}", *notes)
    return "".join(_styled(line, _BOLD, color=color) for line in lines)


def remark(words: str, *, color: bool) -> str:
    """A line of icsdiff's own."""
    return _styled(f"icsdiff: {words}", _YELLOW, color=color)


def _styled(line: str, style: str, *, color: bool) -> str:
    line = plain(line)
    return f"{style}{line}{_RESET}\n" if color else f"{line}\n"
