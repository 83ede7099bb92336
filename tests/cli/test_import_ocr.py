"""``icsdiff import --ocr`` hands a scan to the engine that the user has installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import icsdiff
from sources.made.raw_pdf import PICTURE, STRATEGY, sheets

ENGINES = {
    "ocrmypdf": {"ocrmypdf": 'cp "$RECOGNISED" "$4"'},
    "tesseract": {"pdftoppm": 'touch "$5-1.png"', "tesseract": 'grep -q page-1.png "$1" && cp "$RECOGNISED" "$2.$3"'},
}


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    (tmp_path / "recognised").write_bytes(sheets(STRATEGY))
    file = tmp_path / "tonga.pdf"
    file.write_bytes(sheets(PICTURE))
    return file


def path_of(folder: Path, programs: dict[str, str]) -> dict[str, str]:
    """A search path with these programs, and with the shell's own."""
    place = folder / "bin"
    place.mkdir()
    for name, script in programs.items():
        (place / name).write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
        (place / name).chmod(0o755)
    return {"PATH": str(place), "RECOGNISED": str(folder / "recognised")}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_scan_is_read_by_the_engine_that_is_there(engine: str, scan: Path, tmp_path: Path) -> None:
    done = icsdiff("import", str(scan), "--ocr", "-o", "-", environment=path_of(tmp_path, ENGINES[engine]))
    assert done.code == 0, done.err
    assert "Schools open again." in done.out


@pytest.mark.parametrize(
    ("programs", "told"),
    [
        ({}, "no engine that recognises text is installed; install ocrmypdf"),
        ({"ocrmypdf": "echo no language >&2; exit 3"}, "ocrmypdf failed: no language; recognise"),
        ({"ocrmypdf": "exit 0"}, "the engine gave no result; recognise"),
    ],
    ids=["none", "failing", "without result"],
)
def test_what_no_engine_can_read_is_refused_in_a_line(
    programs: dict[str, str], told: str, scan: Path, tmp_path: Path
) -> None:
    done = icsdiff("import", str(scan), "--ocr", environment=path_of(tmp_path, programs))
    assert (done.code, done.out) == (2, "")
    assert f"tonga.pdf: {told}" in done.err
    assert done.err.count("\n") == 1


def test_without_being_asked_no_engine_is_run(scan: Path, tmp_path: Path) -> None:
    done = icsdiff("import", str(scan), environment=path_of(tmp_path, ENGINES["ocrmypdf"]))
    assert done.code == 2
    assert "its only page has no text; if it is a scan, import it with --ocr" in done.err
