"""Findings of the checks that two sides let stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from icsdiff.merging.entities import Note
from icsdiff.merging.merged import Clash, Sides, three_way
from icsdiff.merging.order import merge_order
from icsdiff.model.version import Ignored


def merge_ignored(of_all: Sequence[tuple[Ignored, ...]], note: Note) -> Sides[tuple[Ignored, ...]]:
    """What either side lets stand, each finding once, without what one of them took out.

    The reason is one value. Their order means nothing, so that two orders are no conflict.
    """
    whole = three_way(*of_all)
    if whole.ours == whole.theirs:
        return whole
    base, ours, theirs = ({each.finding: each.reason for each in side} for side in of_all)
    reasons = {key: three_way(base.get(key), ours.get(key), theirs.get(key)) for key in base | ours | theirs}
    for key, sides in reasons.items():
        if sides.ours != sides.theirs:
            note(key, _clash(sides))
    order = min(merge_order(list(base), list(ours), list(theirs)))
    return Sides(
        *(_present(order, {key: getattr(each, side) for key, each in reasons.items()}) for side in Sides._fields)
    )


def _present(order: Iterable[str], reasons: Mapping[str, str | None]) -> tuple[Ignored, ...]:
    return tuple(Ignored(key, reason) for key in order if (reason := reasons[key]) is not None)


def _clash(sides: Sides[str | None]) -> Clash:
    if sides.ours is None:
        return Clash.OURS_REMOVED
    return Clash.THEIRS_REMOVED if sides.theirs is None else Clash.BOTH_CHANGED
