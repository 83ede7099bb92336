"""Document text that a terminal takes for nothing but text."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """Text on one line without what a terminal would obey: control characters, and marks that turn its direction."""
    line = " ".join(text.split()) if "\n" in text else text
    return "".join(mark if unicodedata.category(mark) not in ("Cc", "Cf") else " " for mark in line)
