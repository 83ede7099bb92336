"""The hook under the pre-commit framework (https://pre-commit.com), by this repository's own manifest."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import yaml

from hooked import FILE, Clone, Done, new_clone, version


@pytest.fixture
def clone(tmp_path: Path, repository: Path) -> Clone:
    """The hook as a local one, with the fields of the manifest: what it would install is installed here."""
    (manifest,) = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text())
    assert manifest.pop("language") == "python"
    hook = {**manifest, "language": "system"}
    clone = new_clone(tmp_path / "clone")
    configuration = {"repos": [{"repo": "local", "hooks": [hook]}]}
    clone.write(".pre-commit-config.yaml", yaml.safe_dump(configuration).encode())
    clone.stage(10)
    clone.ok("add", ".")
    clone.ok("commit", "-qm", "first")
    return clone


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    scripts = Path(sys.executable).parent
    return {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}


def commit(clone: Clone, environment: dict[str, str]) -> Done:
    clone.ok("-c", "alias.framework=!pre-commit", "framework", "install", environment=environment)
    return clone.git("commit", "-m", "update", environment=environment)


def test_the_framework_shows_what_changes_and_lets_it_pass(clone: Clone, environment: dict[str, str]) -> None:
    clone.stage(20)
    clone.write(FILE, b"only in the working tree")
    done = commit(clone, environment)
    assert done.code == 0
    assert "$10 million became $20 million" in done.err
    assert (clone.folder / FILE).read_bytes() == b"only in the working tree"


def test_the_framework_stops_what_is_invalid(clone: Clone, environment: dict[str, str]) -> None:
    clone.write(FILE, version(20).replace(b"mission: Kenya\n", b""))
    clone.ok("add", ".")
    done = commit(clone, environment)
    assert done.code == 1
    assert f"{FILE}:1: mission: this key is missing" in done.err


def test_the_framework_skips_a_commit_without_strategies(clone: Clone, environment: dict[str, str]) -> None:
    clone.write("README", b"read me\n")
    clone.ok("add", ".")
    done = commit(clone, environment)
    assert (done.code, "Skipped" in done.err) == (0, True)


def run(clone: Clone, environment: dict[str, str], *arguments: str) -> Done:
    return clone.git("-c", "alias.framework=!pre-commit", "framework", "run", *arguments, environment=environment)


def test_asked_about_all_files_the_framework_stops_at_one_that_is_invalid(
    clone: Clone, environment: dict[str, str]
) -> None:
    odd = "versions/-- $(x) 'y'/2022-01-01.yaml"
    clone.stage(10, odd)
    clone.ok("commit", "-qm", "another")
    done = run(clone, environment, "--all-files")
    assert (done.code, done.out.count("it can be read")) == (0, 2)
    clone.write(odd, b"mission:")
    clone.ok("commit", "-qam", "broken")
    for arguments in (["--all-files"], ["--from-ref", "HEAD~1", "--to-ref", "HEAD"]):
        done = run(clone, environment, *arguments)
        assert done.code == 1
        assert f"{odd}: the commit stops" in done.out
