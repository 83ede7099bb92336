"""``icsdiff git diff-driver``: one file inside ``git diff``, by what changed in its meaning."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from icsdiff.errors import IcsdiffError

if TYPE_CHECKING:
    from icsdiff.git.external_diff import Pair, Side
    from icsdiff.model.version import Version

_OF_GIT = 7
"""How many arguments git gives at least for a file; for one that is in conflict it gives the name alone."""


@click.command("diff-driver")
@click.argument("arguments", nargs=-1, required=True, metavar="PATH OLD HEX MODE NEW HEX MODE [OTHER TOLD]")
def command(arguments: tuple[str, ...]) -> None:
    """Show a file in git diff; git runs this.

    icsdiff git enable tells it to. What cannot be read as a strategy is shown line by line, as git does it, after a
    line that says why.
    """
    from icsdiff.git.external_diff import Pair, hand_over_to_difftool, runs_in_difftool, wants_color  # noqa: PLC0415
    from icsdiff.rendering.in_git import header  # noqa: PLC0415
    from icsdiff.rendering.plain import plain  # noqa: PLC0415

    if runs_in_difftool():
        hand_over_to_difftool(arguments)
    if len(arguments) < _OF_GIT:
        _write(f"* Unmerged path {plain(arguments[0])}\n".encode())
        return
    pair = Pair.of(arguments)
    color = not os.environ.get("NO_COLOR") and wants_color(terminal=sys.stdout.isatty())
    _write(header(pair.old.name, pair.new.name, pair.notes, color=color).encode())
    try:
        body = _meaning(pair, color=color).encode()
    except (IcsdiffError, OSError) as error:
        body = _lines(pair, str(error), color=color)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        body = _lines(pair, f"internal error: {type(error).__name__}: {error}", color=color)
    _write(body)


def _meaning(pair: Pair, *, color: bool) -> str:
    """What changed between two versions; of one that came or went its outline; nothing where no byte differs."""
    from icsdiff.rendering import Options, render  # noqa: PLC0415
    from icsdiff.rendering.outline import outline  # noqa: PLC0415

    old, new = _content(pair.old), _content(pair.new)
    if old == new:
        return ""
    if pair.old.is_absent:
        return f"New version\n{outline(_version(pair.new, new), 'text')}"
    if pair.new.is_absent:
        return f"Removed version\n{outline(_version(pair.old, old), 'text')}"
    from icsdiff.comparison.compare import compare  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415

    versions = _version(pair.old, old), _version(pair.new, new)
    return render(compare(*versions, pins_between(*versions)), "text", Options(color=color))


def _content(side: Side) -> bytes:
    from icsdiff.store.files import read_bytes  # noqa: PLC0415

    return b"" if side.is_absent else read_bytes(side.content)


def _version(side: Side, content: bytes) -> Version:
    from icsdiff.versions import read  # noqa: PLC0415

    return read(content, side.name)


def _lines(pair: Pair, why: str, *, color: bool) -> bytes:
    from icsdiff.git.external_diff import lines_that_differ  # noqa: PLC0415
    from icsdiff.rendering.in_git import remark  # noqa: PLC0415

    lines = lines_that_differ(pair, color=color)
    if lines is None:
        lines = remark("the contents are binary, and differ", color=color).encode()
    return remark(f"by lines: {why}", color=color).encode() + lines


def _write(data: bytes) -> None:
    """Git's own output goes before it, and what follows after it."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
