"""``icsdiff report``: the change report for reviewers."""

from __future__ import annotations

from pathlib import Path

import click

from icsdiff.cli.options import NEW, OLD, gates, reviews, rewrites, template_dir
from icsdiff.cli.results import deliver, gate
from icsdiff.cli.reviews import merged


@click.command()
@OLD
@NEW
@click.option("-o", "--output", metavar="FILE.html", required=True, help="Write to FILE.html; - is standard output.")
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
    """Write the change report: one HTML file that needs no network.

    \b
    Examples:
      icsdiff report peru@original peru@latest -o changes.html
      icsdiff report old.md new.md -o changes.html
      icsdiff report peru --review all.json -o changes.html     with what reviewers decided
    """
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options, render  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415
    from icsdiff.versions import load_two  # noqa: PLC0415

    versions = load_two(old, new)
    review = merged(reviews, *versions) if reviews else None
    changes = compare(*versions, pins_between(*versions))
    options = Options(rewrites=rewrites, reviews=review, templates=template_dir)
    deliver(render(changes, "html", options), output, old, new, *reviews)
    return gate(changes, any_change=exit_code, fail_on=fail_on)
