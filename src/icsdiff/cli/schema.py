"""``icsdiff schema``: the JSON Schemas of what icsdiff reads and writes."""

from __future__ import annotations

import click

from icsdiff.cli.options import output
from icsdiff.cli.results import deliver


@click.command()
@click.argument("name", type=click.Choice(["version", "changes", "config", "review"]))
@output
def command(name: str, output: str) -> None:
    """Print a JSON Schema: of a structured version, of the changes as JSON, of icsdiff.toml, or of a review.

    \b
    Examples:
      icsdiff schema version > version.schema.json
      icsdiff schema changes -o changes.schema.json
    """
    from icsdiff.store.schema import schema  # noqa: PLC0415  (not for --help)

    deliver(schema(name), output)
