"""Findings as compilers and linters write them: ``file:line: ICS001 message``."""

from __future__ import annotations

from collections.abc import Sequence

from icsdiff.rendering.findings import Located
from icsdiff.rendering.plain import plain


def render(found: Sequence[Located]) -> str:
    """A line for each."""
    return "".join(f"{plain(_line(each))}\n" for each in found)


def _line(each: Located) -> str:
    place = f"{each.file}:{each.line}" if each.line else each.file
    return f"{place}: {each.finding.rule} {each.finding.message}"
