"""A strategy that was printed as PDF is read as what it was before."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

import icsdiff
from documents import words, words_read
from icsdiff.model.version import Version
from icsdiff.sources.read import read
from icsdiff.sources.reading import Reading

SEED = "peru-ics-2023-09-22.md"
NAMES = (SEED, "samoa.md", "chad.md", "energy.md", "ethiopia.md", "georgia.md", "kazakhstan.md", "kenya.md")
RUNNING = words(
    "Country Team Embassy Apia Integrated Country Strategy Samoa FOR PUBLIC RELEASE Page of "
    "Originally Approved: March 21, 2022 Reviewed and Updated: September 22, 2023"
)
"""The words of headers and footers."""
TABLE_HEAD = words("Indicator Baseline Target")
"""The words that a table repeats where it goes on in another column."""
_INNER_TARGET = re.compile(r"\]\(#[^()]*\)")


def printed(folder: Path, name: str) -> Reading:
    # Named as the Markdown is, where a cover does not name the mission.
    return read((folder / f"{name}.pdf").read_bytes(), name=f"{Path(name).stem}.pdf")


def version(strategies: dict[str, str], name: str) -> Version:
    return read(strategies[name], name=name).version


def changes(old: Version, new: Version) -> list[str]:
    return [f"{change.kind}: {change.summary}" for change in icsdiff.compare(old, new).changes]


@pytest.mark.parametrize("name", NAMES)
def test_a_strategy_that_a_browser_prints_is_the_same(
    name: str, strategies: dict[str, str], browser_prints: Path
) -> None:
    assert changes(version(strategies, name), printed(browser_prints, name).version) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_strategy_that_an_office_prints_is_the_same(
    name: str, strategies: dict[str, str], office_prints: Path
) -> None:
    assert changes(version(strategies, name), printed(office_prints, name).version) == []


def test_columns_are_read_one_after_the_other(
    strategies: dict[str, str], browser_prints: Path, office_prints: Path
) -> None:
    samoa = version(strategies, "samoa.md")
    assert changes(samoa, printed(browser_prints, "columns").version) == []
    assert changes(samoa, printed(office_prints, "columns").version) == []


def test_words_that_a_line_broke_are_whole(strategies: dict[str, str], browser_prints: Path) -> None:
    assert changes(version(strategies, "samoa.md"), printed(browser_prints, "hyphens").version) == []


@pytest.mark.parametrize("name", [*NAMES, "columns"])
def test_no_word_of_a_print_is_dropped_and_none_is_added(
    name: str, strategies: dict[str, str], browser_prints: Path, office_prints: Path
) -> None:
    text = html.unescape(strategies["samoa.md" if name == "columns" else name])
    said = words(_INNER_TARGET.sub("]", text))
    for folder in (browser_prints, office_prints):
        found = words_read(printed(folder, name))
        assert unnumbered(said - found) <= RUNNING.keys(), folder
        assert unnumbered(found - said) <= RUNNING.keys() | TABLE_HEAD.keys(), folder


def unnumbered(found: Counter[str]) -> set[str]:
    """Words without numbers, which pages and lists add."""
    return {word for word in found if not word.isdigit()}
