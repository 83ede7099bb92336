"""A version as the lines that git compares: all of it, under the names of its places, and nothing that acts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given

import icsdiff
from documents import words
from generated import versions
from hostile import ACTING, HOSTILE, hostile_version
from icsdiff import Provenance, ProvenanceKind, Version
from icsdiff.rendering.transcript import transcript


@given(versions())
def test_no_word_is_left_out(version: Version) -> None:
    assert not words("\n".join(version.fields.values())) - words(transcript(version))


@given(versions())
def test_what_begins_a_line_is_a_place_and_nothing_that_an_author_wrote(version: Version) -> None:
    headings = [line for line in transcript(version).splitlines() if line and not line.startswith("  ")]
    assert len(headings) == len(version.fields) + 1


def test_nothing_in_a_text_acts() -> None:
    assert not set(transcript(hostile_version(HOSTILE))) & ACTING


def test_each_place_says_that_a_version_was_never_published(repository: Path) -> None:
    published = icsdiff.load(repository / "versions/peru/2023-09-22.yaml")
    draft = replace(published, provenance=Provenance(ProvenanceKind.DRAFT, note="Third draft"))
    headings = [line for line in transcript(draft).splitlines() if line and not line.startswith("  ")]
    assert all(line.endswith(" [draft]") for line in headings)
    assert "[" not in "".join(line for line in transcript(published).splitlines() if not line.startswith("  "))
    assert "  Third draft\n" in transcript(draft)
