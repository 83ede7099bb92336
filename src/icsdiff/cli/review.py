"""``icsdiff review``: reviewers' dispositions of changes, put together and counted."""

from __future__ import annotations

import click

from icsdiff.cli.options import NEW, OLD, output, reviews
from icsdiff.cli.results import deliver
from icsdiff.cli.reviews import merged
from icsdiff.comparison.reviewing import SIGNS


@click.group(no_args_is_help=False)
def command() -> None:
    """Put reviewers' decisions on changes together, and see which changes are open.

    \b
    Examples:
      icsdiff review merge ana.json ben.json -o all.json
      icsdiff review status peru --review all.json --fail-on open
      icsdiff report peru --review all.json -o changes.html
    """


@command.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@output
def merge(files: tuple[str, ...], output: str) -> None:
    """Put the files that reviewers exported from the change report into one.

    Where reviewers decided differently on a change, both decisions are kept, and the conflict is named on standard
    error. Where one reviewer did, the decision of the later file stands.

    \b
    Examples:
      icsdiff review merge ana.json ben.json -o all.json
      icsdiff review merge first/*.json second/*.json -o all.json
    """
    from icsdiff.comparison.reviewing import conflicts  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering.reviews import told_conflict  # noqa: PLC0415
    from icsdiff.store.reviews import write_review  # noqa: PLC0415

    review = merged(files)
    deliver(write_review(review), output, *files)
    for dispositions in conflicts(review):
        click.echo(f"icsdiff: {told_conflict(dispositions)}", err=True)


@command.command()
@OLD
@NEW
@reviews
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)
@output
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(SIGNS),
    help="Exit with 1 when there is such a change or decision; may be given several times.",
)
def status(
    old: str, new: str | None, reviews: tuple[str, ...], form: str, output: str, fail_on: tuple[str, ...]
) -> int:
    """Tell which changes between two versions are open, accepted, queried, objected to, or in conflict.

    A substantive change on which nobody has decided is open; an editorial one needs no decision. A decision on an
    earlier version counts where the change is still the same, and has lapsed where it is not.

    \b
    Examples:
      icsdiff review status peru --review all.json
      icsdiff review status peru --review ana.json --review ben.json --fail-on open --fail-on object
    """
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.comparison.reviewing import progress  # noqa: PLC0415
    from icsdiff.rendering.review_status import status as told  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415
    from icsdiff.versions import load_two  # noqa: PLC0415

    versions = load_two(old, new)
    review = merged(reviews, *versions) if reviews else None
    changes = compare(*versions, pins_between(*versions))
    found = progress(changes, review)
    deliver(told(changes, found, form), output, old, new, *reviews)
    return int(not found.signs.isdisjoint(fail_on))
