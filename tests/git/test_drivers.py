"""icsdiff git enable, disable and status: git is told to ask icsdiff, and everything is put back as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command import icsdiff
from icsdiff.errors import UnusableRepository
from icsdiff.git.drivers import Scope, Standing, disable, enable
from repositories import CHANGED, FILE, NEW, commit, git, repository, write

ATTRIBUTES = ".gitattributes"
SETTINGS = ("diff.icsdiff.command", "diff.icsdiff.textconv", "difftool.icsdiff.cmd", "merge.icsdiff.driver")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("original"))


@pytest.fixture
def clone(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "clone")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, with nothing in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("GIT_CONFIG_GLOBAL", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that people or git write settings in."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and (".git" not in each.relative_to(folder).parts or each.name in ("config", "attributes"))
    }


@pytest.mark.parametrize(
    "attributes",
    [
        None,
        b"",
        b"*.png binary\n",
        b"*.png binary",
        b"*.png binary\r\n# a comment\r\n",
        b"\xef\xbb\xbf*.png binary\n",
        b"caf\xe9.txt text\n",
        b"# icsdiff: end\n",
    ],
    ids=["no file", "empty", "lines", "no line end", "CRLF", "byte order mark", "latin-1", "looks alike"],
)
def test_disable_puts_a_repository_back_byte_for_byte(
    clone: Path, attributes: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone / "versions")
    if attributes is not None:
        write(clone, ATTRIBUTES, attributes)
    before = files(clone)
    for _ in range(2):
        assert enable(Scope.REPOSITORY).standing is Standing.ENABLED
    once = files(clone)
    assert set(before) | {ATTRIBUTES} == set(once)
    assert once[ATTRIBUTES].endswith((attributes or b"").removeprefix(b"\xef\xbb\xbf"))
    attribute = git(clone, "check-attr", "diff", "merge", "--", FILE).out
    assert attribute == f"{FILE}: diff: icsdiff\n{FILE}: merge: icsdiff\n"
    for _ in range(2):
        assert disable(Scope.REPOSITORY).standing is Standing.ABSENT
        assert files(clone) == before


def test_enabling_again_changes_nothing(clone: Path) -> None:
    told = icsdiff("git", "enable", folder=clone)
    assert (told.code, told.out, told.err) == (0, f"This repository: enabled ({clone / ATTRIBUTES})\n", "")
    once = files(clone)
    assert icsdiff("git", "enable", folder=clone / "versions") == told
    assert files(clone) == once


@pytest.mark.parametrize(
    "given",
    [
        {},
        {".gitconfig": b"[user]\n\tname = A\n", ".config/git/attributes": b"*.png binary"},
        {".config/git/config": b"[user]\n\tname = A\n"},
        {".gitconfig": b"[core]\n\tattributesFile = ~/mine\n", "mine": b"*.png binary"},
    ],
    ids=["nothing", "both", "XDG", "own file of attributes"],
)
def test_disable_puts_the_user_s_files_back_byte_for_byte(clone: Path, home: Path, given: dict[str, bytes]) -> None:
    for name, content in given.items():
        write(home, name, content)
    repository_before = files(clone)
    assert icsdiff("git", "enable", "--global", folder=home).out.startswith("Every repository: enabled (")
    write(clone, FILE, NEW)
    assert CHANGED in git(clone, "diff").out
    assert "shows by meaning" in icsdiff("git", "status", folder=clone).out
    assert icsdiff("git", "disable", "--global", folder=clone).code == 0
    assert files(home) == given
    assert (home / ".config/git").exists() == any(name.startswith(".config/git/") for name in given)
    assert files(clone) == repository_before | {FILE: NEW.encode()}


def test_what_the_user_added_stays(clone: Path) -> None:
    icsdiff("git", "enable", folder=clone)
    git(clone, "config", "diff.icsdiff.xfuncname", "^x")
    git(clone, "config", "--add", "diff.icsdiff.textconv", "mine")
    write(clone, ATTRIBUTES, (clone / ATTRIBUTES).read_bytes() + b"*.png binary\n")
    icsdiff("git", "disable", folder=clone)
    assert (clone / ATTRIBUTES).read_bytes() == b"*.png binary\n"
    assert git(clone, "config", "--get-regexp", "icsdiff").out == (
        "diff.icsdiff.xfuncname ^x\ndiff.icsdiff.textconv mine\n"
    )


def test_what_the_user_says_of_a_file_counts(clone: Path) -> None:
    write(clone, ATTRIBUTES, "*.yaml diff=mine\n")
    icsdiff("git", "enable", folder=clone)
    assert git(clone, "check-attr", "diff", "--", FILE).out == f"{FILE}: diff: mine\n"
    assert "shows line by line" in icsdiff("git", "status", folder=clone).out


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_of_somebody_else_is_refused_and_nothing_is_written(
    clone: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone)
    git(clone, "config", name, "mine")
    before = files(clone)
    with pytest.raises(UnusableRepository) as refused:
        enable(Scope.REPOSITORY)
    assert str(refused.value) == (
        f"{name}: this setting is not of icsdiff's making; remove it: git config --local --unset-all {name}"
    )
    assert files(clone) == before
    disable(Scope.REPOSITORY)
    assert files(clone) == before


def test_what_another_icsdiff_wrote_is_told_and_renewed(clone: Path) -> None:
    icsdiff("git", "enable", folder=clone)
    current = files(clone)
    git(clone, "config", SETTINGS[0], "/gone/python -P -m icsdiff git diff-driver --")
    write(clone, ATTRIBUTES, current[ATTRIBUTES].replace(b"*.yml", b"*.yaml2"))
    told = icsdiff("git", "status", folder=clone).out
    assert told.startswith("This repository: out of date; icsdiff git enable renews it (")
    icsdiff("git", "enable", folder=clone)
    assert files(clone) == current


def test_lines_that_a_checkout_wrote_with_other_line_ends_are_known(clone: Path) -> None:
    icsdiff("git", "enable", folder=clone)
    write(clone, ATTRIBUTES, (clone / ATTRIBUTES).read_bytes().replace(b"\n", b"\r\n"))
    assert icsdiff("git", "status", folder=clone).out.startswith("This repository: enabled (")
    icsdiff("git", "disable", folder=clone)
    assert not (clone / ATTRIBUTES).exists()


def test_a_worktree_and_a_submodule_are_repositories(clone: Path, tmp_path: Path) -> None:
    git(clone, "worktree", "add", "-q", str(tmp_path / "tree"))
    git(clone, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(clone), "part")
    for folder in (tmp_path / "tree", clone / "part"):
        assert icsdiff("git", "enable", folder=folder).code == 0
        write(folder, FILE, NEW)
        assert CHANGED in git(folder, "diff").out
        icsdiff("git", "disable", folder=folder)
        assert not (folder / ATTRIBUTES).exists()
        assert "icsdiff" not in git(folder, "config", "--list").out


def test_where_there_is_no_working_tree_it_is_said(tmp_path: Path, clone: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(clone), "bare")
    (tmp_path / "none").mkdir()
    for folder, told in (("bare", "this repository is bare"), ("none", "git finds no repository here")):
        for command in ("enable", "disable"):
            run = icsdiff("git", command, folder=tmp_path / folder)
            assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
            assert told in run.err
        assert icsdiff("git", "status", folder=tmp_path / folder).code == 0


def test_a_symbolic_link_in_a_clone_leads_nobody_s_file_astray(clone: Path, tmp_path: Path) -> None:
    victim = write(tmp_path, "victim", "mine\n")
    (clone / ATTRIBUTES).symlink_to(victim)
    run = icsdiff("git", "enable", folder=clone)
    assert run.code == 2
    assert "a symbolic link, which git does not read" in run.err
    assert victim.read_text() == "mine\n"
    assert "icsdiff" not in git(clone, "config", "--list").out


def test_the_path_of_python_may_hold_what_a_shell_would_obey(clone: Path, tmp_path: Path) -> None:
    folder = tmp_path / "it's; touch pwned; $(touch pwned)"
    folder.mkdir()
    python = folder / "python"
    python.symlink_to(sys.executable)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([python, "-m", "icsdiff", "git", "enable"], cwd=clone, env=environment, check=True)
    assert git(clone, "config", SETTINGS[0]).out.count(str(tmp_path)) == 1
    write(clone, FILE, NEW)
    assert CHANGED in git(clone, "diff", environment=environment).out
    assert not list(clone.rglob("pwned"))


@pytest.fixture
def browser(tmp_path: Path) -> dict[str, str]:
    """An environment whose browser keeps the address that it is to open; pages go to a folder of the test."""
    script = write(tmp_path, "browser", f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{tmp_path}/opened"\n')
    script.chmod(0o755)
    return {"BROWSER": str(script), "TMPDIR": str(tmp_path)}


def test_difftool_opens_the_change_report(clone: Path, tmp_path: Path, browser: dict[str, str]) -> None:
    icsdiff("git", "enable", folder=clone)
    write(clone, FILE, NEW)
    run = git(clone, "difftool", "-y", "-t", "icsdiff", environment=browser)
    assert (run.code, run.err) == (0, "")
    (opened,) = (tmp_path / "opened").read_text().splitlines()
    page = Path(opened.removeprefix("file://"))
    assert f"The change report is {page}\n" in run.out
    expected = icsdiff("report", f"HEAD:{FILE}", FILE, "-o", "-", folder=clone).out
    assert page.read_bytes().decode() == expected


def test_difftool_says_why_it_has_no_report(clone: Path, tmp_path: Path, browser: dict[str, str]) -> None:
    icsdiff("git", "enable", folder=clone)
    write(clone, "versions/kenya/new.yaml", NEW)
    write(clone, FILE, "name: value\n")
    git(clone, "add", "-N", ".")
    run = git(clone, "difftool", "-y", "-t", "icsdiff", "--", "versions", environment=browser)
    assert run.code == 0
    assert "icsdiff: 2022-03-21.yaml:1: this is no structured version" in run.err
    assert "icsdiff: new.yaml: only the new side has this file; git diff shows its outline\n" in run.err
    assert not (tmp_path / "opened").exists()


def test_without_a_browser_the_page_is_still_there(clone: Path, tmp_path: Path) -> None:
    icsdiff("git", "enable", folder=clone)
    write(clone, FILE, NEW)
    environment = {"BROWSER": "/nowhere/browser", "TMPDIR": str(tmp_path), "PATH": path_of_git(tmp_path)}
    run = git(clone, "difftool", "-y", "-t", "icsdiff", environment=environment)
    assert "icsdiff: no browser was found; open that file, or name a browser in BROWSER\n" in run.err
    assert len(list(tmp_path.glob("icsdiff-*/*.html"))) == 1


def path_of_git(tmp_path: Path) -> str:
    """A path on which git and a shell are found, and no browser."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("git", "sh", "basename", "sed", "uname", "dirname"):
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    return str(folder)


def test_other_difftools_still_run(clone: Path) -> None:
    icsdiff("git", "enable", folder=clone)
    commit(clone, "enable")
    write(clone, FILE, NEW)
    shown = git(clone, "difftool", "-y", "-x", "diff")
    assert "> " in shown.out
    assert "30 clinics" in shown.out
    assert CHANGED not in shown.out
