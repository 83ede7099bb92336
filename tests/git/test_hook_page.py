"""The page about the hook for people who never used one: each of its commands does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from hooked import FILE, Clone, new_clone, script, version
from icsdiff.store.configuration import configuration

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# What the page says was done by hand before a command.
EDITS = {
    'git commit -am "Raise the export target"': version(20),
    'git commit -am "A slip of the pen"': version(20).replace(b"mission:", b"misson:"),
}


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs/git-hook.md").read_text()


def sessions(page: str) -> list[tuple[str, list[str]]]:
    """Each command, with the lines that are shown below it."""
    found: list[tuple[str, list[str]]] = []
    for block in CONSOLE.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def test_every_command_of_the_page_answers_as_it_is_shown(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = new_clone(tmp_path / "strategies")
    clone.stage(10)
    clone.ok("commit", "-qm", "first")
    clone.ok("init", "-q", "--bare", str(tmp_path / "origin"))
    clone.ok("remote", "add", "origin", str(tmp_path / "origin"))
    start = "import sys; sys.argv[0] = 'icsdiff'; from icsdiff.cli.main import main; main()"
    (tmp_path / "bin").mkdir()
    script(tmp_path / "bin/icsdiff", f'exec {sys.executable} -P -c "{start}" "$@"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    found = sessions(page)
    assert set(EDITS) <= {command for command, _ in found}
    folder = tmp_path
    for command, shown in found:
        if command in EDITS:
            clone.write(FILE, EDITS[command])
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, capture_output=True, check=False, text=True, timeout=60
        )
        assert done.returncode == ("slip" in command), done.stderr
        folder = clone.folder if command == "cd strategies" else folder
        expected = ".*".join(map(re.escape, "\n".join(shown).split("…")))
        assert re.fullmatch(f"{expected}\n?", done.stderr + done.stdout, re.DOTALL), done.stderr + done.stdout
    assert Clone(tmp_path / "origin").ok("for-each-ref", "--format=%(refname)").out == "refs/notes/icsdiff\n"


def test_the_defaults_of_the_page_are_the_defaults(page: str, tmp_path: Path) -> None:
    (shown,) = TOML.findall(page)
    (tmp_path / "icsdiff.toml").write_text(shown)
    assert set(tomllib.loads(shown)["hook"]) == set(configuration(tmp_path).hook._fields)
    assert configuration(tmp_path).hook == configuration(Path("/")).hook
