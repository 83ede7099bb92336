"""Semantic differences between versions of an Integrated Country Strategy.

    import icsdiff

    old, new = icsdiff.load("peru@original"), icsdiff.load("peru@latest")
    changes = icsdiff.compare(old, new)
    print(icsdiff.render(changes, "text"))
    assert icsdiff.rebuild(old, changes) == new.fields

What is named here is the public surface; all else is private and may change. Each name is loaded when it is first used.
The command line reads ``icsdiff.toml``; from Python, ``compare`` takes ``Pins`` instead.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icsdiff.checks.check import check
    from icsdiff.comparison.compare import compare
    from icsdiff.comparison.rebuild import rebuild, rebuild_old
    from icsdiff.errors import IcsdiffError
    from icsdiff.model.alignment import Level, Match, Pins, Relation
    from icsdiff.model.changes import Change, ChangeSet, Edit, Kind, Passage, Rewrite, RewriteReason, Significance
    from icsdiff.model.findings import Finding
    from icsdiff.model.version import Extra, Goal, Objective, Provenance, ProvenanceKind, Version
    from icsdiff.rendering import Options, render
    from icsdiff.versions import load

__version__ = "0.1.0"

__all__ = [
    "Change",
    "ChangeSet",
    "Edit",
    "Extra",
    "Finding",
    "Goal",
    "IcsdiffError",
    "Kind",
    "Level",
    "Match",
    "Objective",
    "Options",
    "Passage",
    "Pins",
    "Provenance",
    "ProvenanceKind",
    "Relation",
    "Rewrite",
    "RewriteReason",
    "Significance",
    "Version",
    "check",
    "compare",
    "load",
    "rebuild",
    "rebuild_old",
    "render",
]

_HOMES = {
    "checks.check": ("check",),
    "comparison.compare": ("compare",),
    "comparison.rebuild": ("rebuild", "rebuild_old"),
    "errors": ("IcsdiffError",),
    "model.alignment": ("Level", "Match", "Pins", "Relation"),
    "model.changes": ("Change", "ChangeSet", "Edit", "Kind", "Passage", "Rewrite", "RewriteReason", "Significance"),
    "model.findings": ("Finding",),
    "model.version": ("Extra", "Goal", "Objective", "Provenance", "ProvenanceKind", "Version"),
    "rendering": ("Options", "render"),
    "versions": ("load",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
