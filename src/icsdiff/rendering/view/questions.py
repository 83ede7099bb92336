"""What a reviewer may ask the mission: the findings of the checks in the new version, stale figures among them."""

from __future__ import annotations

from dataclasses import dataclass

from icsdiff.checks.check import findings, standing
from icsdiff.model.changes import ChangeSet, Passage
from icsdiff.model.findings import Finding
from icsdiff.rendering.places import Places
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.excerpts import opening


@dataclass(frozen=True, slots=True)
class QuestionPlace:
    """A place that gives reason to ask."""

    anchor: str
    """Its part, by its name in links."""
    where: str
    """``Objective 1.3, risks``."""
    words: str
    """The words there, or their beginning; empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """A finding as reports tell it, in English."""

    rule: str
    """``ICS006``."""
    message: str
    """What is wrong, in a sentence."""
    question: str
    places: tuple[QuestionPlace, ...]


def to_ask(changes: ChangeSet, places: Places, anchors: Anchors) -> tuple[Question, ...]:
    """The findings, rule by rule; none of a version that is not there."""
    if changes.new.is_absent:
        return ()
    found = standing(changes.new, findings(changes.new, changes))
    return tuple(_question(finding, places, anchors) for finding in found)


def _question(finding: Finding, places: Places, anchors: Anchors) -> Question:
    def place(passage: Passage) -> QuestionPlace:
        anchor = anchors.of_field(None, passage.path)
        return QuestionPlace(anchor, places.whole(passage.path), opening(passage.text))

    return Question(finding.rule, finding.message, finding.question, tuple(map(place, finding.places)))
