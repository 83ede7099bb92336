"""The change report for reviewers: one HTML file that loads nothing and runs nothing but its own small script.

The templates get a ``View`` and only write it out. Every text is escaped; a content security policy allows the page's
own style and script by their hashes and nothing else.
"""

from __future__ import annotations

import base64
import hashlib

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.plain import inert
from icsdiff.rendering.templates import template_folder
from icsdiff.rendering.view import view


def render(changes: ChangeSet, options: Options) -> str:
    """The whole page."""
    folder = template_folder()
    # Autoescape for every template: select_autoescape() would leave out names that end in .j2.
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = (folder / "report.css").read_text(encoding="utf-8").strip()
    script = (folder / "report.js").read_text(encoding="utf-8").strip()
    return environment.get_template("report.html.j2").render(
        view=view(changes),
        with_rewrites=options.rewrites,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'",
    )


def _finalize(value: object) -> object:
    """What an expression of a template prints: document text without characters that act; markup as it is."""
    return inert(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _digest(source: str) -> str:
    """What the policy names a style or script by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
