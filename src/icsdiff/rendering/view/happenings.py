"""What happened to goals and objectives, in words."""

from __future__ import annotations

from collections.abc import Mapping

from icsdiff.comparison.places import entity_name
from icsdiff.comparison.wording import in_words
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Version

MANAGEMENT = "the management objectives"


def parents(version: Version) -> Mapping[str, str]:
    """The number of the goal that each objective stands under."""
    return {objective.number: goal.number for goal in version.goals for objective in goal.objectives}


def parent_name(number: str, home_of: Mapping[str, str]) -> str:
    """``Goal 2``, of an objective's number."""
    return entity_name("goals", home_of[number]) if number in home_of else MANAGEMENT


def fates(match: Match, changes: ChangeSet) -> tuple[str, ...]:
    """``renamed`` and ``renumbered``, ``added``; none where nothing happened."""
    relation = () if match.relation is Relation.MATCHED else (str(match.relation),)
    facets = (facet for facet in ("renamed", "renumbered") if getattr(match, facet))
    return (*relation, *facets, *_moved(match, changes))


def fates_in_part(match: Match, changes: ChangeSet, *, is_new: bool) -> tuple[str, ...]:
    """The same over the part of one goal or objective, where its own number stands already."""
    renamed = ("renamed",) if match.renamed and is_new else ()
    return (*renamed, *_came_about(match, is_new=is_new), *_moved(match, changes))


def _came_about(match: Match, *, is_new: bool) -> tuple[str, ...]:
    if match.relation is Relation.SPLIT:
        return (f"split from old {match.old[0]}" if is_new else f"split into new {in_words(match.new)}",)
    if match.relation is Relation.MERGED:
        return (f"merged from old {in_words(match.old)}" if is_new else f"merged into new {match.new[0]}",)
    if match.relation is not Relation.MATCHED:
        return (str(match.relation),)
    return (f"was {match.old[0]}",) if match.renumbered else ()


def _moved(match: Match, changes: ChangeSet) -> tuple[str, ...]:
    if not match.moved or match.level is Level.GOAL:
        return ("moved",) if match.moved else ()
    return (f"moved from {parent_name(match.old[0], parents(changes.old))}",)
