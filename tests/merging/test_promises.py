"""What holds for every merge: nothing that either side wrote is lost, and who touched other things never conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from generated import SENTENCES, edited, versions
from icsdiff.errors import InvalidVersion
from icsdiff.language.references import Key, references
from icsdiff.language.sentences import sentences
from icsdiff.merging.merge import merge
from icsdiff.merging.merged import Merged
from icsdiff.model.version import OBJECTIVE_FIELDS, Goal, Objective, Version
from icsdiff.store.parse import parse
from icsdiff.store.write import write


def is_valid(version: Version) -> bool:
    """Whether the store takes it: the strategies of generated edits may give a number or an id twice."""
    try:
        return parse(write(version), name="v.yaml") == version
    except InvalidVersion:
        return False


VERSIONS = versions().filter(is_valid)
TRIPLES = VERSIONS.flatmap(
    lambda base: st.tuples(st.just(base), edited(base).filter(is_valid), edited(base).filter(is_valid))
)


def texts(version: Version) -> Iterator[tuple[str, str]]:
    for path, text in version.fields.items():
        if not path.startswith("metadata/"):
            yield path.rpartition("/")[2], text


def stated(*all_of: Version) -> set[str]:
    """Every sentence of prose."""
    fields = chain.from_iterable(map(texts, all_of))
    return {each.text for name, text in fields if name != "linkages" for each in sentences(text)}


def cited(*all_of: Version) -> set[tuple[Key, object]]:
    """Every reference with its particulars."""
    fields = chain.from_iterable(map(texts, all_of))
    return {(e.key, e.particulars) for name, text in fields if name == "linkages" for e in references(text)}


def stands(sentence: str, *all_of: Version) -> bool:
    return any(sentence in text for version in all_of for _, text in texts(version))


@given(TRIPLES)
def test_what_either_side_wrote_is_in_the_result(triple: tuple[Version, Version, Version]) -> None:
    base, ours, theirs = triple
    merged = merge(*triple)
    for sentence in stated(ours, theirs) - stated(base):
        assert stands(sentence, merged.ours, merged.theirs)
    assert cited(ours, theirs) - cited(base) <= cited(merged.ours, merged.theirs)


@given(TRIPLES)
def test_what_both_sides_removed_is_not_back(triple: tuple[Version, Version, Version]) -> None:
    base, ours, theirs = triple
    merged = merge(*triple)
    for sentence in SENTENCES:
        if stands(sentence, base) and not stands(sentence, ours, theirs):
            assert not stands(sentence, merged.ours, merged.theirs)
    assert cited(merged.ours, merged.theirs) <= cited(ours, theirs)


@given(TRIPLES)
def test_both_ways_to_decide_every_conflict_are_versions(triple: tuple[Version, Version, Version]) -> None:
    merged = merge(*triple)
    assert all(map(is_valid, (merged.ours, merged.theirs)))
    assert bool(merged.conflicts) == (merged.ours != merged.theirs)


@given(TRIPLES)
def test_no_sentence_depends_on_which_side_is_ours(triple: tuple[Version, Version, Version]) -> None:
    base, ours, theirs = triple
    there, back = merge(base, ours, theirs), merge(base, theirs, ours)
    for sentence in SENTENCES:
        assert stands(sentence, there.ours, there.theirs) == stands(sentence, back.ours, back.theirs)


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
    assert all(stands(sentence, merged.ours, merged.theirs) for sentence in stated(ours, theirs))
    assert cited(ours, theirs) <= cited(merged.ours, merged.theirs)
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
