"""A change set as text, JSON, Markdown, HTML, and as annotations for the hosts of repositories.

``render`` looks the renderer up by the name of its format; each stands in a module of its own, loaded when it is
asked for. A renderer decides nothing about meaning: what all formats say alike is put together once, in ``view``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from icsdiff.errors import UnknownFormat
from icsdiff.model.changes import ChangeSet
from icsdiff.model.review import Review


@dataclass(frozen=True, slots=True)
class Options:
    """How to show a change set."""

    color: bool = False
    """Colour in text."""
    width: int = 100
    """Columns that text is wrapped at."""
    rewrites: bool = False
    """Also show what is only written another way."""
    new_file: str = ""
    """The new version's file, for annotations; without it they name what the version was read from."""
    new_text: str = ""
    """What stands in that version file, for the lines of annotations; without it they have none."""
    reviews: Review | None = None
    """What reviewers decided, for the change report."""
    templates: Path | None = None
    """A folder with templates, styles, scripts or texts that take the place of icsdiff's own in a page."""


Renderer = Callable[[ChangeSet, Options], str]

_MODULES = {
    "text": "icsdiff.rendering.text",
    "json": "icsdiff.rendering.as_json",
    "markdown": "icsdiff.rendering.markdown",
    "html": "icsdiff.rendering.html",
    "github": "icsdiff.rendering.github",
    "gitlab": "icsdiff.rendering.gitlab",
}
FORMATS = tuple(_MODULES)
BESIDE_LINES = ("github", "gitlab")
"""The formats that show changes beside the lines of the new version's file."""


def render(changes: ChangeSet, form: str, options: Options | None = None) -> str:
    """The change set in one of ``FORMATS``; ``UnknownFormat`` for any other."""
    if form not in _MODULES:
        raise UnknownFormat(f"there is no format {form!r}", remedy=f"the formats are {', '.join(FORMATS)}")
    renderer: Renderer = importlib.import_module(_MODULES[form]).render
    return renderer(changes, options or Options())
