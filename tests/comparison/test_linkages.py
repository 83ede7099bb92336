"""Linkages compared as sets: what each edit of a list is called, and what holds for every list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.comparison.compare import compare
from icsdiff.comparison.rebuild import rebuild, rebuild_old
from icsdiff.language.references import references
from icsdiff.language.remarks import remarks
from icsdiff.language.words import words
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Goal, Objective, Version, canonical

NOTHING = ""
ADDED, REMOVED, REVISED = "linkage-added", "linkage-removed", "linkage-revised"
SAID, UNSAID, REWORDED = "text-added", "text-removed", "text-revised"

CASES = (
    # old, new, kinds
    ("JSP objective 2.1", "State-USAID JSP Objective 2.1.", NOTHING),
    ("State - USAID JSP objectives 2.1", "State/USAID JSP obj. 2.1", NOTHING),
    ("JSP objective 2.1", "Objective 2.1 of the Joint Strategic Plan (JSP)", NOTHING),
    ("JSP objectives 4.1-4.3", "JSP objectives 4.1, 4.2 and 4.3", NOTHING),
    ("JSP objectives 4.1, 4.2 and 4.3", "JSP objectives 4.3, 4.1, 4.2", NOTHING),
    ("JSP objective 2.1; JSP objective 2.2", "JSP objectives 2.2 and 2.1", NOTHING),
    ("JSP objective 2.1; AF JRS Goal 3; NSS", "NSS; AF JRS Goal 3; JSP objective 2.1", NOTHING),
    ("JSP objective 2.1; AF JRS Goal 3", "- JSP objective 2.1\n\n- AF JRS Goal 3", NOTHING),
    ("JSP objective 2.1; JSP objective 2.1", "JSP objective 2.1", NOTHING),
    ("CDCS DO1; CDCS IR 1.2", "USAID CDCS Development Objective 1; CDCS Intermediate Result 1.2", NOTHING),
    ("U.S. Strategy on Countering Corruption", "the United States Strategy on Countering Corruption", NOTHING),
    ("Indo-Pacific Strategy (February 2022)", "the February 2022 [Indo-Pacific Strategy](#)", NOTHING),
    ("WPS Strategy; JSP Goal 1", "Women, Peace, and Security Strategy; JSP Goal 1", NOTHING),
    ("E.O. 14008; NSM-13", "Executive Order 14008; National Security Memorandum 13", NOTHING),
    ("NSS Pillar II", "National Security Strategy, Pillar 2", NOTHING),
    # one reference more, one less
    ("JSP objective 2.1", "JSP objectives 2.1 and 2.3", ADDED),
    ("JSP objectives 2.1, 2.2, and 2.3", "JSP objectives 2.1 and 2.3", REMOVED),
    ("JSP objectives 4.1-4.3", "JSP objectives 4.1 and 4.3", REMOVED),
    ("JSP objectives 4.1-4.3", "JSP objectives 4.1-4.5", f"{ADDED} {ADDED}"),
    ("JSP Goal 1", "JSP Goal 1; Global Fragility Act", ADDED),
    ("JSP Goal 1; NSS", "JSP Goal 1; NSS; NDS; SDGs 5 and 16", f"{ADDED} {ADDED} {ADDED}"),
    ("NSS (2017)", "NSS (2017); NSS (2022)", ADDED),
    ("JSP Goal 1", "JSP Goal 1; Summit for Democracy commitments", ADDED),
    ("JSP Goal 1; C5+1", "JSP Goal 1", REMOVED),
    ("JSP objectives 1.4 to 2.2", "JSP objectives 1.4 and 2.2", f"{ADDED} {ADDED} {REMOVED}"),
    ("PGII; NSS", "Partnership for Global Infrastructure and Investment; NSS", NOTHING),
    ("Food Security Strategy 2022-26", "Food Security Strategy (2022–2026)", NOTHING),
    # another reference
    ("JSP objective 2.1", "JSP objective 2.3", f"{ADDED} {REMOVED}"),
    ("JSP Goal 2", "JSP Pillar II", f"{ADDED} {REMOVED}"),
    ("JSP objective 2.1", "JRS objective 2.1", f"{ADDED} {REMOVED}"),
    ("EUR JRS Goal 1", "SCA JRS Goal 1", f"{ADDED} {REMOVED}"),
    ("National Security Strategy", "National Defense Strategy", f"{ADDED} {REMOVED}"),
    ("National Security Memorandum 16", "National Security Memorandum 22", f"{ADDED} {REMOVED}"),
    ("UNSCR 1325", "UNSCR 2242", f"{ADDED} {REMOVED}"),
    ("JSP Goals 1 and 2", "JSP Goals 2 and 3", f"{ADDED} {REMOVED}"),
    # the same reference with another date, title, target or name
    ("Indo-Pacific Strategy (February 2022)", "Indo-Pacific Strategy (March 2023)", REVISED),
    ("U.S. Global Water Strategy (2017)", "U.S. Global Water Strategy (2022)", REVISED),
    ("Global Food Security Strategy 2017-2021", "Global Food Security Strategy 2022-2026", REVISED),
    ("NSS", "NSS (2022)", REVISED),
    ("[National Export Strategy](#)", "[National Export Strategy](https://example.org/nes)", REVISED),
    ("[JSP Goal 1](https://example.org/a)", "[JSP Goal 1](https://example.org/b)", REVISED),
    ("JRS objective 5.1", "State WHA-USAID LAC JRS objective 5.1", REVISED),
    ("JRS objectives 5.1 and 5.2", "State WHA-USAID LAC JRS objectives 5.1 and 5.2", f"{REVISED} {REVISED}"),
    ("E.O. 14008", "Executive Order 14008 on Tackling the Climate Crisis", REVISED),
    ("Executive Order on Tackling the Climate Crisis", "Executive Order 14008 on Tackling the Climate Crisis", REVISED),
    ("JSP Goal 1: Promote health security", "JSP Goal 1: Promote food security", REVISED),
    ("JSP Goal 1: Cut losses by 5%", "JSP Goal 1: Cut losses by 5", REVISED),
    ("JSP 2.1", "JSP objective 2.1", REVISED),
    ("National Action Plan", "Peru's National Action Plan", REVISED),
    ("NSS (2017); NSS (2022)", "NSS (2022); NSS (2023)", REVISED),
    # what is said about references
    ("This objective contributes to JSP Goal 1.", "This objective does not contribute to JSP Goal 1.", REWORDED),
    ("This objective contributes to JSP Goal 1.", "This objective supports JSP Goal 1.", REWORDED),
    ("This objective contributes to JSP Goal 1.", "JSP Goal 1", NOTHING),
    ("This objective contributes in part to JSP Goal 1.", "JSP Goal 1", UNSAID),
    ("JSP Goal 1, Objective 1.2", "JSP Goal 1 supports Objective 1.2", SAID),
    ("GFA, which calls for a joint approach; NSS", "GFA, which calls for a bold approach; NSS", REWORDED),
    ("GFA, which calls for a joint approach; NSS", "NSS; GFA, which calls for a joint approach", NOTHING),
    ("GFA, which calls for courts; NSS", "GFA; NSS, which calls for courts", f"{SAID} {UNSAID}"),
    ("GFA; NSS", "GFA; NSS, which puts allies first", SAID),
    ("GFA; NSS", "GFA; NSS. The Mission will report each year.", SAID),
    ("JSP Goal 1, in 30 counties", "JSP Goal 1, in 47 counties", "figure-revised"),
    ("JSP Goal 1 and, perhaps, JSP Goal 2", "JSP Goal 1 and JSP Goal 2", UNSAID),
    ("JSP Goal 1, see [the note](#)", "JSP Goal 1, see [the note](https://example.org)", REVISED),
    ("JSP Goal 1, a target of 5%", "JSP Goal 1, a target of 5", REWORDED),
    # a list against prose, a list against nothing
    ("Management supports every aspect of the ICS.", "JSP objective 2.1; NSS", f"{ADDED} {ADDED} {UNSAID}"),
    ("JSP Goals 1 and 2", "All goals depend on this.", f"{REMOVED} {REMOVED} {SAID}"),
    ("JSP Goal 1; NSS", "", f"{REMOVED} {REMOVED}"),
    ("", "JSP Goal 1; NSS, which puts allies first", f"{ADDED} {ADDED} {SAID}"),
    ("All goals depend on this.", "All goals depend upon that.", REWORDED),
)


def version(*fields: str) -> Version:
    objectives = (
        Objective(f"1.{at}", f"objective-{at}", statement=f"Court {at} opens.", linkages=canonical(text))
        for at, text in enumerate(fields, 1)
    )
    return Version("Kenya", goals=(Goal("1", objectives=tuple(objectives)),))


def compared(old: str, new: str) -> ChangeSet:
    """The changes between two lists, having seen that they are complete and the same from either side."""
    before, after = version(old), version(new)
    changes, back = compare(before, after), compare(after, before)
    assert rebuild(before, changes) == after.fields
    assert rebuild_old(after, changes) == before.fields
    assert Counter((each.old, each.new) for each in changes.changes) == Counter(
        (each.new, each.old) for each in back.changes
    )
    return changes


def kinds(changes: ChangeSet) -> str:
    told = (str(each.kind) for each in changes.changes)
    return " ".join(sorted(kind for kind in told if not kind.startswith("term-")))


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_an_edit_of_a_list_is_told_as_what_it_is(old: str, new: str, expected: str) -> None:
    assert kinds(compared(old, new)) == expected


# Each reference in some of its spellings.
REFERENCES = (
    (
        "State - USAID JSP objective 2.1",
        "JSP obj. 2.1",
        "Objective 2.1 of the Joint Strategic Plan",
        "State/USAID JSP SO 2.1",
    ),
    ("JSP objective 2.2", "Joint Strategic Plan (JSP) Objective 2.2", "State–USAID JSP Strategic Objective 2.2"),
    ("AF JRS Goal 3", "State AF Joint Regional Strategy goal III", "Goal 3 of the AF JRS"),
    ("State WHA-USAID LAC JRS objective 4.4", "State WHA - USAID LAC JRS Objective 4.4"),
    ("USAID CDCS DO1", "CDCS Development Objective 1", "DO 1 of the CDCS"),
    ("CDCS IR 1.2", "USAID CDCS Intermediate Result 1.2"),
    ("NSS Pillar II", "National Security Strategy, Pillar 2"),
    ("National Defense Strategy (2022)", "NDS 2022", "the 2022 National Defense Strategy"),
    ("E.O. 14008", "Executive Order 14008", "EO 14008"),
    ("National Security Memorandum NSM-13", "NSM 13"),
    ("UNSCR 1325", "UN Security Council Resolution 1325"),
    ("SDG 16", "Goal 16 of the SDGs"),
    ("National Strategy on Gender Equity and Equality", "the [National Strategy on Gender Equity and Equality](#)"),
    ("U.S. Strategy on Countering Corruption", "United States Strategy on Countering Corruption"),
    ("Women, Peace, and Security Act of 2017", "Women, Peace and Security Act (2017)"),
    ("Indo-Pacific Strategy (February 2022)", "Indo‑Pacific Strategy, February 2022"),
    ("Embassy Lima's Interagency Climate Strategy", "Embassy Lima’s Interagency Climate Strategy"),
    ("Foreign Assistance Act of 1961", "the Foreign Assistance Act (1961)"),
    ("African Union Agenda 2063", "the African Union Agenda 2063"),
)
LEADS = ("", "This objective directly contributes to ", "In line with our priorities, the Mission supports ")
EXPLANATIONS = (
    "",
    ", which calls for stronger courts",
    ", in particular its focus on youth",
    " (a priority of the Ambassador)",
)
SEPARATORS = ("; ", ".\n\n", ". ")


@dataclass(frozen=True)
class Entry:
    """One entry of a list: a reference by its place above, and what is said about it."""

    place: int
    explanation: str


ENTRIES = st.builds(Entry, st.integers(0, len(REFERENCES) - 1), st.sampled_from(EXPLANATIONS))
LISTS = st.lists(ENTRIES, min_size=1, max_size=8, unique_by=lambda entry: entry.place)


@st.composite
def written(draw: st.DrawFn, entries: Sequence[Entry], lead: str) -> str:
    """A list, each reference in one of its spellings."""
    separator = draw(st.sampled_from(SEPARATORS))
    spelled = [draw(st.sampled_from(REFERENCES[entry.place])) + entry.explanation for entry in entries]
    return canonical(lead + separator.join(spelled) + draw(st.sampled_from(["", "."])))


@given(st.data(), LISTS, st.sampled_from(LEADS))
def test_any_order_and_any_spelling_is_no_change(data: st.DataObject, entries: list[Entry], lead: str) -> None:
    old = data.draw(written(entries, lead))
    new = data.draw(written(data.draw(st.permutations(entries)), lead))
    assert kinds(compared(old, new)) == NOTHING


@given(st.data(), LISTS, st.integers(0, 4))
def test_references_that_come_are_as_many_as_are_told(data: st.DataObject, entries: list[Entry], count: int) -> None:
    plain = [Entry(entry.place, "") for entry in entries]
    kept = plain[: max(1, len(plain) - count)]
    new = data.draw(written(data.draw(st.permutations(plain)), ""))
    changes = compared(data.draw(written(kept, "")), new)
    assert kinds(changes) == " ".join([ADDED] * (len(plain) - len(kept)))


@given(st.data(), LISTS, st.sampled_from(LEADS))
def test_a_word_replaced_anywhere_is_a_change(data: st.DataObject, entries: list[Entry], lead: str) -> None:
    old = data.draw(written(entries, lead))
    word = data.draw(st.sampled_from([word for word in words(old) if any(map(str.isalnum, word.key))]))
    new = old[: word.start] + data.draw(st.sampled_from(["quokka", "Quokka", "not", "QKA"])) + old[word.end :]
    assert kinds(compared(old, canonical(new))) != NOTHING


@given(st.data(), LISTS, st.sampled_from(LEADS))
def test_a_word_put_in_anywhere_is_a_change(data: st.DataObject, entries: list[Entry], lead: str) -> None:
    old = data.draw(written(entries, lead))
    place = data.draw(st.sampled_from([word.start for word in words(old)]))
    new = old[:place] + data.draw(st.sampled_from(["quokka ", "Quokka ", "not ", "possibly "])) + old[place:]
    assert kinds(compared(old, canonical(new))) != NOTHING


@given(st.data(), LISTS, st.sampled_from(LEADS))
def test_a_word_dropped_from_what_is_said_is_a_change(data: st.DataObject, entries: list[Entry], lead: str) -> None:
    old = data.draw(written(entries, lead))
    said = [word for remark in remarks(old, references(old)) for word in _words_of(old, remark.start, remark.end)]
    if said:
        start, end = data.draw(st.sampled_from(said))
        assert kinds(compared(old, canonical(old[:start] + old[end:]))) != NOTHING


def _words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(word.start, word.end) for word in words(text) if start <= word.start < end and word.key.isalnum()]


@given(st.data(), LISTS, LISTS)
def test_two_lists_differ_by_the_references_that_one_of_them_has(
    data: st.DataObject, entries: list[Entry], others: list[Entry]
) -> None:
    old, new = {entry.place for entry in entries}, {entry.place for entry in others}
    changes = compared(
        data.draw(written([Entry(place, "") for place in sorted(old)], "")),
        data.draw(written([Entry(place, "") for place in sorted(new)], "")),
    )
    told = Counter(str(change.kind) for change in changes.changes)
    assert told[REMOVED] + told[REVISED] == len(old - new)
    assert told[ADDED] + told[REVISED] == len(new - old)


def test_the_cost_of_long_lists_grows_with_their_length() -> None:
    def cost(length: int) -> float:
        old = "; ".join(f"JSP objective {at}.1; Plan {at} of the Port" for at in range(length))
        new = "; ".join(f"JSP objective {at}.2; Plan {at} of the City" for at in range(length))
        start = process_time()
        compare(version(old), version(new))
        return process_time() - start

    assert cost(400) < 24 * cost(50) + 0.5
