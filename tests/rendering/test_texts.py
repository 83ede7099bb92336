"""The catalogue has a text for whatever is to be said."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import icsdiff
from generated import edited, versions
from icsdiff import Version
from icsdiff.language.telling import Tells
from icsdiff.model.changes import Kind, RewriteReason, Significance
from icsdiff.rendering.texts import shipped

EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))
ENGLISH = re.compile(r"<(?:h[1-6]|th|dt|summary|button|legend|label|p)\b[^>]*>\s*[A-Z][a-z]+|aria-label=\"[A-Z]")


def test_every_kind_significance_and_reason_has_its_words() -> None:
    known = shipped().entries
    said = [f"{section}.{kind}" for section in ("kinds", "counted") for kind in Kind]
    said += [f"significance.{each}" for each in Significance]
    said += [f"rewrites.{each}" for each in RewriteReason]
    said += [f"reasons.{each}" for each in Tells]
    assert [each for each in said if each not in known] == []


@given(EDITED)
def test_every_reason_of_a_change_can_be_said_in_another_language(pair: tuple[Version, Version]) -> None:
    known = shipped().entries
    for change in icsdiff.compare(*pair).changes:
        phrases = re.split(r"; |, revised: ", change.reason)
        assert [phrase for phrase in phrases if f"reasons.{phrase}" not in known] == []
        assert shipped().reason(change.reason) == change.reason


def test_no_template_says_a_word_of_its_own(repository: Path) -> None:
    spoken = {file.name: ENGLISH.findall(file.read_text()) for file in (repository / "templates").glob("*.j2")}
    assert {name: words for name, words in spoken.items() if words} == {}


def test_a_count_chooses_between_the_forms_of_a_text() -> None:
    said = [shipped().count("subjects.risk", count) for count in (0, 1, 2)]
    assert said == ["0 risks", "1 risk", "2 risks"]


def test_what_is_listed_is_joined_as_english_does() -> None:
    assert [shipped().all_of(items) for items in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
