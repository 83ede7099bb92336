"""One shape for what any system says about a pair of versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.accuracy.generate.phrases import phrases
from benchmarks.accuracy.labels import Row
from icsdiff.model.changes import Kind, Significance

SHARED = 0.3
"""Share of the shorter sentence's characters from which two sentences that have them in common are linked."""

Link = tuple[str, str]
Block = tuple[int, int, int]
"""A run that is the same on both sides: where it starts in the old and in the new text, and its length."""


@dataclass(frozen=True, slots=True)
class Found:
    """One change, as a system tells it."""

    kind: Kind
    old: str | None
    """The passage; for goals and objectives as wholes their printed numbers, joined by blanks."""
    new: str | None
    significance: Significance | None = None
    """None where the system does not judge."""
    part_of_another: bool = False
    """Whether it is only what another change brought along."""


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a system says."""

    rows: tuple[Row, ...]
    links: tuple[Link, ...]
    """Sentences, or passages of several, that the system holds to be the same ones."""
    changes: tuple[Found, ...]


def links(old: str, new: str, blocks: Iterable[Block]) -> Iterator[Link]:
    """The sentences of two texts that have enough of the equal runs in common."""
    old_places, new_places = places(old), places(new)
    shared: dict[tuple[int, int], int] = {}
    for old_start, new_start, length in blocks:
        for i, (start, end) in enumerate(old_places):
            low, high = max(start, old_start), min(end, old_start + length)
            if low >= high:
                continue
            shift = new_start - old_start
            for j, (new_from, new_to) in enumerate(new_places):
                common = min(high + shift, new_to) - max(low + shift, new_from)
                if common > 0:
                    shared[i, j] = shared.get((i, j), 0) + common
    for (i, j), common in shared.items():
        one, other = old[slice(*old_places[i])], new[slice(*new_places[j])]
        if common >= SHARED * min(len(one), len(other)):
            yield one, other


def places(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand."""
    found, at = [], 0
    for phrase in phrases(text):
        start = text.index(phrase.text, at)
        at = start + len(phrase.text)
        found.append((start, at))
    return found
