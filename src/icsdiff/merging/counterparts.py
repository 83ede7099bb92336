"""Which goals and objectives of three versions are the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from icsdiff.language.words import reading
from icsdiff.model.alignment import Match
from icsdiff.model.version import Goal, Objective

E = TypeVar("E", Goal, Objective)

_HOMES: dict[type, str] = {Goal: "goals", Objective: "objectives"}


class Trio(NamedTuple, Generic[E]):
    """A goal or objective as each version has it; None where it has none."""

    base: E | None
    ours: E | None
    theirs: E | None

    @property
    def path(self) -> str:
        """Where it stands: by our number, or by the number that those give it who have it."""
        entity = self.ours or self.theirs or self.base
        return f"{_HOMES[type(entity)]}/{entity.number}" if entity else ""

    @property
    def title(self) -> str:
        """The words that a reader knows it by."""
        entity = self.ours or self.theirs or self.base
        return entity.title if entity else ""


def trios(
    base: Sequence[E],
    ours: Sequence[E],
    theirs: Sequence[E],
    to_ours: Iterable[Match],
    to_theirs: Iterable[Match],
) -> list[Trio[E]]:
    """Every goal, or every objective, once; those of the base first, then what the sides added.

    A stable id decides, else that nothing differs, else the alignment of the base with each side. What both sides added
    is one where its id or its statement is the same: anything less might join two that have nothing in common.
    """
    mine, yours = _counterparts(base, ours, to_ours), _counterparts(base, theirs, to_theirs)
    named = {number: each.number for number, each in _same(ours, theirs, [_id]).items()}
    mine, yours = (
        _agreed(mine, yours, named),
        _agreed(yours, mine, {other: number for number, other in named.items()}),
    )
    found = [Trio(each, mine.get(each.number), yours.get(each.number)) for each in base]
    own, other = _left(ours, mine.values()), _left(theirs, yours.values())
    joined = _same(own, other, (_id, lambda each: each, lambda each: reading(each.title)))
    found += [Trio(None, each, joined.get(each.number)) for each in own]
    found += [Trio(None, None, each) for each in _left(other, joined.values())]
    return found


def _counterparts(base: Sequence[E], side: Sequence[E], matches: Iterable[Match]) -> dict[str, E]:
    """By number in the base; of several parts the one that goes on as the whole."""
    found = _same(base, side, (_id, lambda each: each))
    by_number = {each.number: each for each in side}
    taken = {each.number for each in found.values()}
    for match in matches:
        if match.old and match.new and match.old[0] not in found and match.new[0] not in taken:
            found[match.old[0]] = by_number[match.new[0]]
    return found


def _agreed(found: Mapping[str, E], across: Mapping[str, E], named: Mapping[str, str]) -> dict[str, E]:
    """The counterparts on one side without those that the other side's contradict.

    ``named`` has the other side's number of what bears the same id there. The base may lack that id, and be as much
    like what both sides added as like its own successor.
    """
    return {
        number: each
        for number, each in found.items()
        if each.number not in named or (number in across and across[number].number == named[each.number])
    }


def _id(entity: Goal | Objective) -> str:
    return entity.id


def _left(side: Sequence[E], taken: Iterable[E]) -> list[E]:
    numbers = {each.number for each in taken}
    return [each for each in side if each.number not in numbers]


def _same(
    one: Sequence[E], other: Sequence[E], names: Iterable[Callable[[E], str | tuple[str, ...] | E]]
) -> dict[str, E]:
    """By number, the counterpart that has the same name; an earlier kind of name decides before a later one."""
    found: dict[str, E] = {}
    for name_of in names:
        free = {name_of(each): each for each in reversed(_left(other, found.values())) if name_of(each)}
        for each in one:
            if each.number not in found and (same := free.pop(name_of(each), None)):
                found[each.number] = same
    return found
