"""What holds for every merge: nothing that either side wrote is lost, and who touched other things never conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from generated import SENTENCES, edited, versions
from icsdiff.language.references import Key, references
from icsdiff.language.sentences import sentences
from icsdiff.merging.merge import merge
from icsdiff.merging.merged import Merged
from icsdiff.model.version import GOAL_FIELDS, OBJECTIVE_FIELDS, Goal, Objective, Version
from triples import NAMED_TRIPLES, TRIPLES, VERSIONS, Triple, is_valid


def entities(version: Version) -> dict[str, Goal | Objective]:
    found: list[Goal | Objective] = [*version.goals, *version.objectives]
    return {each.id: each for each in found}


def text_of(entity: Goal | Objective | None) -> dict[str, str]:
    return dict(entity.fields) if entity else {}


def homes(version: Version) -> dict[str, str]:
    return {each.id: goal.id for goal in version.goals for each in goal.objectives}


def texts(version: Version) -> Iterator[tuple[str, str]]:
    for path, text in version.fields.items():
        if not path.startswith("metadata/"):
            yield path.rpartition("/")[2], text


def stated(*all_of: Version) -> Counter[str]:
    """Every sentence of prose."""
    fields = chain.from_iterable(map(texts, all_of))
    return Counter(each.text for name, text in fields if name != "linkages" for each in sentences(text))


def cited(*all_of: Version) -> set[tuple[Key, object]]:
    """Every reference with its particulars."""
    fields = chain.from_iterable(map(texts, all_of))
    return {(e.key, e.particulars) for name, text in fields if name == "linkages" for e in references(text)}


def stated_in(text: str) -> Counter[str]:
    return Counter(each.text for each in sentences(text))


def words(version: Version) -> Counter[str]:
    """Every word of prose."""
    return Counter(word for name, text in texts(version) if name != "linkages" for word in text.split())


def times(sentence: str, version: Version) -> int:
    """How often a sentence stands in a version; beside others it may be read as a part of one."""
    return sum(text.count(sentence) for _, text in texts(version))


@given(TRIPLES)
def test_what_a_side_wrote_is_there_if_the_conflicts_go_to_it(triple: Triple) -> None:
    base, *sides = triple
    merged = merge(*triple)
    for side, result in zip(sides, (merged.ours, merged.theirs), strict=True):
        for sentence, added in (stated(side) - stated(base)).items():
            assert times(sentence, result) >= added
        assert cited(side) - cited(base) <= cited(result)


@given(TRIPLES)
def test_nothing_is_there_that_neither_side_has(triple: Triple) -> None:
    _, ours, theirs = triple
    merged = merge(*triple)
    for result in (merged.ours, merged.theirs):
        assert words(result) <= words(ours) + words(theirs)
        assert all(times(each, result) <= times(each, ours) + times(each, theirs) for each in SENTENCES)
        assert cited(result) <= cited(ours, theirs)


@given(TRIPLES)
def test_both_ways_to_decide_every_conflict_are_versions(triple: Triple) -> None:
    merged = merge(*triple)
    assert all(map(is_valid, (merged.ours, merged.theirs)))
    assert bool(merged.conflicts) == (merged.ours != merged.theirs)


@given(NAMED_TRIPLES)
def test_each_field_is_merged_by_itself(triple: Triple) -> None:
    merged = merge(*triple)
    before, mine, yours, to_ours, to_theirs = map(entities, (*triple, merged.ours, merged.theirs))
    for name in before.keys() & mine.keys() & yours.keys():
        for field in GOAL_FIELDS if isinstance(before[name], Goal) else OBJECTIVE_FIELDS:
            base, ours, theirs = (getattr(each[name], field) for each in (before, mine, yours))
            results = [getattr(each[name], field) for each in (to_ours, to_theirs)]
            if base in (ours, theirs) or ours == theirs:
                assert results == [theirs if ours == base else ours] * 2
            elif field != "linkages":
                for side, result in zip((ours, theirs), results, strict=True):
                    added = stated_in(side) - stated_in(base)
                    assert all(result.count(sentence) >= count for sentence, count in added.items())


@given(NAMED_TRIPLES)
def test_what_one_side_removed_and_the_other_left_alone_is_gone(triple: Triple) -> None:
    base, *sides = triple
    merged = merge(*triple)
    results = [entities(each) for each in (merged.ours, merged.theirs)]
    for removed, left in (sides, reversed(sides)):
        for objective in base.objectives:
            # What has no id may be what became of it.
            if objective.id in entities(removed) or entities(removed).keys() - entities(base).keys():
                continue
            other = entities(left).get(objective.id)
            if other is None or (other == objective and homes(base).get(other.id) == homes(left).get(other.id)):
                assert all(objective.id not in result for result in results)
            elif text_of(other) != text_of(objective):
                assert any(text_of(result.get(objective.id)) == text_of(other) for result in results)


@given(VERSIONS.flatmap(lambda base: st.tuples(st.just(base), edited(base).filter(is_valid))))
def test_what_only_one_side_changed_is_as_that_side_has_it(pair: tuple[Version, Version]) -> None:
    base, changed = pair
    assert merge(base, changed, base) == Merged(changed, changed)
    assert merge(base, base, changed) == Merged(changed, changed)
    assert merge(base, changed, changed) == Merged(changed, changed)


@given(VERSIONS.flatmap(lambda base: st.tuples(st.just(base), edited(base).filter(is_valid))))
def test_another_title_of_one_side_joins_all_edits_of_the_other(pair: tuple[Version, Version]) -> None:
    base, changed = pair
    retitled = replace(base, title="A title of its own")
    assume(changed.title == base.title)
    expected = replace(changed, title=retitled.title)
    assert merge(base, changed, retitled) == Merged(expected, expected)


@given(versions().filter(is_valid), versions().filter(is_valid))
def test_without_a_common_base_nothing_is_lost_either(ours: Version, theirs: Version) -> None:
    merged = merge(Version(""), ours, theirs)
    for side, result in ((ours, merged.ours), (theirs, merged.theirs)):
        assert all(times(sentence, result) >= count for sentence, count in stated(side).items())
        assert cited(side) <= cited(result)
    assert all(map(is_valid, (merged.ours, merged.theirs)))


PARTS = tuple(range(6))


@st.composite
def disjoint_edits(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A text, two edits of it that touch other sentences, and both edits together."""
    base = draw(st.permutations(SENTENCES[:8]))[:6]
    owner = [draw(st.sampled_from(["ours", "theirs", "nobody"])) for _ in base]
    new = [
        draw(st.sampled_from(["", f"{base[at][:-1]} by {2030 + at}.", f"Word {at} is altogether new."])) for at in PARTS
    ]
    breaks = [draw(st.sampled_from([" ", "\n\n"])) for _ in base]

    def text(*sides: str) -> str:
        kept = [(gap, new[at] if owner[at] in sides else base[at]) for at, gap in zip(PARTS, breaks, strict=True)]
        return "".join(gap * bool(at) + each for at, (gap, each) in enumerate(pair for pair in kept if pair[1]))

    return text(), text("ours"), text("theirs"), text("ours", "theirs")


@given(disjoint_edits(), st.sampled_from(["risks", "justification", "statement"]))
def test_edits_of_different_sentences_never_conflict(edits: tuple[str, str, str, str], name: str) -> None:
    base, ours, theirs, both = (version_of(name, text) for text in edits)
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert sentences_of(merged.ours, name) == sentences_of(both, name)


def version_of(name: str, text: str) -> Version:
    fields: dict[str, Any] = {name: text}
    objective = replace(Objective("1.1", id="o", statement="Courts are fair."), **fields)
    return Version("Kenya", goals=(Goal("1", id="g", statement="Justice for all.", objectives=(objective,)),))


def sentences_of(version: Version, name: str) -> list[str]:
    return [each.text for each in sentences(getattr(version.goals[0].objectives[0], name))]


@given(VERSIONS, st.data())
def test_edits_of_different_fields_never_conflict(base: Version, data: st.DataObject) -> None:
    places = [(each.number, name) for each in base.objectives for name in OBJECTIVE_FIELDS]
    owners = data.draw(st.lists(st.sampled_from(["ours", "theirs", ""]), min_size=len(places), max_size=len(places)))
    new = {place: data.draw(st.sampled_from(["", *SENTENCES])) for place in places}

    def changed(*sides: str) -> Version:
        def one(each: Objective) -> Objective:
            mine = [place for place, owner in zip(places, owners, strict=True) if owner in sides]
            fields: dict[str, Any] = {name: new[number, name] for number, name in mine if number == each.number}
            return replace(each, id=each.number, **fields)

        goals = (replace(goal, objectives=tuple(map(one, goal.objectives))) for goal in base.goals)
        return replace(base, goals=tuple(goals), management_objectives=tuple(map(one, base.management_objectives)))

    both = changed("ours", "theirs")
    assert merge(changed(), changed("ours"), changed("theirs")) == Merged(both, both)
