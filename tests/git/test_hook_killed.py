"""A hook, and its installation, killed before each of its writes: all is as it was, or finished, and can go on."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hooked import Clone, new_clone, script
from icsdiff.git.hook.committed import record_commit
from icsdiff.git.hook.installation import State, install, places, uninstall
from icsdiff.git.hook.record import note
from icsdiff.store.configuration import Hook as Settings
from icsdiff.versions import read

MOST = 40
_CHANGES = ("os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "subprocess.Popen")


def is_killed_at(step: int, action: Callable[[], object]) -> bool:
    """Run the action in a process of its own, which is killed when it is about to make its nth change."""
    child = os.fork()
    if child == 0:
        left = step

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if not (event in _CHANGES or writes):
                return
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            action()
        except BaseException:  # noqa: BLE001  (the copy of the test must not go on)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """With a hook of somebody else."""
    clone = new_clone(tmp_path / "clone")
    monkeypatch.chdir(clone.folder)
    script(clone.hooks / "pre-commit", "echo theirs >&2")
    return clone


def hooks(clone: Clone) -> dict[str, tuple[bytes, int]]:
    """What git may run; a file that a killed process left beside it is none."""
    found = (each for each in clone.hooks.iterdir() if not each.name.startswith("."))
    return {each.name: (each.read_bytes(), each.stat().st_mode) for each in found}


def test_an_installation_that_is_killed_leaves_the_hook_that_was_there_in_force(clone: Clone) -> None:
    before = hooks(clone)
    killed = 0
    while is_killed_at(killed + 1, install):
        killed += 1
        assert "theirs" in clone.ok("commit", "--allow-empty", "-m", "empty").err
        install()
        assert {place.state for place in places()} == {State.CURRENT}
        uninstall()
        assert hooks(clone) == before
    assert 6 < killed < MOST


def test_an_uninstallation_that_is_killed_can_be_taken_up_again(clone: Clone) -> None:
    before = hooks(clone)
    install()
    killed = 0
    while is_killed_at(killed + 1, uninstall):
        killed += 1
        assert "theirs" in clone.ok("commit", "--allow-empty", "-m", "empty").err
        uninstall()
        assert hooks(clone) == before
        install()
    assert hooks(clone) == before
    assert 3 < killed < MOST


def test_a_hook_that_is_killed_leaves_no_half_of_a_report_a_note_or_a_record(clone: Clone) -> None:
    for exports in (10, 20):
        clone.stage(exports)
        clone.ok("commit", "-qm", "commit")
    settings = Settings()

    def run() -> None:
        note(settings)
        record_commit(settings, read)

    before = clone.ok("rev-parse", "HEAD").out
    killed = 0
    while is_killed_at(killed + 1, run):
        killed += 1
        assert (clone.ok("status", "--porcelain").out, clone.ok("rev-parse", "HEAD").out) == ("", before)
        assert all(json.loads(line)["changes"] for line in clone.note_of().splitlines())
        for report in (clone.folder / "icsdiff-reports").rglob("*.html"):
            assert report.read_bytes().endswith(b"</html>\n")
    assert clone.ok("fsck", "--strict").code == 0
    assert "Figure revised" in clone.note_of()
    assert 10 < killed < MOST
