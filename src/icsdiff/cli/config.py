"""``icsdiff config``: what the project's configuration says."""

from __future__ import annotations

import click

from icsdiff.cli.results import deliver


@click.group("config")
def command() -> None:
    """Look at the configuration: icsdiff.toml, or [tool.icsdiff] in pyproject.toml."""


@command.command()
@click.argument("file", type=click.Path(), required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)
def show(file: str | None, form: str) -> None:
    """Show what is in force for FILE, or for the working directory, and where each value comes from.

    \b
    Examples:
      icsdiff config show
      icsdiff config show versions/peru/2023-09-22.yaml
    """
    from pathlib import Path  # noqa: PLC0415  (not for --help)

    from icsdiff.errors import UnreadableSource  # noqa: PLC0415
    from icsdiff.rendering.settings import settings  # noqa: PLC0415
    from icsdiff.store.configuration import configuration  # noqa: PLC0415

    if file is not None and not Path(file).exists():
        raise UnreadableSource("there is no such file", file=file, remedy="check its name and folder")
    deliver(settings(configuration(Path(file) if file is not None else None), form), "-")
