"""What somebody at a terminal gets: a pager for a long text, lines that fit, and nothing that is no text."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

from command import icsdiff

PERU = ("versions/peru/2022-03-21.yaml", "versions/peru/2023-09-22.yaml")
_COMMAND = "import sys; sys.argv[0] = 'icsdiff'; from icsdiff.cli.main import main; main()"


def on_terminal(
    *arguments: str, folder: Path, rows: int = 24, columns: int = 80, environment: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """The exit code, and what the screen of a terminal of that size was sent."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    surroundings = {name: value for name, value in os.environ.items() if name not in ("PAGER", "LESS", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *arguments],
        stdin=follower,
        stdout=follower,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={**surroundings, "TERM": "xterm", **(environment or {})},
    )
    os.close(follower)
    sent = bytearray()
    while chunk := _read(leader):
        sent += chunk
    os.close(leader)
    return process.wait(timeout=60), sent.decode().replace("\r\n", "\n")


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 1 << 16)
    except OSError:  # the other end is closed
        return b""


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that keeps what it gets, and what it is told."""
    kept, told = tmp_path / "kept", tmp_path / "told"
    script = tmp_path / "pager"
    script.write_text(f'#!/bin/sh\ncat > {shlex.quote(str(kept))}\nprintf %s "$LESS" > {shlex.quote(str(told))}\n')
    script.chmod(0o755)
    return str(script)


def test_a_text_longer_than_the_screen_goes_to_the_pager(repository: Path, tmp_path: Path, pager: str) -> None:
    code, sent = on_terminal("diff", *PERU, folder=repository, environment={"PAGER": pager})
    assert (code, sent) == (0, "")
    assert (tmp_path / "told").read_text() == "FRX"
    coloured = (tmp_path / "kept").read_text()
    assert "\x1b[" in coloured
    assert "All other changes, part by part" in coloured


def test_what_less_is_told_stays_as_the_user_set_it(repository: Path, tmp_path: Path, pager: str) -> None:
    on_terminal("diff", *PERU, folder=repository, environment={"PAGER": pager, "LESS": "-S"})
    assert (tmp_path / "told").read_text() == "-S"


def test_a_text_that_fits_is_printed(repository: Path, tmp_path: Path, pager: str) -> None:
    _, sent = on_terminal("diff", *PERU, folder=repository, rows=400, environment={"PAGER": pager})
    assert "All other changes, part by part" in sent
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("environment", [{"PAGER": "cat"}, {"PAGER": "no-such-pager"}, {"TERM": "dumb"}])
def test_without_a_pager_the_text_is_printed(repository: Path, environment: dict[str, str]) -> None:
    code, sent = on_terminal("diff", *PERU, folder=repository, environment=environment)
    assert code == 0
    assert "All other changes, part by part" in sent
    assert "icsdiff:" not in sent


def test_a_pipe_and_a_file_get_no_pager(repository: Path, tmp_path: Path, pager: str) -> None:
    assert icsdiff("diff", *PERU, folder=repository, environment={"PAGER": pager}).out
    file = tmp_path / "changes.txt"
    code, sent = on_terminal("diff", *PERU, "-o", str(file), folder=repository, environment={"PAGER": pager})
    assert (code, sent) == (0, "")
    assert "\x1b[" not in file.read_text()
    assert not (tmp_path / "kept").exists()


def test_a_gate_answers_behind_the_pager_and_when_it_is_left_early(repository: Path) -> None:
    for pager in ("cat", "true"):
        assert on_terminal("diff", *PERU, "--exit-code", folder=repository, environment={"PAGER": pager})[0] == 1
    assert on_terminal("diff", *PERU, folder=repository, environment={"PAGER": "true"}) == (0, "")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_lines_fit_the_terminal_and_the_overview_comes_first(repository: Path, columns: int) -> None:
    _, sent = on_terminal("diff", *PERU, folder=repository, columns=columns, environment={"PAGER": "cat"})
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in sent.splitlines()]
    assert max(map(len, lines)) <= min(columns, 100)
    titles = ("Goals and objectives", "Figures", "Risks and mitigations", "Linkages", "All other changes, part by part")
    assert [line for line in lines if line in titles] == list(titles)


def test_a_word_document_is_not_for_a_terminal(repository: Path) -> None:
    code, sent = on_terminal("diff", *PERU, "--format", "docx", folder=repository)
    assert code == 2
    assert sent == "icsdiff: a Word document cannot be shown on a terminal; write it to a file with -o FILE.docx\n"


def test_a_report_is_a_word_document_where_its_name_says_so(repository: Path, tmp_path: Path) -> None:
    for name in ("changes.docx", "CHANGES.DOCX"):
        assert icsdiff("report", *PERU, "-o", str(tmp_path / name), folder=repository).code == 0
        assert (tmp_path / name).read_bytes()[:4] == b"PK\x03\x04"
    assert icsdiff("report", *PERU, "-o", str(tmp_path / "changes.html"), folder=repository).code == 0
    assert (tmp_path / "changes.html").read_text().startswith("<!DOCTYPE html>")
