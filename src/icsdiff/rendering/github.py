"""A change set as annotations on GitHub: workflow commands, which a runner reads from a step's output.

The commands and their escapes: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
The job's summary is the Markdown report: a runner reads it from the file ``$GITHUB_STEP_SUMMARY``.
"""

from __future__ import annotations

from collections.abc import Iterable

from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.annotations import Annotation, annotated

_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render(changes: ChangeSet, options: Options) -> str:
    """One command a line: a warning for a substantive change, a notice for an editorial one."""
    return render_all([(changes, options)])


def render_all(several: Iterable[tuple[ChangeSet, Options]]) -> str:
    """The commands of several change sets."""
    return "".join(f"{_command(each)}\n" for changes, options in several for each in annotated(changes, options))


def _command(annotation: Annotation) -> str:
    properties = {"file": annotation.file, "line": annotation.line, "title": annotation.title}
    given = (f"{name}={str(value).translate(_IN_PROPERTIES)}" for name, value in properties.items() if value)
    level = "notice" if annotation.editorial else "warning"
    return f"::{level} {','.join(given)}::{annotation.message.translate(_IN_MESSAGES)}"
