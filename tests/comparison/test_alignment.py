"""Which goals and objectives correspond: a table of small strategies before and after."""

from __future__ import annotations

import pytest

from icsdiff.comparison.align import align
from icsdiff.comparison.compare import compare
from icsdiff.comparison.rebuild import rebuild, rebuild_old
from icsdiff.model.alignment import Level, Match, Pins, Relation
from icsdiff.model.changes import Kind
from icsdiff.model.version import Goal, Objective, Version

WATER = "Two thirds of rural households draw water from open wells. Pumps fail within a year of their installation."
SCHOOLS = "One child in four leaves primary school before the fifth grade. Teachers are paid late in the provinces."
COURTS = "Judges hear a land dispute after six years on average. Litigants travel for days to the nearest court."
PORTS = "Containers wait eleven days at the main port. Customs officers inspect every one of them by hand."
CLINICS = "Clinics lack refrigerators for vaccines. Nurses serve ten villages each and cover them on foot."


def strategy(**bodies: str | tuple[str, str]) -> Version:
    """A strategy whose objectives are given by number (``o1_2``): a body, or a statement and a body."""
    goals: dict[str, list[Objective]] = {}
    for name, given in bodies.items():
        number = name.removeprefix("o").replace("_", ".")
        statement, body = given if isinstance(given, tuple) else ("", given)
        goals.setdefault(number.partition(".")[0], []).append(Objective(number, "", statement, justification=body))
    return Version("Examplia", goals=tuple(Goal(number, objectives=tuple(inside)) for number, inside in goals.items()))


def rows(matches: tuple[Match, ...]) -> set[str]:
    return {
        f"{'+'.join(match.old) or 'none'} = {'+'.join(match.new) or 'none'}"
        for match in matches
        if match.level is Level.OBJECTIVE
    }


CASES = {
    "a new objective in front shifts every number": (
        strategy(o1_1=WATER, o1_2=SCHOOLS),
        strategy(o1_1=COURTS, o1_2=WATER, o1_3=SCHOOLS),
        {"1.1 = 1.2", "1.2 = 1.3", "none = 1.1"},
    ),
    "two objectives that swap their numbers": (
        strategy(o1_1=WATER, o1_2=SCHOOLS),
        strategy(o1_1=SCHOOLS, o1_2=WATER),
        {"1.1 = 1.2", "1.2 = 1.1"},
    ),
    "one is removed and an unrelated one takes its number": (
        strategy(o1_1=WATER, o1_2=SCHOOLS),
        strategy(o1_1=WATER, o1_2=PORTS),
        {"1.1 = 1.1", "1.2 = none", "none = 1.2"},
    ),
    "an objective known by its body under a statement that shares no word": (
        strategy(o1_1=("Rural families drink safe water.", WATER), o1_2=("Children learn to read.", SCHOOLS)),
        strategy(o1_1=("Wells and pumps stay in repair.", WATER), o1_2=("Children learn to read.", SCHOOLS)),
        {"1.1 = 1.1", "1.2 = 1.2"},
    ),
    "an objective known by its statement over a body written anew": (
        strategy(o1_1=("Rural families drink safe water.", WATER), o1_2=("Children learn to read.", SCHOOLS)),
        strategy(o1_1=("Children learn to read.", PORTS), o1_2=("Rural families drink safe water.", WATER)),
        {"1.1 = 1.2", "1.2 = 1.1"},
    ),
    "two that differ in one word each keep apart": (
        strategy(
            o1_1=("Police protect traders in the north.", WATER), o1_2=("Police protect traders in the south.", PORTS)
        ),
        strategy(
            o1_1=("Police protect traders in the south.", PORTS), o1_2=("Police protect traders in the north.", WATER)
        ),
        {"1.1 = 1.2", "1.2 = 1.1"},
    ),
    "one is split into two": (
        strategy(o1_1=f"{WATER} {CLINICS}", o1_2=SCHOOLS),
        strategy(o1_1=WATER, o1_2=CLINICS, o1_3=SCHOOLS),
        {"1.1 = 1.1+1.2", "1.2 = 1.3"},
    ),
    "two are merged into one": (
        strategy(o1_1=WATER, o1_2=COURTS, o2_1=CLINICS),
        strategy(o1_1=COURTS, o2_1=f"{CLINICS} {WATER}"),
        {"1.1+2.1 = 2.1", "1.2 = 1.1"},
    ),
    "one is split into three": (
        strategy(o1_1=f"{WATER} {CLINICS} {PORTS}"),
        strategy(o1_1=WATER, o1_2=CLINICS, o1_3=PORTS),
        {"1.1 = 1.1+1.2+1.3"},
    ),
    "a sentence that moves to a new objective makes no split": (
        strategy(o1_1=f"{WATER} {CLINICS}", o1_2=SCHOOLS),
        strategy(o1_1=WATER, o1_2=SCHOOLS, o1_3=f"{CLINICS.partition('. ')[2]} {PORTS} {COURTS}"),
        {"1.1 = 1.1", "1.2 = 1.2", "none = 1.3"},
    ),
}


def in_any_order(row: str) -> str:
    return " = ".join("+".join(sorted(side.split("+"))) for side in row.split(" = "))


@pytest.mark.parametrize("name", CASES)
def test_objectives_correspond_by_what_they_say(name: str) -> None:
    old, new, expected = CASES[name]
    assert {in_any_order(row) for row in rows(align(old, new))} == expected
    back = {" = ".join(reversed(row.split(" = "))) for row in expected}
    assert {in_any_order(row) for row in rows(align(new, old))} == back


@pytest.mark.parametrize("name", CASES)
def test_either_version_is_rebuilt_whatever_was_split_or_merged(name: str) -> None:
    old, new, _ = CASES[name]
    changes = compare(old, new)
    assert rebuild(old, changes) == new.fields
    assert rebuild_old(new, changes) == old.fields


def test_a_split_says_how_much_each_part_holds_and_takes_its_sentences_along() -> None:
    old, new, _ = CASES["one is split into two"]
    changes = compare(old, new)
    split = next(match for match in changes.alignment if match.relation is Relation.SPLIT)
    assert sum(split.shares) == pytest.approx(1, abs=0.01)
    told = [change for change in changes.changes if change.part_of is None]
    assert [change.kind for change in told] == [Kind.OBJECTIVE_SPLIT, Kind.OBJECTIVE_RENUMBERED]


def test_a_reference_that_a_part_takes_over_goes_along_and_one_that_is_new_stands_alone() -> None:
    whole = Objective("1.1", justification=f"{WATER} {CLINICS}", linkages="JSP Goal 1; JSP Goal 2.")
    parts = (
        Objective("1.1", justification=WATER, linkages="JSP Goal 1."),
        Objective("1.2", justification=CLINICS, linkages="JSP Goal 2; JSP Goal 3."),
    )
    old, new = (Version("Examplia", goals=(Goal("1", objectives=inside),)) for inside in ((whole,), parts))
    alone = [change.summary for change in compare(old, new).changes if change.part_of is None]
    assert [each for each in alone if each.startswith("Linkage")] == ["Linkage added: JSP goal 3"]


def test_a_pin_overrules_every_score_and_a_forbidden_pair_is_none() -> None:
    old, new = strategy(o1_1=WATER, o1_2=SCHOOLS), strategy(o1_1=WATER, o1_2=SCHOOLS)
    pinned = Pins(pinned=frozenset({(Level.OBJECTIVE, "1.1", "1.2")}))
    assert "1.1 = 1.2" in rows(align(old, new, pinned))
    forbidden = Pins(forbidden=frozenset({(Level.OBJECTIVE, "1.1", "1.1")}))
    assert rows(align(old, new, forbidden)) == {"1.1 = none", "none = 1.1", "1.2 = 1.2"}
