"""Numbers that two goals or objectives have after a merge, because each side gave it to another one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from icsdiff.merging.counterparts import E, Trio
from icsdiff.merging.merged import Clash

_NUMBER = re.compile(r"(M?(?:[0-9]+\.)*)([0-9]+)")


def with_own_numbers(
    trios: Sequence[Trio[E]], found: Sequence[dict[int, E]], note: Callable[[Trio[E], str, Clash], None]
) -> list[dict[int, E]]:
    """What is there on our side and on theirs, each with a number that no other has.

    The side that a conflict goes to keeps its number; the other's takes the next one that nobody has.
    """
    settled = []
    for side, entities in enumerate(found, 1):
        taken = {each.number for trio in trios for each in trio if each}
        by_number: dict[str, list[int]] = {}
        for at, each in entities.items():
            by_number.setdefault(each.number, []).append(at)
        result = dict(entities)
        for number, places in sorted(by_number.items()):
            for at in places if len(places) > 1 else ():
                own = trios[at][side]
                if own is None or own.number != number:
                    result[at] = replace(result[at], number=_next_free(number, taken))
                    taken.add(result[at].number)
                    note(trios[at], "number", Clash.NUMBER)
        settled.append(result)
    return settled


def _next_free(number: str, taken: set[str]) -> str:
    """``1.4`` for a second ``1.3``; numbers are never used twice, so that nobody takes one for the other."""
    parts = _NUMBER.match(number)
    before, last = (parts[1], int(parts[2])) if parts else (number, 0)
    return next(free for at in count(last + 1) if (free := f"{before}{at}") not in taken)
