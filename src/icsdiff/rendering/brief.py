"""A change set in a few lines, for where there is no room to read: beside a commit, in its message."""

from __future__ import annotations

from icsdiff.model.changes import ChangeSet, Significance
from icsdiff.rendering.caution import caution
from icsdiff.rendering.plain import plain
from icsdiff.rendering.texts import shipped
from icsdiff.rendering.view.headline import sentence

_MOST = 10


def brief(changes: ChangeSet) -> tuple[str, ...]:
    """One sentence on all of it, then the substantive changes, the weightiest first; at last how many are not shown."""
    told = [
        change.summary
        for change in changes.changes
        if change.significance is Significance.SUBSTANTIVE and change.part_of is None
    ]
    more = (f"and {len(told) - _MOST} more",) if len(told) > _MOST else ()
    head = " ".join(filter(None, (sentence(changes, shipped()), caution(changes))))
    return tuple(map(plain, (head, *told[:_MOST], *more)))
