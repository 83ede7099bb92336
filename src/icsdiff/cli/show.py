"""``icsdiff show``: the outline of one version."""

from __future__ import annotations

import click

from icsdiff.cli.options import VERSION, output
from icsdiff.cli.results import deliver


@click.command()
@click.argument("version", type=VERSION)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)
@output
def command(version: str, form: str, output: str) -> None:
    """Show the outline of one version: its goals and objectives, and which fields they have.

    \b
    Examples:
      icsdiff show peru@latest
      icsdiff show strategy.md
    """
    from icsdiff.rendering.outline import outline  # noqa: PLC0415  (not for --help)
    from icsdiff.versions import load  # noqa: PLC0415

    deliver(outline(load(version), form), output, version)
