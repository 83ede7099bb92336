"""How right an answer is: precision, recall and F1 for whatever the labels of a case speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from benchmarks.accuracy.answer import Answer, Found
from benchmarks.accuracy.labels import Case, Label, Row
from benchmarks.accuracy.matching import Matching, concerns, folded, is_linked, match, same
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind, Significance

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "goals and objectives as wholes": ("goal-", "objective-"),
    "figures": ("figure-",),
    "risks and mitigations": ("risk-", "mitigation-"),
    "linkages": ("linkage-",),
    "text": ("text-",),
    "terms": ("term-",),
    "metadata": ("metadata-",),
}
ALIGNMENTS = ("alignment of objectives", "alignment of goals", "splits and mergers", "alignment of sentences")
_SENTENCE_GONE = (Kind.TEXT_REMOVED, Kind.RISK_REMOVED, Kind.MITIGATION_REMOVED)


@dataclass(slots=True)
class Tally:
    """Found rightly, found wrongly, missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, tp: int, fp: int, fn: int) -> None:
        """Count on."""
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + fp, self.fn + fn

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of what is right that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp + self.fp + self.fn else 1.0


@dataclass(slots=True)
class Judgement:
    """How changes that were found are judged; what a system does not judge is counted nowhere."""

    substantive: int = 0
    substantive_as_editorial: int = 0
    editorial: int = 0
    editorial_as_substantive: int = 0


@dataclass(slots=True)
class Score:
    """The sum over cases."""

    rows: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    judgement: Judgement = field(default_factory=Judgement)
    quiet_words: int = 0
    """Words of the cases in which nothing differs in meaning."""
    false_alarms: int = 0
    """Changes told in them."""
    notes: list[str] = field(default_factory=list)
    """Every miss and false alarm, with its case."""

    @property
    def false_alarms_per_1000_words(self) -> float:
        """On versions that differ in furniture and notation only."""
        return self.false_alarms / self.quiet_words * 1000 if self.quiet_words else 0.0


def score(answers: Iterable[tuple[Case, Answer]]) -> Score:
    """How right a system's answers to some cases are."""
    total = Score()
    for case, answer in answers:
        _count_changes(case, answer, total)
        if case.rows is not None:
            _count_rows(case, case.rows, answer.rows, total)
        if case.sentences is not None:
            _count_sentences(case, case.sentences, answer, total)
    return total


def _count_changes(case: Case, answer: Answer, total: Score) -> None:
    matching = match(case.labels, answer.changes)
    for label, _ in matching.hits:
        _add(total, label.kind, tp=1)
    for missed in matching.missed:
        _add(total, missed.kind, fn=1)
        total.notes.append(f"{case.name}: missed {_told(missed)}")
    for false in matching.false:
        _add(total, false.kind, fp=1)
        total.notes.append(f"{case.name}: false {_told(false)}")
    if not case.labels:
        total.quiet_words += sum(len(text.split()) for text in case.old.fields.values())
        total.false_alarms += len(matching.false)
    _count_judgement(case, matching, total)


def _add(total: Score, kind: Kind, *, tp: int = 0, fp: int = 0, fn: int = 0) -> None:
    family = next(name for name, prefixes in FAMILIES.items() if kind.startswith(prefixes))
    total.rows[family].add(tp, fp, fn)
    total.rows[str(kind)].add(tp, fp, fn)


def _told(what: Label | Found) -> str:
    sides = " → ".join(side for side in (what.old, what.new) if side)
    significance = "" if what.significance is not Significance.EDITORIAL else " (editorial)"
    return f"{what.kind}{significance}: {sides}"


def _count_judgement(case: Case, matching: Matching, total: Score) -> None:
    """Also of a substantive change that was told as another, editorial kind."""
    judgement = total.judgement
    pairs = [(label, found.significance) for label, found in (*matching.hits, *matching.excused)]
    editorial = [found for found in matching.false if found.significance is Significance.EDITORIAL]
    for label in matching.missed:
        pairs += [(label, found.significance) for found in editorial if concerns(label, found)][:1]
    for label, judged in pairs:
        if judged is None or label.significance is None:
            continue
        wrong = judged is not label.significance
        if label.significance is Significance.SUBSTANTIVE:
            judgement.substantive += 1
            judgement.substantive_as_editorial += wrong
        else:
            judgement.editorial += 1
            judgement.editorial_as_substantive += wrong
        if wrong:
            total.notes.append(f"{case.name}: judged {judged} {_told(label)}")


def _count_rows(case: Case, right: Iterable[Row], found: Iterable[Row], total: Score) -> None:
    right, found = tuple(right), tuple(found)
    for level, name in ((Level.OBJECTIVE, ALIGNMENTS[0]), (Level.GOAL, ALIGNMENTS[1])):
        _compare(case, name, set(_single_pairs(right, level)), set(_single_pairs(found, level)), total)
    _compare(case, ALIGNMENTS[2], set(_several(right)), set(_several(found)), total)


def _compare(case: Case, name: str, right: set[tuple[str, str]], found: set[tuple[str, str]], total: Score) -> None:
    total.rows[name].add(len(right & found), len(found - right), len(right - found))
    for what, pairs in (("missed", right - found), ("false", found - right)):
        total.notes += [f"{case.name}: {what} {name}: {old} = {new}" for old, new in sorted(pairs)]


def _single_pairs(rows: Iterable[Row], level: Level) -> Iterator[tuple[str, str]]:
    yield from ((old, new) for row in rows if row.level is level for old in row.old for new in row.new)


def _several(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if row.is_several:
            yield " + ".join(sorted(row.old)), " + ".join(sorted(row.new))


def _count_sentences(case: Case, right: Iterable[tuple[str, str]], answer: Answer, total: Score) -> None:
    """Links between labelled sentences; wrong ones are those of labelled old sentences to any other new sentence."""
    right = tuple(right)
    missed = [pair for pair in right if not is_linked(pair, answer.links)]
    named = [old for old, _ in right] + [
        label.old for label in case.labels if label.kind in _SENTENCE_GONE and not label.optional
    ]
    false = [
        (old, new)
        for old, new in answer.links
        if folded(old) != folded(new)
        and any(same(snippet, old) for snippet in named)
        and not any(same(one, old) and same(other, new) for one, other in right)
    ]
    total.rows[ALIGNMENTS[3]].add(len(right) - len(missed), len(false), len(missed))
    total.notes += [f"{case.name}: missed link: {old} → {new}" for old, new in missed]
    total.notes += [f"{case.name}: false link: {old} → {new}" for old, new in false]
