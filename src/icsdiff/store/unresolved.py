"""Conflict markers that a merge left in a version file: which line, and in which field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from icsdiff.model.version import slug
from icsdiff.store import keys

_BEGINS = re.compile(r"^<{7,}(?: .*)?$", re.MULTILINE)
_MARKER = re.compile(r"[<=>|]{7,}(?: |$)")
_KEY = re.compile(rf"( *(?:- )?)({'|'.join({*keys.VERSION, *keys.GOAL, *keys.OBJECTIVE, *keys.EXTRA})}):(.*)")
_HOMES = {"goals": "goals", "objectives": "objectives", "management_objectives": "objectives", "sections": "sections"}
"""Keys of lists, and what their entries are called in a path."""


class Unresolved(NamedTuple):
    """The first conflict of a file."""

    line: int
    path: str | None
    """As in ``objectives/1.2/risks``; None where it cannot be told."""


def unresolved(text: str) -> Unresolved | None:
    """The first conflict whose markers still stand in the text."""
    begins = _BEGINS.search(text)
    if not begins:
        return None
    line = text.count("\n", 0, begins.start())
    return Unresolved(line + 1, "/".join(_path(text.split("\n"), line)) or None)


def _path(lines: Sequence[str], marker: int) -> list[str]:
    """The keys that the line below the marker stands under, from the indentation alone: the file is no YAML now."""
    inside = (line for line in islice(lines, marker + 1, None) if line.strip() and not _MARKER.match(line))
    first = next(inside, "")
    limit = len(first) - len(first.lstrip(" -")) + (1 if _KEY.match(first) else 0)
    path: list[str] = []
    entry = ""
    for found in filter(None, map(_KEY.match, (first, *reversed(lines[:marker])))):
        indent, key, value = len(found[1]), found[2], found[3].strip(' "')
        if "-" in found[1] and indent <= limit:
            entry = entry or (value if key == "number" else slug(value))
        if indent >= limit:
            continue
        limit = indent
        if key in _HOMES:
            return [_HOMES[key], entry, *path]
        path = [key] if key != "extras" else [entry]
        entry = entry if key == "number" else ""
    return path
