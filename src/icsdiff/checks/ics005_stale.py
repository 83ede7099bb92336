"""``ICS005``: a figure that was revised in one place and left as it was in another."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from icsdiff.checks.amounts import Amount, amounts, grouped
from icsdiff.checks.names import Names
from icsdiff.checks.rule import Case, Fault, Rule
from icsdiff.model.changes import Kind, Passage


def find(case: Case) -> Iterator[Fault]:
    """Old values that survive, by the figures that a comparison with the baseline finds revised."""
    if case.changes is None:
        return
    before, now = tuple(amounts(case.changes.old)), tuple(amounts(case.version))
    kept = {each.sentence for each in before}
    by_field = [grouped(figures, lambda each: each.place.path) for figures in (before, now)]
    by_value = grouped(now, lambda each: each.figure.value)
    names = Names(case.version)
    told: set[Passage] = set()
    for change in case.changes.changes:
        if change.kind is not Kind.FIGURE_REVISED or change.old is None or change.new is None:
            continue
        old, new = (_at(*side) for side in zip(by_field, (change.old, change.new), strict=True))
        if old is None or new is None or old.figure.value == new.figure.value:
            continue
        for amount in by_value.get(old.figure.value, ()):
            stays = amount.sentence in kept and amount.place not in told and not amount.figure.is_base
            if stays and _is_left(amount, old, new):
                told.add(amount.place)
                yield _fault(amount, new, names)


def _at(by_field: Mapping[Hashable, Sequence[Amount]], passage: Passage) -> Amount | None:
    """The figure that a change is about."""
    return next((each for each in by_field.get(passage.path, ()) if _overlap(each.place, passage)), None)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _is_left(amount: Amount, old: Amount, new: Amount) -> bool:
    if amount.kind != old.kind or amount.sentence == new.sentence:
        return False
    return amount.same_thing(old) or amount.touches(old)


def _fault(stale: Amount, new: Amount, places: Names) -> Fault:
    there, here = places.whole(new.place.path), places.whole(stale.place.path)
    subject = f" ({stale.figure.subject})" if stale.figure.subject else ""
    message = f"{there} was revised to “{new.place.text}”; {here} still says “{stale.place.text}”{subject}"
    return Fault(message, "Should this figure have been revised, too?", (stale.place, new.place))


RULE = Rule(
    "ICS005",
    "stale figure: revised in one place, the old value left in another",
    "Figures repeat over a strategy, and an update finds only some of them. The rule takes each figure that was "
    "revised since the baseline and looks for its old value about the same thing in sentences that did not change. It "
    "needs a baseline.",
    "Priorities: 1.32 million became 1.57 million. Goal 4 still says “1.32 million displaced Venezuelans”.",
    find,
)
