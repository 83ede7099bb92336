"""Names that are meant to be taken for something else, folders that lead elsewhere."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hooked import FILE, Clone, new_clone, version
from icsdiff.errors import IcsdiffError
from icsdiff.git.hook.committed import record_commit
from icsdiff.git.hook.message import offer
from icsdiff.store.configuration import Hook as Settings
from icsdiff.versions import read

NAMES = [
    b"with blank and 'quotes' \"double\"",
    b"line\nbreak",
    b"-leading --dash=x",
    b"$(touch taken) `touch taken`; touch taken",
    "Pérou – 秘鲁".encode(),
    b"not utf-8 \xff\xfe",
    b":(exclude)*",
    b"[a-z]*?\\",
]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    clone = new_clone(tmp_path / "clone")
    monkeypatch.chdir(clone.folder)
    return clone


@pytest.fixture
def named(clone: Clone) -> Clone:
    """A strategy under each of the names, updated and staged."""
    for exports in (10, 20):
        for name in NAMES:
            file = clone.folder / "versions" / os.fsdecode(name) / "2022-01-01.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(version(exports))
        clone.ok("add", ".")
        if exports == 10:
            clone.ok("commit", "-qm", "first")
    return clone


def test_every_name_of_a_file_is_a_name_and_nothing_else(named: Clone) -> None:
    named.install()
    told = named.ok("commit", "-m", "update").err
    assert told.count("$10 million became $20 million") == len(NAMES)
    assert len(named.note_of().splitlines()) == len(NAMES)
    assert sum(1 for _ in (named.folder / "icsdiff-reports").rglob("*.html")) == len(NAMES)
    assert not list(named.folder.rglob("taken*"))
    assert named.ok("status", "--porcelain").out == ""


@pytest.mark.parametrize("name", ["--help", "-q", "$(touch${IFS}taken)", "`touch${IFS}taken`", "HEAD", "refs/heads/x"])
def test_the_name_of_a_branch_is_no_option_and_no_command(clone: Clone, name: str) -> None:
    clone.stage(10)
    clone.ok("commit", "-qm", "first")
    clone.ok("update-ref", f"refs/heads/{name}", "HEAD")
    clone.ok("symbolic-ref", "HEAD", f"refs/heads/{name}")
    clone.install()
    (clone.hooks / "pre-commit").unlink()
    clone.write(FILE, version(20))
    clone.ok("commit", "-am", "update")
    assert "Figure revised" in clone.note_of(f"refs/heads/{name}")
    assert not list(clone.folder.rglob("taken*"))


def test_control_characters_of_a_name_do_not_reach_the_terminal(clone: Clone) -> None:
    clone.install()
    clone.stage(10, "versions/\x1b[31mred\u202e/2022-01-01.yaml")
    told = clone.ok("commit", "-m", "first").err
    assert "new, with 1 goal" in told
    assert not {"\x1b", "\u202e"} & set(told)


def reported(clone: Clone, folder: str = "icsdiff-reports") -> None:
    record_commit(Settings(report=folder), read)
    assert clone.folder.exists()


@pytest.fixture
def updated(clone: Clone) -> Clone:
    """An update is committed."""
    for exports in (10, 20):
        clone.stage(exports)
        clone.ok("commit", "-qm", "commit")
    return clone


@pytest.mark.parametrize("link", ["icsdiff-reports", "icsdiff-reports/versions", f"icsdiff-reports/{FILE}.html"])
def test_no_report_goes_through_a_symbolic_link(updated: Clone, link: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place = updated.folder / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(outside)
    with pytest.raises(IcsdiffError, match="symbolic link"):
        reported(updated)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("folder", [".", "docs", "README/reports"])
def test_a_folder_that_git_does_not_ignore_gets_no_report(updated: Clone, folder: str) -> None:
    updated.write("docs/page.md", b"page\n")
    updated.write("README", b"read me\n")
    before = updated.ok("status", "--porcelain").out
    with pytest.raises(IcsdiffError, match=r"; "):
        reported(updated, folder)
    assert updated.ok("status", "--porcelain").out == before
    assert not (updated.folder / ".gitignore").exists()


def test_a_folder_of_the_users_that_git_ignores_serves(updated: Clone) -> None:
    updated.write("out/other", b"")
    updated.write(".gitignore", b"out/\n")
    reported(updated, "out")
    assert (updated.folder / f"out/{FILE}.html").exists()
    assert not (updated.folder / "out/.gitignore").exists()


def test_no_report_and_no_note_is_made_of_a_commit_that_leaves_strategies_alone(updated: Clone) -> None:
    updated.write("README", b"read me\n")
    updated.ok("add", "README")
    updated.ok("commit", "-qm", "other")
    reported(updated)
    assert (updated.note_of(), (updated.folder / "icsdiff-reports").exists()) == ("", False)


def test_without_a_folder_there_is_a_note_and_no_report(updated: Clone) -> None:
    reported(updated, "")
    assert "Figure revised" in updated.note_of()
    assert updated.ok("status", "--porcelain").out == ""


def test_a_message_is_replaced_whole_or_not_at_all(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    file = clone.write("MESSAGE", b"\n# git's own\n")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        offer(file, ["kenya: 1 change"], "comment")
    assert file.read_bytes() == b"\n# git's own\n"
    assert [each.name for each in clone.folder.iterdir() if each.name != ".git"] == ["MESSAGE"]


def test_an_environment_without_terminal_input_or_home_is_enough(updated: Clone, tmp_path: Path) -> None:
    updated.install()
    updated.write(FILE, version(30))
    kept = ("PYTHONPATH", "GIT_CONFIG_", "GIT_AUTHOR_", "GIT_COMMITTER_")
    bare = {name: value for name, value in os.environ.items() if name.startswith(kept)}
    told = tmp_path / "told"
    with told.open("wb") as stream:
        subprocess.run(
            ["git", "commit", "-am", "update"],
            cwd=updated.folder,
            env={**bare, "PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            start_new_session=True,
            check=True,
        )
    assert "$20 million became $30 million" in told.read_text()
