"""The page about merging does what it says: its commands, in their order, on a repository with a conflict."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from icsdiff.model.version import Goal, Objective, Version
from icsdiff.store.write import write

FILE = "versions/peru/2023-09-22.yaml"
SHIM = """#!{python}
import sys
from icsdiff.cli.main import main
main()
"""


def strategy(risk: str) -> str:
    objective = Objective("1.1", id="o", statement="Courts are fair.", risks=f"Courts may stay {risk}. Clerks learn.")
    return write(Version("Peru", goals=(Goal("1", id="g", statement="Justice.", objectives=(objective,)),)))


def page_blocks(repository: Path) -> list[str]:
    """The indented blocks of the page, without their indentation."""
    text = (repository / "docs/git-merge.md").read_text(encoding="utf-8")
    parts = [part for part in text.split("\n\n") if part.startswith("    ")]
    return ["\n".join(line[4:] for line in part.split("\n")) for part in parts]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository with a branch ``colleague`` that edited our sentence; ``icsdiff`` is on the path."""
    shim = tmp_path / "bin/icsdiff"
    shim.parent.mkdir()
    shim.write_text(SHIM.format(python=sys.executable))
    shim.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    shell(work, "git init -q -b main && mkdir -p versions/peru")
    for branch, risk in (("main", "slow"), ("colleague", "slow until 2030"), ("main", "slow for years")):
        shell(work, f"git checkout -q {branch} 2>/dev/null || git checkout -q -B {branch}")
        (work / FILE).write_text(strategy(risk))
        shell(work, "git add -A && git commit -qm edit")
    return work


def shell(work: Path, commands: str, code: int = 0) -> str:
    environment = {**os.environ, "PATH": f"{work.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-ec", commands], cwd=work, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout.decode() + done.stderr.decode()


def test_every_command_of_the_page_works(repository: Path, work: Path) -> None:
    setup, merge, told, conflict, resolved = page_blocks(repository)
    shell(work, setup)
    assert told in shell(work, merge, code=1)
    assert f"{conflict}\n" in (work / FILE).read_text()
    (work / FILE).write_text(strategy("slow for years"))
    shell(work, resolved)
    assert shell(work, "git status --short") == ""
