"""``icsdiff report``: the change report for reviewers."""

from __future__ import annotations

from pathlib import Path

import click

from icsdiff.cli.options import NEW, OLD, gates, rewrites, template_dir
from icsdiff.cli.results import deliver, gate


@click.command()
@OLD
@NEW
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help="Write to FILE: a page, or a Word document where its name ends in .docx; - is standard output.",
)
@rewrites
@template_dir
@gates
def command(
    old: str,
    new: str | None,
    output: str,
    rewrites: bool,
    template_dir: Path | None,
    exit_code: bool,
    fail_on: tuple[str, ...],
) -> int:
    """Write the change report: one HTML file that needs no network, or a Word document with tracked changes.

    \b
    Examples:
      icsdiff report peru@original peru@latest -o changes.html
      icsdiff report old.md new.md -o changes.html
      icsdiff report old.md new.md -o changes.docx
    """
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options, render  # noqa: PLC0415
    from icsdiff.store.configuration import pins_between  # noqa: PLC0415
    from icsdiff.versions import load_two  # noqa: PLC0415

    versions = load_two(old, new)
    changes = compare(*versions, pins_between(*versions))
    form = "docx" if output.lower().endswith(".docx") else "html"
    deliver(render(changes, form, Options(rewrites=rewrites, templates=template_dir)), output, old, new)
    return gate(changes, any_change=exit_code, fail_on=fail_on)
