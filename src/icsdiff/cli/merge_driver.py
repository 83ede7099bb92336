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
    """Merge a version file three ways; git merge runs this.

    icsdiff git enable tells it how. The result takes the place of OURS. Says "merged", or "conflicts" and exits with 1;
    whoever hears neither has to merge the files otherwise.
    """
    from icsdiff.git.merge_driver import Files, merge_files  # noqa: PLC0415  (not for --help)

    outcome = merge_files(Files(base, ours, theirs), marker_size=marker_size, name=name)
    for line in outcome.told:
        click.echo(f"icsdiff: {line}", err=True)
    click.echo("merged" if outcome.is_clean else "conflicts")
    return 0 if outcome.is_clean else 1
