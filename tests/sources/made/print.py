"""A page printed by a browser, with a running header and page numbers, and its text as ``pdftotext`` takes it out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sources.made.printed import Printing, by_browser

_HEADER = "Approved: March 21, 2022 | FOR PUBLIC RELEASE"
_FOOTER = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>'


def print_pages(browser: Browser, pages: Mapping[str, str], folder: Path) -> dict[str, Path]:
    """Print each page into a PDF of its name."""
    by_browser(browser, {name: Printing(html, _HEADER, _FOOTER) for name, html in pages.items()}, folder)
    return {name: folder / f"{name}.pdf" for name in pages}


def text_of_print(pdf: Path, *options: str) -> str:
    """What ``pdftotext`` takes out of it; skips the test where there is none."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext on this machine")
    done = subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode()
