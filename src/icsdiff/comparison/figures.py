"""Figures in two wordings of one passage: which value became which.

Figures are paired by what they count and by where the words around them are aligned, not by their order.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date
from decimal import Decimal

from icsdiff.comparison.cells import Offsets, touches
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.language.figures import Figure, Quantity, figures
from icsdiff.language.likeness import likeness
from icsdiff.model.changes import Detail, Edit, Kind, Passage, RewriteReason, Scalar

_SAME_SUBJECT = 0.5
_TIMES = frozenset({Quantity.YEAR, Quantity.FISCAL_YEAR, Quantity.DATE})


def compare_figures(old: Passage, new: Passage, edits: Sequence[Edit]) -> Differences:
    """Values revised, added and removed between two wordings of one passage.

    The same value in other notation is a rewrite.
    """
    found = Differences()
    before, after = figures(old.text), figures(new.text)
    touched_before = {figure for figure in before if _touched(figure, [edit.old for edit in edits])}
    touched_after = {figure for figure in after if _touched(figure, [edit.new for edit in edits])}
    if not touched_before and not touched_after:
        return found
    pairs = list(_pairs(before, after, edits))
    told = {(figure.value, figure.unit) for pair in pairs if all(pair) for figure in pair if figure}
    for gone, come in pairs:
        if gone not in touched_before and come not in touched_after and not _differ(gone, come):
            continue
        if gone and come:
            _revised(_passage(old, gone), _passage(new, come), gone, come, found)
        elif gone and _stands_for_itself(gone, told):
            passage = _passage(old, gone, [edit.old for edit in edits])
            found.findings.append(Finding(Kind.FIGURE_REMOVED, passage, None, single(gone, "old")))
        elif come and _stands_for_itself(come, told):
            passage = _passage(new, come, [edit.new for edit in edits])
            found.findings.append(Finding(Kind.FIGURE_ADDED, None, passage, single(come, "new")))
    return found


def _differ(gone: Figure | None, come: Figure | None) -> bool:
    return gone is not None and come is not None and not gone.same_value(come)


def _revised(old: Passage, new: Passage, gone: Figure, come: Figure, found: Differences) -> None:
    if not gone.same_value(come):
        found.findings.append(Finding(Kind.FIGURE_REVISED, old, new, revision(gone, come)))
    elif gone.text != come.text:
        found.rewritten(old, new, RewriteReason.NOTATION)


def _stands_for_itself(alone: Figure, told: Container[tuple[Decimal | date, str]]) -> bool:
    """Whether a figure of one side only is a change of its own.

    A year is told with its sentence; ``up from 1.32 million`` repeats what the other version gives as its figure.
    """
    return alone.quantity not in _TIMES and not (alone.is_base and (alone.value, alone.unit) in told)


def figures_of(passage: Passage, kind: Kind, part_of: Finding | None) -> Iterator[Finding]:
    """Every quantity of a sentence that came or went as a whole.

    Its bare years and dates are told by the sentence itself.
    """
    for figure in figures(passage.text):
        if figure.quantity in _TIMES:
            continue
        part = _passage(passage, figure)
        if kind is Kind.FIGURE_ADDED:
            yield Finding(kind, None, part, single(figure, "new"), part_of=part_of)
        else:
            yield Finding(kind, part, None, single(figure, "old"), part_of=part_of)


def _touched(figure: Figure, edits: Sequence[Offsets]) -> bool:
    return any(touches((figure.start, figure.end), edit) for edit in edits if edit[0] < edit[1])


def _pairs(
    old: Sequence[Figure], new: Sequence[Figure], edits: Sequence[Edit]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    scored = sorted(
        (-_affinity(before, after, edits), abs(i - j), i + j, i, j)
        for i, before in enumerate(old)
        for j, after in enumerate(new)
        if _affinity(before, after, edits) > 0
    )
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for *_, i, j in scored:
        if i in free_old and j in free_new:
            free_old.remove(i)
            free_new.remove(j)
            yield old[i], new[j]
    yield from ((old[i], None) for i in sorted(free_old))
    yield from ((None, new[j]) for j in sorted(free_new))


def _affinity(old: Figure, new: Figure, edits: Sequence[Edit]) -> float:
    """How much speaks for two figures being the same one; 0 where they cannot be."""
    if (old.quantity in _TIMES) != (new.quantity in _TIMES):
        return 0.0
    subject = likeness(old.subject, new.subject) if old.subject and new.subject else 0.0
    same_place = any(
        touches((old.start, old.end), edit.old) and touches((new.start, new.end), edit.new) for edit in edits
    )
    same_value = old.same_value(new)
    same_measure = old.quantity == new.quantity and old.unit == new.unit
    if not same_value and not (same_place and (same_measure or subject >= _SAME_SUBJECT)) and subject < _SAME_SUBJECT:
        return 0.0
    if not same_value and not same_measure and not same_place:
        return 0.0
    # A value that the other side only looks back on is not the one to set beside a value that stands.
    return 2.0 * same_value + 2.5 * (old.is_base == new.is_base) + same_place + same_measure + subject


def _passage(passage: Passage, figure: Figure, edits: Sequence[Offsets] = ()) -> Passage:
    """The figure's characters; where blanks came or went with it, these too."""
    start, end = figure.start, figure.end
    for edit_start, edit_end in edits:
        around = passage.text[edit_start:start] + passage.text[end:edit_end]
        if edit_start <= start and end <= edit_end and not around.strip():
            start, end = edit_start, edit_end
    return Passage(passage.path, passage.start + start, passage.start + end, passage.text[start:end])


def revision(old: Figure, new: Figure) -> Detail:
    """The detail of ``figure-revised``.

    Both values, their difference, and the difference in percent of the old value.
    """
    delta = percent = None
    if isinstance(old.value, Decimal) and isinstance(new.value, Decimal):
        delta = _number(new.value - old.value)
        if old.value and old.quantity not in _TIMES:
            percent = round(float((new.value - old.value) / abs(old.value) * 100), 2)
    elif isinstance(old.value, date) and isinstance(new.value, date):
        delta = (new.value - old.value).days
    return {
        "quantity": str(new.quantity),
        "unit": new.unit,
        "subject": new.subject or old.subject,
        "old": _value(old),
        "new": _value(new),
        "delta": delta,
        "percent": percent,
    }


def single(figure: Figure, side: str) -> Detail:
    """The detail of a figure that stands on one side only."""
    return {
        "quantity": str(figure.quantity),
        "unit": figure.unit,
        "subject": figure.subject,
        "old": _value(figure) if side == "old" else None,
        "new": _value(figure) if side == "new" else None,
    }


def _value(figure: Figure) -> Scalar | list[Scalar]:
    low = _scalar(figure.value)
    return low if figure.upper is None else [low, _scalar(figure.upper)]


def _scalar(value: Decimal | date) -> Scalar:
    return _number(value) if isinstance(value, Decimal) else value.isoformat()


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
