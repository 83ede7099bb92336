"""Repositories whose version files icsdiff merges, for tests."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from icsdiff.model.version import Goal, Objective, Version
from icsdiff.store.write import write

FILE = "versions/peru/2023-09-22.yaml"
RISKS = "Drought may last. Courts may stay slow. To mitigate this, we train clerks."


def objective(number: str, **fields: Any) -> Objective:  # noqa: ANN401  (whatever an objective has)
    return Objective(number, id=f"objective-{number}", statement=f"Aim {number} is met.", risks=RISKS, **fields)


BASE = Version(
    "Peru",
    priorities="First, trade. Then, courts.",
    goals=(Goal("1", id="goal-1", statement="Prosperity.", objectives=(objective("1.1"), objective("1.2"))),),
)


def edited(version: Version, number: str, **fields: Any) -> Version:  # noqa: ANN401
    (goal,) = version.goals
    changed = [replace(each, **fields) if each.number == number else each for each in goal.objectives]
    return replace(version, goals=(replace(goal, objectives=tuple(changed)),))


OURS = edited(BASE, "1.1", risks=RISKS.replace("slow", "slow for years"))
THEIRS = edited(BASE, "1.1", risks=RISKS.replace("may last", "will last"))
BOTH = edited(BASE, "1.1", risks=RISKS.replace("slow", "slow for years").replace("may last", "will last"))
OTHERS = edited(BASE, "1.1", risks=RISKS.replace("slow", "slow until 2030"))
CONFLICT = """\
<<<<<<< ours
          Courts may stay slow for years.
=======
          Courts may stay slow until 2030.
>>>>>>> theirs
"""


class Clone:
    """A repository whose version files icsdiff merges."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            ["git", "-c", "core.editor=true", *arguments], cwd=self.folder, capture_output=True, check=False
        )
        told = (done.stdout + done.stderr).decode()
        assert done.returncode == code, told
        return told

    def commit(self, version: Version | str, name: str = FILE) -> None:
        self.write(version, name)
        self.git("add", "-A")
        self.git("commit", "-qm", "a version")

    def write(self, version: Version | str, name: str = FILE) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(version if isinstance(version, str) else write(version), encoding="utf-8")

    def text(self, name: str = FILE) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def diverge(clone: Clone, ours: Version | str, theirs: Version | str, base: Version | str | None = BASE) -> None:
    """Ours on main, theirs on the branch ``other``, from a common base."""
    clone.commit("notes\n", "notes.txt") if base is None else clone.commit(base)
    clone.git("switch", "-qc", "other")
    clone.commit(theirs)
    clone.git("switch", "-q", "main")
    clone.commit(ours)
