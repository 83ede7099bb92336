"""Repositories with icsdiff's hooks in them, driven by the real ``git``."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from icsdiff.git.hook.installation import install
from icsdiff.git.hook.record import note
from icsdiff.store.configuration import configuration

FILE = "versions/kenya/2022-01-01.yaml"


def version(exports: int = 10, mission: str = "Kenya") -> bytes:
    """A small strategy, in which one figure may differ."""
    return f"""\
schema: icsdiff/version/1
mission: {mission}
approved: 2022-01-01
goals:
  - number: "1"
    statement: Trade grows.
    objectives:
      - number: "1.1"
        statement: Commerce with Kenya widens.
        justification: |
          Trade feeds people.
          Exports of coffee reach ${exports} million in 2024.
        linkages: JSP 1.1
        risks: Drought may harm exports. To mitigate this risk, we will support irrigation.
""".encode()


@dataclass(frozen=True)
class Done:
    """How a git command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Clone:
    """A working tree."""

    folder: Path

    def git(self, *arguments: str | bytes, environment: Mapping[str, str] | None = None, stdin: bytes = b"") -> Done:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **(environment or {})},
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

    def ok(self, *arguments: str | bytes, environment: Mapping[str, str] | None = None) -> Done:
        done = self.git(*arguments, environment=environment)
        assert done.code == 0, done.err
        return done

    def write(self, name: str, content: bytes) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def stage(self, exports: int = 10, name: str = FILE) -> None:
        self.write(name, version(exports))
        self.ok("add", "--", name)

    def install(self) -> None:
        """As ``icsdiff hook install``, without a start of Python."""
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            install()
            note(configuration(self.folder).hook)

    @property
    def hooks(self) -> Path:
        return self.folder / ".git" / "hooks"

    def note_of(self, revision: str = "HEAD") -> str:
        """The note of a commit, empty where there is none."""
        return self.git("notes", "--ref=icsdiff", "show", revision).out


def new_clone(folder: Path) -> Clone:
    folder.mkdir(parents=True, exist_ok=True)
    clone = Clone(folder)
    clone.ok("init", "-q", "-b", "main")
    return clone


def script(file: Path, *lines: str) -> None:
    """A shell script of these lines that may be run."""
    file.write_text("\n".join(("#!/bin/sh", *lines, "")))
    file.chmod(0o755)
