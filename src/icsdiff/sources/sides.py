"""The two versions that a document with tracked changes holds."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Which of the two is read."""

    ORIGINAL = "original"
    """As it was before its tracked changes."""
    FINAL = "final"
    """With all its tracked changes accepted."""
