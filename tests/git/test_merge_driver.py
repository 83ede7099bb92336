"""Git merges version files with icsdiff: merge, rebase, cherry-pick and stash, on real repositories."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from icsdiff.model.version import Goal, Objective, Version
from icsdiff.store.parse import parse
from icsdiff.store.write import write

FILE = "versions/peru/2023-09-22.yaml"
MAIN = "import sys; sys.argv[0] = 'icsdiff'; from icsdiff.cli.main import main; main()"
DRIVER = f"{shlex.quote(sys.executable)} -c {shlex.quote(MAIN)} git merge-driver %O %A %B %L %P"
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


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    found = Clone(tmp_path)
    found.git("init", "-q", "-b", "main")
    found.git("config", "merge.icsdiff.driver", DRIVER)
    (tmp_path / ".git/info/attributes").write_text("*.yaml merge=icsdiff\n")
    return found


def diverge(clone: Clone, ours: Version | str, theirs: Version | str, base: Version | str | None = BASE) -> None:
    """Ours on main, theirs on the branch ``other``, from a common base."""
    clone.commit("notes\n", "notes.txt") if base is None else clone.commit(base)
    clone.git("switch", "-qc", "other")
    clone.commit(theirs)
    clone.git("switch", "-q", "main")
    clone.commit(ours)


def test_sentences_next_to_each_other_merge_where_git_alone_would_conflict(clone: Clone) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git("merge", "-q", "other")
    assert clone.text() == write(BOTH)


@pytest.mark.parametrize(
    "command", [("rebase", "-q", "other"), ("cherry-pick", "other")], ids=["rebase", "cherry-pick"]
)
def test_other_ways_to_merge_do_the_same(clone: Clone, command: tuple[str, ...]) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git(*command)
    assert clone.text() == write(BOTH)


def test_what_was_stashed_joins_what_came_since(clone: Clone) -> None:
    clone.commit(BASE)
    clone.write(THEIRS)
    clone.git("stash", "-q")
    clone.commit(OURS)
    clone.git("stash", "pop")
    assert clone.text() == write(BOTH)


def test_a_conflict_stands_in_its_field_alone_and_is_told(clone: Clone) -> None:
    diverge(clone, OURS, replace(OTHERS, title="Strategy"))
    told = clone.git("merge", "other", code=1)
    assert f"icsdiff: {FILE}: objectives/1.1/risks (Aim 1.1 is met.): conflict, both sides changed it" in told
    assert clone.text().count("<<<<<<<") == 1
    assert CONFLICT in clone.text()
    assert clone.text().replace(CONFLICT, "          Courts may stay slow for years.\n") == write(
        replace(OURS, title="Strategy")
    )
    assert clone.git("status", "--short") == f"UU {FILE}\n"


def test_a_conflict_that_was_resolved_is_committed_as_any_other(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    clone.git("rebase", "other", code=1)
    # In a rebase, ours is the branch that our commits are put upon.
    lines = [line for line in clone.text().splitlines(keepends=True) if not line.startswith(("<<<", "===", ">>>"))]
    clone.write("".join(line for line in lines if "2030" not in line))
    clone.git("add", "-A")
    clone.git("rebase", "--continue")
    assert clone.text() == write(OURS)


def test_a_file_that_one_side_renamed_is_merged_under_its_new_name(clone: Clone) -> None:
    clone.commit(BASE)
    clone.git("switch", "-qc", "other")
    clone.git("mv", FILE, "versions/peru/-2024 “new”.yaml")
    clone.commit(THEIRS, "versions/peru/-2024 “new”.yaml")
    clone.git("switch", "-q", "main")
    clone.commit(OURS)
    clone.git("merge", "-q", "other")
    assert clone.text("versions/peru/-2024 “new”.yaml") == write(BOTH)


def test_a_file_that_both_sides_added_has_no_base(clone: Clone) -> None:
    diverge(clone, edited(BASE, "1.1", linkages="JSP Goal 3."), edited(BASE, "1.1", linkages="JRS Goal 2."), None)
    clone.git("merge", "-q", "other")
    assert clone.text() == write(edited(BASE, "1.1", linkages="JSP Goal 3; JRS Goal 2."))


@pytest.mark.parametrize("name", ["-x.yaml", "--help.yaml", "a b'c$(touch pwned)`touch pwned`.yaml", "é\n.yaml"])
def test_a_name_is_only_a_name(clone: Clone, name: str) -> None:
    clone.commit(BASE, name)
    clone.git("switch", "-qc", "other")
    clone.commit(OTHERS, name)
    clone.git("switch", "-q", "main")
    clone.commit(OURS, name)
    assert "objectives/1.1/risks" in clone.git("merge", "other", code=1)
    assert CONFLICT in clone.text(name)
    assert not (clone.folder / "pwned").exists()


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
    clone = Clone(tmp_path)
    names = "base", "ours", "theirs"
    texts = [change(write(version)) for version in (BASE, replace(BASE, title="Ours"), edited(BASE, "1.2", risks=""))]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_bytes(text.encode(errors="surrogateescape"))
    expected = subprocess.run(["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True)  # noqa: PLW1510
    done = driver(clone, *names)
    assert done.returncode == expected.returncode
    assert (tmp_path / "ours").read_bytes() == expected.stdout
    assert b"merged as plain text, because" in done.stderr
    assert why.encode() in done.stderr


def driver(clone: Clone, *names: str) -> subprocess.CompletedProcess[bytes]:
    start = [sys.executable, "-c", MAIN, "git", "merge-driver", *names, "7", FILE]
    return subprocess.run(start, cwd=clone.folder, capture_output=True, check=False)


def test_what_git_cannot_merge_either_stays_as_it_was(tmp_path: Path) -> None:
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_bytes(b"a\0b" + name.encode())
    done = driver(Clone(tmp_path), "base", "ours", "theirs")
    assert done.returncode == 1
    assert b"not merged, our side stays as it was" in done.stderr
    assert (tmp_path / "ours").read_bytes() == b"a\0bours"


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    done = driver(Clone(tmp_path), "base", "ours", "theirs")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_driver_that_is_killed_leaves_our_file_as_it_was_or_finished(tmp_path: Path) -> None:
    for name, version in (("base", BASE), ("theirs", THEIRS)):
        (tmp_path / name).write_text(write(version))
    start = [sys.executable, "-c", MAIN, "git", "merge-driver", "base", "ours", "theirs", "7", FILE]
    seen = set()
    for wait in range(0, 400, 40):
        (tmp_path / "ours").write_text(write(OURS))
        process = subprocess.Popen(start, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait / 1000)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        seen.add((tmp_path / "ours").read_text())
    assert seen <= {write(OURS), write(BOTH)}


def test_a_conflict_that_is_left_is_told_by_line_and_field(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    clone.git("merge", "other", code=1)
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "show", FILE], cwd=clone.folder, capture_output=True, check=False
    )
    line = clone.text().split("<<<<<<<")[0].count("\n") + 1
    expected = f"icsdiff: {FILE}:{line}: objectives/1.1/risks: unresolved merge conflict; keep one of the sides"
    assert done.stderr.decode().startswith(expected)
    assert done.returncode == 2


def test_the_size_of_markers_is_gits(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    (clone.folder / ".git/info/attributes").write_text("*.yaml merge=icsdiff conflict-marker-size=20\n")
    clone.git("merge", "other", code=1)
    assert f"\n{'<' * 20} ours\n" in clone.text()
    assert f"\n{'=' * 20}\n" in clone.text()


def test_a_clean_merge_is_as_the_store_writes_it(clone: Clone) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git("merge", "-q", "other")
    assert parse(clone.text(), name=FILE) == BOTH
