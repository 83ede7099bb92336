"""What happened to goals and objectives, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Version
from icsdiff.rendering.places import numbered
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.model import Fate


def parents(version: Version) -> Mapping[str, str]:
    """The number of the goal that each objective stands under."""
    return {objective.number: goal.number for goal in version.goals for objective in goal.objectives}


def parent_name(number: str, home_of: Mapping[str, str], texts: Texts) -> str:
    """``Goal 2``, of an objective's number."""
    if number not in home_of:
        return texts.say("names.management-objectives")
    return numbered(Level.GOAL, [home_of[number]], texts)


def fates(match: Match, changes: ChangeSet, texts: Texts) -> tuple[Fate, ...]:
    """``renamed`` and ``renumbered``, ``added``; none where nothing happened."""
    relation = () if match.relation is Relation.MATCHED else (_plain(match.relation, texts),)
    facets = (_plain(facet, texts) for facet in ("renamed", "renumbered") if getattr(match, facet))
    return (*relation, *facets, *_moved(match, changes, texts))


def fates_in_part(match: Match, changes: ChangeSet, texts: Texts, *, is_new: bool) -> tuple[Fate, ...]:
    """The same over the part of one goal or objective, where its own number stands already."""
    renamed = (_plain("renamed", texts),) if match.renamed and is_new else ()
    return (*renamed, *_came_about(match, texts, is_new=is_new), *_moved(match, changes, texts))


def _plain(what: str, texts: Texts) -> Fate:
    return Fate(str(what), texts.say(f"fates.{what}"))


def _came_about(match: Match, texts: Texts, *, is_new: bool) -> Iterator[Fate]:
    """How what has this part came to be what it is, or what became of it."""
    if match.relation in (Relation.SPLIT, Relation.MERGED):
        which = "from" if is_new else "into"
        old, new = texts.all_of(match.old), texts.all_of(match.new)
        yield Fate(str(match.relation), texts.say(f"fates.{match.relation}-{which}", old=old, new=new))
    elif match.relation is not Relation.MATCHED:
        yield _plain(match.relation, texts)
    elif match.renumbered:
        yield Fate("renumbered", texts.say("fates.was", old=match.old[0]))


def _moved(match: Match, changes: ChangeSet, texts: Texts) -> Iterator[Fate]:
    if match.moved and match.level is Level.GOAL:
        yield _plain("moved", texts)
    elif match.moved:
        parent = parent_name(match.old[0], parents(changes.old), texts)
        yield Fate("moved", texts.say("fates.moved-from", parent=parent))
