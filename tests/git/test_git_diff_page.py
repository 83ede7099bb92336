"""docs/git-diff.md: each command in it is run, and answers what the page says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from repositories import commit, git, write

LATEST = "versions/peru/2023-09-22.yaml"


@pytest.fixture
def clone(tmp_path: Path, repository: Path) -> Path:
    folder = tmp_path / "clone"
    write(folder, LATEST, (repository / LATEST).read_bytes())
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def sessions(page: str) -> Iterator[tuple[str, str]]:
    """Each command of a page with the answer that it shows."""
    for block in re.findall(r"(?ms)^```console\n(.*?)^```$", page):
        for command in re.split(r"(?m)^\$ ", block)[1:]:
            line, _, answer = command.partition("\n")
            yield line, answer


def pattern(answer: str) -> str:
    """``…`` on a line of its own stands for any lines, within a line for any characters."""
    lines = (
        "(?:.*\n)*?" if line == "…" else f"{'.*'.join(map(re.escape, line.split('…')))}\n"
        for line in answer.splitlines()
    )
    return "".join(lines)


def test_every_command_answers_what_the_page_says(clone: Path, repository: Path, tmp_path: Path) -> None:
    found = write(tmp_path, "bin/icsdiff", f'#!/bin/sh\nexec "{sys.executable}" -P -m icsdiff "$@"\n')
    browser = write(tmp_path, "bin/browser", "#!/bin/sh\n")
    for each in (found, browser):
        each.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{found.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "BROWSER": str(browser),
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
    }
    page = (repository / "docs/git-diff.md").read_bytes().decode()
    told = list(sessions(page))
    assert len(told) == page.count("\n$ ")
    for command, answer in told:
        done = subprocess.run(["bash", "-c", command], cwd=clone, env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr.decode()) == (0, ""), command
        assert re.fullmatch(pattern(answer), done.stdout.decode()), (command, done.stdout.decode())
