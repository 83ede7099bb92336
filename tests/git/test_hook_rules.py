"""Rules of the checks that stop a commit: those that hook.block names, for what the commit brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooked import FILE, Clone, Done, new_clone, version
from icsdiff import check, load

UNMITIGATED = version().replace(b" To mitigate this risk, we will support irrigation.", b"")
FOUND = "ICS008 Objective 1.1 names risks and no mitigation"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """With a pre-commit hook that stops at the rule."""
    clone = new_clone(tmp_path / "clone")
    clone.write("icsdiff.toml", b'[hook]\nblock = ["ICS008"]\n')
    clone.install()
    (clone.hooks / "post-commit").unlink()
    return clone


def commit(clone: Clone, content: bytes, name: str = FILE) -> Done:
    clone.write(name, content)
    clone.ok("add", ".")
    return clone.git("commit", "-m", "update")


def test_what_a_rule_finds_in_a_new_version_stops_the_commit(clone: Clone) -> None:
    done = commit(clone, UNMITIGATED)
    assert done.code == 1
    assert f"icsdiff: {FILE}: {FOUND}" in done.err
    assert "hook.block names ICS008" in done.err


def test_what_stood_there_before_does_not(clone: Clone) -> None:
    clone.write(FILE, UNMITIGATED)
    clone.ok("add", ".")
    clone.ok("commit", "-qm", "first", "--no-verify")
    done = commit(clone, UNMITIGATED.replace(b"$10 million", b"$20 million"))
    assert (done.code, FOUND in done.err) == (0, False)


def test_what_the_commit_brings_into_an_old_version_does(clone: Clone) -> None:
    assert commit(clone, version()).code == 0
    assert commit(clone, UNMITIGATED).code == 1


def test_what_the_version_says_to_ignore_does_not(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "version.yaml").write_bytes(UNMITIGATED)
    (finding,) = (each for each in check(load(tmp_path / "version.yaml")) if each.rule == "ICS008")
    ignored = f"ignored:\n  - finding: {finding.id}\n    reason: The annex has it.\n".encode()
    head, goals = UNMITIGATED.split(b"goals:")
    assert commit(clone, head + ignored + b"goals:" + goals).code == 0


def test_a_rule_that_is_not_named_stops_nobody(clone: Clone) -> None:
    clone.write("icsdiff.toml", b'[hook]\nblock = ["invalid", "ICS001"]\n')
    done = commit(clone, UNMITIGATED)
    assert (done.code, FOUND in done.err) == (0, False)


@pytest.mark.parametrize(("strict", "code"), [(b"false", 0), (b"true", 1)])
def test_a_rule_that_there_is_not_is_told(clone: Clone, strict: bytes, code: int) -> None:
    clone.write("icsdiff.toml", b'[hook]\nblock = ["ICS999"]\nstrict = ' + strict + b"\n")
    done = commit(clone, version())
    assert done.code == code
    assert "block names ICS999, and there is no such rule; name one of ICS001, " in done.err
