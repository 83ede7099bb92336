"""A page printed by a browser, with a running header and page numbers, and its text as ``pdftotext`` takes it out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_LINE = '<div style="font-size: 9px; width: 100%; text-align: center">{}</div>'
_HEADER = _LINE.format("Approved: March 21, 2022 | FOR PUBLIC RELEASE")
_FOOTER = _LINE.format('Page <span class="pageNumber"></span> of <span class="totalPages"></span>')
_MARGIN = {"top": "1in", "bottom": "1in", "left": "1in", "right": "1in"}


def print_pages(pages: Mapping[str, str], folder: Path) -> dict[str, Path]:
    """Print each page into a PDF of its name; skips the test where there is no browser."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not (browser := shutil.which("chromium") or shutil.which("chromium-browser")):
        pytest.skip("no chromium to print with")
    printed: dict[str, Path] = {}
    with playwright.sync_playwright() as machine:
        running = machine.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        sheet = running.new_page()
        for name, html in pages.items():
            printed[name] = folder / f"{name}.pdf"
            sheet.set_content(html)
            sheet.pdf(
                path=printed[name],
                format="Letter",
                display_header_footer=True,
                header_template=_HEADER,
                footer_template=_FOOTER,
                margin=_MARGIN,
            )
    return printed


def text_of_print(pdf: Path, *options: str) -> str:
    """What ``pdftotext`` takes out of it; skips the test where there is none."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext on this machine")
    done = subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode()
