"""``icsdiff diff``: compare two versions."""

from __future__ import annotations

from pathlib import Path

import click

from icsdiff.cli.options import NEW, OLD, gates, limit, output, rewrites, template_dir
from icsdiff.cli.results import deliver, gate, wants_color
from icsdiff.cli.terminal import columns


@click.command()
@OLD
@NEW
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html", "docx"]),
    default="text",
    show_default=True,
    help="How to show the changes.",
)
@output
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour in text; auto means on a terminal, unless NO_COLOR is set.",
)
@rewrites
@limit
@template_dir
@gates
def command(
    old: str,
    new: str | None,
    form: str,
    output: str,
    color: str,
    rewrites: bool,
    limit: int,
    template_dir: Path | None,
    exit_code: bool,
    fail_on: tuple[str, ...],
) -> int:
    """Compare two versions of a strategy, objective by objective and field by field.

    \b
    Examples:
      icsdiff diff peru                          the previous and the latest version
      icsdiff diff peru@original peru@latest
      icsdiff diff old.md new.md --format markdown --limit 32767
      icsdiff diff old.md new.md --format docx -o changes.docx
      icsdiff diff HEAD:versions/peru/2023-09-22.yaml versions/peru/2023-09-22.yaml
      icsdiff diff peru --fail-on figure-revised --fail-on risk-added
    """
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options, render  # noqa: PLC0415
    from icsdiff.store.configuration import pins_between  # noqa: PLC0415
    from icsdiff.versions import load_two  # noqa: PLC0415

    versions = load_two(old, new)
    changes = compare(*versions, pins_between(*versions))
    options = Options(
        color=wants_color(color, output),
        width=columns(output),
        rewrites=rewrites,
        limit=limit,
        templates=template_dir,
    )
    deliver(render(changes, form, options), output, old, new)
    return gate(changes, any_change=exit_code, fail_on=fail_on)
