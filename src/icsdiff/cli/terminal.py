"""What only a terminal gets: lines that fit, and a pager for what is longer than the screen."""

from __future__ import annotations

import os
import shutil
import sys

import click

_WIDEST = 100
"""Columns beyond which lines are hard to follow."""


def is_terminal(output: str) -> bool:
    """Whether a result goes to somebody who reads it as it comes."""
    return output == "-" and sys.stdout.isatty()


def columns(output: str) -> int:
    """How wide lines may be."""
    return min(_WIDEST, shutil.get_terminal_size().columns) if is_terminal(output) else _WIDEST


def show(text: str) -> None:
    """Write a text to the terminal; one that is longer than the screen through a pager, as git does.

    ``PAGER`` names another one, ``cat`` for none. ``LESS``, where it is not set, lets less keep colours, leave the text
    on the screen, and end by itself where all of it fits.
    """
    if os.environ.get("TERM") == "dumb" or _lines(text) < shutil.get_terminal_size().lines:
        click.echo(text, nl=False, color=True)
        return
    os.environ.setdefault("LESS", "FRX")
    click.echo_via_pager(text.removesuffix("\n"), color=True)  # it writes a last line break of its own


def _lines(text: str) -> int:
    """The lines that a text takes on the screen."""
    width = shutil.get_terminal_size().columns
    return sum(max(1, -(-len(line) // width)) for line in text.splitlines())
