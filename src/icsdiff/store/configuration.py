"""``icsdiff.toml``: what a project tells icsdiff once for all its versions.

The file nearest to the working directory, upward, is the one that counts. Its only table so far pins goals and
objectives that correspond, or forbids a pair, between two dated versions::

    [[alignment]]
    strategy = "peru"
    old = "2022-03-21"
    new = "2023-09-22"
    pin = ["1.3 = 1.2"]
    forbid = ["goal 2 = goal 3"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from icsdiff.errors import InvalidConfiguration
from icsdiff.model.alignment import Level, Numbers, Pins
from icsdiff.model.version import Version, slug
from icsdiff.store.files import decode, folders_upward, read_bytes

NAME = "icsdiff.toml"

_KEYS = ("strategy", "old", "new", "pin", "forbid")
_PAIR = re.compile(r"(?P<goal>goal\s+)?(?P<old>M?\d[\d.]*[a-z]?)\s*=\s*(?(goal)goal\s+)(?P<new>M?\d[\d.]*[a-z]?)")


def pins_between(old: Version, new: Version) -> Pins:
    """The pairs that the configuration pins or forbids between two versions, whichever of them is the older one."""
    file = _nearest()
    if file is None:
        return Pins()
    pins = Pins()
    for entry in _entries(file):
        if entry.fits(old, new):
            pins = Pins(pins.pinned | entry.pairs("pin", old, new), pins.forbidden | entry.pairs("forbid", old, new))
        elif entry.fits(new, old):
            back = Pins(entry.pairs("pin", new, old), entry.pairs("forbid", new, old)).flipped
            pins = Pins(pins.pinned | back.pinned, pins.forbidden | back.forbidden)
    return pins


def _nearest() -> Path | None:
    return next((each / NAME for each in folders_upward() if (each / NAME).is_file()), None)


class _Entry:
    """One ``[[alignment]]`` table, its keys and their kinds checked."""

    def __init__(self, file: str, key: str, table: object) -> None:
        self._file = file
        self._key = key
        if not isinstance(table, Mapping):
            raise self.problem("a table is expected here", f"begin it with [[{key.partition('[')[0]}]]")
        for name, value in table.items():
            if name not in _KEYS:
                raise self.problem(f"unknown key {name}", f"the keys are {', '.join(_KEYS)}")
            kind = list if name in ("pin", "forbid") else str
            if not isinstance(value, kind) or not all(isinstance(each, str) for each in value):
                what = 'a list such as ["1.3 = 1.2"]' if kind is list else "a text in quotes"
                raise self.problem(f"{name} is to be {what}", "write it so")
        self._table: Mapping[str, Any] = table
        for name in ("strategy", "old", "new"):
            if name not in table:
                raise self.problem(f"{name} is missing", "say between which versions the pairs hold")

    def problem(self, reason: str, remedy: str) -> InvalidConfiguration:
        return InvalidConfiguration(reason, file=self._file, key=self._key, remedy=remedy)

    def fits(self, old: Version, new: Version) -> bool:
        """Whether the table is about these two versions, in this order."""
        labels = [f"{slug(self._table['strategy'])}@{self._table[side]}" for side in ("old", "new")]
        return labels == [old.label, new.label]

    def pairs(self, name: str, old: Version, new: Version) -> frozenset[Numbers]:
        """The pairs of a list, each of whose numbers there is."""
        return frozenset(self._pair(written, old, new) for written in self._table.get(name, ()))

    def _pair(self, written: str, old: Version, new: Version) -> Numbers:
        match = _PAIR.fullmatch(written.strip())
        if match is None:
            raise self.problem(f"{written!r} is no pair", 'write it as "1.3 = 1.2" or "goal 2 = goal 3"')
        level = Level.GOAL if match["goal"] else Level.OBJECTIVE
        for version, number in ((old, match["old"]), (new, match["new"])):
            known = [each.number for each in (version.goals if level is Level.GOAL else version.objectives)]
            if number not in known:
                raise self.problem(f"{version.label} has no {level} {number}", f"it has {', '.join(known)}")
        return level, match["old"], match["new"]


def _entries(file: Path) -> Iterator[_Entry]:
    import tomllib  # noqa: PLC0415  (not for a project without the file)

    try:
        read = tomllib.loads(decode(read_bytes(file), str(file)))
    except tomllib.TOMLDecodeError as error:
        raise InvalidConfiguration(f"this is no TOML: {error}", file=str(file), remedy="mend it there") from None
    for name in read:
        if name != "alignment":
            raise InvalidConfiguration(
                "unknown key", file=str(file), key=name, remedy="the only table is [[alignment]]"
            )
    tables = read.get("alignment", [])
    if not isinstance(tables, list):
        reason, remedy = "a list of tables is expected here", "begin each with [[alignment]]"
        raise InvalidConfiguration(reason, file=str(file), key="alignment", remedy=remedy)
    return (_Entry(str(file), f"alignment[{at}]", table) for at, table in enumerate(tables))
