"""A change set as text, JSON, Markdown, HTML, Word document, and as annotations for the hosts of repositories.

``render`` looks the renderer up by the name of its format; each stands in a module of its own, loaded when it is
asked for. A renderer decides nothing about meaning: what all formats say alike is put together once, in ``view``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args, overload

from icsdiff.errors import UnknownFormat
from icsdiff.model.changes import ChangeSet
from icsdiff.model.review import Review

COMMENT_LIMIT = 65_536
"""GitHub takes comments of so many characters, GitLab of 1,000,000, Bitbucket of fewer than 32,768.

Counted are bytes, of which a text has no fewer than characters, for not every host says which of them it counts.
"""


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
    """A folder with templates, styles, scripts or texts that take the place of icsdiff's own in a report."""
    limit: int = COMMENT_LIMIT
    """How many bytes Markdown may have; beyond them it is cut, and says what it leaves out."""


TextFormat = Literal["text", "json", "markdown", "html", "github", "gitlab"]
BinaryFormat = Literal["docx"]
Renderer = Callable[[ChangeSet, Options], str | bytes]

_MODULES = {
    "text": "icsdiff.rendering.text",
    "json": "icsdiff.rendering.as_json",
    "markdown": "icsdiff.rendering.markdown",
    "html": "icsdiff.rendering.html",
    "docx": "icsdiff.rendering.docx",
    "github": "icsdiff.rendering.github",
    "gitlab": "icsdiff.rendering.gitlab",
}
FORMATS = tuple(_MODULES)
TEXT_FORMATS: tuple[TextFormat, ...] = get_args(TextFormat)
BESIDE_LINES = ("github", "gitlab")
"""The formats that show changes beside the lines of the new version's file."""


@overload
def render(changes: ChangeSet, form: TextFormat, options: Options | None = None) -> str: ...
@overload
def render(changes: ChangeSet, form: BinaryFormat, options: Options | None = None) -> bytes: ...
@overload
def render(changes: ChangeSet, form: str, options: Options | None = None) -> str | bytes: ...
def render(changes: ChangeSet, form: str, options: Options | None = None) -> str | bytes:
    """The change set in one of ``FORMATS``: as text, and as bytes for ``docx``.

    ``UnknownFormat`` for any other form.
    """
    if form not in _MODULES:
        raise UnknownFormat(f"there is no format {form!r}", remedy=f"the formats are {', '.join(FORMATS)}")
    renderer: Renderer = importlib.import_module(_MODULES[form]).render
    return renderer(changes, options or Options())
