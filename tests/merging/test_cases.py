"""What becomes of goals and objectives that both sides changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from icsdiff.merging.merge import merge
from icsdiff.merging.merged import Clash
from icsdiff.model.version import Goal, Objective, Provenance, Version

RISK = "Drought may last."


def objective(number: str, name: str, risks: str = RISK) -> Objective:
    return Objective(number, id=name, statement=f"The aim of {name} is met.", risks=risks)


def version(*goals: tuple[Objective, ...]) -> Version:
    found = (Goal(str(at), id=f"g{at}", statement=f"Goal {at}.", objectives=each) for at, each in enumerate(goals, 1))
    return Version("Kenya", goals=tuple(found))


A, B, C = objective("1.1", "a"), objective("1.2", "b"), objective("2.1", "c")
BASE = version((A, B), (C,))


def test_a_renumbering_and_an_edit_combine() -> None:
    new, a, b = objective("1.1", "n"), replace(A, number="1.2"), replace(B, number="1.3")
    edited = replace(B, risks="Drought will last.")
    merged = merge(BASE, version((new, a, b), (C,)), version((A, edited), (C,)))
    assert merged.conflicts == ()
    assert merged.ours == version((new, a, replace(edited, number="1.3")), (C,))


def test_a_move_and_an_edit_combine() -> None:
    moved, edited = replace(B, number="2.2"), replace(B, risks="Drought will last.")
    merged = merge(BASE, version((A,), (C, moved)), version((A, edited), (C,)))
    assert merged.conflicts == ()
    assert merged.ours == version((A,), (C, replace(edited, number="2.2")))


def test_a_removal_and_an_edit_are_a_conflict_that_keeps_the_edit() -> None:
    ours, theirs = version((A,), (C,)), version((A, replace(B, risks="Drought will last.")), (C,))
    merged = merge(BASE, ours, theirs)
    assert [(each.path, each.clash) for each in merged.conflicts] == [("objectives/1.2", Clash.OURS_REMOVED)]
    assert (merged.ours, merged.theirs) == (ours, theirs)


def test_a_number_given_twice_is_a_conflict_that_keeps_both_objectives() -> None:
    mine, yours = objective("1.3", "mine"), objective("1.3", "yours")
    merged = merge(BASE, version((A, B, mine), (C,)), version((A, B, yours), (C,)))
    assert {each.clash for each in merged.conflicts} == {Clash.NUMBER}
    assert merged.ours == version((A, B, mine, replace(yours, number="1.4")), (C,))
    assert merged.theirs == version((A, B, replace(mine, number="1.4"), yours), (C,))


def test_what_both_sides_added_alike_stands_once() -> None:
    both = version((A, B, objective("1.3", "new")), (C,))
    merged = merge(BASE, replace(both, title="A title"), both)
    assert merged.ours == merged.theirs == replace(both, title="A title")


def test_a_goal_that_one_side_removed_stays_where_the_other_moved_something_into_it() -> None:
    base = version((A, B), ())
    ours, theirs = version((A, B)), version((A,), (replace(B, number="2.1"),))
    merged = merge(base, ours, theirs)
    assert Clash.OURS_REMOVED in {each.clash for each in merged.conflicts}
    assert [each.id for each in merged.ours.objectives] == [each.id for each in merged.theirs.objectives] == ["a", "b"]
    assert len(merged.theirs.goals) == 2


def test_updates_are_gathered_and_sources_are_not_mixed() -> None:
    first, second = date(2023, 9, 22), date(2024, 1, 31)
    ours = replace(BASE, updated=(second,), provenance=Provenance(source="a.md", sha256="a"))
    theirs = replace(BASE, updated=(first,), provenance=Provenance(source="b.md", sha256="b"))
    merged = merge(BASE, ours, theirs)
    assert merged.ours.updated == merged.theirs.updated == (first, second)
    assert (merged.ours.provenance, merged.theirs.provenance) == (ours.provenance, theirs.provenance)


def test_linkages_of_one_list_are_combined() -> None:
    def linked(text: str) -> Version:
        return version((replace(A, linkages=text), B), (C,))

    base = linked("State-USAID JSP objectives 2.1 and 2.2.")
    ours = linked("State-USAID JSP objectives 2.1, 2.2, and 2.3.")
    theirs = linked("State-USAID JSP objectives 2.1, 2.2, and 2.4.")
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert "2.3" in merged.ours.goals[0].objectives[0].linkages
    assert "2.4" in merged.ours.goals[0].objectives[0].linkages
