"""Ordinals, in digits and in words."""

from __future__ import annotations

import pytest

from icsdiff.language.ordinals import ordinal


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 1),
        ("Second", 2),
        ("3rd", 3),
        ("eighth", 8),
        ("twelfth", 12),
        ("20th", 20),
        ("twentieth", 20),
        ("fortieth", 40),
        ("twenty-first", 21),
        ("twenty first", 21),
        ("21st", 21),
        ("ninety-ninth", 99),
        ("eighty-eighth", 88),
        ("21", None),
        ("twenty-one", None),
        ("the third", None),
        ("a quarter", None),
        ("", None),
    ],
)
def test_an_ordinal_is_the_place_that_it_names(words: str, place: int | None) -> None:
    assert ordinal(words) == place
