"""Findings as annotations on GitHub."""

from __future__ import annotations

from collections.abc import Sequence

from icsdiff.rendering.findings import Located
from icsdiff.rendering.github import command
from icsdiff.rendering.plain import inert, plain


def render(found: Sequence[Located]) -> str:
    """A warning for each."""
    return "".join(f"{_warning(each)}\n" for each in found)


def _warning(each: Located) -> str:
    message = plain(f"{each.finding.message}. {each.finding.question}")
    return command("warning", message, file=inert(each.file), line=each.line, title=each.finding.rule)
