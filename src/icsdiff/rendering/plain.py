"""Document text as nothing but text: a terminal, a page and a comment show it, and none of them obeys it."""

from __future__ import annotations

import re

SHOWN = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that would act instead of being read."""

# Control characters, marks that turn the direction of what follows, and characters that nothing is to be read from.
HAZARD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)


def inert(text: str) -> str:
    """The text with a visible mark for each character that acts."""
    return HAZARD.sub(SHOWN, text)


def plain(text: str) -> str:
    """Inert text on one line."""
    return inert(re.sub(r"[\t\n\r]+", " ", text))
