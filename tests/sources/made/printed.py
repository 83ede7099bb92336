"""Strategies printed as PDF by LibreOffice and by Chromium, with running headers, page numbers and real page breaks."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

OFFICE = shutil.which("soffice")

_RUNNING = '<div style="font-size: 9px; width: 100%; text-align: center">{}</div>'
_NOTE = re.compile(r"\n*^\[\^(\d)\]: (.*)$", re.MULTILINE)
_SYLLABLES = re.compile(r"([aeiou])([bcdfglmnprst])(?=[bcdfglmnprst]?[aeiou]\w)")


@dataclass(frozen=True)
class Printing:
    """A page of HTML to be printed, and what stands above and below on every sheet."""

    page: str
    header: str
    footer: str


def by_browser(browser: Browser, printings: Mapping[str, Printing], folder: Path) -> None:
    """Print each into ``folder``, under its name."""
    sheet = browser.new_page()
    for name, printing in printings.items():
        sheet.set_content(printing.page)
        sheet.pdf(
            path=folder / f"{name}.pdf",
            format="Letter",
            display_header_footer=True,
            header_template=_RUNNING.format(printing.header),
            footer_template=_RUNNING.format(printing.footer),
            margin={"top": "1in", "bottom": "1in", "left": "1in", "right": "1in"},
        )
    sheet.close()


def by_office(documents: Mapping[str, str], folder: Path) -> None:
    """Print flat OpenDocument texts into ``folder``, all in one run."""
    for name, document in documents.items():
        (folder / f"{name}.fodt").write_text(document, encoding="utf-8")
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.fodt") for name in documents),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


def with_footnotes(text: str) -> str:
    """A Markdown text whose notes are elements of their own where their signs stand, as ``flat`` takes them."""
    notes = dict(_NOTE.findall(text))
    return re.sub(r"\[\^(\d)\]", lambda sign: f"<aside>{notes[sign[1]]}</aside>", _NOTE.sub("", text))


def with_soft_hyphens(text: str) -> str:
    """A text whose long words may be broken at the end of a line."""
    return re.sub(r"[a-z]{7,}", lambda word: _SYLLABLES.sub("\\1\u00ad\\2", word[0]), text)
