"""Where sentences end, and which two forms are one word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.language.sentences import sentences
from icsdiff.language.spelling import same_inflected, same_spelling
from icsdiff.model.version import canonical


@pytest.mark.parametrize(
    "parts",
    [
        ["Trade with the U.S. is up.", "The U.S. Mission helps."],
        ["See Resolution No. 1325.", "The ministry (e.g. Health) agreed."],
        ["It rose by 1.5 percent.", "“We agree.”", "They left."],
        ["The approx. 30,000 persons in St. Louis came on Jan. 5.", "Fig. 2 shows it."],
        ["Will it work?", "Yes!"],
    ],
)
def test_abbreviations_and_numbers_end_no_sentence(parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences(" ".join(parts))] == parts


def test_a_paragraph_ends_a_sentence_whatever_its_last_mark() -> None:
    assert [each.text for each in sentences("- train judges\n\n- build courts")] == ["- train judges", "- build courts"]


def test_quotes_do_not_move_a_boundary() -> None:
    straight = "The 'old' plan of Peru's coast failed. It's over. \"Yes.\" Next."
    curled = straight.replace("'", "’").replace('"', "”")
    assert [(each.start, each.end) for each in sentences(straight)] == [
        (each.start, each.end) for each in sentences(curled)
    ]


@given(st.text(max_size=200).map(canonical))
def test_sentences_leave_nothing_out_but_blanks(text: str) -> None:
    found = sentences(text)
    assert "".join(each.text for each in found).split() == text.split() or all(
        text[each.start : each.end] == each.text for each in found
    )
    gaps = [text[before.end : after.start] for before, after in pairwise(found)]
    assert all(gap in (" ", "\n\n") for gap in gaps)


def is_one_word(one: str, other: str) -> bool:
    return same_spelling(one, other) or same_inflected(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("labour", "labor"),
        ("centre", "center"),
        ("centred", "centered"),
        ("cheques", "checks"),
        ("programme", "program"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("ambitions", "ambition"),
        ("strengthens", "strengthened"),
        ("countries", "country"),
        ("is", "are"),
        ("accomodation", "accommodation"),
        ("recieving", "receiving"),
        ("combatting", "combating"),
        ("manoeuvre", "maneuver"),
        ("practise", "practice"),
        ("fulfil", "fulfill"),
        ("occured", "occurred"),
        ("goverment", "government"),
        ("built", "builds"),
        ("criteria", "criterion"),
        ("this", "these"),
    ],
)
def test_spelling_and_inflection_make_no_other_word(one: str, other: str) -> None:
    assert is_one_word(one, other)
    assert is_one_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("casual", "causal"),
        ("county", "country"),
        ("contact", "contract"),
        ("custom", "customs"),
        ("good", "goods"),
        ("filling", "filing"),
        ("legal", "illegal"),
        ("is", "was"),
        ("prise", "prize"),
        ("casually", "causally"),
        ("discreet", "discrete"),
        ("complaint", "compliant"),
        ("scraping", "scrapping"),
        ("planed", "planned"),
        ("refuge", "refugee"),
        ("developing", "developed"),
        ("shed", "she"),
        ("fee", "feed"),
        ("it", "its"),
        ("strong", "stronger"),
        ("regulate", "regulator"),
        ("economic", "economics"),
        ("national", "nationals"),
        ("breath", "breathe"),
    ],
)
def test_neighbouring_words_stay_apart(one: str, other: str) -> None:
    assert not is_one_word(one, other)
