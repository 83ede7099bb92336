"""``icsdiff report``: the change report for reviewers."""

from __future__ import annotations

import click

from icsdiff.cli.options import NEW, OLD, ComparisonCommand, gates, rewrites


@click.command(cls=ComparisonCommand)
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
      icsdiff report main...feature -o changes.html -- versions/peru/
    """
    from icsdiff.cli.compared import compared  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering import Options  # noqa: PLC0415

    found = compared(old, new)
    found.deliver("html", Options(rewrites=rewrites), output)
    return found.gate(any_change=exit_code, fail_on=fail_on)
