"""Figures in two wordings of one passage: which value became which, and which came or went."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal

from icsdiff.comparison.cells import Offsets, part
from icsdiff.comparison.figure_pairs import FigurePair, Place, pair_figures, places
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.language.calendar import iso
from icsdiff.language.figures import Figure, figures
from icsdiff.language.quantities import Value
from icsdiff.model.changes import Detail, Edit, Kind, Passage, RewriteReason, Scalar


def compare_figures(old: Passage, new: Passage, edits: Sequence[Edit]) -> Differences:
    """Values revised, added and removed between two wordings of one passage.

    The same value in other notation is a rewrite.
    """
    found = Differences()
    old_edits, new_edits = [edit.old for edit in edits], [edit.new for edit in edits]
    before, after = places(old.text, old_edits), places(new.text, new_edits)
    if not any(place.is_touched for place in (*before, *after)):
        return found
    pairs = pair_figures(before, after)
    told = {_amount(place.figure) for pair in pairs if all(pair) for place in pair if place}
    in_order = _in_order(pairs)
    for gone, come in pairs:
        if gone and come:
            if not gone.figure.same_value(come.figure):
                passages = _both(old, new, gone, come, edits)
                found.findings.append(Finding(Kind.FIGURE_REVISED, *passages, revision(gone.figure, come.figure)))
            elif _is_rewritten(gone, come) and gone.order in in_order:
                found.rewritten(*_both(old, new, gone, come, edits), RewriteReason.NOTATION)
        elif gone and _is_told_alone(gone, told):
            passage = _alone(old, gone, old_edits)
            found.findings.append(Finding(Kind.FIGURE_REMOVED, passage, None, single(gone.figure, "old")))
        elif come and _is_told_alone(come, told):
            passage = _alone(new, come, new_edits)
            found.findings.append(Finding(Kind.FIGURE_ADDED, None, passage, single(come.figure, "new")))
    return found


def figures_of(passage: Passage, kind: Kind, part_of: Finding | None) -> Iterator[Finding]:
    """Every quantity of a sentence that came or went as a whole, but for the times, which the sentence itself tells."""
    for figure in figures(passage.text):
        if figure.is_time:
            continue
        figure_itself = part(passage, figure.start, figure.end)
        if kind is Kind.FIGURE_ADDED:
            yield Finding(kind, None, figure_itself, single(figure, "new"), part_of=part_of)
        else:
            yield Finding(kind, figure_itself, None, single(figure, "old"), part_of=part_of)


def _is_told_alone(place: Place, told: Container[tuple[Value, str]]) -> bool:
    """Whether a figure of one side only is a change of its own.

    ``up from 1.32 million`` is none: it repeats what the other version gives as its figure.
    """
    figure = place.figure
    return place.is_touched and not figure.is_time and not (figure.is_base and _amount(figure) in told)


def _is_rewritten(gone: Place, come: Place) -> bool:
    """Whether two figures of the same value are written in different ways."""
    return (gone.is_touched or come.is_touched) and gone.figure.text != come.figure.text


def _amount(figure: Figure) -> tuple[Value, str]:
    return figure.value, figure.unit


def _in_order(pairs: Iterable[FigurePair]) -> set[int]:
    """The old figures that stand, in both wordings, after the same figures and before the same ones.

    Of others no rewrite is told: ``20 and thirty`` against ``30 and twenty`` says something else.
    """
    orders = sorted((gone.order, come.order) for gone, come in pairs if gone and come)
    behind_all, before_all = set[int](), set[int]()
    most, least = -1, math.inf
    for old, new in orders:
        if new > most:
            most = new
            behind_all.add(old)
    for old, new in reversed(orders):
        if new < least:
            least = new
            before_all.add(old)
    return behind_all & before_all


def _alone(passage: Passage, place: Place, edits: Sequence[Offsets]) -> Passage:
    """The figure's characters; where blanks came or went with it, these too."""
    start, end = place.figure.start, place.figure.end
    for edit_start, edit_end in (edits[each] for each in sorted(place.edits)):
        around = passage.text[edit_start:start] + passage.text[end:edit_end]
        if edit_start <= start and end <= edit_end and not around.strip():
            start, end = edit_start, edit_end
    return part(passage, start, end)


def _both(old: Passage, new: Passage, gone: Place, come: Place, edits: Sequence[Edit]) -> tuple[Passage, Passage]:
    """The characters of two figures; with the blank before them, where a mark that came or went took it along.

    Such a mark is the ``US`` of ``US$91`` against ``$91``.
    """
    old_start, new_start = gone.figure.start, come.figure.start
    for edit in (edits[each] for each in sorted(gone.edits | come.edits)):
        if _opens(old.text, gone.figure, edit.old) or _opens(new.text, come.figure, edit.new):
            old_blank, new_blank = old.text[edit.old[0] : old_start], new.text[edit.new[0] : new_start]
            if not (old_blank + new_blank).strip():
                old_start, new_start = old_start - len(old_blank), new_start - len(new_blank)
    return part(old, old_start, gone.figure.end), part(new, new_start, come.figure.end)


def _opens(text: str, figure: Figure, edit: Offsets) -> bool:
    """Whether an edit begins before a figure and ends inside it at a mark that no blank parts from the next."""
    return edit[0] < figure.start < edit[1] < figure.end and not text[edit[1]].isspace()


def revision(old: Figure, new: Figure) -> Detail:
    """The detail of ``figure-revised``.

    Both values and, of single values in one unit, their difference, also in percent of the old value; where the unit
    differs, the old one too.
    """
    delta = percent = None
    if old.unit == new.unit and old.upper is None and new.upper is None:
        delta = _difference(old.value, new.value)
    if delta is not None and isinstance(old.value, Decimal) and old.value and not old.is_time:
        percent = round(delta / abs(float(old.value)) * 100, 2)
    detail: dict[str, Scalar | list[Scalar]] = {
        "quantity": str(new.quantity),
        "unit": new.unit,
        "subject": new.subject or old.subject,
        "old": _value(old),
        "new": _value(new),
        "delta": delta,
        "percent": percent,
    }
    return detail if old.unit == new.unit else {**detail, "old_unit": old.unit}


def _difference(old: Value, new: Value) -> int | float | None:
    if isinstance(old, Decimal) and isinstance(new, Decimal):
        return _number(new - old)
    return None if isinstance(old, Decimal) or isinstance(new, Decimal) else (new - old).days


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


def _scalar(value: Value) -> Scalar:
    return _number(value) if isinstance(value, Decimal) else iso(value)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
