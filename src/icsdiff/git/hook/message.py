"""The hook that offers the summary in the message of a commit, before the author's editor opens."""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterable
from pathlib import Path

from icsdiff.git.repository import ask, setting
from icsdiff.store.files import read_bytes, write_bytes

_SCISSORS = re.compile(r"^(?P<mark>.+) -{24} >8 -{24}$", re.MULTILINE)
"""Below it git drops everything: the diff of ``git commit -v``."""
_KEPT = re.compile(r"Lines starting\s(?:\S+\s)?with '.+' will be kept")
"""What git says where it does not take comments out; in another language it is not recognised."""
_WIDTH = 72


def is_offered(source: str) -> bool:
    """Whether a message is one that its author is about to write, from nothing or from a template.

    A message that is given, a merge, a squash and a commit that is amended or taken again have one already; and where
    no editor opens, git says so by an editor that does nothing.
    """
    return source in ("", "template") and os.environ.get("GIT_EDITOR") != ":"


def offer(file: Path, lines: Iterable[str], form: str) -> None:
    """Put the summary into the message's file, as ``comment`` or as ``text``; the file is replaced whole."""
    message = os.fsdecode(read_bytes(file))
    mark = _comment_mark(message)
    if form == "text":
        message = _with_text(message, mark, _wrapped(lines, ""))
    elif _drops_comments(message, mark):
        message = _with_comment(message, _wrapped(lines, f"{mark} "))
    write_bytes(file, os.fsencode(message))


def _wrapped(lines: Iterable[str], mark: str) -> str:
    """Each strategy's line, and its changes as a list."""
    wrapped = (
        textwrap.fill(line, _WIDTH, initial_indent=mark, subsequent_indent=f"{mark}  ", break_on_hyphens=False)
        for line in lines
    )
    return "".join(f"{line}\n" for line in wrapped)


def _with_text(message: str, mark: str, summary: str) -> str:
    """Behind what is written already, before git's own comments; the first line is left for the subject."""
    lines = message.splitlines(keepends=True)
    at = next((at for at, line in enumerate(lines) if line.startswith(mark)), len(lines))
    written, comments = "".join(lines[:at]).strip("\n"), "".join(lines[at:])
    return f"{written}\n\n{summary}\n{comments}"


def _with_comment(message: str, summary: str) -> str:
    """At the end, or below the scissors and the lines that explain them: there no form of clean-up leaves it."""
    scissors = _SCISSORS.search(message)
    if scissors is None:
        return f"{message.rstrip()}\n{summary}"
    lines = message[scissors.start() :].splitlines(keepends=True)
    at = next((at for at, line in enumerate(lines) if not line.startswith(scissors["mark"])), len(lines))
    return message[: scissors.start()] + "".join((*lines[:at], summary, *lines[at:]))


def _drops_comments(message: str, mark: str) -> bool:
    """Whether git will take comments out again: below scissors, or where it wrote some that say nothing else.

    ``--cleanup`` is not told to a hook, so where git wrote no comment, nobody can know.
    """
    if _SCISSORS.search(message):
        return True
    keeps = setting("commit.cleanup") in ("verbatim", "whitespace", "scissors") or _KEPT.search(message)
    return not keeps and _last_line(message).startswith(mark)


def _comment_mark(message: str) -> str:
    """What a comment begins with: as git's scissors show it, as it is set, or as git's own comments end the file."""
    if scissors := _SCISSORS.search(message):
        return scissors["mark"]
    answer = ask("config", "--null", "--get-regexp", r"^core\.comment(char|string)$")
    values = [value for _, _, value in (line.partition("\n") for line in os.fsdecode(answer.out).split("\0")) if value]
    mark = values[-1] if values else "#"
    return (_last_line(message)[:1] or "#") if mark == "auto" else mark


def _last_line(message: str) -> str:
    return message.rstrip().rpartition("\n")[2]
