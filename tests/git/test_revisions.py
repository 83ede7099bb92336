"""Versions as they stand in git: REV:PATH, as git itself names them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from icsdiff.errors import UnknownVersion
from icsdiff.git.revisions import looks_like_revision, read_revision

FIRST, SECOND, STAGED = b"first\n", b"second\n\n", b"staged"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    file = tmp_path / "versions" / "kenya.yaml"
    file.parent.mkdir()
    for content in (FIRST, SECOND):
        file.write_bytes(content)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "a version")
    file.write_bytes(STAGED)
    git(tmp_path, "add", ".")
    file.write_bytes(b"in the working tree only")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("HEAD:versions/kenya.yaml", SECOND),
        ("HEAD~1:versions/kenya.yaml", FIRST),
        ("main:./versions/kenya.yaml", SECOND),
        (":versions/kenya.yaml", STAGED),
    ],
)
def test_the_bytes_are_those_that_git_keeps(clone: Path, name: str, content: bytes) -> None:
    assert clone.exists()
    assert read_revision(name) == content


def test_a_path_may_count_from_this_folder(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone / "versions")
    assert read_revision("HEAD:./kenya.yaml") == SECOND
    assert read_revision("HEAD:versions/kenya.yaml") == SECOND


@pytest.mark.parametrize("name", ["nobody:versions/kenya.yaml", "HEAD:kenya.yaml", "HEAD:versions", "--output=x:y"])
def test_what_git_does_not_know_is_refused(clone: Path, name: str) -> None:
    with pytest.raises(UnknownVersion, match=r".+; .+"):
        read_revision(name)
    assert not (clone / "x").exists()


def test_a_folder_outside_any_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownVersion, match="repository"):
        read_revision("HEAD:versions/kenya.yaml")


@pytest.mark.parametrize(
    ("name", "expected"), [("HEAD:a.yaml", True), (":a.yaml", True), ("a.yaml", False), ("C:\\a.yaml", False)]
)
def test_the_form_of_a_revision_is_known(name: str, expected: bool) -> None:
    assert looks_like_revision(name) is expected
