"""How much a difference matters: substantive or editorial, and why.

The rule: spelling, inflection, punctuation, articles and the expansion of an acronym already defined are editorial.
Whatever touches a figure, a date, a name, a negation, a modal verb, an actor, a risk or a linkage is substantive. In
doubt: substantive.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from icsdiff.comparison.findings import Finding
from icsdiff.language.risks import severity_words
from icsdiff.language.spelling import same_word
from icsdiff.language.terms import definitions
from icsdiff.language.words import reading
from icsdiff.model.changes import Kind, Passage, Significance
from icsdiff.model.version import Version

Verdict = tuple[Significance, str]

# Kinds that are about wording: their edits decide. Every other kind is substantive by what it is.
_WORDINGS = frozenset(
    {
        Kind.GOAL_RENAMED,
        Kind.OBJECTIVE_RENAMED,
        Kind.TEXT_REVISED,
        Kind.RISK_REVISED,
        Kind.MITIGATION_REVISED,
    }
)
_BY_KIND = {
    Kind.METADATA_CHANGED: "a date, title or marking of the document differs",
    Kind.TEXT_MOVED: "a sentence stands at another place",
    Kind.TERM_ADDED: "a name that the old version does not mention",
    Kind.TERM_REMOVED: "a name that the new version no longer mentions",
}
_BY_SUBJECT = {
    "goal": "the set of goals, or their order, differs",
    "objective": "the set of objectives, or their order, differs",
    "figure": "a figure differs",
    "risk": "a statement of risk came or went",
    "mitigation": "a mitigation came or went",
    "linkage": "a reference to another strategy differs",
    "text": "a sentence came or went",
}
_ARTICLES = frozenset({"a", "an", "the"})
_NEGATIONS = frozenset(
    {
        "no",
        "not",
        "none",
        "never",
        "neither",
        "nor",
        "without",
        "cannot",
        "nothing",
        "nobody",
        "unless",
        "except",
        "lack",
        "lacks",
    }
)
_SCALES = frozenset(
    {
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "trillion",
        "trillions",
    }
)
_MODALS = frozenset(
    {"will", "would", "may", "might", "can", "could", "shall", "should", "must", "ought", "need", "needs"}
)


@dataclass(frozen=True)
class Judge:
    """Judges the findings between two versions; what these define as acronyms counts in their favour."""

    old: Version
    new: Version

    def judge(self, finding: Finding) -> Verdict:
        """The significance of a finding and the reason in words."""
        if finding.kind in _WORDINGS and finding.old and finding.new:
            return self._judge_wording(finding, finding.old, finding.new)
        reason = _BY_KIND.get(finding.kind) or _BY_SUBJECT[finding.kind.partition("-")[0]]
        return Significance.SUBSTANTIVE, reason

    def _judge_wording(self, finding: Finding, old: Passage, new: Passage) -> Verdict:
        if not finding.edits:
            return Significance.SUBSTANTIVE, "most of the wording is new"
        editorial: list[str] = []
        for edit in finding.edits:
            gone = _slice(old, edit.old)
            come = _slice(new, edit.new)
            significance, reason = self._judge_edit(gone, come)
            if significance is Significance.SUBSTANTIVE:
                return significance, reason
            editorial.append(reason)
        return Significance.EDITORIAL, "; ".join(dict.fromkeys(editorial))

    def _judge_edit(self, gone: str, come: str) -> Verdict:
        """One run of words against another."""
        old_words, new_words = _telling(gone), _telling(come)
        if not old_words and not new_words:
            marks_only = not any(map(str.isalnum, gone + come))
            return Significance.EDITORIAL, "punctuation" if marks_only else "articles"
        if self._expanded(gone, come):
            return Significance.EDITORIAL, "an acronym that both versions define, spelled out or shortened"
        if _hyphenated_otherwise(gone, come, old_words, new_words):
            return Significance.EDITORIAL, "hyphenation"
        if len(old_words) == len(new_words) and all(map(_same_word, old_words, new_words)):
            return Significance.EDITORIAL, "spelling or inflection"
        return Significance.SUBSTANTIVE, _why(old_words, new_words)

    def _expanded(self, gone: str, come: str) -> bool:
        """Whether one side is an acronym and the other its expansion.

        Or one of the two was put beside the other in brackets.
        """
        if not any(map(str.isalpha, gone + come)):
            return False
        before, after = _folded(gone), _folded(come)
        bracket = "(" in gone + come
        for acronym, expansion in self._definitions.items():
            forms = {_folded(acronym), _folded(acronym + "s"), _folded(expansion), _folded(expansion + "s")}
            if before in forms and after in forms:
                return True
            if bracket and {before, after} <= forms | {""}:
                return True
        return False

    @cached_property
    def _definitions(self) -> Mapping[str, str]:
        """The acronyms that both versions define alike."""
        old, new = _defined(self.old), _defined(self.new)
        return {name: words for name, words in old.items() if _folded(new.get(name, "")) == _folded(words)}


def _defined(version: Version) -> Mapping[str, str]:
    return {name: words for text in version.fields.values() for name, words in definitions(text).items()}


def _slice(passage: Passage, span: tuple[int, int]) -> str:
    return passage.text[span[0] - passage.start : span[1] - passage.start]


def _folded(text: str) -> str:
    return " ".join(word.casefold() for word in reading(text) if any(map(str.isalnum, word)))


def _telling(text: str) -> list[str]:
    """The words and symbols that carry meaning: no punctuation, no articles."""
    return [
        word
        for word in reading(text)
        if word.casefold() not in _ARTICLES
        and (any(map(str.isalnum, word)) or any(unicodedata.category(mark)[0] == "S" or mark in "%&?" for mark in word))
    ]


def _hyphenated_otherwise(gone: str, come: str, old_words: Sequence[str], new_words: Sequence[str]) -> bool:
    return ("-" in reading(gone) or "-" in reading(come)) and "".join(old_words) == "".join(new_words)


def _same_word(old: str, new: str) -> bool:
    """Whether two words differ in spelling or inflection, and neither is one whose every letter counts."""
    small_old, small_new = old.casefold(), new.casefold()
    if old == new:
        return True
    if any(_counts(word) for word in (small_old, small_new)) or _is_acronym(old) != _is_acronym(new):
        return False
    if small_old == small_new or small_old.removesuffix("'s") == small_new.removesuffix("'s"):
        return True
    if old[0].isupper() or new[0].isupper():
        return False
    return same_word(small_old, small_new)


def _counts(word: str) -> bool:
    return (
        any(map(str.isdigit, word))
        or word in _NEGATIONS
        or word.endswith("n't")
        or word in _MODALS
        or word in _SCALES
        or bool(severity_words(word))
    )


def _is_acronym(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def _why(old: Sequence[str], new: Sequence[str]) -> str:
    """What makes a difference in words substantive, the weightiest reason first."""
    gone, come = Counter(old), Counter(new)
    differing = [*(gone - come).elements(), *(come - gone).elements()]
    small = [word.casefold() for word in differing]
    if any(any(map(str.isdigit, word)) or word in _SCALES for word in small):
        reason = "a number differs"
    elif any(word in _NEGATIONS or word.endswith("n't") for word in small):
        reason = "a negation came or went"
    elif any(word in _MODALS for word in small):
        reason = "a modal verb differs"
    elif any(severity_words(word) for word in small):
        reason = "a word of likelihood or severity differs"
    elif any(word[:1].isupper() for word in differing):
        reason = "a name or capitalised word differs"
    elif old and new:
        reason = "content words differ"
    else:
        reason = "words were dropped" if old else "words were added"
    return reason
