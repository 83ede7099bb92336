"""The table of contents is held against the headings: what it finds, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import icsdiff
from documents import DOCUMENTS, version_of
from icsdiff.checks.check import check
from icsdiff.model.version import Listed, Version

HEADINGS = ("1. Chief of Mission Priorities", "2. Mission Strategic Framework", "3. Mission Goals and Objectives")
LACKING = {
    "croatia.txt": ["The contents do not list “4. MANAGEMENT OBJECTIVE”"],
    "energy.md": [
        "The contents say “Bureau Goals and Objectives” where the heading says “Section 3: Bureau Goals”",
    ],
    "ethiopia.md": ["The contents do not list “Management Objective”"],
    "kenya.md": [
        "The contents do not list “Mission Goals and Objectives”",
        "The contents do not list “Annex A: Staffing”",
    ],
}
"""What the contents of the example strategies really lack."""


def listed(*texts: str, pages: tuple[int, ...] = ()) -> tuple[Listed, ...]:
    return tuple(Listed(text, pages[at] if pages else 0) for at, text in enumerate(texts))


def found(contents: tuple[Listed, ...], headings: tuple[Listed, ...]) -> list[str]:
    version = Version("Tamberland", contents=contents, headings=headings)
    return [finding.message for finding in check(version, rules=["ICS010"])]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_examples_have_these_findings_and_no_other(name: str) -> None:
    assert [finding.message for finding in check(version_of(name), rules=["ICS010"])] == LACKING.get(name, [])


def test_the_published_strategy_and_the_documents_of_the_benchmark_have_none(repository: Path) -> None:
    documents = sorted((repository / "benchmarks/accuracy/gold/documents").glob("*/*.md"))
    files = [repository / "versions/peru/2023-09-22.yaml", *documents]
    versions = [icsdiff.load(file) for file in files]
    assert sum(bool(version.contents) for version in versions) > 3
    assert [check(version, rules=["ICS010"]) for version in versions] == [()] * len(versions)


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (HEADINGS[:2], "The contents do not list “3. Mission Goals and Objectives”"),
        ((*HEADINGS, "4. Annex"), "The contents list “4. Annex”, and there is no such heading"),
        (
            (*HEADINGS[:2], "3. Mission Goals"),
            "The contents say “3. Mission Goals” where the heading says “3. Mission Goals and Objectives”",
        ),
        (
            (*HEADINGS[:2], "4. Mission Goals and Objectives"),
            f"The contents number “4. Mission Goals and Objectives”, and the heading is “{HEADINGS[2]}”",
        ),
    ],
)
def test_contents_that_differ_are_found(contents: tuple[str, ...], message: str) -> None:
    assert found(listed(*contents), listed(*HEADINGS)) == [message]


@pytest.mark.parametrize(
    ("entry", "heading"),
    [
        ("Chief of Mission Priorities", "1. CHIEF OF MISSION PRIORITIES"),
        ("Mission Goal 1", "Mission Goal 1: Ports are safer."),
        ("Objective 1.2 – Ports are …", "Objective 1.2: Ports are safer."),
        ("Objective 1.2 | Ports are safer", "Objective 1.2: Ports are safer."),
        ("Partners’ views", "Partners' views"),
    ],
)
def test_another_way_to_write_an_entry_is_no_finding(entry: str, heading: str) -> None:
    assert found(listed(entry), listed(heading)) == []


def test_a_goal_is_found_by_its_number_though_its_wording_changed() -> None:
    contents = listed("Mission Goal 1: Trade grows.", "Mission Goal 2: Courts work.")
    headings = listed("Mission Goal 1: Commerce thrives.", "Mission Goal 2: Courts work.")
    assert found(contents, headings) == [
        "The contents say “Mission Goal 1: Trade grows.” where the heading says “Mission Goal 1: Commerce thrives.”"
    ]


def test_a_page_is_wrong_where_the_others_agree_on_another_count() -> None:
    contents = listed(*HEADINGS, "4. Annex", pages=(1, 4, 7, 12))
    headings = listed(*HEADINGS, "4. Annex", pages=(3, 6, 9, 17))
    message = "The contents give page 12 for “4. Annex”, which stands on page 15"
    assert found(contents, headings) == [message]
    assert found(contents, listed(*HEADINGS, "4. Annex")) == []
    assert found(contents[:2], listed(*HEADINGS[:2], pages=(3, 9))) == []


def test_without_contents_there_is_nothing_to_say() -> None:
    assert found((), listed(*HEADINGS)) == []
