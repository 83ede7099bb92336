"""Linkages as a set of references: their order and their spelling are no change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from icsdiff.compare.cells import Offsets, inside, remainder
from icsdiff.compare.findings import Differences, Finding
from icsdiff.compare.pairs import FieldPair
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


def compare_linkages(pair: FieldPair, part_of: Finding | None = None) -> Differences:
    """References gained, lost and revised.

    Every other difference between the two lists is a rewrite, or text where it says more.
    """
    if pair.old_path is None or pair.new_path is None:
        return Differences(list(_one_sided(pair, part_of)))
    old_path, new_path = pair.old_path, pair.new_path
    before, after = references(pair.old), references(pair.new)
    diff = diff_words(pair.old, pair.new)
    found = Differences()
    for respelling in diff.respellings:
        found.rewritten(
            _cut(pair.old, old_path, respelling.old), _cut(pair.new, new_path, respelling.new), respelling.reason
        )
    revised, gone, come = _matched(before, after)
    old_covered, new_covered = (
        _spans([*(old for old, _ in revised), *gone]),
        _spans([*(new for _, new in revised), *come]),
    )
    for old, new in revised:
        passages = _cut(pair.old, old_path, (old.start, old.end)), _cut(pair.new, new_path, (new.start, new.end))
        found.findings.append(Finding(Kind.LINKAGE_REVISED, *passages, _detail(new)))
    for reference in gone:
        passage = _cut(pair.old, old_path, (reference.start, reference.end))
        found.findings.append(Finding(Kind.LINKAGE_REMOVED, passage, None, _detail(reference)))
    for reference in come:
        passage = _cut(pair.new, new_path, (reference.start, reference.end))
        found.findings.append(Finding(Kind.LINKAGE_ADDED, None, passage, _detail(reference)))
    kept = {reference.key for reference in before} & {reference.key for reference in after}
    in_order = [ref.key for ref in before if ref.key in kept] == [ref.key for ref in after if ref.key in kept]
    reason = RewriteReason.NOTATION if in_order else RewriteReason.ORDER
    for edit in diff.edits:
        old_loose, new_loose = list(_outside(edit.old, old_covered)), list(_outside(edit.new, new_covered))
        if _says_more(pair.old, old_loose, before) or _says_more(pair.new, new_loose, after):
            found.findings.append(_text(_cut(pair.old, old_path, edit.old), _cut(pair.new, new_path, edit.new)))
            old_covered.append(edit.old)
            new_covered.append(edit.new)
            continue
        for old_span, new_span in zip_longest(old_loose, new_loose):
            old_part = _cut(pair.old, old_path, old_span or (edit.old[1], edit.old[1]))
            new_part = _cut(pair.new, new_path, new_span or (edit.new[1], edit.new[1]))
            found.rewritten(old_part, new_part, reason)
    _seal(pair, found, reason)
    return found


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


def _spans(named: Iterable[Reference]) -> list[Offsets]:
    return [(reference.start, reference.end) for reference in named]


def _cut(text: str, path: str, span: Offsets) -> Passage:
    return Passage(path, *span, text[slice(*span)])


def _outside(span: Offsets, covered: Sequence[Offsets]) -> Iterator[Offsets]:
    """The parts of a span that no covered span holds."""
    at, end = span
    for first, last in sorted(covered):
        if at < first < end:
            yield at, first
        at = max(at, min(last, end))
    if at < end:
        yield at, end


def _says_more(text: str, loose: Iterable[Offsets], named: Sequence[Reference]) -> bool:
    """Whether words outside all references are more than connectives and marks."""
    spans = _spans(named)
    return any(
        not inside((word.start + start, word.end + start), spans)
        for start, end in loose
        for word in words(text[start:end])
        if any(map(str.isalnum, word.key)) and word.key.casefold() not in _CONNECTIVES
    )


def _text(old: Passage, new: Passage) -> Finding:
    if not old.text:
        return Finding(Kind.TEXT_ADDED, None, new)
    return Finding(Kind.TEXT_REVISED, old, new) if new.text else Finding(Kind.TEXT_REMOVED, old, None)


def _seal(pair: FieldPair, found: Differences, reason: RewriteReason) -> None:
    """Where a framework's name is left to the next number of its list, the list as a whole is written another way."""
    differences: tuple[Finding | Rewrite, ...] = (*found.findings, *found.rewrites)
    old_left = remainder(pair.old, ((each.old.start, each.old.end) for each in differences if each.old))
    new_left = remainder(pair.new, ((each.new.start, each.new.end) for each in differences if each.new))
    if old_left != new_left:
        whole_old = Passage(pair.old_path or "", 0, len(pair.old), pair.old)
        found.rewritten(whole_old, Passage(pair.new_path or "", 0, len(pair.new), pair.new), reason)
