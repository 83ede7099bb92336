"""``icsdiff git``: icsdiff inside git."""

from __future__ import annotations

import click

from icsdiff.cli.merge_driver import command as merge_driver


@click.group("git")
def command() -> None:
    """Let git merge version files objective by objective."""


command.add_command(merge_driver)
