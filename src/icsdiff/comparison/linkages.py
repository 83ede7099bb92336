"""Linkages as a set of references: their order and their spelling are no change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from icsdiff.comparison.cells import Offsets, inside, outside, remainder, touches
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.pairs import FieldPair
from icsdiff.language.likeness import likeness
from icsdiff.language.references import Reference, references
from icsdiff.language.words import diff_words, words
from icsdiff.model.changes import Detail, Kind, Passage, Rewrite, RewriteReason

_SAME_FRAMEWORK = 0.5
"""Likeness of two names from which a reference without counterpart is the same one, named otherwise."""
_CONNECTIVES = frozenset({"and", "or", "the", "of", "to", "also", "well", "as"})

RefPair = tuple[Reference, Reference]


def has_references(pair: FieldPair) -> bool:
    """Whether a field names any reference at all; one that names none is prose."""
    return bool(references(pair.old) or references(pair.new))


@dataclass(frozen=True, slots=True)
class _Side:
    """One version's list, and where its words differ from the other's."""

    path: str
    text: str
    named: tuple[Reference, ...]
    edits: tuple[Offsets, ...]

    def cut(self, span: Offsets) -> Passage:
        """A run of the list as a passage."""
        return Passage(self.path, *span, self.text[slice(*span)])

    def passage(self, reference: Reference) -> Passage:
        """A reference's words, without those at its ends that the other list has too: the framework before a number."""
        span = (reference.start, reference.end)
        touched = [edit for edit in self.edits if edit[0] < edit[1] and touches(edit, span)]
        return self.cut((max(span[0], touched[0][0]), min(span[1], touched[-1][1])) if touched else span)


def compare_linkages(pair: FieldPair, part_of: Finding | None = None) -> Differences:
    """References gained, lost and revised.

    Every other difference between the two lists is a rewrite, or text where it says more.
    """
    if pair.old_path is None or pair.new_path is None:
        return Differences(list(_one_sided(pair, part_of)))
    diff = diff_words(pair.old, pair.new)
    old = _Side(pair.old_path, pair.old, references(pair.old), tuple(edit.old for edit in diff.edits))
    new = _Side(pair.new_path, pair.new, references(pair.new), tuple(edit.new for edit in diff.edits))
    found = Differences()
    for respelling in diff.respellings:
        found.rewritten(old.cut(respelling.old), new.cut(respelling.new), respelling.reason)
    revised, gone, come = _matched(old.named, new.named)
    found.findings += [
        Finding(Kind.LINKAGE_REVISED, old.passage(before), new.passage(after), _detail(after))
        for before, after in revised
    ]
    found.findings += [Finding(Kind.LINKAGE_REMOVED, old.passage(each), None, _detail(each)) for each in gone]
    found.findings += [Finding(Kind.LINKAGE_ADDED, None, new.passage(each), _detail(each)) for each in come]
    _explain_rest(old, new, found)
    return found


def _explain_rest(old: _Side, new: _Side, found: Differences) -> None:
    """Whatever differs outside the references that changed: another order or notation, or text that names none."""
    old_covered = [(each.old.start, each.old.end) for each in found.findings if each.old]
    new_covered = [(each.new.start, each.new.end) for each in found.findings if each.new]
    kept = {reference.key for reference in old.named} & {reference.key for reference in new.named}
    in_order = [each.key for each in old.named if each.key in kept] == [
        each.key for each in new.named if each.key in kept
    ]
    reason = RewriteReason.NOTATION if in_order else RewriteReason.ORDER
    for old_edit, new_edit in zip(old.edits, new.edits, strict=True):
        old_loose, new_loose = list(outside(old_edit, old_covered)), list(outside(new_edit, new_covered))
        if _says_more(old, old_loose) or _says_more(new, new_loose):
            found.findings.append(_text(old.cut(old_edit), new.cut(new_edit)))
            continue
        for old_span, new_span in zip_longest(old_loose, new_loose):
            old_part = old.cut(old_span or (old_edit[1], old_edit[1]))
            found.rewritten(old_part, new.cut(new_span or (new_edit[1], new_edit[1])), reason)
    _seal(old, new, found, reason)


def _one_sided(pair: FieldPair, part_of: Finding | None) -> Iterator[Finding]:
    """A field that came or went as a whole: its references, which between them take along all that it says."""
    text, path = (pair.old, pair.old_path) if pair.old_path else (pair.new, pair.new_path)
    named = references(text)
    at = 0
    for reference, following in zip_longest(named, named[1:]):
        end = reference.end if following else len(text)
        passage = Passage(path or "", at, end, text[at:end])
        at = end
        if pair.old_path:
            yield Finding(Kind.LINKAGE_REMOVED, passage, None, _detail(reference), part_of=part_of)
        else:
            yield Finding(Kind.LINKAGE_ADDED, None, passage, _detail(reference), part_of=part_of)


def _matched(
    old: Sequence[Reference], new: Sequence[Reference]
) -> tuple[list[RefPair], list[Reference], list[Reference]]:
    """References that are the same with another date, target or name; those gone; those come."""
    old_by_key = {reference.key: reference for reference in reversed(old)}
    new_by_key = {reference.key: reference for reference in reversed(new)}
    revised = [
        (old_by_key[key], new_by_key[key])
        for key in dict.fromkeys(reference.key for reference in old)
        if key in new_by_key and not _same_particulars(old_by_key[key], new_by_key[key])
    ]
    gone = [reference for reference in _unique(old) if reference.key not in new_by_key]
    come = [reference for reference in _unique(new) if reference.key not in old_by_key]
    scored = sorted(
        (-score, abs(i - j), i + j, i, j)
        for i, before in enumerate(gone)
        for j, after in enumerate(come)
        if (score := _named_otherwise(before, after)) >= _SAME_FRAMEWORK
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for *_, i, j in scored:
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            revised.append((gone[i], come[j]))
    return (
        sorted(revised, key=lambda refs: refs[0].start),
        [reference for i, reference in enumerate(gone) if i not in taken_old],
        [reference for j, reference in enumerate(come) if j not in taken_new],
    )


def _unique(named: Iterable[Reference]) -> Iterator[Reference]:
    seen: set[tuple[str, str, str]] = set()
    for reference in named:
        if reference.key not in seen:
            seen.add(reference.key)
            yield reference


def _same_particulars(old: Reference, new: Reference) -> bool:
    return old.date == new.date and old.target.removeprefix("#") == new.target.removeprefix("#")


def _named_otherwise(old: Reference, new: Reference) -> float:
    """How likely two references are one under two names: the same element and number, and frameworks that are alike."""
    if (old.element, old.number) != (new.element, new.number):
        return 0.0
    return likeness(old.framework, new.framework)


def _detail(reference: Reference) -> Detail:
    return {
        "framework": reference.framework,
        "element": reference.element,
        "number": reference.number,
        "date": reference.date,
    }


def _says_more(side: _Side, loose: Iterable[Offsets]) -> bool:
    """Whether words outside all references are more than connectives and marks."""
    spans = [(reference.start, reference.end) for reference in side.named]
    return any(
        not inside((word.start + start, word.end + start), spans)
        for start, end in loose
        for word in words(side.text[start:end])
        if any(map(str.isalnum, word.key)) and word.key.casefold() not in _CONNECTIVES
    )


def _text(old: Passage, new: Passage) -> Finding:
    if not old.text:
        return Finding(Kind.TEXT_ADDED, None, new)
    return Finding(Kind.TEXT_REVISED, old, new) if new.text else Finding(Kind.TEXT_REMOVED, old, None)


def _seal(old: _Side, new: _Side, found: Differences, reason: RewriteReason) -> None:
    """Where a framework's name is left to the next number of its list, the list as a whole is written another way."""
    differences: tuple[Finding | Rewrite, ...] = (*found.findings, *found.rewrites)
    old_left = remainder(old.text, ((each.old.start, each.old.end) for each in differences if each.old))
    new_left = remainder(new.text, ((each.new.start, each.new.end) for each in differences if each.new))
    if old_left != new_left:
        found.rewrites = [Rewrite(old.cut((0, len(old.text))), new.cut((0, len(new.text))), reason)]
