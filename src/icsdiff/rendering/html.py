"""The change report for reviewers: one HTML file that loads nothing and runs nothing but its own small script.

The templates get a ``View`` and only write it out. Every text is escaped; a content security policy allows the page's
own style and script by their hashes and nothing else. A user's own templates run in a sandbox: they read the view and
the files of their folder, and nothing besides.
"""

from __future__ import annotations

import base64
import hashlib
import traceback

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from icsdiff.errors import IcsdiffError, InvalidTemplate
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.plain import inert
from icsdiff.rendering.templates import Templates
from icsdiff.rendering.view import view

_PAGE = "report.html.j2"


def render(changes: ChangeSet, options: Options) -> str:
    """The whole page; ``InvalidTemplate`` where a template of the user's own cannot be written out."""
    templates = Templates(options.templates)
    style, script = templates.joined("style", ".css"), templates.joined("script", ".js")
    seen = view(changes, templates.texts, options.reviews)
    values = {
        "view": seen,
        "with_rewrites": options.rewrites,
        "style": style,
        "script": script,
        "policy": f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'",
    }
    try:
        return _environment(templates).get_template(_PAGE).render(values)
    except IcsdiffError:
        raise
    except Exception as error:
        if options.templates is None:
            raise
        raise _problem(error, templates) from error


def _environment(templates: Templates) -> ImmutableSandboxedEnvironment:
    def load(name: str) -> tuple[str, str, None] | None:
        file = templates.find(name)
        return (file.text, file.name, None) if file else None

    # Autoescape for every template: select_autoescape() would leave out names that end in .j2.
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    del environment.globals["lipsum"]  # it makes up texts by chance
    texts = templates.texts
    environment.globals |= {"say": texts.say, "because": texts.because}
    return environment


def _problem(error: Exception, templates: Templates) -> InvalidTemplate:
    """The error with the file and line of the template that it came from."""
    if isinstance(error, TemplateNotFound):
        return InvalidTemplate(f"there is no template {error.name}", file=str(templates.own), remedy="check its name")
    if isinstance(error, TemplateSyntaxError):
        return InvalidTemplate(str(error.message), file=error.filename, line=error.lineno, remedy="correct it there")
    frames = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.endswith(".j2")]
    place = frames[-1] if frames else None
    what = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return InvalidTemplate(
        what,
        file=place.filename if place else str(templates.own),
        line=place.lineno if place else None,
        remedy="docs/templates.md says what a template receives",
    )


def _finalize(value: object) -> object:
    """What an expression of a template prints: document text without characters that act; markup as it is."""
    return inert(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _digest(source: str) -> str:
    """What the policy names a style or script by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
