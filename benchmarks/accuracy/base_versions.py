"""The strategies that generated edits start from.

The seed, three of different sectors and styles that were written for this, and the old sides of the gold documents.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from benchmarks.accuracy.labels import GOLD
from icsdiff.model.version import Version
from icsdiff.sources.read import read

_HERE = Path(__file__).parent
_SEED = _HERE.parent.parent / "versions" / "peru" / "source" / "peru-ics-2023-09-22.md"


@cache
def bases() -> tuple[Version, ...]:
    """Every base, always in the same order."""
    files = (_SEED, *sorted((_HERE / "bases").glob("*.md")), *sorted(GOLD.glob("documents/*/old.md")))
    return tuple(read(file.read_text(encoding="utf-8"), name=file.name).version for file in files)
