"""The acronyms that two versions define alike: spelling one out, or shortening it, changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icsdiff.language.definitions import definitions
from icsdiff.language.words import reading
from icsdiff.model.version import Version

# What every reader knows without a definition.
_KNOWN = {"U.S.": "United States", "UN": "United Nations", "EU": "European Union", "UK": "United Kingdom"}

Words = tuple[str, ...]


@dataclass(frozen=True)
class Acronyms:
    """What is written in full and short, by the first word of each form."""

    by_first: Mapping[str, Sequence[tuple[Words, str]]]

    @classmethod
    def of(cls, old: Version, new: Version) -> Acronyms:
        """The acronyms that both versions define alike, and those that need no definition."""
        before, after = _defined(old), _defined(new)
        alike = {name: words for name, words in before.items() if _folded(after.get(name, "")) == _folded(words)}
        by_first: dict[str, list[tuple[Words, str]]] = {}
        for acronym, expansion in sorted((_KNOWN | alike).items()):
            for form in _forms(acronym, expansion):
                by_first.setdefault(form[0], []).append((form, acronym))
        return cls(by_first)

    def same(self, old: str, new: str) -> bool:
        """Whether two texts differ, and only in what one writes in full and the other short."""
        before, after = reading(old), reading(new)
        return len(before) != len(after) and self._shortened(before) == self._shortened(after)

    def _shortened(self, read: Sequence[str]) -> list[str]:
        """What a text reads as with the acronym, once, wherever it or its expansion stands."""
        found: list[str] = []
        at = 0
        while at < len(read):
            words, acronym = self._at(read, at)
            found.append(acronym)
            at += words
            match found[-4:]:
                case [one, "(", other, ")"] if one == other:
                    del found[-3:]
        return found

    def _at(self, read: Sequence[str], at: int) -> tuple[int, str]:
        """How many words stand for an acronym at this place, and which; the word itself where none do."""
        for form, acronym in self.by_first.get(read[at].casefold(), ()):
            if _folded_words(read[at : at + len(form)]) == form:
                return len(form), acronym
        return 1, read[at]


def _forms(acronym: str, expansion: str) -> Iterator[Words]:
    for written in (expansion, acronym):
        words = _folded(written)
        yield words
        yield (*words[:-1], words[-1].removesuffix("s") if words[-1].endswith("s") else words[-1] + "s")


def _defined(version: Version) -> Mapping[str, str]:
    return {name: words for text in version.fields.values() for name, words in definitions(text).items()}


def _folded(text: str) -> Words:
    return _folded_words(reading(text))


def _folded_words(read: Sequence[str]) -> Words:
    return tuple(word.casefold() for word in read)
