"""Acronyms, programmes, partners and named documents that enter or leave a version as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from icsdiff.comparison.findings import Finding
from icsdiff.language.terms import Term, TermKind, definitions, terms
from icsdiff.model.changes import Kind, Passage
from icsdiff.model.version import Version

# What the linkages and the head gain or lose is told by kinds of their own.
_TOLD_ELSEWHERE = ("metadata/",)
_LINKAGES = "/linkages"


def compare_terms(old: Version, new: Version, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The terms of one version that stand nowhere in the other; only what changed can hold one."""
    changed = tuple(findings)
    for name, (passage, part_of) in _named((finding.old, finding) for finding in changed):
        if not _mentions(new, name):
            yield Finding(Kind.TERM_REMOVED, passage, None, {"term": name[0]}, part_of=part_of)
    for name, (passage, part_of) in _named((finding.new, finding) for finding in changed):
        if not _mentions(old, name):
            yield Finding(Kind.TERM_ADDED, None, passage, {"term": name[0]}, part_of=part_of)


_Name = tuple[str, TermKind]


def _named(
    places: Iterable[tuple[Passage | None, Finding]],
) -> Iterator[tuple[_Name, tuple[Passage, Finding | None]]]:
    """Every term once, at the first place that names it.

    An acronym that its passage spells out is told by the full name.
    """
    seen: dict[_Name, tuple[Passage, Finding | None]] = {}
    spelled_out: set[str] = set()
    # By place, so that the first mention does not depend on the order of the findings.
    found = ((passage, finding) for passage, finding in places if passage)
    for passage, finding in sorted(found, key=lambda place: (place[0].path, place[0].start, place[0].end)):
        if passage.path.endswith(_LINKAGES) or passage.path.startswith(_TOLD_ELSEWHERE):
            continue
        spelled_out.update(definitions(passage.text))
        for term in terms(passage.text):
            seen.setdefault((term.name, term.kind), (_place(passage, term), finding.part_of))
    for (name, kind), place in seen.items():
        if kind is not TermKind.ACRONYM or name not in spelled_out:
            yield (name, kind), place


def _place(passage: Passage, term: Term) -> Passage:
    return Passage(passage.path, passage.start + term.start, passage.start + term.end, term.text)


def _mentions(version: Version, name: _Name) -> bool:
    words, kind = name
    if kind is TermKind.ACRONYM:
        mention = re.compile(rf"(?<!\w){re.escape(words)}s?(?!\w)")
        return any(mention.search(text) for text in version.fields.values())
    folded = _folded(words)
    return any(folded in _folded(text) for text in version.fields.values())


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold())
