"""How one strategy changed from version to version."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from icsdiff.comparison.compare import compare
from icsdiff.model.log import Log, Step
from icsdiff.model.version import Version
from icsdiff.store.folder import dated
from icsdiff.store.pins import pins_between
from icsdiff.versions import load


def log(name: str) -> Log:
    """Each version of a strategy compared with the one before it; the first one with none.

    ``name`` is that of a strategy in the versions folder, or its folder. Raises ``UnknownVersion`` where there is
    none, and what ``load`` raises for a version that cannot be read.
    """
    folder = Path(name).resolve()
    files = dated(folder.name, folder.parent) if folder.is_dir() else dated(name)
    versions = [load(str(file)) for file in files.values()]
    chain = [Version(versions[0].mission), *versions]
    steps = [Step((compare(old, new, pins_between(old, new)),)) for old, new in pairwise(chain)]
    return Log(name, tuple(reversed(steps)))
