"""The own fields of one goal or objective, and whatever else has a name and a text, three ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from icsdiff.merging.counterparts import E, Trio
from icsdiff.merging.merged import Clash, Sides, three_way
from icsdiff.merging.order import merge_order
from icsdiff.merging.texts import merge_text
from icsdiff.model.version import GOAL_FIELDS, OBJECTIVE_FIELDS, Extra, Goal, Objective, slug

_FIELDS: dict[type, tuple[str, ...]] = {Goal: GOAL_FIELDS, Objective: OBJECTIVE_FIELDS}

Note = Callable[[str, Clash], None]
"""Takes what cannot be combined: the name of the field, and why."""


def merge_value(name: str, values: Iterable[Any], note: Note) -> Sides[Any]:
    """A value that is one thing: a date, a number, a title."""
    sides = three_way(*values)
    if sides.ours != sides.theirs:
        note(name, Clash.BOTH_CHANGED)
    return sides


def merge_field(name: str, texts: Iterable[str], note: Note) -> Sides[str]:
    """A text of the base, of our side and of theirs."""
    merged = merge_text(name, *texts)
    for clash in dict.fromkeys(merged.clashes):
        note(name, clash)
    return merged.sides


def merge_entity(trio: Trio[E], note: Note, *, is_needed: bool) -> Sides[E | None]:
    """A goal or objective with its own fields; a goal's objectives are left as its side has them.

    Gone where one side removed it and the other neither edited it nor needs it; else there for that other side.
    """
    base, ours, theirs = trio
    if ours is None or theirs is None:
        if base is None:
            return Sides(*[ours or theirs] * 2)
        left = ours or theirs
        if left is None or not (is_needed or _is_edited(base, left)):
            return Sides(None, None)
        note("", Clash.OURS_REMOVED if ours is None else Clash.THEIRS_REMOVED)
        return Sides(ours, theirs)
    kind = type(ours)
    of_all = base or kind(""), ours, theirs
    merged: dict[str, Sides[Any]] = {
        name: merge_value(name, (getattr(each, name) for each in of_all), note) for name in ("number", "id")
    }
    for name in _FIELDS[kind]:
        merged[name] = merge_field(name, (getattr(each, name) for each in of_all), note)
    merged["extras"] = merge_extras([each.extras for each in of_all], note)
    return Sides(*(kind(**{name: getattr(sides, side) for name, sides in merged.items()}) for side in Sides._fields))


def _is_edited(base: E, side: E) -> bool:
    """Whether a side changed what a goal or objective says; a number of its own is no edit."""
    return (dict(base.fields), base.extras) != (dict(side.fields), side.extras)


def merge_extras(of_all: Iterable[tuple[Extra, ...]], note: Note) -> Sides[tuple[Extra, ...]]:
    """Fields or sections under the names of their author."""
    base, ours, theirs = ({slug(each.name): each for each in extras} for extras in of_all)
    merged = {
        key: _merge_extra(key, (base.get(key), ours.get(key), theirs.get(key)), note) for key in base | ours | theirs
    }
    order = merge_order(list(base), list(ours), list(theirs))
    found = Sides(*(_present(keys, merged, side) for keys, side in zip(order, Sides._fields, strict=True)))
    if order.ours != order.theirs and sorted(map(repr, found.ours)) == sorted(map(repr, found.theirs)) != []:
        note("extras", Clash.ORDER)
    return found


def _present(keys: Iterable[str], merged: Mapping[str, Sides[Extra | None]], side: str) -> tuple[Extra, ...]:
    extras = (getattr(merged[key], side) for key in keys)
    return tuple(each for each in extras if each is not None)


def _merge_extra(key: str, trio: tuple[Extra | None, Extra | None, Extra | None], note: Note) -> Sides[Extra | None]:
    base, ours, theirs = trio
    if ours is None or theirs is None:
        if base is None:
            return Sides(*[ours or theirs] * 2)
        left = ours or theirs
        if left is None or left.text == base.text:
            return Sides(None, None)
        note(key, Clash.OURS_REMOVED if ours is None else Clash.THEIRS_REMOVED)
        return Sides(ours, theirs)
    names = merge_value(key, (base.name if base else "", ours.name, theirs.name), note)
    texts = merge_field(key, (base.text if base else "", ours.text, theirs.text), note)
    return Sides(Extra(names.ours, texts.ours), Extra(names.theirs, texts.theirs))
