"""``icsdiff diff``: compare two versions."""

from __future__ import annotations

import click

from icsdiff.cli.options import NEW, OLD, gates, output, rewrites
from icsdiff.cli.results import deliver, gate, wants_color

_BESIDE_LINES = ("github", "gitlab")
"""The formats that show changes beside the lines of the new version's file."""


@click.command()
@OLD
@NEW
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html", "github", "gitlab"]),
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
@gates
def command(
    old: str,
    new: str | None,
    form: str,
    output: str,
    color: str,
    tracked: str | None,
    rewrites: bool,
    exit_code: bool,
    fail_on: tuple[str, ...],
) -> int:
    """Compare two versions of a strategy, objective by objective and field by field.

    \b
    Examples:
      icsdiff diff peru                          the previous and the latest version
      icsdiff diff peru@original peru@latest
      icsdiff diff old.md new.md --format markdown
      icsdiff diff peru-draft.docx --tracked both
      icsdiff diff peru --format github          annotations; docs/hosts.md shows their workflow
      icsdiff diff HEAD:versions/peru/2023-09-22.yaml versions/peru/2023-09-22.yaml
      icsdiff diff peru --fail-on figure-revised --fail-on risk-added
    """
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options, render  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415
    from icsdiff.versions import file_of, load_both_sides, load_two  # noqa: PLC0415

    if tracked and new:
        raise click.UsageError("--tracked both compares a document with itself; name one document only.")
    versions = load_both_sides(old) if tracked else load_two(old, new)
    changes = compare(*versions, pins_between(*versions))
    file, text = file_of(new or (old if tracked else f"{old}@latest")) if form in _BESIDE_LINES else ("", "")
    options = Options(color=wants_color(color, output), rewrites=rewrites, new_file=file, new_text=text)
    deliver(render(changes, form, options), output, old, new)
    return gate(changes, any_change=exit_code, fail_on=fail_on)
