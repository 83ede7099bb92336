"""``icsdiff check``: inconsistencies inside a version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from icsdiff.cli.options import VERSION, output
from icsdiff.cli.results import deliver
from icsdiff.cli.rules import codes

if TYPE_CHECKING:
    from icsdiff.model.findings import Finding
    from icsdiff.model.version import Version
    from icsdiff.rendering.findings import Located


@click.command()
@click.argument("versions", metavar="VERSION...", type=VERSION, nargs=-1, required=True)
@click.option("--baseline", type=VERSION, metavar="VERSION", help="An earlier version: finds stale figures.")
@codes("--select", "Only these rules; see icsdiff rule.")
@codes("--ignore", "All but these rules.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How to show the findings.",
)
@output
@click.option("--exit-code", is_flag=True, help="Exit with 1 when there are findings.")
def command(
    versions: tuple[str, ...],
    baseline: str | None,
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    form: str,
    output: str,
    exit_code: bool,
) -> int:
    """Find what is inconsistent inside a version, before a reviewer does.

    A finding that may stand is ignored with its reason in the version file, by the id that --format json shows:

    \b
      ignored:
        - finding: "0f3a5c9b2e71"
          reason: The two counts are of different years.

    \b
    Examples:
      icsdiff check peru@latest
      icsdiff check peru@latest --baseline peru@original --exit-code
      icsdiff check versions/*/*.yaml --ignore ICS008 --format sarif -o findings.sarif
      icsdiff rule ICS005
    """
    from icsdiff.checks.check import RULES  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering.findings import render  # noqa: PLC0415
    from icsdiff.versions import load  # noqa: PLC0415

    left_out = set(chain(*ignore))
    rules = [code for code in (RULES if not select else sorted(set(chain(*select)))) if code not in left_out]
    earlier = load(baseline) if baseline is not None else None
    found = [each for name in versions for each in _located(name, load(name), earlier, rules)]
    deliver(render(found, form), output, *versions, baseline)
    return int(exit_code and bool(found))


def _located(name: str, version: Version, baseline: Version | None, rules: Iterable[str]) -> Iterator[Located]:
    """The findings of a version with their lines; what it ignores is counted on standard error."""
    from icsdiff.checks.check import findings, standing  # noqa: PLC0415  (not for --help)
    from icsdiff.comparison.compare import compare  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415

    changes = compare(baseline, version, pins_between(baseline, version)) if baseline else None
    every = tuple(findings(version, changes, rules))
    kept = standing(version, every)
    if len(every) > len(kept):
        count = len(every) - len(kept)
        click.echo(f"icsdiff: {name}: {count} finding{'s' if count > 1 else ''} ignored, as the version says", err=True)
    yield from _with_lines(name, version, kept)


def _with_lines(name: str, version: Version, found: Iterable[Finding]) -> Iterator[Located]:
    from icsdiff.rendering.findings import Located  # noqa: PLC0415  (not for --help)
    from icsdiff.store.lines import Lines  # noqa: PLC0415
    from icsdiff.versions import file_of  # noqa: PLC0415

    file, text = file_of(name)
    lines = Lines(text, version) if text else None
    for finding in found:
        places = ((_there(place.path, version), place.start) for place in finding.places)
        yield Located(finding, file, tuple(lines.of(path, start) if lines else None for path, start in places))


def _there(path: str, version: Version) -> str:
    """The field, or of one that is missing the goal or objective that it is missing from."""
    return path if path in version.fields else path.rpartition("/")[0]
