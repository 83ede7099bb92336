"""The lock file serves what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)", re.MULTILINE)


def test_every_dependency_is_locked_at_a_version_that_is_allowed(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (repository / "requirements-dev.txt").read_text(encoding="utf-8")
    locked = {canonicalize_name(name): version for name, version in PIN.findall(lock)}
    wanted = map(Requirement, [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]])
    unserved = [
        str(each)
        for each in wanted
        if not each.specifier.contains(locked.get(canonicalize_name(each.name), "0"), prereleases=True)
    ]
    assert unserved == [], "run `make lock`"


def test_the_lock_names_no_index_so_that_each_machine_uses_its_own(repository: Path) -> None:
    lock = (repository / "requirements-dev.txt").read_text(encoding="utf-8")
    assert not re.search(r"^\s*--(?!hash=)|://", lock, re.MULTILINE)
