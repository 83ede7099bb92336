"""``ICS008``: risks, and nothing about what will be done about them."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.checks.places import objectives
from icsdiff.checks.rule import Case, Fault, Rule, whole
from icsdiff.language.risks import Role, role
from icsdiff.language.sentences import sentences


def find(case: Case) -> Iterator[Fault]:
    """Risks fields in which no sentence is a mitigation."""
    for path, name, entity in objectives(case.version):
        risks = getattr(entity, "risks", "")
        if risks and Role.MITIGATION not in _roles(risks):
            message = f"{name} names risks and no mitigation"
            yield Fault(message, "What will be done about these risks?", (whole(f"{path}/risks", risks),))


def _roles(text: str) -> Iterator[Role]:
    previous: Role | None = None
    for sentence in sentences(text):
        previous = role(sentence.text, previous)
        yield previous


RULE = Rule(
    "ICS008",
    "risk without mitigation",
    "A risk that a mission names is one that it is asked to do something about. The rule looks at the risks field as a "
    "whole: one sentence on what will be done is enough.",
    "Risks: “Failure to achieve this objective would leave Peru vulnerable.” and nothing more.",
    find,
)
