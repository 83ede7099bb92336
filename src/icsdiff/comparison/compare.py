"""From two versions to the change set: align, compare field by field, judge, word, name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from icsdiff.comparison.align import align
from icsdiff.comparison.entities import compare_entities, compare_framework_statement, compare_statement
from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.gathered import gather_linkages
from icsdiff.comparison.identity import Namer
from icsdiff.comparison.judge import Judge
from icsdiff.comparison.linkages import compare_linkages, has_references
from icsdiff.comparison.metadata import compare_metadata
from icsdiff.comparison.pairs import FieldPair, field_pairs
from icsdiff.comparison.prose import compare_prose
from icsdiff.comparison.terms import compare_terms
from icsdiff.comparison.wording import summary
from icsdiff.model.alignment import Match, Pins
from icsdiff.model.changes import Change, ChangeSet, Kind, Rewrite, Significance
from icsdiff.model.version import Version

_RENAMED = frozenset({Kind.GOAL_RENAMED, Kind.OBJECTIVE_RENAMED})
_KINDS = {kind: rank for rank, kind in enumerate(Kind)}

Comparer = Callable[[FieldPair, Finding | None], Differences]


def compare(old: Version, new: Version, pins: Pins | None = None) -> ChangeSet:
    """Everything that differs between two versions, complete to the character: see ``rebuild``.

    ``pins`` says which goals and objectives a user knows to correspond, or not to.
    """
    alignment = align(old, new, pins)
    pairs = field_pairs(old, new, alignment)
    entities, turnover = compare_entities(old, new, alignment)
    found = Differences(entities)
    prose: list[FieldPair] = []
    with_statements = {id(pair.match) for pair in pairs if pair.name == "statement" and pair.old_path and pair.new_path}
    for pair in pairs:
        along_with = turnover.owner(pair.old_path, pair.new_path)
        if pair.old == pair.new or (along_with and _tells(along_with, pair)):
            continue
        if comparer := _comparer(pair, with_statements):
            found.add(comparer(pair, along_with))
        else:
            prose.append(pair)
    found.add(compare_prose(prose, turnover))
    found.findings = list(gather_linkages(found.findings, old, new, alignment, turnover))
    found.findings += list(compare_terms(old, new, found.findings))
    changes = _changes(found.findings, Namer(old, new, alignment), Judge(old, new), pairs)
    return ChangeSet(
        old,
        new,
        _with_names(alignment, pairs, changes),
        changes,
        tuple(sorted(found.rewrites, key=_reading_order(pairs))),
        counted(changes),
    )


def _tells(finding: Finding, pair: FieldPair) -> bool:
    """Whether a finding about a whole goal or objective shows this field itself, which only one side has."""
    shown = finding.old if pair.new_path is None else finding.new if pair.old_path is None else None
    return shown is not None and shown.path == (pair.old_path or pair.new_path)


def _comparer(pair: FieldPair, with_statements: Container[int]) -> Comparer | None:
    """Which comparer serves a field; None for prose and risks, whose sentences may move from field to field.

    A framework statement is what the goal or objective is known by, where one side has no other.
    """
    if pair.name == "metadata":
        return compare_metadata
    if pair.name == "linkages" and has_references(pair):
        return compare_linkages
    if pair.name in ("statement", "framework_statement"):
        is_name = pair.name == "statement" or id(pair.match) not in with_statements
        return compare_statement if is_name else compare_framework_statement
    return None


def _changes(findings: list[Finding], namer: Namer, judge: Judge, pairs: Iterable[FieldPair]) -> tuple[Change, ...]:
    """The findings judged, worded and named: substantive before editorial, by importance of kind, in reading order."""
    place = _reading_order(pairs)
    verdicts = {finding: judge.judge(finding) for finding in findings}
    findings = sorted(
        findings,
        key=lambda each: (verdicts[each][0] is Significance.EDITORIAL, _KINDS[each.kind], place(each)),
    )
    names = namer.names(findings)
    return tuple(
        Change(
            names[finding],
            finding.kind,
            verdicts[finding][0],
            finding.old,
            finding.new,
            finding.detail,
            summary(finding),
            verdicts[finding][1],
            finding.edits,
            names[finding.part_of] if finding.part_of else None,
        )
        for finding in findings
    )


def _reading_order(pairs: Iterable[FieldPair]) -> Callable[[Finding | Rewrite], tuple[int, int]]:
    """Where a reader who goes through both versions field by field meets a difference."""
    rank = {path: index for index, pair in enumerate(pairs) for path in (pair.old_path, pair.new_path) if path}

    def place(each: Finding | Rewrite) -> tuple[int, int]:
        passage = each.new or each.old
        return (rank.get(passage.path, -1), passage.start) if passage else (-1, 0)

    return place


def _with_names(alignment: Iterable[Match], pairs: Iterable[FieldPair], changes: Iterable[Change]) -> tuple[Match, ...]:
    """The alignment with ``renamed`` where a statement means something else.

    Not where it is only written another way.
    """
    renamed_paths = {change.new.path for change in changes if change.kind in _RENAMED and change.new}
    renamed = {id(pair.match) for pair in pairs if pair.new_path in renamed_paths}
    return tuple(replace(match, renamed=id(match) in renamed) for match in alignment)


def counted(changes: Iterable[Change]) -> dict[str, dict[str, int]]:
    """How many changes of each kind that occurs, and of each significance."""
    kinds = Counter(change.kind for change in changes)
    significance = Counter(change.significance for change in changes)
    return {
        "kinds": {str(kind): kinds[kind] for kind in Kind if kinds[kind]},
        "significance": {str(each): significance[each] for each in Significance},
    }
