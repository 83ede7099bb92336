"""Installing the hooks wherever git runs them, beside hooks of others, and giving everything back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import icsdiff
from hooked import FILE, Clone, new_clone, script, version
from icsdiff.errors import IcsdiffError, UnusableRepository
from icsdiff.git.hook import installation
from icsdiff.git.hook.installation import State, install, places, uninstall
from icsdiff.git.hook.shim import Hook, is_ours, shim

THEIRS = ('echo theirs $(basename $0) "$@" >&2', "cat >&2")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    clone = new_clone(tmp_path / "clone")
    monkeypatch.chdir(clone.folder)
    return clone


def states() -> set[State]:
    return {place.state for place in places()}


def listing(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {each.name: (each.read_bytes(), each.stat().st_mode) for each in folder.iterdir()}


def test_uninstall_leaves_the_folder_of_hooks_as_it_was(clone: Clone) -> None:
    script(clone.hooks / "pre-commit", *THEIRS)
    script(clone.hooks / "post-commit", *THEIRS)
    (clone.hooks / "post-commit").chmod(0o640)
    before = listing(clone.hooks)
    install()
    assert listing(clone.hooks) != before
    uninstall()
    assert listing(clone.hooks) == before


def test_a_second_installation_changes_nothing(clone: Clone) -> None:
    script(clone.hooks / "pre-commit", *THEIRS)
    install()
    once = listing(clone.hooks)
    install()
    assert listing(clone.hooks) == once


def test_the_hook_that_was_there_runs_first_with_the_same_arguments_and_input(clone: Clone) -> None:
    script(clone.hooks / "prepare-commit-msg", *THEIRS)
    clone.install()
    clone.write("README", b"one\n")
    clone.ok("add", ".")
    assert "theirs prepare-commit-msg.kept-by-icsdiff .git/COMMIT_EDITMSG message" in clone.ok("commit", "-m", "x").err


def test_where_the_hook_that_was_there_fails_its_exit_code_is_the_answer(clone: Clone) -> None:
    script(clone.hooks / "pre-commit", "exit 7")
    clone.install()
    clone.stage()
    done = clone.git("hook", "run", "pre-commit")
    assert done.code == 7
    assert "icsdiff" not in done.err


def test_a_hook_that_is_a_symbolic_link_stays_one(clone: Clone) -> None:
    script(clone.folder / "check", "exit 0")
    (clone.hooks / "pre-commit").symlink_to("../../check")
    install()
    assert (clone.folder / "check").read_bytes() == b"#!/bin/sh\nexit 0\n"
    uninstall()
    assert os.readlink(clone.hooks / "pre-commit") == "../../check"  # noqa: PTH115  (as it is written)


def test_neither_a_hook_nor_one_that_is_kept_is_ever_overwritten(clone: Clone) -> None:
    script(clone.hooks / "pre-commit", "exit 1")
    install()
    (clone.hooks / "pre-commit").unlink()
    script(clone.hooks / "pre-commit", "exit 2")
    before = listing(clone.hooks)
    with pytest.raises(IcsdiffError, match="kept from before"):
        install()
    assert listing(clone.hooks) == before


@pytest.mark.parametrize("do", [install, uninstall])
def test_a_hook_of_ours_that_was_edited_is_left_alone(clone: Clone, do: object) -> None:
    install()
    with (clone.hooks / "pre-commit").open("a") as file:
        file.write("echo mine\n")
    before = listing(clone.hooks)
    assert State.EDITED in states()
    assert callable(do)
    with pytest.raises(IcsdiffError, match="edited since"):
        do()
    assert listing(clone.hooks) == before


@pytest.mark.usefixtures("clone")
def test_status_tells_what_is_up_to_date_and_installing_renews_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert states() == {State.ABSENT}
    install()
    assert states() == {State.CURRENT}
    monkeypatch.setattr(sys, "executable", "/another/python")
    assert states() == {State.OUTDATED}
    install()
    assert states() == {State.CURRENT}


@pytest.mark.parametrize("step", ["link", "write"])
def test_an_interrupted_installation_leaves_the_hook_that_was_there_in_force(
    clone: Clone, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(clone.hooks / "pre-commit", "exit 7")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", stop) if step == "link" else patch.setattr(installation, "write_bytes", stop)
        with pytest.raises(KeyboardInterrupt):
            install()
    assert clone.git("hook", "run", "pre-commit").code == 7
    uninstall()
    assert "pre-commit.kept-by-icsdiff" not in listing(clone.hooks)
    install()
    assert states() == {State.CURRENT}
    assert clone.git("hook", "run", "pre-commit").code == 7


def test_a_linked_worktree_and_its_repository_share_the_hooks(clone: Clone, tmp_path: Path) -> None:
    clone.stage(10)
    clone.ok("commit", "-qm", "first")
    clone.ok("worktree", "add", "-q", str(tmp_path / "linked"))
    linked = Clone(tmp_path / "linked")
    linked.install()
    assert (clone.hooks / "pre-commit").exists()
    linked.write(FILE, version(20))
    assert "$10 million became $20 million" in linked.ok("commit", "-am", "update").err
    assert (linked.folder / f"icsdiff-reports/{FILE}.html").exists()


def test_a_submodule_has_hooks_of_its_own(clone: Clone, tmp_path: Path) -> None:
    inner = new_clone(tmp_path / "inner")
    inner.stage(10)
    inner.ok("commit", "-qm", "first")
    clone.ok("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.folder), "sub")
    module = Clone(clone.folder / "sub")
    module.install()
    assert (clone.folder / ".git/modules/sub/hooks/pre-commit").exists()
    assert not (clone.hooks / "pre-commit").exists()
    module.write(FILE, version(20))
    assert "$10 million became $20 million" in module.ok("commit", "-am", "update").err


@pytest.mark.parametrize("folder", ["my hooks", "/absolute"])
def test_the_folder_that_core_hookspath_names_is_where_they_go(clone: Clone, folder: str, tmp_path: Path) -> None:
    folder = folder if folder == "my hooks" else str(tmp_path / "absolute")
    clone.ok("config", "core.hooksPath", folder)
    below = clone.folder / "below"
    below.mkdir()
    Clone(below).install()
    assert (clone.folder / folder / "pre-commit").exists()
    clone.stage()
    assert "new, with 1 goal" in clone.ok("commit", "-m", "first").err


def test_where_no_hook_can_be_the_reason_is_told(clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.ok("config", "core.hooksPath", "/dev/null")
    with pytest.raises(IcsdiffError, match=r"core\.hooksPath"):
        install()
    clone.ok("clone", "-q", "--bare", str(clone.folder), str(tmp_path / "bare"))
    for folder, reason in ((tmp_path / "bare", "bare"), (tmp_path, "no repository")):
        monkeypatch.chdir(folder)
        with pytest.raises(UnusableRepository, match=reason):
            install()


@pytest.mark.parametrize("hook", Hook)
def test_the_shell_takes_the_name_of_python_for_nothing_else(hook: Hook, tmp_path: Path) -> None:
    text = shim(hook, "/a $(touch x1) `touch x2` '; touch x3 \"\n touch x4 /pyth\udcffon")
    assert is_ours(text)
    assert not is_ours(text + b"#")
    (tmp_path / hook).write_bytes(text)
    done = subprocess.run(["sh", hook], cwd=tmp_path, capture_output=True, check=False, env={"PATH": "/usr/bin:/bin"})
    assert done.returncode == 0
    assert b"icsdiff is gone, or does not start" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [hook]


def test_the_commands_say_what_they_did(clone: Clone) -> None:
    script(clone.hooks / "pre-commit", *THEIRS)
    ran = icsdiff("hook", "status", "--exit-code", folder=clone.folder)
    assert (ran.code, "pre-commit: not installed; there is a hook of somebody else" in ran.out) == (1, True)
    ran = icsdiff("hook", "install", folder=clone.folder)
    assert "pre-commit: installed and up to date; pre-commit.kept-by-icsdiff runs first" in ran.out
    assert icsdiff("hook", "status", "--exit-code", folder=clone.folder).code == 0
    ran = icsdiff("hook", "uninstall", folder=clone.folder)
    assert "pre-commit: taken away; the hook from before is back" in ran.out
    assert sorted(each.name for each in (clone.folder / ".git").glob("icsdiff*")) == []


def test_a_folder_outside_any_repository_is_told_in_one_clear_line(tmp_path: Path) -> None:
    ran = icsdiff("hook", "install", folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("icsdiff: git finds no repository here")
    assert ran.err.count("\n") == 1
