"""Findings of the checks as text, JSON, SARIF and annotations on GitHub: a module a format, loaded when asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from icsdiff.model.changes import Passage
from icsdiff.model.findings import Finding

FORMATS = ("text", "json", "sarif", "github")


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the file that it is in, and the line of each of its places."""

    finding: Finding
    file: str
    lines: tuple[int | None, ...]
    """Of each place, from 1; None where the file has no lines, or not that text."""

    @property
    def line(self) -> int | None:
        """Where a reader looks first."""
        return self.lines[0]

    @property
    def places(self) -> tuple[tuple[Passage, int | None], ...]:
        """Each place with its line."""
        return tuple(zip(self.finding.places, self.lines, strict=True))


Renderer = Callable[[Sequence[Located]], str]


def render(found: Sequence[Located], form: str) -> str:
    """The findings in one of ``FORMATS``, in their order."""
    renderer: Renderer = importlib.import_module(f"icsdiff.rendering.findings.as_{form}").render
    return renderer(found)
