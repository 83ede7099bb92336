"""``icsdiff diff``: compare two versions."""

from __future__ import annotations

from pathlib import Path

import click

from icsdiff.cli.options import NEW, OLD, ComparisonCommand, gates, limit, output, rewrites, template_dir
from icsdiff.cli.results import wants_color
from icsdiff.cli.terminal import columns


@click.command(cls=ComparisonCommand)
@OLD
@NEW
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html", "docx", "github", "gitlab"]),
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
@click.option(
    "--tracked",
    type=click.Choice(["both"]),
    help="Compare the two versions in one Word document: before its tracked changes, and with all accepted.",
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
    tracked: str | None,
    rewrites: bool,
    limit: int,
    template_dir: Path | None,
    exit_code: bool,
    fail_on: tuple[str, ...],
) -> int:
    """Compare two versions of a strategy, objective by objective and field by field.

    OLD and NEW may be git revisions instead: every strategy that differs between them is compared, and paths after --
    say which. One revision alone is compared with the working tree. A file or a strategy of that name goes before a
    revision; after a final -- names are revisions.

    \b
    Examples:
      icsdiff diff peru                          the previous and the latest version
      icsdiff diff peru@original peru@latest
      icsdiff diff old.md new.md --format markdown --limit 32767
      icsdiff diff old.md new.md --format docx -o changes.docx
      icsdiff diff peru-draft.docx --tracked both
      icsdiff diff peru --format github          annotations; docs/hosts.md shows their workflow
      icsdiff diff HEAD:versions/peru/2023-09-22.yaml versions/peru/2023-09-22.yaml
      icsdiff diff peru --fail-on figure-revised --fail-on risk-added
      icsdiff diff HEAD~3 HEAD -- versions/peru/
      icsdiff diff main...feature --format markdown
    """
    from icsdiff.cli.compared import both_sides, compared  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options  # noqa: PLC0415

    if tracked and new:
        raise click.UsageError("--tracked both compares a document with itself; name one document only.")
    found = both_sides(old) if tracked else compared(old, new)
    options = Options(
        color=wants_color(color, output),
        width=columns(output),
        rewrites=rewrites,
        limit=limit,
        templates=template_dir,
    )
    found.deliver(form, options, output)
    return found.gate(any_change=exit_code, fail_on=fail_on)
