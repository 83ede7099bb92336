"""Sentences that a line or a page broke in two."""

from __future__ import annotations

import re

_HYPHENATED = re.compile(r"\w-$")
# In "pre- and post-conflict" the hyphen stands for a word to come, and the blank stays.
_SUSPENDED = re.compile(r"(?:and|or|to|nor|versus)\b")


def wrapped(before: str, after: str) -> str:
    """Two lines as running text; a word that was broken at its own hyphen is whole again."""
    if _HYPHENATED.search(before) and after[:1].isalnum() and not _SUSPENDED.match(after):
        return before + after
    return f"{before} {after}".strip()
