"""The pages that other formats are made of say what the Markdown says."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents import DOCUMENTS, text_of, words
from sources.made.page import flowing, page


@pytest.fixture(scope="module")
def seed(repository: Path) -> str:
    return (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")


def test_a_page_has_the_words_of_its_markdown_and_no_others(seed: str) -> None:
    made = page(seed, style="").replace("&amp;", "&").replace("&quot;", '"')
    numbers = words("1. 2. 3. 4.") + words("doctype html utf 8")  # the list of the contents is numbered by its place
    assert (words(seed) - words(made)) - numbers == {}


def test_a_flowing_text_has_no_running_header_and_whole_sentences(seed: str) -> None:
    text = flowing(seed)
    assert text.count("Originally Approved") == 1
    assert "and Peru embraced a greater leadership role" in text
    assert "human trafficking, wildlife trafficking" in text


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.endswith(".md")])
def test_every_strategy_has_a_page(name: str) -> None:
    assert "<body>" in page(text_of(name))
