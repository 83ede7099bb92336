"""The strategies as LibreOffice saves them in a word processor's formats: one run a format for all tests."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

from documents import HERE, text_of
from sources.made.page import page

SEED = "peru-ics-2023-09-22.md"
PLAIN = (
    "chad.md energy.md ethiopia.md georgia.md guatemala.md kazakhstan.md kenya.md moldova.md philippines.md"
).split()
"""The strategies in Markdown that every reader of it understands alike, so that a page says all they say."""


def markdown(name: str) -> str:
    """The Markdown that a document was made from."""
    if name == SEED:
        return (HERE.parent.parent / "versions/peru/source" / SEED).read_text(encoding="utf-8")
    return text_of(name)


@cache
def converted(kind: str) -> dict[str, bytes]:
    """Each strategy as a ``docx`` or ``odt``, by its name in Markdown; skips the test where LibreOffice is missing."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: no soffice on the path")
    with tempfile.TemporaryDirectory() as folder:
        pages = [Path(folder, name).with_suffix(".html") for name in (SEED, *PLAIN)]
        for each, name in zip(pages, (SEED, *PLAIN), strict=True):
            each.write_text(page(markdown(name)), encoding="utf-8")
        # A profile of its own: another LibreOffice that runs would take the files over.
        options = [f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        options += ["--infilter=HTML (StarWriter)", "--convert-to", kind, "--outdir", folder]
        subprocess.run([office, *options, *map(str, pages)], check=True, capture_output=True, timeout=120)
        return {name: Path(folder, name).with_suffix(f".{kind}").read_bytes() for name in (SEED, *PLAIN)}
