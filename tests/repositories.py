"""Git repositories for tests, with strategies in them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from command import Run

OLD = """\
schema: icsdiff/version/1
mission: Kenya
approved: 2022-03-21
goals:
  - number: "1"
    statement: |
      Kenya trades with the United States.
    objectives:
      - number: "1.1"
        statement: |
          Clinics stay open.
        justification: |
          Nurses are trained in the capital.
          Doctors are trained abroad.
          Supplies arrive by road.
          Roads are repaired each spring.
          The country has 20 clinics for refugees.
        risks: |
          Drought may close clinics.
"""
NEW = OLD.replace("20 clinics", "30 clinics")
REFORMATTED = OLD.replace("by road.\n          Roads", "by road. Roads")
CHANGED = "20 → 30 (+10, +50%)"
"""How icsdiff tells what is new in NEW."""
FILE = "versions/kenya/2022-03-21.yaml"


def git(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Run:
    """Run git to its end, without a terminal."""
    command = ["git", *arguments]
    full = {**os.environ, **(environment or {})}
    done = subprocess.run(command, cwd=folder, env=full, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and the folders above it."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def commit(folder: Path, message: str = "a version") -> None:
    """Commit all there is."""
    for arguments in (["add", "-A"], ["commit", "-qm", message]):
        done = git(folder, *arguments)
        assert done.code == 0, done.err


def repository(folder: Path) -> Path:
    """A new repository whose first commit has one strategy."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    write(folder, FILE, OLD)
    commit(folder)
    return folder
