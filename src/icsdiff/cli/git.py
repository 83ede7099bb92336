"""``icsdiff git``: git shows, and merges, strategies by their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from icsdiff.cli import diff_driver, difftool, merge_driver, textconv

if TYPE_CHECKING:
    from icsdiff.git.drivers import Installation, Scope

_everywhere = click.option(
    "--global", "everywhere", is_flag=True, help="In every repository of yours, instead of in this one."
)


@click.group(no_args_is_help=False)
def command() -> None:
    """Make git diff, git log and git merge know strategies.

    \b
    Examples:
      icsdiff git enable                         in this repository
      icsdiff git enable --global                in every repository of yours
      icsdiff git status
      git log -p --ext-diff versions/            what changed in the meaning, commit by commit
    """


@command.command()
@_everywhere
def enable(everywhere: bool) -> None:
    """Make git ask icsdiff about strategies.

    That is about version files, and PDF and Word documents below the versions folder. It adds settings to git's
    configuration, and lines to .gitattributes; with --global to your own file of attributes.
    """
    from icsdiff.git import drivers  # noqa: PLC0415  (not for --help)

    click.echo(_told(drivers.enable(_scope(everywhere))))


@command.command()
@_everywhere
def disable(everywhere: bool) -> None:
    """Take out what enable put in."""
    from icsdiff.git import drivers  # noqa: PLC0415

    click.echo(_told(drivers.disable(_scope(everywhere))))


@command.command()
def status() -> None:
    """Say whether git asks icsdiff."""
    from icsdiff.errors import UnusableRepository  # noqa: PLC0415  (not for --help)
    from icsdiff.git import drivers  # noqa: PLC0415

    try:
        here = drivers.installation(drivers.Scope.REPOSITORY)
    except UnusableRepository as error:
        click.echo(f"This repository: {error}")
    else:
        click.echo(_told(here))
    click.echo(_told(drivers.installation(drivers.Scope.USER)))
    by = "by meaning" if drivers.is_in_force() else "line by line"
    click.echo(f"What git shows of version files here, it shows {by}.")


def _scope(everywhere: bool) -> Scope:
    from icsdiff.git.drivers import Scope  # noqa: PLC0415

    return Scope.USER if everywhere else Scope.REPOSITORY


def _told(found: Installation) -> str:
    from icsdiff.git.drivers import Scope, Standing  # noqa: PLC0415

    where = "Every repository" if found.scope is Scope.USER else "This repository"
    renew = f"; icsdiff git enable{' --global' if found.scope is Scope.USER else ''} renews it"
    return f"{where}: {found.standing}{renew if found.standing is Standing.OUTDATED else ''} ({found.attributes})"


for each in (diff_driver, difftool, merge_driver, textconv):
    command.add_command(each.command)
