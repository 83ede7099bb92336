"""Linkages as a set: references, and what is said about them. Their order and their spelling are no change.

Every word of a field belongs to a reference, to a remark, or to what only holds the list together. References and
remarks are compared as sets, so a word that differs is told, unless it spells the same reference another way.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from icsdiff.comparison.cells import Offsets, outside, remainder
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.linkage_sets import match_references, match_remarks
from icsdiff.comparison.pairs import FieldPair
from icsdiff.comparison.texts import compare_wordings, differing_words
from icsdiff.language.references import Reference, references
from icsdiff.language.remarks import Remark, remarks
from icsdiff.language.words import WordDiff, diff_words
from icsdiff.model.changes import Detail, Kind, Passage, Rewrite, RewriteReason


def has_references(pair: FieldPair) -> bool:
    """Whether a field names any reference at all; one that names none is prose."""
    return bool(references(pair.old) or references(pair.new))


@dataclass(frozen=True)
class _Side:
    """One version's list."""

    path: str
    text: str

    @cached_property
    def named(self) -> tuple[Reference, ...]:
        return references(self.text)

    @cached_property
    def said(self) -> tuple[Remark, ...]:
        return remarks(self.text, self.named)

    def cut(self, span: Offsets) -> Passage:
        """A run of the list as a passage."""
        return Passage(self.path, *span, self.text[slice(*span)])

    def all_of(self, each: Reference | Remark) -> Passage:
        """All words of a reference or remark."""
        return self.cut((each.start, each.end))

    def own_words_of(self, each: Reference, edits: Sequence[Offsets]) -> Passage:
        """A reference's words, but of a number only those that the other list lacks: the framework may be shared."""
        if not each.number:
            return self.all_of(each)
        first = bisect_right(edits, each.start, key=lambda edit: edit[1])
        last = bisect_left(edits, each.end, key=lambda edit: edit[0])
        own = self.cut((max(each.start, edits[first][0]), min(each.end, edits[last - 1][1]))) if first < last else None
        return own if own and any(map(str.isalnum, own.text)) else self.all_of(each)


def compare_linkages(pair: FieldPair, part_of: Finding | None = None) -> Differences:
    """References gained, lost and revised, remarks in other words; every other difference of the lists is a rewrite."""
    if pair.old_path is None or pair.new_path is None:
        return Differences(list(_one_sided(pair, part_of)))
    old, new = _Side(pair.old_path, pair.old), _Side(pair.new_path, pair.new)
    diff = diff_words(pair.old, pair.new)
    found = Differences([*_references(old, new, diff), *_remarks(old, new)] if diff.edits else [])
    _rewrites(old, new, diff, found)
    return found


def _references(old: _Side, new: _Side, diff: WordDiff) -> Iterator[Finding]:
    old_edits = [edit.old for edit in diff.edits if edit.old[0] < edit.old[1]]
    new_edits = [edit.new for edit in diff.edits if edit.new[0] < edit.new[1]]
    revised, gone, come = match_references(old.named, new.named)
    for before, after in revised:
        detail = {**_detail(after), "old": before.label, "new": after.label}
        passages = old.all_of(before), new.all_of(after)
        yield Finding(Kind.LINKAGE_REVISED, *passages, detail, differing_words(*passages))
    for each in gone:
        yield Finding(Kind.LINKAGE_REMOVED, old.own_words_of(each, old_edits), None, _detail(each))
    for each in come:
        yield Finding(Kind.LINKAGE_ADDED, None, new.own_words_of(each, new_edits), _detail(each))


def _remarks(old: _Side, new: _Side) -> Iterator[Finding]:
    common = {each.key for each in old.named} & {each.key for each in new.named}
    revised, gone, come = match_remarks(old.said, new.said, common)
    for before, after in revised:
        yield from compare_wordings(old.all_of(before), new.all_of(after), Kind.TEXT_REVISED).findings
    for each in gone:
        yield Finding(Kind.TEXT_REMOVED, old.all_of(each), None)
    for each in come:
        yield Finding(Kind.TEXT_ADDED, None, new.all_of(each))


def _rewrites(old: _Side, new: _Side, diff: WordDiff, found: Differences) -> None:
    """Whatever differs outside the findings: the same references and remarks in another notation or order."""
    reason = _reason(old, new)
    old_covered = _united((each.old.start, each.old.end) for each in found.findings if each.old)
    new_covered = _united((each.new.start, each.new.end) for each in found.findings if each.new)
    for respelling in diff.respellings:
        found.rewritten(old.cut(respelling.old), new.cut(respelling.new), respelling.reason)
    for edit in diff.edits:
        for old_part, new_part in zip_longest(_uncovered(edit.old, old_covered), _uncovered(edit.new, new_covered)):
            old_end, new_end = edit.old[1], edit.new[1]
            found.rewritten(old.cut(old_part or (old_end, old_end)), new.cut(new_part or (new_end, new_end)), reason)
    differences: tuple[Finding | Rewrite, ...] = (*found.findings, *found.rewrites)
    if _left(old, (each.old for each in differences)) != _left(new, (each.new for each in differences)):
        # A framework's name is left to the next number of its list: the list as a whole is written another way.
        found.rewrites = [Rewrite(old.cut((0, len(old.text))), new.cut((0, len(new.text))), reason)]


def _united(spans: Iterable[Offsets]) -> list[Offsets]:
    """The spans in order, those that overlap as one."""
    united: list[Offsets] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def _uncovered(span: Offsets, covered: Sequence[Offsets]) -> Iterator[Offsets]:
    """The parts of a span that none of the spans holds, which are in order and apart."""
    first = bisect_left(covered, span[0], key=lambda each: each[1])
    last = bisect_right(covered, span[1], key=lambda each: each[0])
    return outside(span, covered[first:last])


def _left(side: _Side, passages: Iterable[Passage | None]) -> str:
    return remainder(side.text, ((passage.start, passage.end) for passage in passages if passage))


def _reason(old: _Side, new: _Side) -> RewriteReason:
    kept = {each.key for each in old.named} & {each.key for each in new.named}
    old_order, new_order = ([each.key for each in side.named if each.key in kept] for side in (old, new))
    return RewriteReason.NOTATION if old_order == new_order else RewriteReason.ORDER


def _one_sided(pair: FieldPair, part_of: Finding | None) -> Iterator[Finding]:
    """A field that came or went as a whole: its references and remarks, which together take along all of its text."""
    side = _Side(pair.old_path, pair.old) if pair.old_path else _Side(pair.new_path or "", pair.new)
    remarked = (each for each in side.said if not each.introduces)
    stated: list[Reference | Remark] = sorted((*side.named, *remarked), key=lambda each: each.start)
    at = 0
    for each, following in zip_longest(stated, stated[1:]):
        start, end = min(at, each.start), each.end if following else len(side.text)
        at = end
        passage = side.cut((start, end))
        detail = _detail(each) if isinstance(each, Reference) else {}
        kinds = (Kind.LINKAGE_REMOVED, Kind.LINKAGE_ADDED) if detail else (Kind.TEXT_REMOVED, Kind.TEXT_ADDED)
        if pair.old_path:
            yield Finding(kinds[0], passage, None, detail, part_of=part_of)
        else:
            yield Finding(kinds[1], None, passage, detail, part_of=part_of)


def _detail(reference: Reference) -> Detail:
    return {
        "framework": reference.framework,
        "element": reference.element,
        "number": reference.number,
        "date": reference.date,
    }
