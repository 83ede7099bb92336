"""Reviews put together: no decision is lost, and the order of files plays no part but where one name decides twice."""

from __future__ import annotations

from functools import reduce
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from icsdiff.comparison.reviewing import conflicts, decided_anew, merge
from icsdiff.model.changes import Kind
from icsdiff.model.review import Decision, Disposition, Review, ReviewedVersion
from icsdiff.store.reviews import parse_review, write_review

CHANGES = {"aaaaaaaaaaaa": Kind.RISK_ADDED, "bbbbbbbbbbbb": Kind.FIGURE_REVISED, "cccccccccccc": Kind.TEXT_ADDED}
LABELS = ["peru", "peru@2022-03-21", "peru@2023-09-22", "peru@2024-01-01"]


@st.composite
def reviews(draw: st.DrawFn, names: str = "ABC") -> Review:
    old, new = (ReviewedVersion("Peru", draw(st.sampled_from(LABELS))) for _ in range(2))
    decided = draw(st.sets(st.tuples(st.sampled_from(sorted(CHANGES)), st.sampled_from(names))))
    dispositions = (
        Disposition(change, CHANGES[change], "…", draw(st.sampled_from(Decision)), draw(st.sampled_from("xy")), name)
        for change, name in sorted(decided)
    )
    return Review(old, new, tuple(dispositions))


@given(reviews(), reviews(), reviews())
def test_it_plays_no_part_which_are_put_together_first(one: Review, two: Review, three: Review) -> None:
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@given(reviews(), reviews())
def test_what_is_there_already_adds_nothing(one: Review, two: Review) -> None:
    both = merge(one, two)
    assert merge(both, both) == merge(both, two) == both
    assert not decided_anew(both, two)


@given(reviews("A"), reviews("B"), reviews("C"))
def test_the_order_of_different_reviewers_plays_no_part(one: Review, two: Review, three: Review) -> None:
    (merged,) = {write_review(reduce(merge, order)) for order in permutations((one, two, three))}
    everything = {*one.dispositions, *two.dispositions, *three.dispositions}
    assert set(parse_review(merged, name="x").dispositions) == everything


@given(reviews(), reviews())
def test_the_later_decision_of_one_reviewer_stands_and_is_told(one: Review, two: Review) -> None:
    both = merge(one, two)
    assert set(two.dispositions) <= set(both.dispositions)
    gone = set(one.dispositions) - set(both.dispositions)
    assert gone == {old for old, _ in decided_anew(one, two)}
    assert {new for _, new in decided_anew(one, two)} <= set(two.dispositions)


@given(reviews(), reviews())
def test_a_conflict_is_one_change_with_different_decisions(one: Review, two: Review) -> None:
    both = merge(one, two)
    decided = {(each.change, each.decision) for each in both.dispositions}
    expected = {change for change in CHANGES if len([1 for other, _ in decided if other == change]) > 1}
    assert {dispositions[0].change for dispositions in conflicts(both)} == expected
