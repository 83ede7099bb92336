"""What stands on the pages of a PDF, and where: pieces of text, bullets that are drawn, the lines of tables.

Lengths are points, counted from the lower left corner of the page as it is read.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line and one style, without a wide gap between them."""

    text: str
    left: float
    right: float
    base: float
    """The height of the line that the letters stand on."""
    size: float
    bold: bool = False
    glued: bool = False
    """Whether no blank parts it from the piece before it."""
    target: str = ""
    """Where a link on these words leads."""
    first: float = 0.0
    """The width of the first word."""
    raised: bool = False
    """Whether it stands above its line, as the sign of a note does."""
    turned: bool = False
    """Whether it is not written from left to right, as a stamp across the page."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page; ``drawn`` are the boxes of its thin lines and of its dots."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    drawn: tuple[Box, ...]
    pictured: bool = False
    """Whether a picture is on it, which may be one of text."""
