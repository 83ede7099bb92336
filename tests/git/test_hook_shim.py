"""The file that git runs: it starts Python for a commit of strategies and for no other, and never stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooked import FILE, Clone, new_clone, script, version
from icsdiff.git.hook.shim import Hook, shim


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """Where a Python that is no Python says that it was started."""
    return tmp_path / "trace"


@pytest.fixture
def clone(tmp_path: Path, trace: Path) -> Clone:
    clone = new_clone(tmp_path / "clone")
    clone.install()
    script(tmp_path / "python", f'for last; do :; done; echo started >>"{trace}"')
    for hook in Hook:
        (clone.hooks / hook).write_bytes(shim(hook, str(tmp_path / "python")))
    return clone


def starts(trace: Path) -> int:
    return trace.read_text().count("started") if trace.exists() else 0


def test_a_commit_that_touches_no_strategy_starts_no_python(clone: Clone, trace: Path) -> None:
    clone.write("README", b"one\n")
    clone.write("versions/README.yaml", b"no strategy\n")
    clone.ok("add", ".")
    clone.ok("commit", "-m", "first")
    clone.write("README", b"two\n")
    clone.ok("commit", "-am", "second", environment={"GIT_EDITOR": "true"})
    clone.ok("commit", "--amend", "--no-edit")
    assert starts(trace) == 0


def test_a_commit_of_a_strategy_starts_it_before_and_after(clone: Clone, trace: Path) -> None:
    clone.stage()
    clone.ok("commit", "-m", "first")
    assert starts(trace) == 2
    clone.write(FILE, version(20))
    clone.ok("commit", "-a", environment={"GIT_EDITOR": "echo update >"})
    assert starts(trace) == 5


@pytest.mark.parametrize(
    "option", ["--literal-pathspecs", "--icase-pathspecs", "--noglob-pathspecs", "--glob-pathspecs"]
)
def test_what_the_caller_says_of_pathspecs_hides_no_strategy(clone: Clone, trace: Path, option: str) -> None:
    clone.stage()
    clone.ok(option, "commit", "-m", "first")
    assert starts(trace) == 2


def test_a_changed_configuration_counts_at_once(clone: Clone, trace: Path) -> None:
    clone.write("icsdiff.toml", b'[hook]\npaths = ["plans/ it\'s $(x)/*.yaml"]\n')
    clone.write("README", b"one\n")
    clone.ok("add", "README")
    clone.ok("commit", "-m", "first")
    assert starts(trace) == 2
    clone.install()
    for hook in Hook:
        (clone.hooks / hook).write_bytes(shim(hook, str(trace.parent / "python")))
    clone.stage()
    clone.ok("commit", "-m", "no strategy by that configuration")
    assert starts(trace) == 2
    clone.write("plans/ it's $(x)/kenya.yaml", version())
    clone.ok("add", "plans")
    clone.ok("commit", "-m", "strategy")
    assert starts(trace) == 4


@pytest.mark.parametrize(("strict", "code"), [(b"false", 0), (b"true", 1)])
def test_where_icsdiff_is_gone_the_commit_passes_unless_strict(clone: Clone, strict: bytes, code: int) -> None:
    clone.write("icsdiff.toml", b"[hook]\nstrict = " + strict + b"\n")
    clone.install()
    nowhere = {"PATH": "/usr/bin:/bin"}
    for hook in Hook:
        (clone.hooks / hook).write_bytes(shim(hook, "/gone/python"))
    clone.stage()
    done = clone.git("commit", "-m", "first", environment=nowhere)
    assert done.code == code
    assert "icsdiff: pre-commit: icsdiff is gone" in done.err


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        ("exit 0", 0),
        ('[ "$last" = --version ] || exit 1', 1),
        ("exit 1", 0),
        ("exit 2", 0),
        ("kill -9 $$", 0),
        ("exit 130", 1),
    ],
)
def test_only_a_verdict_and_an_interruption_stop_a_commit(clone: Clone, trace: Path, ends: str, code: int) -> None:
    script(trace.parent / "python", "for last; do :; done", ends)
    clone.stage()
    assert clone.git("commit", "-qm", "first").code == code


@pytest.mark.parametrize(("strict", "code"), [(b"false", 0), (b"true", 1)])
@pytest.mark.parametrize("broken", ["python", "icsdiff"])
def test_a_python_that_does_not_start_gives_no_verdict(
    clone: Clone, trace: Path, broken: str, strict: bytes, code: int
) -> None:
    clone.write("icsdiff.toml", b"[hook]\nstrict = " + strict + b"\n")
    clone.install()
    for hook in Hook:
        (clone.hooks / hook).write_bytes(shim(hook, str(trace.parent / "python")))
    script(trace.parent / "python", "exit 127")
    script(trace.parent / broken, "echo Fatal Python error >&2", "exit 1")
    clone.stage()
    done = clone.git("commit", "-m", "first", environment={"PATH": f"{trace.parent}:/usr/bin:/bin"})
    assert done.code == code
    assert "does not start" in done.err


def test_a_python_without_icsdiff_gives_way_to_the_one_on_the_path(clone: Clone, trace: Path) -> None:
    script(trace.parent / "python", "exit 127")
    script(trace.parent / "icsdiff", f'echo "on the path: $*" >>"{trace}"')
    clone.stage()
    clone.ok("commit", "-m", "first", environment={"PATH": f"{trace.parent}:/usr/bin:/bin"})
    assert trace.read_text().splitlines()[0] == "on the path: hook run pre-commit --"


def test_what_lies_in_the_repository_is_not_run(tmp_path: Path) -> None:
    clone = new_clone(tmp_path / "clone")
    clone.install()
    for name in ("icsdiff.py", "click.py", "sitecustomize.py", "icsdiff/__init__.py", "yaml.py"):
        clone.write(name, f"open({str(tmp_path / 'taken')!r}, 'w')".encode())
    clone.stage()
    assert "new, with 1 goal" in clone.ok("commit", "-m", "first").err
    assert not (tmp_path / "taken").exists()
