"""What every test has: the same surroundings on any machine, and golden files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from instruments import INSTRUMENTS, where

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"

# `pytest --hypothesis-profile=thorough` looks further; in CI the examples are the same at every run.
settings.register_profile("everyday", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("icsdiff-ci", parent=settings.get_profile("everyday"), derandomize=True, database=None)
settings.register_profile("thorough", parent=settings.get_profile("everyday"), max_examples=2_000)
settings.load_profile("icsdiff-ci" if os.environ.get("CI") else "everyday")

# A hook runs with GIT_DIR and others set, a developer has an identity and signs commits, a terminal has a width.
_SURROUNDINGS = ("GIT_", "ICSDIFF_", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES")
# Without bytecode, each of the many commands that tests start would compile icsdiff and its libraries anew.
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Author",
    "GIT_AUTHOR_EMAIL": "author@example.org",
    "GIT_COMMITTER_NAME": "Committer",
    "GIT_COMMITTER_EMAIL": "committer@example.org",
}

Golden = Callable[[str, str], None]

_LACKING = pytest.StashKey[list[set[str]]]()
"""What each test lacked that was not run."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the tests see now into tests/golden/")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*names): not run where a program of tests/instruments.py is missing")
    config.stash[_LACKING] = []
    for name in [name for name in os.environ if name.startswith(_SURROUNDINGS)]:
        del os.environ[name]
    os.environ.pop(_NO_BYTECODE, None)
    os.environ |= _GIT


def pytest_runtest_setup(item: pytest.Item) -> None:
    names = {name for mark in item.iter_markers("needs") for name in mark.args}
    lacking = {name for name in names if INSTRUMENTS[name] is None}
    if lacking and os.environ.get("CI"):
        pytest.fail(f"missing in CI: {', '.join(sorted(lacking))}", pytrace=False)
    if lacking:
        item.config.stash[_LACKING].append(lacking)
        pytest.skip(f"missing on this machine: {', '.join(sorted(lacking))}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not_run := config.stash[_LACKING]:
        missing = ", ".join(sorted(set().union(*not_run)))
        remedy = "`make system` and `make page-tools` install what they need"
        terminalreporter.section("not everything was tested", yellow=True, bold=True)
        terminalreporter.line(f"{len(not_run)} tests did not run, for want of: {missing}. {remedy}.", yellow=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of this clone: ``versions/``, ``templates/``, ``pyproject.toml``."""
    return REPOSITORY


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden("peru.txt", text)``: the text is that of ``tests/golden/peru.txt``; ``--update-golden`` renews it."""

    def compare(name: str, actual: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(actual.encode())
        if not file.exists():
            pytest.fail(f"no tests/golden/{name} yet: look at the output, then run with --update-golden")
        expected = file.read_bytes().decode()
        assert actual == expected, f"if {name} should read so now, run with --update-golden"

    return compare


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: its driver runs once in a process. Skips where there is none."""
    from playwright.sync_api import sync_playwright

    if INSTRUMENTS["chromium"] is None:
        pytest.skip("no Chromium on this machine: make system")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=where("chromium"), args=["--no-sandbox"])
        yield launched
        launched.close()
