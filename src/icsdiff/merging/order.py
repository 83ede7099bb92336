"""The order of goals, objectives, fields and sections that two sides rearranged or added to."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from icsdiff.merging.merged import Sides

K = TypeVar("K", bound=Hashable)


def merge_order(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> Sides[list[K]]:
    """All that stands on either side, in the order of the side that changed it; two orders where both did."""
    everywhere = set(base).intersection(ours, theirs)
    before, mine, yours = ([key for key in side if key in everywhere] for side in (base, ours, theirs))
    if yours in (before, mine):
        return Sides(*[_woven(ours, theirs)] * 2)
    if mine == before:
        return Sides(*[_woven(theirs, ours)] * 2)
    return Sides(_woven(ours, theirs), _woven(theirs, ours))


def _woven(spine: Sequence[K], other: Sequence[K]) -> list[K]:
    """The spine, and after their own predecessors what only the other one has; the spine's additions come first."""
    found, present, shared = list(spine), set(spine), set(other)
    place = 0
    for key in other:
        if key in present:
            place = found.index(key) + 1
            continue
        while place < len(found) and found[place] not in shared:
            place += 1
        found.insert(place, key)
        present.add(key)
        place += 1
    return found
