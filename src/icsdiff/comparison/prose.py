"""Prose and risks, sentence by sentence.

Both are compared alike; they differ in what a sentence is called: in a risks field it states a risk or a mitigation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from icsdiff.comparison.cells import Cell, Offsets, cells, taken_spans
from icsdiff.comparison.figures import figures_of
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.pairs import FieldPair, home
from icsdiff.comparison.sentences import CellPair, align_field, moves
from icsdiff.comparison.texts import compare_wordings
from icsdiff.language.risks import Role
from icsdiff.language.words import diff_words
from icsdiff.model.changes import Detail, Edit, Kind, Passage, RewriteReason

_ADDED = {None: Kind.TEXT_ADDED, Role.RISK: Kind.RISK_ADDED, Role.MITIGATION: Kind.MITIGATION_ADDED}
_REMOVED = {None: Kind.TEXT_REMOVED, Role.RISK: Kind.RISK_REMOVED, Role.MITIGATION: Kind.MITIGATION_REMOVED}
_REVISED = {None: Kind.TEXT_REVISED, Role.RISK: Kind.RISK_REVISED, Role.MITIGATION: Kind.MITIGATION_REVISED}


@dataclass(slots=True)
class _Side:
    """One version's sentences that have no counterpart in their own field.

    Each with the passage that it takes along.
    """

    alone: list[Cell] = field(default_factory=list)
    taken: dict[Cell, Passage] = field(default_factory=dict)

    def set_free(self, text: str, sentences: Sequence[Cell], kept: set[int], moved: set[int]) -> dict[int, Offsets]:
        spans = taken_spans(sentences, kept)
        for place, span in spans.items():
            self.taken[sentences[place]] = Passage(sentences[place].path, *span, text[slice(*span)])
        self.alone += [cell for cell in sentences if cell.place not in kept | moved]
        return spans


def compare_prose(
    pairs: Iterable[FieldPair], brought: Mapping[str, Finding], took: Mapping[str, Finding]
) -> Differences:
    """Every difference between the sentences of the given fields.

    ``brought`` and ``took`` hold, by the home of its fields (``objectives/1.3``), the finding that added or removed a
    whole goal or objective: what happens to its sentences is part of that.
    """
    found = Differences()
    old, new = _Side(), _Side()
    shifted: list[CellPair] = []
    for pair in pairs:
        if pair.old != pair.new:
            shifted += _compare_field(pair, old, new, found)
    moved = moves(old.alone, new.alone)
    for before, after in (*shifted, *moved):
        same_field = (before, after) in shifted
        found.add(_moved(before, after, old.taken[before], new.taken[after], same_field=same_field))
    gone, come = {before for before, _ in moved}, {after for _, after in moved}
    for cell in old.alone:
        if cell not in gone:
            finding = Finding(_REMOVED[cell.role], old.taken[cell], None, part_of=took.get(home(cell.path)))
            found.findings += (finding, *figures_of(cell.passage, Kind.FIGURE_REMOVED, finding.part_of))
    for cell in new.alone:
        if cell not in come:
            finding = Finding(_ADDED[cell.role], None, new.taken[cell], part_of=brought.get(home(cell.path)))
            found.findings += (finding, *figures_of(cell.passage, Kind.FIGURE_ADDED, finding.part_of))
    return found


def _compare_field(pair: FieldPair, old: _Side, new: _Side, found: Differences) -> list[CellPair]:
    """Compare the sentences that keep their place, set the others free.

    Those that moved inside the field are returned.
    """
    before, after = cells(pair.old_path, pair.old), cells(pair.new_path, pair.new)
    in_order, moved = align_field(before, after)
    old_spans = old.set_free(pair.old, before, {cell.place for cell, _ in in_order}, {cell.place for cell, _ in moved})
    new_spans = new.set_free(pair.new, after, {cell.place for _, cell in in_order}, {cell.place for _, cell in moved})
    for gone, come in in_order:
        old_gap, new_gap = _gap(gone, pair.old, old_spans), _gap(come, pair.new, new_spans)
        if old_gap.text != new_gap.text:
            found.rewritten(old_gap, new_gap, RewriteReason.LAYOUT)
        if gone.text != come.text:
            found.add(compare_wordings(gone.passage, come.passage, _REVISED[come.role]))
    return moved


def _gap(cell: Cell, text: str, spans: Mapping[int, Offsets]) -> Passage:
    """The blank before a sentence that kept its place, as far as no sentence before it took it along."""
    taken = cell.place - 1 in spans and spans[cell.place - 1][1] == cell.start
    gap = cell.start if taken else cell.gap
    return Passage(cell.path, gap, cell.start, text[gap : cell.start])


def _moved(old: Cell, new: Cell, taken: Passage, brought: Passage, *, same_field: bool) -> Differences:
    """A sentence at another place, with what was revised on the way."""
    inner = compare_wordings(old.passage, new.passage, Kind.TEXT_REVISED)
    edits = tuple(
        Edit((edit.old[0] + old.start, edit.old[1] + old.start), (edit.new[0] + new.start, edit.new[1] + new.start))
        for edit in diff_words(old.text, new.text).edits
    )
    detail: Detail = {"from": old.path, "to": new.path, "same_field": same_field, "revised": bool(edits)}
    figures = [finding for finding in inner.findings if finding.kind is not Kind.TEXT_REVISED]
    return Differences([Finding(Kind.TEXT_MOVED, taken, brought, detail, edits), *figures], inner.rewrites)
