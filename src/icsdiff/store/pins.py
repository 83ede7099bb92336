"""The pairs of goals and objectives that a user's configuration pins or forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from icsdiff.model.alignment import Level, Numbers, Pins
from icsdiff.model.version import Version, slug
from icsdiff.store.configuration import Alignment, configuration

_PAIR = re.compile(r"(?P<goal>goal\s+)?(?P<old>M?\d[\d.]*[a-z]?)\s*=\s*(?(goal)goal\s+)(?P<new>M?\d[\d.]*[a-z]?)")


def pins_between(old: Version, new: Version) -> Pins:
    """The pairs pinned and forbidden between two versions, whichever of them is the older one.

    The configuration is that of the new version's file, or of the working directory where it comes from elsewhere.
    """
    pins = Pins()
    for entry in configuration(Path(new.source)).alignment:
        if _fits(entry, old, new):
            more = _pairs(entry, old, new)
        elif _fits(entry, new, old):
            more = _pairs(entry, new, old).flipped
        else:
            continue
        pins = Pins(pins.pinned | more.pinned, pins.forbidden | more.forbidden)
    return pins


def _fits(entry: Alignment, old: Version, new: Version) -> bool:
    """Whether a table is about these two versions, in this order."""
    strategy = slug(entry.strategy)
    return (f"{strategy}@{entry.old}", f"{strategy}@{entry.new}") == (old.label, new.label)


def _pairs(entry: Alignment, old: Version, new: Version) -> Pins:
    def read(written: Iterable[str]) -> frozenset[Numbers]:
        return frozenset(_pair(each, entry, old, new) for each in written)

    return Pins(read(entry.pin), read(entry.forbid))


def _pair(written: str, entry: Alignment, old: Version, new: Version) -> Numbers:
    """A pair as it is written, each of whose numbers there is."""
    match = _PAIR.fullmatch(written.strip())
    if match is None:
        raise entry.table.problem(f"{written!r} is no pair", 'write it as "1.3 = 1.2" or "goal 2 = goal 3"')
    level = Level.GOAL if match["goal"] else Level.OBJECTIVE
    for version, number in ((old, match["old"]), (new, match["new"])):
        known = [each.number for each in (version.goals if level is Level.GOAL else version.objectives)]
        if number not in known:
            raise entry.table.problem(f"{version.label} has no {level} {number}", f"it has {', '.join(known)}")
    return level, match["old"], match["new"]
