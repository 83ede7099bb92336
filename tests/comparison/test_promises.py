"""What holds for every pair of versions: the contract's rules, over generated strategies and edits of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generated import edited, versions
from icsdiff.comparison.compare import compare
from icsdiff.comparison.pairs import field_pairs
from icsdiff.comparison.rebuild import rebuild, rebuild_old
from icsdiff.comparison.redline import RunKind, redline
from icsdiff.model.changes import Change, ChangeSet, Kind, Rewrite
from icsdiff.model.version import GOAL_FIELDS, OBJECTIVE_FIELDS, Goal, Objective, Version
from icsdiff.versions import load

EDITED_PAIRS = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))
ANY_PAIRS = EDITED_PAIRS | st.tuples(versions(), versions())

# What a difference is called when the versions change sides; every other kind keeps its name.
SWAPPED = {
    Kind(f"{subject}-{one}"): Kind(f"{subject}-{other}")
    for subject in ("goal", "objective", "figure", "risk", "mitigation", "linkage", "text", "term")
    for one, other in (("added", "removed"), ("removed", "added"))
} | {
    Kind(f"{level}-{one}"): Kind(f"{level}-{other}")
    for level in ("goal", "objective")
    for one, other in (("split", "merged"), ("merged", "split"))
}


@given(versions())
def test_a_version_against_itself_gives_neither_change_nor_rewrite(version: Version) -> None:
    changes = compare(version, version)
    assert changes.changes == ()
    assert changes.rewrites == ()


@given(ANY_PAIRS)
def test_either_version_is_rebuilt_from_the_other_and_the_changes(pair: tuple[Version, Version]) -> None:
    old, new = pair
    changes = compare(old, new)
    assert rebuild(old, changes) == new.fields
    assert rebuild_old(new, changes) == old.fields


@given(ANY_PAIRS)
def test_every_passage_is_the_text_that_stands_at_its_place(pair: tuple[Version, Version]) -> None:
    old, new = pair
    changes = compare(old, new)
    differences: tuple[Change | Rewrite, ...] = (*changes.changes, *changes.rewrites)
    for each in differences:
        for passage, fields in ((each.old, old.fields), (each.new, new.fields)):
            if passage and passage.text:
                assert fields[passage.path][passage.start : passage.end] == passage.text


def facts(changes: ChangeSet, *, swapped: bool) -> Counter[object]:
    return Counter(
        (
            SWAPPED.get(change.kind, change.kind) if swapped else change.kind,
            change.significance,
            *((change.new, change.old) if swapped else (change.old, change.new)),
        )
        for change in changes.changes
    )


@given(ANY_PAIRS)
def test_swapping_the_versions_swaps_added_and_removed_and_nothing_else(pair: tuple[Version, Version]) -> None:
    old, new = pair
    there, back = compare(old, new), compare(new, old)
    assert facts(there, swapped=True) == facts(back, swapped=False)
    assert Counter((each.old, each.new, each.reason) for each in there.rewrites) == Counter(
        (each.new, each.old, each.reason) for each in back.rewrites
    )


@given(ANY_PAIRS)
def test_every_change_has_a_name_of_its_own(pair: tuple[Version, Version]) -> None:
    changes = compare(*pair)
    names = {change.id for change in changes.changes}
    assert len(names) == len(changes.changes)
    assert {change.part_of for change in changes.changes} <= names | {None}


@given(ANY_PAIRS)
def test_the_redline_of_a_field_holds_both_its_texts(pair: tuple[Version, Version]) -> None:
    changes = compare(*pair)
    for each in field_pairs(*pair, changes.alignment):
        runs = redline(changes, each)
        gone = {RunKind.REMOVED, RunKind.MOVED_AWAY}
        assert "".join(run.text for run in runs if run.kind not in gone) == each.new


@given(ANY_PAIRS)
def test_the_summary_counts_every_change(pair: tuple[Version, Version]) -> None:
    changes = compare(*pair)
    assert sum(changes.summary["kinds"].values()) == len(changes.changes)
    assert sum(changes.summary["significance"].values()) == len(changes.changes)


SEED = load(str(Path(__file__).parents[2] / "versions/peru/2023-09-22.yaml"))


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=25)
@given(edited(SEED, most=20))
def test_the_promises_hold_for_edits_of_a_published_strategy(new: Version) -> None:
    there, back = compare(SEED, new), compare(new, SEED)
    assert rebuild(SEED, there) == new.fields
    assert rebuild_old(new, there) == SEED.fields
    assert facts(there, swapped=True) == facts(back, swapped=False)


NOTATIONS = (
    (" percent", "%"),
    ("1.32 million", "1,320,000"),
    ("Sixty percent", "60 percent"),
    ("$91 billion", r"\$91 billion"),
    ("2022-2026", "2022–2026"),
    ("'", "’"),
    ("State - USAID", "State-USAID"),
    ("30,000", "30 000"),
)


@given(st.lists(st.sampled_from(NOTATIONS), min_size=1, unique=True))
def test_what_is_only_written_another_way_is_a_rewrite_and_no_change(notations: list[tuple[str, str]]) -> None:
    def rewritten(text: str) -> str:
        for one, other in notations:
            text = text.replace(one, other)
        return text

    def rewritten_fields(holder: Goal | Objective, names: tuple[str, ...]) -> dict[str, str]:
        return {name: rewritten(getattr(holder, name)) for name in names}

    goals = tuple(
        replace(
            goal,
            objectives=tuple(
                replace(each, **rewritten_fields(each, OBJECTIVE_FIELDS))  # type: ignore[arg-type]
                for each in goal.objectives
            ),
            **rewritten_fields(goal, GOAL_FIELDS),  # type: ignore[arg-type]
        )
        for goal in SEED.goals
    )
    new = replace(SEED, priorities=rewritten(SEED.priorities), goals=goals)
    changes = compare(SEED, new)
    assert changes.changes == ()
    assert changes.rewrites
    assert rebuild(SEED, changes) == new.fields
