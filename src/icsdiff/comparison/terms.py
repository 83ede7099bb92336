"""Acronyms, programmes, partners and named documents that enter or leave a version as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from icsdiff.comparison.blocking import Index, by_word
from icsdiff.comparison.cells import part, touches
from icsdiff.comparison.findings import Finding
from icsdiff.language.definitions import definitions
from icsdiff.language.spelling import american
from icsdiff.language.terms import Term, TermKind, surname, terms
from icsdiff.model.changes import Kind, Passage
from icsdiff.model.version import Version

# What the linkages and the head gain or lose is told by kinds of their own.
_TOLD_ELSEWHERE = ("metadata/",)
_LINKAGES = "/linkages"
_FIGURES = frozenset({Kind.FIGURE_ADDED, Kind.FIGURE_REMOVED, Kind.FIGURE_REVISED})
_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_NO_LETTERS = re.compile(r"\bthe\b|[\W_]+")


def compare_terms(old: Version, new: Version, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The terms of one version that stand nowhere in the other; only what changed can hold one."""
    changed = tuple(findings)
    before, after = _Mentions(old), _Mentions(new)
    both = (before, after)
    for name, (passage, part_of) in _named(old, ((finding.old, finding) for finding in changed)):
        if not after.has(name, both):
            yield Finding(Kind.TERM_REMOVED, passage, None, {"term": name[0]}, part_of=part_of)
    for name, (passage, part_of) in _named(new, ((finding.new, finding) for finding in changed)):
        if not before.has(name, both):
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
    fields = version.fields
    by_field: dict[str, list[tuple[Term, Passage]]] = {}
    # By place, so that the first mention does not depend on the order of the findings.
    found = ((passage, finding) for passage, finding in places if passage)
    for passage, finding in sorted(found, key=lambda place: (place[0].path, place[0].start, place[0].end)):
        if passage.path.endswith(_LINKAGES) or passage.path.startswith(_TOLD_ELSEWHERE):
            continue
        spelled_out.update(definitions(passage.text))
        if finding.kind in _FIGURES and passage.path not in by_field:
            by_field[passage.path] = [*_terms(_around(passage, fields))]
        for term, place in by_field[passage.path] if finding.kind in _FIGURES else _terms(passage):
            if touches((place.start, place.end), (passage.start, passage.end)):
                seen.setdefault((term.name, term.kind), (place, finding.part_of))
    told = {_spelled(name) for name, kind in seen if kind is TermKind.NAME}
    for (name, kind), found_at in seen.items():
        if kind is TermKind.NAME or _spelled(spelled_out.get(name, "")) not in told:
            yield (name, kind), found_at


def _around(passage: Passage, fields: Mapping[str, str]) -> Passage:
    """The field around a figure, which may be part of a name: Agenda 2030."""
    text = fields[passage.path]
    return Passage(passage.path, 0, len(text), text)


def _terms(passage: Passage) -> Iterator[tuple[Term, Passage]]:
    for term in terms(passage.text):
        yield term, part(passage, term.start, term.end)


@dataclass(frozen=True)
class _Mentions:
    """What a version mentions, in whatever spelling."""

    version: Version

    def has(self, name: _Name, defining: Iterable[_Mentions]) -> bool:
        """Whether a name stands in the version, or its acronym or expansion as one of the given versions defines it."""
        words, kind = name
        if kind is TermKind.ACRONYM:
            return self._has_acronym(words) or any(
                self._has_name(each.defined[words]) for each in defining if words in each.defined
            )
        return self._has_name(words) or any(
            self._has_acronym(acronym) for each in defining for acronym in each.shortened.get(_spelled(words), ())
        )

    @cached_property
    def defined(self) -> Mapping[str, str]:
        """What its acronyms stand for."""
        return {name: words for text in self._texts for name, words in definitions(text).items()}

    @cached_property
    def shortened(self) -> Mapping[str, Sequence[str]]:
        """The acronyms of what it defines, by the spelling of that."""
        found: dict[str, list[str]] = {}
        for acronym, expansion in self.defined.items():
            found.setdefault(_spelled(expansion), []).append(acronym)
        return found

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(self.version.fields.values())

    def _has_acronym(self, acronym: str) -> bool:
        mention = re.compile(rf"(?<!\w){re.escape(acronym)}s?(?!\w)")
        first, *others = _WORD.findall(acronym)
        places = self._places.get(first, ()) if others else self._with_either(first, f"{first}s")
        return any(mention.search(self._texts[at]) for at in places)

    def _with_either(self, *words: str) -> Iterator[int]:
        return (at for word in words for at in self._places.get(word, ()))

    def _has_name(self, name: str) -> bool:
        # The last word may go on: Plans hold Plan.
        known = [self._places.get(word, ()) for word in _WORD.findall(name)[:-1]]
        if any(name in self._texts[at] for at in min(known, key=len, default=range(len(self._texts)))):
            return True
        known_by = surname(name)
        return known_by in self._places if known_by else any(_spelled(name) in text for text in self._spelled)

    @cached_property
    def _spelled(self) -> tuple[str, ...]:
        return tuple(map(_spelled, self._texts))

    @cached_property
    def _places(self) -> Index:
        """The texts in which each word stands."""
        return by_word(set(_WORD.findall(text)) for text in self._texts)


@lru_cache(maxsize=1024)
def _spelled(text: str) -> str:
    """A text in one spelling: no blanks, hyphens, articles, plurals at its end; American where it may be a name."""
    american_names = _CAPITALISED.sub(lambda word: american(word.group().casefold()), text)
    return _NO_LETTERS.sub("", american_names.casefold()).removesuffix("s")
