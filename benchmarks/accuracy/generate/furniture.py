"""Two printings of one version: the page differs, what the author wrote does not."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from benchmarks.accuracy.generate.case import positional
from benchmarks.accuracy.labels import Case
from benchmarks.accuracy.markdown import any_style, as_markdown
from icsdiff.model.version import Version
from icsdiff.sources.read import read


def furniture_case(bases: Sequence[Version], seed: int) -> Case:
    """A base printed twice, and both prints read."""
    rng = Random(seed)
    base = positional(rng.choice(bases))
    old, new = (
        read(as_markdown(base, any_style(base, rng)), name="print.md", mission=base.mission).version for _ in range(2)
    )
    return Case(f"furniture {seed}", old, new, ())
