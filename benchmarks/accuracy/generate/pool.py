"""Real prose to insert: sentences, linkages and whole objectives of other strategies than the one that is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.accuracy.generate.draft import RISKS, Draft, Part
from benchmarks.accuracy.generate.linkages import singles
from benchmarks.accuracy.generate.phrases import Phrase, Role, role
from icsdiff.model.version import Version


@dataclass(slots=True)
class Pool:
    """Everything is taken once, so that what was added stands nowhere else."""

    prose: list[str]
    risks: list[str]
    mitigations: list[str]
    linkages: list[str]
    objectives: list[Part]
    goals: list[Part]

    @classmethod
    def of(cls, bases: Iterable[Version], base: Version, rng: Random) -> Pool:
        """The material of all bases but one, shuffled; whatever that one says as well is left out."""
        own = "\n".join(base.fields.values())
        drafts = [Draft.of(each) for each in bases if each is not base]

        def taken(texts: Iterator[str]) -> list[str]:
            found = [text for text in dict.fromkeys(texts) if text not in own]
            rng.shuffle(found)
            return found

        objectives = [part for draft in drafts for goal in draft.goals for part in goal.objectives]
        goals = [goal for draft in drafts for goal in draft.goals]
        rng.shuffle(objectives)
        rng.shuffle(goals)
        return cls(
            taken(_sentences(drafts, lambda name, phrase: name != RISKS and not phrase.goes_on)),
            taken(_sentences(drafts, lambda name, phrase: name == RISKS and role(phrase.text) is Role.RISK)),
            taken(_sentences(drafts, lambda name, phrase: name == RISKS and role(phrase.text) is Role.MITIGATION)),
            taken(single for draft in drafts for part in draft.objectives() for single in singles(part.linkages)),
            objectives,
            goals,
        )

    def sentence(self, field: str, rng: Random) -> str | None:
        """A sentence that fits a field."""
        stock = rng.choice((self.risks, self.mitigations)) if field == RISKS else self.prose
        return stock.pop() if stock else None

    def objective(self) -> Part | None:
        """A whole objective, none of whose sentences is inserted elsewhere."""
        if not self.objectives:
            return None
        part = self.objectives.pop()
        told = {phrase.text for held in part.prose.values() for phrase in held}
        for stock in (self.prose, self.risks, self.mitigations):
            stock[:] = [text for text in stock if text not in told]
        return part


def _sentences(drafts: Iterable[Draft], fits: Callable[[str, Phrase], bool]) -> Iterator[str]:
    for draft in drafts:
        for place in draft.places():
            yield from (phrase.text for phrase in place.phrases if phrase.sure and fits(place.name, phrase))
