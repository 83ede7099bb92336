"""Time the commands as whole processes, which is what a user waits for, and the comparison alone: ``make bench``.

Each round runs every command once, so that all of them meet the same machine; milliseconds of wall clock, the median
and the range of ten rounds, after one that is not counted. The comparison alone is timed warm, in one process, beside
plain diff-match-patch on the characters of the two texts.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from diff_match_patch import diff_match_patch

import icsdiff

ROUNDS = 10


def milliseconds(command: list[str]) -> float:
    """How long one run of the command takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def source_texts(old: str, new: str, folder: str) -> list[str]:
    """The words of both versions as plain text files, for a tool that knows no strategies."""
    names = []
    for side, name in (("old", old), ("new", new)):
        file = Path(folder) / f"{side}.txt"
        file.write_text("\n\n".join(icsdiff.load(name).fields.values()), encoding="utf-8")
        names.append(str(file))
    return names


def repository(old: str, new: str, folder: Path) -> tuple[str, ...]:
    """A repository with the hooks, in which the new version is staged beside the old one; ``git`` in it."""
    git = ("git", "-C", str(folder), "-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    versions = folder / "versions" / "mission"
    versions.mkdir(parents=True)
    subprocess.run([*git, "init", "--quiet"], check=True)
    shutil.copy(old, versions)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "old"], check=True)
    shutil.copy(new, versions)
    subprocess.run([*git, "add", "."], check=True)
    icsdiff_command = Path(sys.executable).parent / "icsdiff"
    subprocess.run([icsdiff_command, "hook", "install"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return git


def in_process(action: Callable[[], object], rounds: int) -> list[float]:
    """How long each of several runs takes, after one that is not counted."""
    action()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return times


def by_characters(old: str, new: str) -> object:
    """What a tool without a model of the document does: characters, then semantic clean-up."""
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    runs = differ.diff_main(old, new, False)
    differ.diff_cleanupSemantic(runs)
    return runs


def line(name: str, times: list[float]) -> str:
    """One row of the table."""
    return f"{name:<40}{statistics.median(times):>8.0f}{min(times):>8.0f}{max(times):>8.0f}"


def main(old: str, new: str) -> None:
    """Print one line for each command."""
    python, scripts = sys.executable, Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        texts = source_texts(old, new, folder)
        staged = repository(old, new, Path(folder) / "staged")
        committed = repository(old, new, Path(folder) / "committed")
        commit = [*committed, "commit", "--quiet", "--no-verify", "--message", "new"]
        subprocess.run(commit, capture_output=True, check=True)
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "python -c 'import click'": [python, "-c", "import click"],
            "icsdiff --version": [str(scripts / "icsdiff"), "--version"],
            "icsdiff show": [str(scripts / "icsdiff"), "show", new],
            "icsdiff diff --format json": [str(scripts / "icsdiff"), "diff", old, new, "--format", "json"],
            "icsdiff diff": [str(scripts / "icsdiff"), "diff", old, new],
            "icsdiff report": [str(scripts / "icsdiff"), "report", old, new, "--output", "-"],
            "git hook run pre-commit": [*staged, "hook", "run", "pre-commit"],
            "git hook run post-commit": [*committed, "hook", "run", "post-commit"],
            "redlines json": [str(scripts / "redlines"), "json", *texts],
        }
        for command in commands.values():
            milliseconds(command)
        rounds = [{name: milliseconds(command) for name, command in commands.items()} for _ in range(ROUNDS)]
        old_text, new_text = (Path(name).read_text(encoding="utf-8") for name in texts)
    print(f"{'whole process':<40}{'median':>8}{'least':>8}{'most':>8}   ms")
    for name in commands:
        print(line(name, [each[name] for each in rounds]))
    versions = icsdiff.load(old), icsdiff.load(new)
    print("warm, in one process")
    print(line("icsdiff.compare", in_process(lambda: icsdiff.compare(*versions), ROUNDS)))
    print(line("diff-match-patch, characters", in_process(lambda: by_characters(old_text, new_text), 2)))


if __name__ == "__main__":
    main(*sys.argv[1:])
