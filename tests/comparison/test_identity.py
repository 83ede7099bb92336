"""A change keeps its id when a newer version comes that leaves the change as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import icsdiff
from icsdiff import ChangeSet, Goal, Objective, Version, compare

Edit = Callable[[Version], Version]


@pytest.fixture(scope="module")
def peru(repository: Path) -> tuple[Version, Version]:
    folder = repository / "versions" / "peru"
    return icsdiff.load(folder / "2022-03-21.yaml"), icsdiff.load(folder / "2023-09-22.yaml")


def with_objectives(version: Version, change: Callable[[Objective], Objective]) -> Version:
    goals = tuple(replace(goal, objectives=tuple(map(change, goal.objectives))) for goal in version.goals)
    return replace(version, goals=goals)


def without_ids(version: Version) -> Version:
    bare = with_objectives(version, lambda each: replace(each, id=""))
    management = tuple(replace(each, id="") for each in version.management_objectives)
    return replace(bare, goals=tuple(replace(each, id="") for each in bare.goals), management_objectives=management)


def renamed(number: str, words: str) -> Edit:
    def rename(each: Objective) -> Objective:
        return replace(each, statement=f"{each.statement} {words}") if each.number == number else each

    return lambda version: with_objectives(version, rename)


def opened_with(sentence: str) -> Edit:
    return lambda version: replace(version, priorities=f"{sentence} {version.priorities}")


def preceded(version: Version) -> Version:
    """A new Objective 1.1, so that the others of its goal have other numbers."""
    first, *rest = version.goals
    ports = Objective("1.1", "objective-ports", "Ports are safe for ships.", justification="Ports carry most trade.")
    pushed = (replace(each, number=f"1.{at}") for at, each in enumerate(first.objectives, 2))
    return replace(version, goals=(replace(first, objectives=(ports, *pushed)), *rest))


def kinds_by_id(changes: ChangeSet) -> dict[str, str]:
    return {change.id: str(change.kind) for change in changes.changes}


@pytest.mark.parametrize(
    ("edit", "lapsed"),
    [
        (renamed("2.2", "Borders are closed."), []),
        (renamed("1.3", "Roads are paved."), []),
        (renamed("4.2", "Laws are known."), ["objective-renamed"]),
        (opened_with("Inflation reached 8 percent in 2022."), []),
        (opened_with("The Summit of the Americas matters to the Mission."), []),
        (preceded, ["objective-renumbered", "objective-renumbered"]),
        (without_ids, []),
        (lambda version: without_ids(renamed("1.3", "Roads are paved.")(version)), []),
    ],
    ids=[
        "another objective renamed",
        "a renumbered objective renamed",
        "a renamed objective renamed again",
        "a sentence before",
        "a term named earlier",
        "an objective before",
        "read from a document",
        "read from a document and renamed",
    ],
)
def test_only_what_changed_again_has_another_id(peru: tuple[Version, Version], edit: Edit, lapsed: list[str]) -> None:
    old, new = peru
    before, after = kinds_by_id(compare(old, new)), kinds_by_id(compare(old, edit(new)))
    assert sorted(before[each] for each in before.keys() - after.keys()) == lapsed


def strategy(justification: str = "", linkages: str = "") -> Version:
    objective = Objective("1.1", "o", "Health systems contain outbreaks.", "", justification, linkages)
    return Version("Kenya", goals=(Goal("1", "g", "Kenya is healthy.", objectives=(objective,)),))


@pytest.mark.parametrize(
    ("field", "old", "new", "newer", "kind"),
    [
        (
            "justification",
            "Schools reach 40 percent of girls. Wells reach 40 percent of farmers.",
            "Schools reach 40 percent of girls. Wells reach 45 percent of farmers.",
            "Schools reach 45 percent of girls. Wells reach 45 percent of farmers.",
            "figure-revised",
        ),
        (
            "linkages",
            "State-USAID JSP objectives 1.1 and 1.2; AF JRS objectives 1.1 and 1.2",
            "State-USAID JSP objectives 1.1 and 1.2; AF JRS objectives 1.1, 1.2, and 1.4",
            "State-USAID JSP objectives 1.1, 1.2, and 1.4; AF JRS objectives 1.1, 1.2, and 1.4",
            "linkage-added",
        ),
    ],
    ids=["a figure of something else", "a reference to another framework"],
)
def test_the_same_words_about_another_thing_are_another_change(
    field: str, old: str, new: str, newer: str, kind: str
) -> None:
    before = compare(strategy(**{field: old}), strategy(**{field: new}))
    after = compare(strategy(**{field: old}), strategy(**{field: newer}))
    ((known, summary),) = [(each.id, each.summary) for each in before.changes if each.kind == kind]
    found = {each.id: each.summary for each in after.changes if each.kind == kind}
    assert len(found) == 2
    assert found[known] == summary
