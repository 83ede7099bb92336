"""How much a difference matters: substantive or editorial, and why.

The rule: spelling, inflection, punctuation, articles and the expansion of an acronym already defined are editorial.
Whatever touches a figure, a date, a name, a negation, a modal verb, an actor, a risk or a linkage is substantive. In
doubt: substantive.

Two wordings are judged run by run: the words of the old run must pair off with those of the new one, each pair one
word, and the marks must be such as part clauses and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from icsdiff.comparison.acronyms import Acronyms
from icsdiff.comparison.findings import Finding
from icsdiff.comparison.runs import Pair, Run, differing, paired
from icsdiff.language.spelling import counted_otherwise
from icsdiff.language.telling import Tells, opposites, tells
from icsdiff.model.changes import Edit, Kind, Passage, Significance
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
_MOVED = "a sentence stands at another place"
_SHORT_FORM = "an acronym spelled out or shortened, which both versions define"
_ARTICLE = re.compile(r"^\s*(?:an?|the)\s+", re.IGNORECASE)
_LIGHTER_THAN_NAMES = (None, Tells.QUANTITY, Tells.ACTOR, Tells.LINK)
_BRACKETS = "a clause was put in brackets, or taken out of them"
_SEVERAL = "one became several, or several one"


@dataclass(frozen=True)
class Judge:
    """Judges the findings between two versions; what these define as acronyms counts in their favour."""

    old: Version
    new: Version

    def judge(self, finding: Finding) -> Verdict:
        """The significance of a finding and the reason in words."""
        if finding.kind in _WORDINGS and finding.old and finding.new:
            return self._judge_wording(finding, finding.old, finding.new)
        if finding.kind is Kind.TEXT_MOVED:
            return Significance.SUBSTANTIVE, self._moved(finding)
        reason = _BY_KIND.get(finding.kind) or _BY_SUBJECT[finding.kind.partition("-")[0]]
        return Significance.SUBSTANTIVE, reason

    def _moved(self, finding: Finding) -> str:
        """Another place is reason enough; what was revised on the way is told with it."""
        if not (finding.edits and finding.old and finding.new):
            return _MOVED
        _, revised = self._judge_wording(finding, finding.old, finding.new)
        return f"{_MOVED}, revised: {revised}"

    def _judge_wording(self, finding: Finding, old: Passage, new: Passage) -> Verdict:
        if self._acronyms.same(old.text, new.text):
            return Significance.EDITORIAL, _SHORT_FORM
        edits = finding.edits or (Edit((old.start, old.end), (new.start, new.end)),)
        runs = [(Run.of(old, edit.old), Run.of(new, edit.new)) for edit in edits if not self._shortens(edit, old, new)]
        paired_runs = [(*sides, _paired(*sides)) for sides in runs]
        if substantive := [(gone, come) for gone, come, pairs in paired_runs if pairs is None]:
            return Significance.SUBSTANTIVE, _why(substantive)
        if _one_and_several(runs, [pair for *_, pairs in paired_runs for pair in pairs or ()]):
            return Significance.SUBSTANTIVE, _SEVERAL
        if _bracketed(runs):
            return Significance.SUBSTANTIVE, _BRACKETS
        shortened = [_SHORT_FORM] * (len(runs) < len(edits))
        reasons = [reason for gone, come, pairs in paired_runs for reason in _harmless(gone, come, pairs or ())]
        return Significance.EDITORIAL, "; ".join(dict.fromkeys((*shortened, *reasons)))

    def _shortens(self, edit: Edit, old: Passage, new: Passage) -> bool:
        """Whether an edit does no more than spell out or shorten an acronym."""
        counted_alike = Run.of(old, edit.old).signs.quantities == Run.of(new, edit.new).signs.quantities
        return counted_alike and self._acronyms.same(_slice(old, edit.old), _slice(new, edit.new))

    @cached_property
    def _acronyms(self) -> Acronyms:
        return Acronyms.of(self.old, self.new)


def _slice(passage: Passage, span: tuple[int, int]) -> str:
    """The text of an edit, without an article before it: an acronym often goes without."""
    return _ARTICLE.sub("", passage.text[span[0] - passage.start : span[1] - passage.start])


def _paired(old: Run, new: Run) -> list[Pair] | None:
    """The words of two runs that say the same, pair by pair; None where they do not."""
    return paired(old.words, new.words) if old.signs == new.signs else None


def _one_and_several(runs: Iterable[tuple[Run, Run]], pairs: Iterable[Pair]) -> bool:
    """Whether a word in the plural came for one with an article that says "one", or the other way round."""
    ones = sum(old.indefinite - new.indefinite for old, new in runs)
    return ones != 0 and any(counted_otherwise(pair.old, pair.new) for pair in pairs)


def _bracketed(runs: Sequence[tuple[Run, Run]]) -> bool:
    """Whether brackets came or went, and not in the place of commas."""
    brackets = sum(old.brackets - new.brackets for old, new in runs)
    pauses = sum(new.pauses - old.pauses for old, new in runs)
    return brackets != 0 and brackets * pauses <= 0


def _harmless(old: Run, new: Run, pairs: Iterable[Pair]) -> list[str]:
    """What differs between two runs that say the same."""
    found = [pair.difference for pair in pairs if pair.difference]
    if old.hyphens != new.hyphens and "hyphenation" not in found:
        found.append("hyphenation")
    if old.articles != new.articles:
        found.append("articles")
    return found or ["punctuation"]


def _why(runs: Sequence[tuple[Run, Run]]) -> str:
    """What makes a difference in words substantive, the weightiest reason first."""
    differ = [word for old, new in runs for word in differing(old.words, new.words)]
    told = {tells(word.small) for word in differ if not word.named}
    if any(old.signs.numbers != new.signs.numbers for old, new in runs):
        told.add(Tells.NUMBER)
    if any(old.signs.quantities != new.signs.quantities for old, new in runs):
        told.add(Tells.QUANTITY)
    if opposites({word.small for word in differ}):
        told.add(Tells.NEGATION)
    weightiest = next((kind for kind in Tells if kind in told), None)
    if weightiest in _LIGHTER_THAN_NAMES and any(word.named for word in differ):
        return "a name differs"
    if weightiest is None and not differ:
        return "a quotation mark or other sign differs"
    return weightiest.value if weightiest else _content(runs)


def _content(runs: Sequence[tuple[Run, Run]]) -> str:
    gone, come = (any(side.words for side in sides) for sides in zip(*runs, strict=True))
    if gone and come:
        return "content words differ"
    return "words were dropped" if gone else "words were added"
