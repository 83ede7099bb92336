"""``icsdiff report``: the change report for reviewers."""

from __future__ import annotations

from pathlib import Path

import click

from icsdiff.cli.options import NEW, OLD, ComparisonCommand, gates, reviews, rewrites, template_dir
from icsdiff.cli.reviews import merged


@click.command(cls=ComparisonCommand)
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
@reviews
@template_dir
@gates
def command(
    old: str,
    new: str | None,
    output: str,
    rewrites: bool,
    reviews: tuple[str, ...],
    template_dir: Path | None,
    exit_code: bool,
    fail_on: tuple[str, ...],
) -> int:
    """Write the change report: one HTML file that needs no network, or a Word document with tracked changes.

    \b
    Examples:
      icsdiff report peru@original peru@latest -o changes.html
      icsdiff report old.md new.md -o changes.html
      icsdiff report peru --review all.json -o changes.html     with what reviewers decided
      icsdiff report main...feature -o changes.html -- versions/peru/
      icsdiff report old.md new.md -o changes.docx
    """
    from icsdiff.cli.compared import compared  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options  # noqa: PLC0415

    found = compared(old, new)
    review = merged(reviews, *found.versions) if reviews else None
    form = "docx" if output.lower().endswith(".docx") else "html"
    found.deliver(form, Options(rewrites=rewrites, reviews=review, templates=template_dir), output, *reviews)
    return found.gate(any_change=exit_code, fail_on=fail_on)
