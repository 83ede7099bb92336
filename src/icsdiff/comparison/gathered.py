"""The references of goals and objectives that were split or merged: what all parts together gained or lost.

A reference that passes from one part to another, or is copied to all of them, belongs to the split or merger; one that
only one version has stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from icsdiff.comparison.findings import Finding, Turnover
from icsdiff.comparison.pairs import entity_path, home
from icsdiff.language.references import Key, Reference, references
from icsdiff.model.alignment import Match, Relation
from icsdiff.model.changes import Kind
from icsdiff.model.version import Version

_Shared = dict[str, tuple[Finding | None, frozenset[Key]]]
"""By the home of a part, its split or merger, and the references that both versions of the whole have."""


def gather_linkages(
    findings: Iterable[Finding], old: Version, new: Version, alignment: Iterable[Match], turnover: Turnover
) -> Iterator[Finding]:
    """The findings; those about the references of a part as they are for the whole."""
    old_fields, new_fields = old.fields, new.fields
    old_parts: _Shared = {}
    new_parts: _Shared = {}
    for match in alignment:
        if match.relation in (Relation.SPLIT, Relation.MERGED):
            old_homes = [entity_path(match.level, number) for number in match.old]
            new_homes = [entity_path(match.level, number) for number in match.new]
            whole = turnover.parted.get(new_homes[0]) or turnover.gathered.get(old_homes[0])
            both = _keys(old_fields, old_homes) & _keys(new_fields, new_homes)
            old_parts.update(dict.fromkeys(old_homes, (whole, both)))
            new_parts.update(dict.fromkeys(new_homes, (whole, both)))
    for finding in findings:
        if finding.kind is Kind.LINKAGE_REMOVED and finding.old:
            yield _told_for_whole(finding, old_parts.get(home(finding.old.path)))
        elif finding.kind is Kind.LINKAGE_ADDED and finding.new:
            yield _told_for_whole(finding, new_parts.get(home(finding.new.path)))
        else:
            yield finding


def _keys(fields: Mapping[str, str], homes: Iterable[str]) -> frozenset[Key]:
    return frozenset(each.key for path in homes for each in references(fields.get(f"{path}/linkages", "")))


def _told_for_whole(finding: Finding, part: tuple[Finding | None, frozenset[Key]] | None) -> Finding:
    if part is None:
        return finding
    whole, both = part
    framework, element, number = (str(finding.detail[name]) for name in ("framework", "element", "number"))
    is_kept = Reference(0, 0, "", framework, element, number).key in both
    return replace(finding, part_of=whole if is_kept else None)
