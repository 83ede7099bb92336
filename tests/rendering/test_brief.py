"""A change set in a few lines, as a commit shows it."""

from __future__ import annotations

from pathlib import Path

import icsdiff
from icsdiff.rendering.brief import brief


def test_it_says_that_a_version_was_never_published(repository: Path) -> None:
    old, new = (icsdiff.load(repository / f"versions/peru/{day}.yaml") for day in ("2022-03-21", "2023-09-22"))
    assert brief(icsdiff.compare(old, new))[0].endswith("Beside them 2 editorial changes. [old version: reconstructed]")
    assert "reconstructed" not in brief(icsdiff.compare(new, new))[0]


def test_it_says_how_many_changes_it_does_not_show(repository: Path) -> None:
    old, new = (icsdiff.load(repository / f"versions/peru/{day}.yaml") for day in ("2022-03-21", "2023-09-22"))
    changes = icsdiff.compare(old, new)
    shown = brief(changes)
    own = [each for each in changes.changes if each.significance == "substantive" and each.part_of is None]
    assert shown[-1] == f"and {len(own) - len(shown) + 2} more"
