"""What ``import icsdiff`` offers."""

from __future__ import annotations

from pathlib import Path

import pytest

import icsdiff
from icsdiff import Level, Pins

OLD, NEW = "versions/peru/2022-03-21.yaml", "versions/peru/2023-09-22.yaml"


def test_every_name_is_there_and_documented() -> None:
    assert icsdiff.__all__ == sorted(icsdiff.__all__)
    assert all(getattr(icsdiff, name).__doc__ for name in icsdiff.__all__)


def test_a_path_is_loaded_and_either_version_rebuilt_from_the_other(repository: Path) -> None:
    old, new = icsdiff.load(repository / OLD), icsdiff.load(repository / NEW)
    changes = icsdiff.compare(old, new)
    assert icsdiff.rebuild(old, changes) == new.fields
    assert icsdiff.rebuild_old(new, changes) == old.fields


def test_a_pinned_pair_is_one(repository: Path) -> None:
    old, new = icsdiff.load(repository / OLD), icsdiff.load(repository / NEW)
    changes = icsdiff.compare(old, new, Pins(pinned=frozenset({(Level.OBJECTIVE, "1.1", "1.2")})))
    assert (("1.1",), ("1.2",)) in [(match.old, match.new) for match in changes.alignment]


def test_what_is_not_there_is_an_icsdiff_error(repository: Path) -> None:
    version = icsdiff.load(repository / NEW)
    with pytest.raises(icsdiff.IcsdiffError, match="there is no format 'pdf'; the formats are text, json"):
        icsdiff.render(icsdiff.compare(version, version), "pdf")
    with pytest.raises(icsdiff.IcsdiffError, match="there is no such file"):
        icsdiff.load("nowhere.yaml")
    with pytest.raises(AttributeError):
        icsdiff.nothing  # noqa: B018
