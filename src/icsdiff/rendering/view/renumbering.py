"""Runs of neighbours that were renumbered alike: ``3.2 to 3.5 became 3.3 to 3.6`` instead of four rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from icsdiff.model.alignment import Match, Relation
from icsdiff.rendering.places import names
from icsdiff.rendering.texts import Texts

Run = tuple[Match, ...]


def runs(alignment: Iterable[Match]) -> tuple[Run, ...]:
    """Two neighbours or more that kept their order and their goal under other numbers."""
    renumbered = [
        match for match in alignment if match.relation is Relation.MATCHED and match.renumbered and not match.moved
    ]
    found: list[list[Match]] = []
    for match in sorted(renumbered, key=lambda match: (match.level, _natural(match.old[0]), _natural(match.new[0]))):
        if found and _continues(found[-1][-1], match):
            found[-1].append(match)
        else:
            found.append([match])
    return tuple(tuple(run) for run in found if len(run) > 1)


def told(run: Run, texts: Texts) -> str:
    """``Objectives 3.2 to 3.5 became 3.3 to 3.6``."""
    old, new = (_first_and_last(numbers, texts) for numbers in ([each.old for each in run], [each.new for each in run]))
    name = texts.say(names(run[0].level, run[0].old), len(run), numbers=old)
    return texts.say("runs.became", names=name, new=new)


def _first_and_last(numbers: Sequence[tuple[str, ...]], texts: Texts) -> str:
    (first,), *_, (last,) = numbers
    form = "runs.more" if len(numbers) > 2 else "runs.two"  # noqa: PLR2004
    return texts.say(form, first=first.removeprefix("M"), last=last.removeprefix("M"))


def _continues(before: Match, after: Match) -> bool:
    same = before.level is after.level
    return same and _follows(before.old[0], after.old[0]) and _follows(before.new[0], after.new[0])


def _follows(before: str, after: str) -> bool:
    """Whether two numbers are neighbours: 1.9 and 1.10, not 1.9 and 2.1."""
    old, new = _natural(before), _natural(after)
    if len(old) != len(new) or len(old) == 1:
        return False
    return (*old[:-2], int(old[-2]) + 1, old[-1]) == (*new,)


def _natural(number: str) -> list[str | int]:
    """A number as printed in its pieces, so that 1.10 comes after 1.9."""
    return [int(piece) if at % 2 else piece for at, piece in enumerate(re.split(r"([0-9]{1,9})", number))]
