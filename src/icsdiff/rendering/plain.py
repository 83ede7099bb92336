"""Document text as nothing but text: a terminal, a page and a comment show it, and none of them obeys it."""

from __future__ import annotations

import re

from icsdiff.model.characters import HAZARD

SHOWN = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that would act instead of being read."""


def inert(text: str) -> str:
    """The text with a visible mark for each character that acts."""
    return HAZARD.sub(SHOWN, text)


def plain(text: str) -> str:
    """Inert text on one line."""
    return inert(re.sub(r"[\t\n\r]+", " ", text))
