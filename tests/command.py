"""The ``icsdiff`` command as a process of its own, as users and scripts run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_COMMAND = "import sys; sys.argv[0] = 'icsdiff'; from icsdiff.cli.main import main; main()"


@dataclass(frozen=True)
class Run:
    """What a command answered."""

    code: int
    out: str
    err: str


def icsdiff(*arguments: str, environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Run:
    """Run the command to its end."""
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND, *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        timeout=120,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
