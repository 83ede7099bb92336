"""Word differences: exact, whole words, the same from either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.language.words import WordDiff, diff_words, same_reading, words

WORDS = st.sampled_from(
    [
        "Peru",
        "the",
        "U.S.",
        "1.32",
        "million",
        "“quoted”",
        "it's",
        "it’s",
        "–",
        "-",
        ",",
        ".",
        "[a plan](#)",
        "x",
        "2022-2026",
        "$91",
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=40)


def without(text: str, spans: list[tuple[int, int]]) -> str:
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))


def changed(diff: WordDiff, old: str, new: str) -> list[tuple[str, str]]:
    return [(old[slice(*edit.old)], new[slice(*edit.new)]) for edit in diff.edits]


@given(TEXTS, TEXTS)
def test_what_is_left_without_the_differences_is_the_same_on_both_sides(old: str, new: str) -> None:
    diff = diff_words(old, new)
    spans = [(edit.old, edit.new) for edit in diff.edits] + [(each.old, each.new) for each in diff.respellings]
    assert without(old, [span for span, _ in spans]) == without(new, [span for _, span in spans])


@given(TEXTS, TEXTS)
def test_swapping_the_texts_swaps_the_differences_and_nothing_else(old: str, new: str) -> None:
    there, back = diff_words(old, new), diff_words(new, old)
    assert [(edit.old, edit.new) for edit in there.edits] == [(edit.new, edit.old) for edit in back.edits]
    assert there.likeness == back.likeness


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("rose to 20 percent", "rose to 30 percent", [("20", "30")]),
        ("needs $91 billion", "needs $910 billion", [("91", "910")]),
        ("hosts 1.32 million people", "hosts 1.57 million people", [("1.32", "1.57")]),
        ("the U.S. Mission", "the U.K. Mission", [("U.S.", "U.K.")]),
        ("we help Peru", "we will help Peru", [("", " will")]),
        ("we will help Peru", "we help Peru", [(" will", "")]),
        ("Today we help", "we help", [("Today ", "")]),
        ("we help, then leave", "we help", [(", then leave", "")]),
    ],
)
def test_whole_words_and_numbers_differ(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert changed(diff_words(old, new), old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Peru\'s "plan"', "Peru’s “plan”"),
        ("2022-2026 period", "2022–2026 period"),
        ("corruption – and", "corruption -- and"),
        ("oﬃce", "office"),
        ("under the [Climate Plan](#) of 2021", "under the Climate Plan of 2021"),
        (r"more than \$91 billion", "more than $91 billion"),
        ("State - USAID JSP", "State-USAID JSP"),
        ("and so on...", "and so on…"),
        ("in Bogot\u00e1 and Li\u00e8ge", "in Bogota\u0301 and Lie\u0300ge"),
    ],
)
def test_typography_and_layout_are_no_edits(old: str, new: str) -> None:
    diff = diff_words(old, new)
    assert not diff.edits
    assert diff.respellings
    assert same_reading(old, new)


def test_another_target_of_a_link_is_an_edit() -> None:
    assert diff_words("the [Plan](https://a.gov)", "the [Plan](https://b.gov)").edits


def test_a_rewritten_sentence_is_no_confetti() -> None:
    old = "The Mission supports the police in remote areas of the country."
    new = "Training for prosecutors in the capital is the focus of our work."
    assert len(diff_words(old, new).edits) <= 3


def test_every_character_that_is_no_blank_belongs_to_a_word() -> None:
    text = "“Peru’s” $91–billion (U.S.) — 46:1; 50% x_y…"
    assert "".join(text[word.start : word.end] for word in words(text)) == text.replace(" ", "")
