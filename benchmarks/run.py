"""Time the commands as whole processes, which is what a user waits for: ``make bench``.

Each round runs every command once, so that all of them meet the same machine; milliseconds of wall clock, the median
and the range of ten rounds, after one that is not counted.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import icsdiff

ROUNDS = 10


def milliseconds(command: list[str]) -> float:
    """How long one run of the command takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def source_texts(old: str, new: str, folder: str) -> list[str]:
    """The words of both versions as plain text files, for a tool that knows no strategies."""
    names = []
    for side, name in (("old", old), ("new", new)):
        file = Path(folder) / f"{side}.txt"
        file.write_text("\n\n".join(icsdiff.load(name).fields.values()), encoding="utf-8")
        names.append(str(file))
    return names


def main(old: str, new: str) -> None:
    """Print one line for each command."""
    python, scripts = sys.executable, Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        texts = source_texts(old, new, folder)
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "python -c 'import click'": [python, "-c", "import click"],
            "icsdiff --version": [str(scripts / "icsdiff"), "--version"],
            "icsdiff show": [str(scripts / "icsdiff"), "show", new],
            "icsdiff diff --format json": [str(scripts / "icsdiff"), "diff", old, new, "--format", "json"],
            "icsdiff diff": [str(scripts / "icsdiff"), "diff", old, new],
            "icsdiff report": [str(scripts / "icsdiff"), "report", old, new, "--output", "-"],
            "redlines json": [str(scripts / "redlines"), "json", *texts],
        }
        for command in commands.values():
            milliseconds(command)
        rounds = [{name: milliseconds(command) for name, command in commands.items()} for _ in range(ROUNDS)]
    print(f"{'command':<28}{'median':>8}{'least':>8}{'most':>8}   ms")
    for name in commands:
        times = [each[name] for each in rounds]
        print(f"{name:<28}{statistics.median(times):>8.0f}{min(times):>8.0f}{max(times):>8.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
