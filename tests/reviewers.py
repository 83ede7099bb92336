"""What reviewers export from a change report."""

from __future__ import annotations

from collections.abc import Mapping

from icsdiff import ChangeSet
from icsdiff.model.review import Decision, Disposition, Review, ReviewedVersion


def review_of(changes: ChangeSet, name: str, decisions: Mapping[str, str], note: str = "") -> Review:
    """One reviewer's decisions by the id of the change."""
    old, new = (ReviewedVersion(each.mission, each.label) for each in (changes.old, changes.new))
    decided = [each for each in changes.changes if each.id in decisions]
    return Review(
        old,
        new,
        tuple(
            Disposition(each.id, each.kind, each.summary, Decision(decisions[each.id]), note, name) for each in decided
        ),
    )
