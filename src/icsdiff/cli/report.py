"""``icsdiff report``: the change report for reviewers."""

from __future__ import annotations

import click

from icsdiff.cli.options import NEW, OLD, gates, rewrites
from icsdiff.cli.results import deliver, gate


@click.command()
@OLD
@NEW
@click.option("-o", "--output", metavar="FILE.html", required=True, help="Write to FILE.html; - is standard output.")
@rewrites
@gates
def command(old: str, new: str | None, output: str, rewrites: bool, exit_code: bool, fail_on: tuple[str, ...]) -> int:
    """Write the change report: one HTML file that needs no network.

    \b
    Examples:
      icsdiff report peru@original peru@latest -o changes.html
      icsdiff report old.md new.md -o changes.html
    """
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options, render  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415
    from icsdiff.versions import load_two  # noqa: PLC0415

    versions = load_two(old, new)
    changes = compare(*versions, pins_between(*versions))
    deliver(render(changes, "html", Options(rewrites=rewrites)), output, old, new)
    return gate(changes, any_change=exit_code, fail_on=fail_on)
