"""Prose and risks, sentence by sentence.

Both are compared alike; they differ in what a sentence is called: in a risks field it states a risk or a mitigation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from icsdiff.comparison.cells import Cell, Link, Offsets, cells, taken_spans
from icsdiff.comparison.figures import figures_of
from icsdiff.comparison.findings import Differences, Finding, Turnover
from icsdiff.comparison.pairs import FieldPair, home
from icsdiff.comparison.sentences import align_field, moves
from icsdiff.comparison.texts import compare_wordings
from icsdiff.language.risks import Role
from icsdiff.language.words import diff_words
from icsdiff.model.changes import Detail, Edit, Kind, Passage, RewriteReason

_ADDED = {None: Kind.TEXT_ADDED, Role.RISK: Kind.RISK_ADDED, Role.MITIGATION: Kind.MITIGATION_ADDED}
_REMOVED = {None: Kind.TEXT_REMOVED, Role.RISK: Kind.RISK_REMOVED, Role.MITIGATION: Kind.MITIGATION_REMOVED}
_REVISED = {None: Kind.TEXT_REVISED, Role.RISK: Kind.RISK_REVISED, Role.MITIGATION: Kind.MITIGATION_REVISED}

Linked = Iterable[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class _Field:
    """One field's text, and by place the spans that the sentences take along which do not stay in it."""

    text: str
    spans: Mapping[int, Offsets]

    def gap(self, cell: Cell) -> Passage:
        """The blank before a sentence that stays, as far as no sentence before it takes it along."""
        taken = cell.place - 1 in self.spans and self.spans[cell.place - 1][1] == cell.start
        return self.passage(cell.path, cell.start if taken else cell.gap, cell.start)

    def passage(self, path: str, start: int, end: int) -> Passage:
        """A run of the field."""
        return Passage(path, start, end, self.text[start:end])


@dataclass(slots=True)
class _Side:
    """One version's sentences that have no counterpart in their own field, and all fields by path."""

    alone: list[Cell] = field(default_factory=list)
    fields: dict[str, _Field] = field(default_factory=dict)

    def words(self, linked: Sequence[Cell]) -> Passage:
        """Neighbouring sentences with what lies between them."""
        path = linked[0].path
        return self.fields[path].passage(path, linked[0].start, linked[-1].end)

    def taken(self, *linked: Cell) -> Passage:
        """Neighbouring sentences with the blanks that come and go with them."""
        path = linked[0].path
        spans = self.fields[path].spans
        return self.fields[path].passage(path, spans[linked[0].place][0], spans[linked[-1].place][1])

    def take(
        self, texts: Mapping[str, str], sentences: Mapping[str, tuple[Cell, ...]], stays: Linked, shifted: Linked
    ) -> None:
        """Take in fields: the sentences that stay in them, those that moved inside the group, and all others."""
        kept, linked = {cell for each in stays for cell in each}, {cell for each in shifted for cell in each}
        for path, in_field in sentences.items():
            spans = taken_spans(in_field, {cell.place for cell in in_field if cell in kept})
            self.fields[path] = _Field(texts[path], spans)
            self.alone += [cell for cell in in_field if cell not in kept and cell not in linked]


def compare_prose(pairs: Iterable[FieldPair], turnover: Turnover) -> Differences:
    """Every difference between the sentences of the given fields."""
    found = Differences()
    old, new = _Side(), _Side()
    for group in _groups(pairs):
        found.add(_compare_fields(group, old, new, turnover))
    moved = moves(old.alone, new.alone)
    for link in moved:
        found.add(_moved(link, old, new))
    gone, come = {cell for link in moved for cell in link.old}, {cell for link in moved for cell in link.new}
    for cell in old.alone:
        if cell not in gone:
            finding = Finding(_REMOVED[cell.role], old.taken(cell), None, part_of=turnover.removed.get(home(cell.path)))
            found.findings += (finding, *figures_of(cell.passage, Kind.FIGURE_REMOVED, finding.part_of))
    for cell in new.alone:
        if cell not in come:
            finding = Finding(_ADDED[cell.role], None, new.taken(cell), part_of=turnover.added.get(home(cell.path)))
            found.findings += (finding, *figures_of(cell.passage, Kind.FIGURE_ADDED, finding.part_of))
    return found


def _groups(pairs: Iterable[FieldPair]) -> Iterable[Sequence[FieldPair]]:
    """The fields whose sentences are aligned together.

    A pair each; where an objective was split or merged, its field with that of all its parts.
    """
    groups: dict[object, list[FieldPair]] = {}
    for pair in pairs:
        key = (id(pair.match), pair.name) if pair.match else (pair.old_path, pair.new_path)
        groups.setdefault(key, []).append(pair)
    return groups.values()


def _compare_fields(pairs: Sequence[FieldPair], old: _Side, new: _Side, turnover: Turnover) -> Differences:
    """Compare the sentences that keep their place, follow those that moved inside the group, set the others free."""
    old_texts = {pair.old_path: pair.old for pair in pairs if pair.old_path}
    new_texts = {pair.new_path: pair.new for pair in pairs if pair.new_path}
    before = {path: cells(path, text) for path, text in old_texts.items()}
    after = {path: cells(path, text) for path, text in new_texts.items()}
    counterpart = {pair.old_path: pair.new_path for pair in pairs if pair.old_path}

    def same_field(link: Link) -> bool:
        return counterpart[link.old[0].path] == link.new[0].path

    in_order, moved = align_field(_as_printed(before), _as_printed(after))
    stays = [link for link in in_order if same_field(link)]
    shifted = [*(link for link in in_order if not same_field(link)), *moved]
    old.take(old_texts, before, [link.old for link in stays], [link.old for link in shifted])
    new.take(new_texts, after, [link.new for link in stays], [link.new for link in shifted])
    found = Differences()
    for link in stays:
        found.add(_compare_in_place(link, old, new))
    for link in shifted:
        carrier = None if same_field(link) else turnover.owner(link.old[0].path, link.new[0].path)
        found.add(_moved(link, old, new, same_field=same_field(link), carrier=carrier))
    return found


def _as_printed(fields: Mapping[str, Sequence[Cell]]) -> list[Cell]:
    """The sentences of several fields as a reader meets them: by the numbers of their goals or objectives."""
    by_number = sorted(fields, key=lambda path: [int(number) for number in re.findall(r"\d+", path)])
    return [cell for path in by_number for cell in fields[path]]


def _compare_in_place(link: Link, old: _Side, new: _Side) -> Differences:
    """The differences between two sentences that stand at the same place, and between the blanks before them."""
    found = Differences()
    old_gap = old.fields[link.old[0].path].gap(link.old[0])
    new_gap = new.fields[link.new[0].path].gap(link.new[0])
    if old_gap.text != new_gap.text:
        found.rewritten(old_gap, new_gap, RewriteReason.LAYOUT)
    before, after = old.words(link.old), new.words(link.new)
    if before.text != after.text:
        found.add(compare_wordings(before, after, _REVISED[link.new[0].role]))
    return found


def _moved(
    link: Link, old: _Side, new: _Side, *, same_field: bool = False, carrier: Finding | None = None
) -> Differences:
    """A sentence at another place, with what was revised on the way.

    One that went along with a split or merger (the ``carrier``) and reads the same is part of that.
    """
    before, after = old.words(link.old), new.words(link.new)
    inner = compare_wordings(before, after, Kind.TEXT_REVISED)
    edits = tuple(
        Edit(_shifted(edit.old, before.start), _shifted(edit.new, after.start))
        for edit in diff_words(before.text, after.text).edits
    )
    figures = [finding for finding in inner.findings if finding.kind is not Kind.TEXT_REVISED]
    revised = len(figures) < len(inner.findings)
    detail: Detail = {"from": before.path, "to": after.path, "same_field": same_field, "revised": revised}
    part_of = None if revised else carrier
    move = Finding(Kind.TEXT_MOVED, old.taken(*link.old), new.taken(*link.new), detail, edits, part_of)
    return Differences([move, *figures], inner.rewrites)


def _shifted(span: Offsets, by: int) -> Offsets:
    return span[0] + by, span[1] + by
