"""``icsdiff git difftool``: the change report of two files in a browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from icsdiff.errors import UnknownVersion

if TYPE_CHECKING:
    from icsdiff.model.version import Version


@click.command("difftool")
@click.argument("old")
@click.argument("new")
def command(old: str, new: str) -> None:
    """Open the change report; git difftool runs this.

    icsdiff git enable tells it how: git difftool -t icsdiff. The environment's BROWSER says which browser: a command,
    with %s for the page's address or without.
    """
    import webbrowser  # noqa: PLC0415  (not for --help)
    from tempfile import mkdtemp  # noqa: PLC0415

    from icsdiff.comparison.compare import compare  # noqa: PLC0415
    from icsdiff.rendering import render  # noqa: PLC0415
    from icsdiff.store.files import write_bytes  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415

    if os.devnull in (old, new):
        name = Path(new if old == os.devnull else old).name
        reason = f"only the {'new' if old == os.devnull else 'old'} side has this file"
        raise UnknownVersion(reason, file=name, remedy="git diff shows its outline")
    versions = _version(Path(old)), _version(Path(new))
    page = render(compare(*versions, pins_between(*versions)), "html")
    # It stays: the browser reads it when this process, and git's own copies of the files, are gone.
    file = Path(mkdtemp(prefix="icsdiff-")) / f"{Path(new).stem}.html"
    write_bytes(file, page.encode())
    click.echo(f"The change report is {file}")
    if not webbrowser.open(file.as_uri()):
        click.echo("icsdiff: no browser was found; open that file, or name a browser in BROWSER", err=True)


def _version(file: Path) -> Version:
    """The version in a file of git's, whose folder means nothing to the reader of a message."""
    from icsdiff.store.files import read_bytes  # noqa: PLC0415
    from icsdiff.versions import read  # noqa: PLC0415

    return read(read_bytes(file), file.name)
