"""A merge driver that is killed, at any line of its own that has to do with files."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count, takewhile
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from clones import BASE, FILE, OTHERS, OURS, THEIRS
from icsdiff.git import merge_driver
from icsdiff.git.merge_driver import Files, merge_files
from icsdiff.model.version import Version
from icsdiff.store import files
from icsdiff.store.write import write

WATCHED = (files.__file__, merge_driver.__file__)


def is_killed(step: int, at: Files) -> bool:
    """Whether a merge in a process of its own lives to this step, and is killed there."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    steps = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:  # noqa: ANN401  (itself, as sys.settrace wants it)
        del event, argument
        if frame.f_code.co_filename not in WATCHED:
            return None
        nonlocal steps
        steps += 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    try:
        sys.settrace(trace)
        merge_files(at, marker_size=7, name=FILE)
    finally:
        os._exit(0)


@pytest.mark.parametrize(
    ("comment", "theirs"), [("", THEIRS), ("", OTHERS), ("# By hand.\n", THEIRS)], ids=["merged", "conflict", "by line"]
)
def test_our_file_is_as_it_was_or_finished(tmp_path: Path, comment: str, theirs: Version) -> None:
    at = Files(*(tmp_path / name for name in Files._fields))
    texts = [comment + write(version) for version in (BASE, OURS, theirs)]

    def left_at(step: int) -> str | None:
        """What our file is after a kill at a step; None where the merge ends before it."""
        for path, text in zip(at, texts, strict=True):
            path.write_text(text)
        killed = is_killed(step, at)
        assert (at.base.read_text(), at.theirs.read_text()) == (texts[0], texts[2])
        return at.ours.read_text() if killed else None

    left = list(takewhile(lambda text: text is not None, map(left_at, count(1))))
    assert len(left) > len(Files._fields)
    assert set(left) == {texts[1], at.ours.read_text()}
