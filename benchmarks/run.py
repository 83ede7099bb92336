"""Time the commands as whole processes, which is what a user waits for: ``make bench``.

Milliseconds of wall clock, the best and the median of 20 runs, after one that is not counted.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 20

# The nearest tool, on the same files; it tells which words differ, and nothing else.
REDLINES = """
import pathlib, sys, redlines
old, new = (pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
print(redlines.Redlines(old, new).output_markdown)
"""


def milliseconds(command: list[str]) -> float:
    """How long one run of the command takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def main(old: str, new: str) -> None:
    """Print one line for each command."""
    icsdiff = str(Path(sys.executable).with_name("icsdiff"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "icsdiff --version": [icsdiff, "--version"],
        "icsdiff show": [icsdiff, "show", new],
        "icsdiff diff": [icsdiff, "diff", old, new],
        "icsdiff diff --format json": [icsdiff, "diff", old, new, "--format", "json"],
        "icsdiff report": [icsdiff, "report", old, new, "--output", "-"],
        "redlines": [sys.executable, "-c", REDLINES, old, new],
    }
    print(f"{'command':<28}{'best':>8}{'median':>8}   ms")
    for name, command in commands.items():
        milliseconds(command)
        runs = [milliseconds(command) for _ in range(RUNS)]
        print(f"{name:<28}{min(runs):>8.0f}{statistics.median(runs):>8.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
