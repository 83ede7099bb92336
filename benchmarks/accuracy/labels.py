"""What a careful reviewer would say about a pair of versions, read from the gold set.

A topic file, ``gold/<topic>.yaml``, is a list of small cases; a folder ``gold/documents/<name>/`` holds one pair of
whole documents (``old.md``, ``new.md``) with ``expected.yaml``. The README beside this file describes the labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind, Significance
from icsdiff.model.version import Goal, Objective, Version, canonical
from icsdiff.sources.read import read

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class Label:
    """One change that has to be found.

    ``old`` and ``new`` are words of its passages, or for a goal or objective as a whole its printed numbers; empty for
    the side that lacks it.
    """

    kind: Kind
    old: str = ""
    new: str = ""
    significance: Significance | None = Significance.SUBSTANTIVE
    """None where reviewers would differ about it."""
    optional: bool = False
    """Reviewers would differ: it may be found, it need not."""


@dataclass(frozen=True, slots=True)
class Row:
    """Which goals or objectives correspond, by printed number; one side may be empty, or hold several."""

    level: Level
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def is_several(self) -> bool:
        """Whether it is a split or a merger."""
        return bool(self.old and self.new) and max(len(self.old), len(self.new)) > 1


@dataclass(frozen=True, slots=True)
class Case:
    """Two versions and what differs between them."""

    name: str
    old: Version
    new: Version
    labels: tuple[Label, ...]
    rows: tuple[Row, ...] | None = None
    """The whole alignment; None where there is nothing to align."""
    sentences: tuple[tuple[str, str], ...] | None = None
    """Words of every old sentence and of the new one that it became, wherever the two differ in text or place."""


def gold() -> Iterator[Case]:
    """Every case of the gold set, in the order of their names."""
    for file in sorted(GOLD.glob("*.yaml")):
        for entry in _load(file):
            yield _small_case(file.stem, entry)
    for folder in sorted(GOLD.glob("documents/*/")):
        old, new = ((folder / f"{side}.md").read_text(encoding="utf-8") for side in ("old", "new"))
        yield _case(f"documents/{folder.name}", _document(old), _document(new), _load(folder / "expected.yaml"))


def _load(file: Path) -> Any:  # noqa: ANN401  (YAML is what it is)
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def _small_case(topic: str, entry: Mapping[str, Any]) -> Case:
    as_version = _document if "field" not in entry else lambda text: _with_field(entry["field"], text)
    return _case(f"{topic}: {entry['title']}", as_version(entry["old"]), as_version(entry["new"]), entry)


def _document(text: str) -> Version:
    return read(text, name="gold.md", mission="Gold").version


def _with_field(name: str, text: str) -> Version:
    """A strategy of one objective, of which one field matters."""
    fields: dict[str, Any] = {"statement": "The partner country governs well.", name: canonical(text)}
    objective = Objective("1.1", id="objective-1", **fields)
    goal = Goal("1", id="goal-1", statement="The partner country prospers.", objectives=(objective,))
    return Version("Gold", goals=(goal,))


def _case(name: str, old: Version, new: Version, entry: Mapping[str, Any]) -> Case:
    old, new = (without_ids(version) if "alignment" in entry else version for version in (old, new))
    return Case(
        name,
        old,
        new,
        tuple(_label(each) for each in entry["expected"] or ()),
        tuple(row(line) for line in entry["alignment"]) if "alignment" in entry else None,
        tuple((one, other) for one, other in entry["sentences"] or ()) if "sentences" in entry else None,
    )


def without_ids(version: Version) -> Version:
    """Alignment is measured on what the texts say, not on ids."""
    goals = tuple(
        replace(goal, id="", objectives=tuple(replace(each, id="") for each in goal.objectives))
        for goal in version.goals
    )
    return replace(
        version,
        goals=goals,
        management_objectives=tuple(replace(each, id="") for each in version.management_objectives),
    )


def _label(entry: Mapping[str, str]) -> Label:
    return Label(
        Kind(entry["kind"]),
        entry.get("old", ""),
        entry.get("new", ""),
        Significance(entry.get("significance", Significance.SUBSTANTIVE)),
        entry.get("optional") == "true",
    )


def row(line: str) -> Row:
    """``goal 1 = goal 2``, ``1.1 = 1.2 + 1.3``, ``2.1 = none`` as a row."""
    old, _, new = line.partition("=")
    level = Level.GOAL if "goal" in line else Level.OBJECTIVE
    return Row(level, _numbers(old), _numbers(new))


def _numbers(side: str) -> tuple[str, ...]:
    numbers = (each.strip().removeprefix("goal ").strip() for each in side.split("+"))
    return tuple(each for each in numbers if each and each != "none")
