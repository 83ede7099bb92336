"""Risks by objective and linkages by framework, old against new: those that came or went with an objective, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icsdiff.rendering.view.entries import everything
from icsdiff.rendering.view.model import Entry, Part


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What became of the risks and mitigations of one objective."""

    part: str
    """``Objective 1.3``."""
    anchor: str
    """Its part, by its name in links."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LinkageRow:
    """The references to one other strategy."""

    framework: str
    gained: tuple[Entry, ...]
    lost: tuple[Entry, ...]
    revised: tuple[Entry, ...]


def risk_register(parts: Iterable[Part]) -> tuple[RegisterRow, ...]:
    """The rows, in the order of the document."""
    rows = (RegisterRow(part.name, part.anchor, tuple(_risks(part.entries))) for part in parts)
    return tuple(row for row in rows if row.entries)


def _risks(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in everything(entries) if entry.subject in ("risk", "mitigation"))


def linkages_by_framework(own: Iterable[Entry]) -> tuple[LinkageRow, ...]:
    """The rows, in the order of the frameworks' names."""
    by_framework: dict[str, list[Entry]] = {}
    for entry in everything(own):
        if entry.subject == "linkage":
            by_framework.setdefault(str(entry.change.detail["framework"] or ""), []).append(entry)

    def of(entries: Iterable[Entry], kind: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries if entry.change.kind == kind)

    return tuple(
        LinkageRow(name, *(of(entries, f"linkage-{fate}") for fate in ("added", "removed", "revised")))
        for name, entries in sorted(by_framework.items())
    )
