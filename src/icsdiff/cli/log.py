"""``icsdiff log``: how one strategy changed."""

from __future__ import annotations

import click

from icsdiff.cli.options import output
from icsdiff.cli.results import deliver
from icsdiff.errors import UnknownVersion


@click.command()
@click.argument("strategy")
@click.option("--git", "in_git", is_flag=True, help="From commit to commit, instead of from version to version.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)
@output
def command(strategy: str, in_git: bool, form: str, output: str) -> None:
    """Tell how a strategy changed over all its versions, the newest first.

    With --git, list each commit that changed what the strategy says, with its author and date; commits that only wrote
    it another way are left out. STRATEGY is a name or a folder; with --git also a document.

    \b
    Examples:
      icsdiff log peru
      icsdiff log peru --git
      icsdiff log versions/peru --git --format json
    """
    from icsdiff.rendering.log import render  # noqa: PLC0415  (not for --help)

    if not strategy.strip():
        raise UnknownVersion("a strategy has an empty name", remedy="name one, such as peru, or its folder")
    if in_git:
        from icsdiff.log_in_git import log_in_git  # noqa: PLC0415

        found = log_in_git(strategy)
    else:
        from icsdiff.log import log  # noqa: PLC0415

        found = log(strategy)
    if found.shallow:
        reason = f"this clone is shallow: what commit {found.shallow} and those before it changed is not known"
        click.echo(f"icsdiff: {reason}; git fetch --unshallow brings them", err=True)
    versions = (version for step in found.steps for each in step.changes for version in (each.old, each.new))
    deliver(render(found, form), output, *(version.source for version in versions))
