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
@click.option("--source", is_flag=True, help="Also show where each field stands in the document that was read.")
@output
def command(version: str, form: str, output: str, *, source: bool) -> None:
    """Show the outline of one version: its goals and objectives, and which fields they have.

    \b
    Examples:
      icsdiff show peru@latest
      icsdiff show strategy.md
      icsdiff show peru@latest --source
    """
    from icsdiff.rendering.outline import outline  # noqa: PLC0415  (not for --help)
    from icsdiff.versions import load  # noqa: PLC0415

    deliver(outline(load(version), form, with_source=source), output, version)
