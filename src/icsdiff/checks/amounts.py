"""The figures of a version with the sentences that they stand in, and whether two of them are about one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from icsdiff.checks.places import prose
from icsdiff.checks.rule import part
from icsdiff.language.figures import Figure, figures
from icsdiff.language.likeness import content_words, likeness
from icsdiff.language.quantities import Quantity
from icsdiff.language.sentences import sentences
from icsdiff.model.changes import Passage
from icsdiff.model.version import Version

_SAME_SUBJECT = 0.5
_TELLING_DIGITS = 3
"""Significant digits from which a number is no coincidence: 1.32 million, not 20 or 5,000."""
_LONG_SUBJECT = 3
"""Words of a subject that say enough on their own."""
_LONGEST_UNIT = 3
"""Letters up to which a word may be a unit."""
_TABLE = " | "


class Amount(NamedTuple):
    """A figure where it stands."""

    figure: Figure
    place: Passage
    sentence: str
    words: frozenset[str]
    """The stems of its sentence that say what it is about: neither numbers nor the mission's own name."""

    @property
    def kind(self) -> tuple[Quantity, str]:
        """What it measures in what: money in one currency, a share in percent."""
        return self.figure.quantity, self.figure.unit

    @property
    def subject_words(self) -> frozenset[str]:
        """The words of its subject that are no short unit: not the ``bcm`` of 2.9 bcm."""
        return frozenset(word for word in content_words(self.figure.subject) if len(word) > _LONGEST_UNIT)

    def same_time(self, other: Amount) -> bool:
        """Whether both may hold at one time, as far as their sentences tell."""
        return not (self.figure.time and other.figure.time) or self.figure.time == other.figure.time

    def same_thing(self, other: Amount) -> bool:
        """Whether both count the same: their subjects are alike, and so is what their sentences say of them.

        ``The north has five provincial laboratories`` and ``The south has four provincial laboratories`` share no more
        than a short subject.
        """
        shared = self.subject_words & other.subject_words
        if not shared or likeness(self.figure.subject, other.figure.subject) < _SAME_SUBJECT:
            return False
        subjects = set(content_words(self.figure.subject)) | set(content_words(other.figure.subject))
        written = {*content_words(self.figure.text), *content_words(other.figure.text)}
        return bool((self.words & other.words) - subjects - written) or len(shared) >= _LONG_SUBJECT

    def touches(self, other: Amount) -> bool:
        """Whether both may count the same: a number that is no coincidence, and a word of what it counts."""
        subjects = self.figure.subject or other.figure.subject
        shared = self.subject_words & other.subject_words if subjects else self.words & other.words
        return bool(shared) and _digits(self.figure) >= _TELLING_DIGITS


def amounts(version: Version) -> Iterator[Amount]:
    """Every figure of running text that measures something, in order; tables have columns of their own."""
    own = frozenset(content_words(version.mission))
    for path, text in prose(version):
        for sentence in sentences(text):
            if _TABLE in sentence.text:
                continue
            words = frozenset(word for word in content_words(sentence.text) if not _is_number(word)) - own
            for figure in figures(sentence.text):
                if not figure.is_time:
                    start = sentence.start + figure.start
                    yield Amount(figure, part(path, text, start, sentence.start + figure.end), sentence.text, words)


def grouped(found: Iterable[Amount], key: Callable[[Amount], Hashable]) -> Mapping[Hashable, Sequence[Amount]]:
    """The figures by something that they have, each group in their order."""
    groups: defaultdict[Hashable, list[Amount]] = defaultdict(list)
    for amount in found:
        groups[key(amount)].append(amount)
    return groups


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in {"percent", "million", "billion", "thousand"}


def _digits(figure: Figure) -> int:
    """How many significant digits a figure has: three of 1.32 million, one of 200,000."""
    return len(str(figure.value).replace(".", "").strip("0")) if not hasattr(figure.value, "year") else 0
