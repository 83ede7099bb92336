"""``ICS003``: a goal or an objective lacks a field that every one should have."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.checks.places import Holder, goals, objectives
from icsdiff.checks.rule import Case, Fault, Rule, whole
from icsdiff.model.version import Goal

_OF_OBJECTIVES = ("statement", "justification", "linkages", "risks")
_OF_GOALS = ("statement", "description")


def find(case: Case) -> Iterator[Fault]:
    """Fields by name, in the order in which an objective has them; what only the framework has lacks nothing else."""
    yield from _missing(tuple(filter(_has_body, goals(case.version))), _OF_GOALS, "goal")
    yield from _missing(tuple(filter(_has_body, objectives(case.version))), _OF_OBJECTIVES, "objective")
    for path, name, goal in goals(case.version):
        if isinstance(goal, Goal) and not goal.objectives:
            yield Fault(
                f"{name} has no objective", "Which objectives serve this goal?", (whole(f"{path}/objectives", ""),)
            )


def _missing(every: tuple[Holder, ...], fields: tuple[str, ...], what: str) -> Iterator[Fault]:
    for field in fields:
        lacking = [holder for holder in every if not _has(holder, field)]
        if len(lacking) == len(every) > 1:
            places = tuple(whole(f"{each.path}/{field}", "") for each in lacking)
            yield Fault(
                f"No {what} has its {field}", f"Where does the strategy give the {field} of each {what}?", places
            )
            continue
        for path, name, _ in lacking:
            yield Fault(f"{name} lacks its {field}", f"What is the {field} of {name}?", (whole(f"{path}/{field}", ""),))


def _has_body(holder: Holder) -> bool:
    return any(name != "framework_statement" for name, _ in holder.entity.fields)


def _has(holder: Holder, field: str) -> bool:
    """Whether a field is there, perhaps together with another one: ``Justification and linkages``."""
    entity = holder.entity
    return bool(getattr(entity, field)) or any(field.rstrip("s") in extra.name.casefold() for extra in entity.extras)


RULE = Rule(
    "ICS003",
    "a field is missing",
    "Each objective is to say why it is pursued, what it links to and what may go wrong; each goal is to have a "
    "description and objectives. A field that no objective has is one finding, not one for each.",
    "Objective 2.3 has a justification and linkages, and no risks.",
    find,
)
