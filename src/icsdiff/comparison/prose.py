"""Prose and risks, sentence by sentence.

Both are compared alike; they differ in what a sentence is called: in a risks field it states a risk or a mitigation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from icsdiff.comparison.cells import Cell, Link, Offsets, cells, taken_spans
from icsdiff.comparison.figures import figures_of
from icsdiff.comparison.findings import Differences, Finding, Turnover
from icsdiff.comparison.pairs import FieldPair, home
from icsdiff.comparison.sentences import Group, align_sentences
from icsdiff.comparison.texts import compare_wordings, differing_words
from icsdiff.language.risks import Role
from icsdiff.model.changes import Detail, Kind, Passage, RewriteReason

_ADDED = {None: Kind.TEXT_ADDED, Role.RISK: Kind.RISK_ADDED, Role.MITIGATION: Kind.MITIGATION_ADDED}
_REMOVED = {None: Kind.TEXT_REMOVED, Role.RISK: Kind.RISK_REMOVED, Role.MITIGATION: Kind.MITIGATION_REMOVED}
_REVISED = {None: Kind.TEXT_REVISED, Role.RISK: Kind.RISK_REVISED, Role.MITIGATION: Kind.MITIGATION_REVISED}

_Cells = Mapping[str, tuple[Cell, ...]]
"""The sentences of each field, by its path."""


class _Side(NamedTuple):
    """One version's fields, and by path and place what those sentences take along that do not stay."""

    texts: Mapping[str, str]
    spans: Mapping[str, Mapping[int, Offsets]]

    @classmethod
    def of(cls, texts: Mapping[str, str], sentences: _Cells, stays: Collection[Cell]) -> _Side:
        """The side on which the given sentences stay where they are."""
        kept = {path: {cell.place for cell in in_field if cell in stays} for path, in_field in sentences.items()}
        return cls(texts, {path: taken_spans(in_field, kept[path]) for path, in_field in sentences.items()})

    def words(self, linked: Sequence[Cell]) -> Passage:
        """Neighbouring sentences with what lies between them."""
        return self._passage(linked[0].path, linked[0].start, linked[-1].end)

    def taken(self, linked: Sequence[Cell]) -> Passage:
        """Neighbouring sentences with the blanks that come and go with them."""
        spans = self.spans[linked[0].path]
        return self._passage(linked[0].path, spans[linked[0].place][0], spans[linked[-1].place][1])

    def gap(self, cell: Cell) -> Passage:
        """The blank before a sentence that stays, as far as no sentence before it takes it along."""
        _, taken = self.spans[cell.path].get(cell.place - 1, (0, cell.gap))
        return self._passage(cell.path, max(cell.gap, taken), cell.start)

    def _passage(self, path: str, start: int, end: int) -> Passage:
        return Passage(path, start, end, self.texts[path][start:end])


def compare_prose(pairs: Sequence[FieldPair], turnover: Turnover) -> Differences:
    """Every difference between the sentences of the given fields."""
    old_texts = {pair.old_path: pair.old for pair in pairs if pair.old_path}
    new_texts = {pair.new_path: pair.new for pair in pairs if pair.new_path}
    old_cells = {path: cells(path, text) for path, text in old_texts.items()}
    new_cells = {path: cells(path, text) for path, text in new_texts.items()}
    links = align_sentences(list(_groups(pairs, old_cells, new_cells)))
    same_field = {(pair.old_path, pair.new_path) for pair in pairs}
    stays = [link for link in links if link.in_order and link.paths in same_field]
    moved = [link for link in links if not (link.in_order and link.paths in same_field)]
    old = _Side.of(old_texts, old_cells, {cell for link in stays for cell in link.old})
    new = _Side.of(new_texts, new_cells, {cell for link in stays for cell in link.new})
    found = Differences()
    for link in stays:
        found.add(_compare_in_place(link, old, new))
    for link in moved:
        carrier = turnover.owner(*link.paths) if link.same_family and link.paths not in same_field else None
        found.add(_moved(link, old, new, same_field=link.paths in same_field, carrier=carrier))
    for cell in _alone(old_cells, [link.old for link in links]):
        finding = Finding(_REMOVED[cell.role], old.taken([cell]), None, part_of=turnover.removed.get(home(cell.path)))
        found.findings += (finding, *figures_of(cell.passage, Kind.FIGURE_REMOVED, finding.part_of))
    for cell in _alone(new_cells, [link.new for link in links]):
        finding = Finding(_ADDED[cell.role], None, new.taken([cell]), part_of=turnover.added.get(home(cell.path)))
        found.findings += (finding, *figures_of(cell.passage, Kind.FIGURE_ADDED, finding.part_of))
    return found


def _groups(pairs: Iterable[FieldPair], old: _Cells, new: _Cells) -> Iterator[Group]:
    """The sentences that are aligned with each other: those of a field on both sides.

    Where an objective was split or merged, then also those of the same field of all its parts.
    """
    families: dict[object, list[FieldPair]] = {}
    for pair in pairs:
        key = (id(pair.match), pair.name) if pair.match else (pair.old_path, pair.new_path)
        families.setdefault(key, []).append(pair)
    for at, family in enumerate(families.values()):
        across = product(family, family) if len(family) > 1 else ()
        others = [(a.old_path, b.new_path) for a, b in across if a is not b and a.old_path and b.new_path]
        for old_path, new_path in (*((pair.old_path, pair.new_path) for pair in family), *others):
            yield Group(old[old_path] if old_path else (), new[new_path] if new_path else (), at)


def _alone(sentences: _Cells, linked: Iterable[tuple[Cell, ...]]) -> Iterator[Cell]:
    """The sentences without a counterpart anywhere."""
    taken = {cell for each in linked for cell in each}
    return (cell for in_field in sentences.values() for cell in in_field if cell not in taken)


def _compare_in_place(link: Link, old: _Side, new: _Side) -> Differences:
    """The differences between two sentences that stand at the same place, and between the blanks before them."""
    found = Differences()
    old_gap, new_gap = old.gap(link.old[0]), new.gap(link.new[0])
    if old_gap.text != new_gap.text:
        found.rewritten(old_gap, new_gap, RewriteReason.LAYOUT)
    before, after = old.words(link.old), new.words(link.new)
    if before.text != after.text:
        found.add(compare_wordings(before, after, _REVISED[_role(link)]))
    return found


def _role(link: Link) -> Role | None:
    """What a revised sentence states: a mitigation where either version states one, negated as it may be."""
    roles = {cell.role for cell in (*link.old, *link.new)}
    return next((role for role in (Role.MITIGATION, Role.RISK) if role in roles), None)


def _moved(link: Link, old: _Side, new: _Side, *, same_field: bool, carrier: Finding | None) -> Differences:
    """A sentence at another place, and what was revised on the way.

    The revision is part of the move; of a sentence that only went along with a split or merger (the ``carrier``) it
    stands alone.
    """
    before, after = old.words(link.old), new.words(link.new)
    kind = _REVISED[_role(link)]
    inner = compare_wordings(before, after, kind)
    revised = any(finding.kind is kind for finding in inner.findings)
    detail: Detail = {"from": before.path, "to": after.path, "same_field": same_field, "revised": revised}
    move = Finding(
        Kind.TEXT_MOVED, old.taken(link.old), new.taken(link.new), detail, differing_words(before, after), carrier
    )
    part_of = None if carrier else move
    rest = [replace(each, part_of=part_of) if each.kind is kind else each for each in inner.findings]
    return Differences([move, *rest], inner.rewrites)
