"""The order of goals, objectives, fields and sections that two sides rearranged or added to."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from icsdiff.merging.merged import Sides

K = TypeVar("K", bound=Hashable)


def merge_order(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> Sides[list[K]]:
    """All that stands on either side, in the order of the side that changed it; two orders where both did."""
    shared = set(ours).intersection(theirs)
    known = shared.intersection(base)
    mine, yours = ([key for key in side if key in shared] for side in (ours, theirs))
    before, my_known, your_known = ([key for key in side if key in known] for side in (base, mine, yours))
    if mine == yours or (your_known == before != my_known):
        return Sides(*[_woven(ours, theirs)] * 2)
    if my_known == before != your_known:
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
