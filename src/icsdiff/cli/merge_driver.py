"""``icsdiff git merge-driver``: what git runs to merge a version file."""

from __future__ import annotations

from pathlib import Path

import click


# Git's file names come first, so that what follows may begin with a dash.
@click.command("merge-driver", context_settings={"allow_interspersed_args": False})
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("marker_size", type=click.IntRange(1, 1000))
@click.argument("name")
def command(base: Path, ours: Path, theirs: Path, marker_size: int, name: str) -> int:
    """Merge a version file three ways; git runs this, as merge.icsdiff.driver.

    The result takes the place of OURS. Exits with 1 where it has conflicts.

    \b
    Example:
      git config merge.icsdiff.driver "icsdiff git merge-driver %O %A %B %L %P"
    """
    from icsdiff.git.merge_driver import Files, merge_files  # noqa: PLC0415  (not for --help)

    outcome = merge_files(Files(base, ours, theirs), marker_size=marker_size, name=name)
    for line in outcome.told:
        click.echo(f"icsdiff: {line}", err=True)
    return 0 if outcome.is_clean else 1
