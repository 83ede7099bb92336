"""A command loads what it needs and nothing else, so that it starts at once."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

PAIR = "versions/peru/2022-03-21.yaml versions/peru/2023-09-22.yaml"
OF_GIT = f"x.yaml {PAIR.replace(' ', ' 0 100644 ')} 0 100644"
"""What git hands to a diff driver."""
SLOW = ("docx", "git", "importlib.metadata", "lxml", "markdown_it", "rich")
ALL = (*SLOW, "diff_match_patch", "jinja2", "sentencex", "yaml")

# Runs a command as the console script does, and lists the modules that are loaded then, last on standard error.
LISTING = """
import sys
from icsdiff.cli.main import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ("--version", ALL),
        ("--help", ALL),
        ("diff --help", ALL),
        ("git --help", ALL),
        ("git enable --help", ALL),
        ("git merge-driver --help", ALL),
        ("hook --help", ALL),
        ("import versions/peru/source/peru-ics-2023-09-22.md", ("importlib.metadata", "jinja2", "lxml", "rich")),
        (f"diff {PAIR} --format json", (*SLOW, "jinja2")),
        (f"diff {PAIR} --format markdown", (*SLOW, "jinja2")),
        (f"diff {PAIR} --format docx --output /dev/null", ("docx", "git", "jinja2", "markdown_it", "rich")),
        (f"report {PAIR} --output -", SLOW),
        ("git textconv -- versions/peru/2022-03-21.yaml", (*SLOW, "diff_match_patch", "jinja2")),
        (f"git diff-driver {OF_GIT}", ("git", "importlib.metadata", "jinja2", "markdown_it")),
        ("diff --format json HEAD HEAD -- versions/peru", (*SLOW, "jinja2")),
        ("git status", ALL),
        ("hook status", ALL),
        ("review status --help", ALL),
        (f"review status {PAIR}", (*SLOW, "jinja2")),
        ("diff peru --format json", (*SLOW, "jinja2")),
        ("log --help", ALL),
        ("log peru", (*SLOW, "jinja2")),
    ],
    ids=[
        "--version",
        "--help",
        "diff --help",
        "git --help",
        "git enable --help",
        "git merge-driver --help",
        "hook --help",
        "import",
        "diff",
        "Markdown",
        "Word document",
        "report",
        "textconv",
        "diff-driver",
        "diff of revisions",
        "git status",
        "hook status",
        "review status --help",
        "review status",
        "diff of a strategy",
        "log --help",
        "log",
    ],
)
def test_a_command_loads_no_library_that_it_does_not_use(
    command: str, unwanted: tuple[str, ...], repository: Path
) -> None:
    start = [sys.executable, "-c", LISTING, *command.split()]
    done = subprocess.run(start, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(set(done.stderr.split()).intersection(unwanted)) == []


@pytest.mark.parametrize("module", ALL)
def test_every_library_in_these_lists_is_there_to_be_loaded(module: str) -> None:
    assert importlib.util.find_spec(module)
