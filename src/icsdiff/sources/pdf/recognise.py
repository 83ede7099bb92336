"""The text of scanned pages, by an engine that the user has installed: ocrmypdf, or tesseract with pdftoppm."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from icsdiff.errors import UnreadableSource

_MOST_SECONDS = 1_800
_DOTS_PER_INCH = "300"


def recognised(data: bytes, name: str) -> bytes:
    """A PDF with the text of its scanned pages; ``name`` is the file, for messages."""
    if not data.startswith(b"%PDF"):
        raise UnreadableSource("only a PDF has pages to recognise", file=name, remedy="import it without --ocr")
    with tempfile.TemporaryDirectory(prefix="icsdiff-") as folder:
        source = Path(folder) / "source.pdf"
        source.write_bytes(data)
        if shutil.which("ocrmypdf"):
            _run("ocrmypdf", "--skip-text", "--quiet", "source.pdf", "result.pdf", folder=folder, name=name)
        elif shutil.which("tesseract") and shutil.which("pdftoppm"):
            _run("pdftoppm", "-r", _DOTS_PER_INCH, "-png", "source.pdf", "page", folder=folder, name=name)
            pictures = sorted(each.name for each in Path(folder).glob("page-*.png"))
            (Path(folder) / "pages.txt").write_text("\n".join(pictures), encoding="utf-8")
            _run("tesseract", "pages.txt", "result", "pdf", folder=folder, name=name)
        else:
            reason = "no engine that recognises text is installed"
            raise UnreadableSource(reason, file=name, remedy="install ocrmypdf, or tesseract and poppler's pdftoppm")
        result = Path(folder) / "result.pdf"
        if not result.exists():
            raise _failure(name, "the engine gave no result")
        return result.read_bytes()


def _run(*command: str, folder: str, name: str) -> None:
    """Run a program on files of ours, in a folder of ours."""
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_MOST_SECONDS)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise _failure(name, f"{command[0]} failed{f': {said}' if said else ''}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failure(name, f"{command[0]} did not end its work") from error


def _failure(name: str, reason: str) -> UnreadableSource:
    return UnreadableSource(reason, file=name, remedy="recognise the text with another program, and import the result")
