"""What becomes of goals and objectives that both sides changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from icsdiff.merging.merge import merge
from icsdiff.merging.merged import Clash
from icsdiff.merging.texts import merge_text
from icsdiff.model.version import Goal, Ignored, Objective, Provenance, Version

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


LASTS, SLOW, LEAVE = "Drought may last for years.", "Courts may stay slow and costly.", "Clerks leave for better pay."
WILL = "Drought will last for years."


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ([LASTS, SLOW, LEAVE], [SLOW, LEAVE, LASTS], [WILL, SLOW, LEAVE], [SLOW, LEAVE, WILL]),
        ([LASTS, SLOW, LEAVE], [SLOW, LASTS, LEAVE], [SLOW, LEAVE], [SLOW, LEAVE]),
        ([LASTS, SLOW, LEAVE], [SLOW, LEAVE, LASTS], [SLOW, LEAVE, LASTS, RISK], [SLOW, LEAVE, LASTS, RISK]),
        ([LASTS, SLOW], [RISK, LASTS, SLOW], [LASTS, SLOW, RISK], None),
        ([LASTS, SLOW, LEAVE], [SLOW, LASTS, LEAVE], [SLOW, LEAVE, LASTS], None),
        ([LASTS, SLOW, LEAVE], [SLOW, LEAVE, LASTS], ["Elections come.", SLOW, LEAVE], None),
    ],
    ids=[
        "moved and edited",
        "moved and removed",
        "moved by both to one place",
        "added by both at two places",
        "moved by both to two places",
        "moved, and another one put in its place",
    ],
)
def test_a_sentence_that_one_side_moved_is_merged_where_that_side_put_it(
    base: list[str], ours: list[str], theirs: list[str], expected: list[str] | None
) -> None:
    sides, clashes = merge_text("risks", " ".join(base), " ".join(ours), " ".join(theirs))
    back, back_clashes = merge_text("risks", " ".join(base), " ".join(theirs), " ".join(ours))
    assert (bool(clashes), bool(back_clashes)) == (expected is None, expected is None)
    if expected is not None:
        assert sides.ours == sides.theirs == back.ours == back.theirs == " ".join(expected)
    else:
        assert (sides.ours, sides.theirs) == (back.theirs, back.ours)


def test_an_entry_that_both_sides_added_at_two_places_stands_once() -> None:
    sides, clashes = merge_text(
        "linkages",
        "JSP Goal 1; JRS Goal 2.",
        "CDCS DO 3; JSP Goal 1; JRS Goal 2.",
        "JSP Goal 1; JRS Goal 2; CDCS DO 3.",
    )
    assert clashes == ()
    assert sides.ours == sides.theirs == "CDCS DO 3; JSP Goal 1; JRS Goal 2."


def test_what_both_sides_added_by_one_id_is_one_whatever_it_is_like_in_the_base() -> None:
    anonymous = replace(A, id="")
    new = replace(anonymous, id="new")
    base, theirs = version((anonymous,)), version((new,))
    ours = version((new, replace(anonymous, number="1.2")))
    for merged in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [each.id for each in merged.ours.objectives].count("new") == 1
        assert [each.id for each in merged.theirs.objectives].count("new") == 1


def test_new_objectives_that_both_sides_have_in_two_orders_are_a_conflict() -> None:
    one, two = objective("1.3", "one"), objective("1.4", "two")
    ours, theirs = version((A, B, one, two), (C,)), version((A, B, two, one), (C,))
    merged = merge(BASE, ours, theirs)
    assert [each.clash for each in merged.conflicts] == [Clash.ORDER]
    assert (merged.ours, merged.theirs) == (ours, theirs)


def test_findings_that_are_ignored_are_gathered() -> None:
    a, b, c = Ignored("aa", "It is so."), Ignored("bb", "It was so."), Ignored("cc", "It will be so.")
    merged = merge(replace(BASE, ignored=(a,)), replace(BASE, ignored=(a, b)), replace(BASE, ignored=(c,)))
    assert merged.conflicts == ()
    assert set(merged.ours.ignored) == {b, c}
    other = replace(a, reason="Not so.")
    merged = merge(BASE, replace(BASE, ignored=(a, b)), replace(BASE, ignored=(c, other)))
    assert [(each.path, each.clash) for each in merged.conflicts] == [("ignored/aa", Clash.BOTH_CHANGED)]
    assert (set(merged.ours.ignored), set(merged.theirs.ignored)) == ({a, b, c}, {other, b, c})
