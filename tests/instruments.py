"""Programs that some tests need and a machine may lack: ``@pytest.mark.needs("chromium")``."""

from __future__ import annotations

import shutil
from pathlib import Path

_FROM_NPM = Path(__file__).parent / "page" / "node_modules"
AXE = _FROM_NPM / "axe-core" / "axe.min.js"
VNU = _FROM_NPM / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _first(*programs: str) -> str | None:
    return next(filter(None, map(shutil.which, programs)), None)


def _file(path: Path) -> str | None:
    return str(path) if path.is_file() else None


INSTRUMENTS = {
    "chromium": _first("chromium", "chromium-browser", "google-chrome"),
    "java": _first("java"),
    "axe-core": _file(AXE),
    "vnu-jar": _file(VNU),
    "soffice": _first("soffice", "libreoffice"),
    "pdftotext": _first("pdftotext"),
}
"""Where each one is on this machine; ``None`` where it is not."""


def where(name: str) -> str:
    """The path of an instrument, for a test that is marked as needing it."""
    path = INSTRUMENTS[name]
    if path is None:
        raise LookupError(f"{name} is missing: mark the test with needs({name!r})")
    return path
