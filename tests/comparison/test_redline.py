"""Both versions of a field in one run of text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import icsdiff
from generated import edited, versions
from icsdiff import Version
from icsdiff.comparison.pairs import field_pairs
from icsdiff.comparison.redline import RunKind, redline

EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))
OLD = (RunKind.SAME, RunKind.REMOVED, RunKind.MOVED_AWAY)
NEW = (RunKind.SAME, RunKind.ADDED, RunKind.MOVED_HERE)


@given(EDITED)
def test_to_the_letter_it_holds_both_versions(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    for field in field_pairs(changes.old, changes.new, changes.alignment):
        runs = redline(changes, field, to_the_letter=True)
        assert "".join(run.text for run in runs if run.kind in OLD) == field.old
        assert "".join(run.text for run in runs if run.kind in NEW) == field.new


def test_what_is_only_written_another_way_is_marked_on_request() -> None:
    old = Version("Kenya", priorities="Today 22 percent of the 1,200 officers are women.")
    changes = icsdiff.compare(old, replace(old, priorities="Today 22% of the 1,200 officers are women."))
    field = field_pairs(changes.old, changes.new, changes.alignment)[-1]
    assert [run.text for run in redline(changes, field)] == [changes.new.priorities]
    marked = redline(changes, field, to_the_letter=True)
    assert [(str(run.kind), run.text) for run in marked] == [
        ("same", "Today "),
        ("removed", "22 percent"),
        ("added", "22%"),
        ("same", " of the 1,200 officers are women."),
    ]
    assert {run.rewrite for run in marked} == {None, *changes.rewrites}
