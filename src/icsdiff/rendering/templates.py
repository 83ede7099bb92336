"""Where the templates are, in an installation and in a clone alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def template_folder() -> Path:
    """The folder of the templates: inside the installed package, or beside ``src/`` in a clone."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"
