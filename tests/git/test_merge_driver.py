"""The merge driver as git starts it: three files, and what becomes of the second."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clones import BASE, FILE, edited
from icsdiff.store.write import write


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text.replace("risks:", "risk:"), "unknown key"),
        (lambda text: f"# Kept by hand.\n{text}", "comments"),
        (lambda text: f'{{"schema": "icsdiff/version/1", "mission": "{len(text)}"}}\n', "JSON"),
        (lambda text: text.replace("trade", "tr\udcffade"), "not valid UTF-8"),
    ],
)
def test_what_is_no_version_of_the_format_is_merged_line_by_line(
    tmp_path: Path, change: Callable[[str], str], why: str
) -> None:
    names = "base", "ours", "theirs"
    texts = [change(write(version)) for version in (BASE, replace(BASE, title="Ours"), edited(BASE, "1.2", risks=""))]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_bytes(text.encode(errors="surrogateescape"))
    expected = subprocess.run(["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True)  # noqa: PLW1510
    done = driver(tmp_path, *names)
    assert done.returncode == expected.returncode
    assert (tmp_path / "ours").read_bytes() == expected.stdout
    assert b"merged as plain text, because" in done.stderr
    assert why.encode() in done.stderr


def driver(folder: Path, *names: str) -> subprocess.CompletedProcess[bytes]:
    start = [sys.executable, "-P", "-m", "icsdiff", "git", "merge-driver", "--", *names, "7", FILE]
    return subprocess.run(start, cwd=folder, capture_output=True, check=False)


def test_what_git_cannot_merge_either_stays_as_it_was(tmp_path: Path) -> None:
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_bytes(b"a\0b" + name.encode())
    done = driver(tmp_path, "base", "ours", "theirs")
    assert done.returncode == 1
    assert b"not merged, our side stays as it was" in done.stderr
    assert (tmp_path / "ours").read_bytes() == b"a\0bours"


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    done = driver(tmp_path, "base", "ours", "theirs")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
