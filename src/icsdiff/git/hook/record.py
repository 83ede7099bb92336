"""What the shim needs to know of the configuration, noted where it can read it: it does not read TOML.

A file in git's folder, one for each working tree: the digest of the configuration files it was made from, ``strict`` or
``lenient``, and the pathspecs of strategies, one a line. Where the digest is another one, the shim starts icsdiff,
which decides and notes anew; so a changed configuration counts from the next commit on.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from icsdiff.errors import IcsdiffError
from icsdiff.git.hook.shim import RECORD
from icsdiff.git.repository import git_path, root, tell
from icsdiff.store.configuration import Hook as Settings
from icsdiff.store.files import write_bytes

_CONFIGURATIONS = ("icsdiff.toml", "pyproject.toml")


def note(settings: Settings) -> None:
    """Renew the record where it differs; without one, the shim starts Python for every commit, and no harm is done."""
    if any("\n" in path for path in settings.paths):
        return
    strict = "strict" if settings.strict else "lenient"
    text = os.fsencode("".join(f"{line}\n" for line in (_digest(), strict, *settings.paths)))
    file = git_path(RECORD)
    with suppress(OSError, IcsdiffError):
        if not file.exists() or file.read_bytes() != text:
            write_bytes(file, text)


def forget() -> None:
    """Remove the records of every working tree of the repository."""
    common = root() / tell("rev-parse", "--git-common-dir", folder=root()).line
    for file in (common / RECORD, *common.glob(f"worktrees/*/{RECORD}"), git_path(RECORD)):
        file.unlink(missing_ok=True)


def _digest() -> str:
    """Of all files that may be the configuration, nearest first, as the shim reads them."""
    top = root().resolve()
    text = b"".join(_content(folder / name) for folder in (top, *top.parents) for name in _CONFIGURATIONS)
    return tell("hash-object", "--stdin", given=text).line


def _content(file: Path) -> bytes:
    with suppress(OSError):
        return file.read_bytes() if file.is_file() else b""
    return b""
