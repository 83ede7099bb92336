"""Repositories made for a test, with the real git: their dates and identities are the same at every run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from icsdiff.model.version import Goal, Objective, Version
from icsdiff.store.write import write

AUTHOR = "Wanjirũ Ochieng"


def strategy(
    percent: int = 20, mission: str = "Kenya", *, day: str = "2022-03-21", objective: str = "Trade grows."
) -> str:
    """A short strategy as a version file has it; its figure is what tests change."""
    justification = f"Of all households, {percent} percent have no access to safe water."
    one = Objective("1.1", "objective-a", statement=objective, justification=justification)
    goal = Goal("1", "goal-a", statement=f"{mission} and its partners prosper.", objectives=(one,))
    return write(Version(mission, approved=date.fromisoformat(day), goals=(goal,)))


@dataclass
class Scratch:
    """A repository, the files in it, and its commits, each a day after the one before."""

    folder: Path
    _commits: int = field(default=0, init=False)

    def git(self, *arguments: str) -> str:
        """Run git, and give what it writes."""
        day = f"2024-05-{self._commits % 28 + 1:02}T10:00:00+03:00"
        dated = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_NAME": AUTHOR}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**os.environ, **dated}, check=True, capture_output=True
        )
        return os.fsdecode(done.stdout).strip()

    def write(self, path: str, text: str) -> Path:
        """Write a file, with the folders that it stands in."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def commit(self, subject: str, files: Mapping[str, str | None] | None = None) -> str:
        """Commit all that differs, after writing files, or removing those that are None; the commit's hash."""
        for path, text in (files or {}).items():
            if text is None:
                (self.folder / path).unlink()
            else:
                self.write(path, text)
        self._commits += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject)
        return self.git("rev-parse", "HEAD")


def scratch(folder: Path, *options: str) -> Scratch:
    """A new repository with the branch main."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Scratch(folder)
    made.git("init", "--quiet", "--initial-branch=main", *options)
    return made
