"""Acronyms, programmes, partners and named documents that enter or leave a version as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from icsdiff.comparison.cells import touches
from icsdiff.comparison.findings import Finding
from icsdiff.language.definitions import definitions
from icsdiff.language.spelling import american
from icsdiff.language.terms import Term, TermKind, surname, terms
from icsdiff.model.changes import Kind, Passage
from icsdiff.model.version import Version

# What the linkages and the head gain or lose is told by kinds of their own.
_TOLD_ELSEWHERE = ("metadata/",)
_LINKAGES = "/linkages"
_WORD = re.compile(r"[^\W_]+")


def compare_terms(old: Version, new: Version, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The terms of one version that stand nowhere in the other; only what changed can hold one."""
    changed = tuple(findings)
    before, after = _Mentions(old), _Mentions(new)
    defined = (before.defined, after.defined)
    for name, (passage, part_of) in _named(old, ((finding.old, finding) for finding in changed)):
        if not after.has(name, defined):
            yield Finding(Kind.TERM_REMOVED, passage, None, {"term": name[0]}, part_of=part_of)
    for name, (passage, part_of) in _named(new, ((finding.new, finding) for finding in changed)):
        if not before.has(name, defined):
            yield Finding(Kind.TERM_ADDED, None, passage, {"term": name[0]}, part_of=part_of)


_Name = tuple[str, TermKind]


def _named(
    version: Version, places: Iterable[tuple[Passage | None, Finding]]
) -> Iterator[tuple[_Name, tuple[Passage, Finding | None]]]:
    """Every term that a change touches, once, at the first place that names it.

    An acronym that its passage spells out is told by the full name.
    """
    seen: dict[_Name, tuple[Passage, Finding | None]] = {}
    spelled_out: dict[str, str] = {}
    by_path: dict[str, tuple[Term, ...]] = {}
    # By place, so that the first mention does not depend on the order of the findings.
    found = ((passage, finding) for passage, finding in places if passage)
    for passage, finding in sorted(found, key=lambda place: (place[0].path, place[0].start, place[0].end)):
        path = passage.path
        if path.endswith(_LINKAGES) or path.startswith(_TOLD_ELSEWHERE) or path not in version.fields:
            continue
        spelled_out.update(definitions(passage.text))
        if path not in by_path:
            by_path[path] = terms(version.fields[path])
        for term in by_path[path]:
            if touches((term.start, term.end), (passage.start, passage.end)):
                seen.setdefault((term.name, term.kind), (_place(path, term), finding.part_of))
    told = {_spelled(name) for name, kind in seen if kind is TermKind.NAME}
    for (name, kind), place in seen.items():
        if kind is TermKind.NAME or _spelled(spelled_out.get(name, "")) not in told:
            yield (name, kind), place


def _place(path: str, term: Term) -> Passage:
    return Passage(path, term.start, term.end, term.text)


@dataclass(frozen=True)
class _Mentions:
    """What a version mentions, in whatever spelling."""

    version: Version

    def has(self, name: _Name, defined: Iterable[Mapping[str, str]]) -> bool:
        """Whether a name stands in the version, or its acronym or expansion by one of the definitions."""
        words, kind = name
        if kind is TermKind.ACRONYM:
            expansions = (each[words] for each in defined if words in each)
            return self._has_acronym(words) or any(self._has_name(expansion) for expansion in expansions)
        spelled = _spelled(words)
        short = (acronym for each in defined for acronym, full in each.items() if _spelled(full) == spelled)
        return self._has_name(words) or any(self._has_acronym(acronym) for acronym in short)

    @cached_property
    def defined(self) -> Mapping[str, str]:
        """What its acronyms stand for."""
        return {name: words for text in self.version.fields.values() for name, words in definitions(text).items()}

    def _has_acronym(self, acronym: str) -> bool:
        mention = re.compile(rf"(?<!\w){re.escape(acronym)}s?(?!\w)")
        return any(mention.search(text) for text in self.version.fields.values())

    def _has_name(self, name: str) -> bool:
        known_by = surname(name)
        return known_by in self._words if known_by else any(_spelled(name) in text for text in self._spelled)

    @cached_property
    def _spelled(self) -> tuple[str, ...]:
        return tuple(map(_spelled, self.version.fields.values()))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for text in self.version.fields.values() for word in _WORD.findall(text))


def _spelled(text: str) -> str:
    """A text in one spelling: no blanks, hyphens, articles, plurals at its end; American where it may be a name."""
    words = (word for word in _WORD.findall(text) if word.casefold() != "the")
    return "".join(american(word.casefold()) if word[0].isupper() else word.casefold() for word in words).removesuffix(
        "s"
    )
