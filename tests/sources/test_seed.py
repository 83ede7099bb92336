"""The one published strategy that the repository holds is read completely."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents import words, words_read
from icsdiff.model.version import Objective, Version
from icsdiff.sources.read import read
from icsdiff.sources.reading import Reading


@pytest.fixture(scope="module")
def seed(repository: Path) -> str:
    return (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading(seed: str) -> Reading:
    return read(seed, name="peru-ics-2023-09-22.md")


def objective(reading: Reading, number: str) -> Objective:
    return next(each for each in reading.version.objectives if each.number == number)


def identities(version: Version) -> list[str]:
    return [goal.id for goal in version.goals] + [each.id for each in version.objectives]


def test_the_cover_gives_mission_dates_and_release(reading: Reading) -> None:
    version = reading.version
    assert (version.mission, version.title) == ("Peru", "Integrated Country Strategy")
    assert version.approved == date(2022, 3, 21)
    assert version.updated == (date(2023, 9, 22),)
    assert version.release == "For Public Release"


def test_every_goal_and_objective_is_there_with_all_its_fields(reading: Reading) -> None:
    version = reading.version
    assert [goal.number for goal in version.goals] == ["1", "2", "3", "4"]
    assert [each.number for each in version.objectives] == "1.1 1.2 1.3 2.1 2.2 3.1 3.2 4.1 4.2 4.3 M1".split()
    assert all(goal.description and goal.statement and goal.framework_statement for goal in version.goals)
    fields = ["statement", "framework_statement", "justification", "linkages", "risks"]
    assert all([name for name, _ in each.fields] == fields for each in version.objectives)
    assert version.sections == ()
    assert version.unplaced == ""


def test_no_word_of_the_source_is_dropped_and_none_is_added(seed: str, reading: Reading) -> None:
    assert words(seed) == words_read(reading)


def test_both_wordings_of_a_goal_and_of_an_objective_are_kept(reading: Reading) -> None:
    goal = reading.version.goals[2]
    assert "climate ambition and" in goal.statement
    assert "climate ambitions and" in goal.framework_statement
    assert objective(reading, "1.1").framework_statement.endswith("(Incorporates USAID CDCS DO1)")


@pytest.mark.parametrize(
    ("number", "field", "passage"),
    [
        (
            "3.1",
            "justification",
            "implementation of the timber annex to the existing Peru Free Trade Agreement (PTPA).",
        ),
        ("4.1", "risks", "This assistance is complemented by other donors and multilateral organizations"),
        ("2.2", "risks", "This threatens the safety and security of Americans in Peru"),
    ],
)
def test_a_sentence_that_the_page_broke_is_whole(reading: Reading, number: str, field: str, passage: str) -> None:
    assert passage in getattr(objective(reading, number), field)


def test_priorities_broken_by_running_headers_are_whole(reading: Reading) -> None:
    assert "and Peru embraced a greater leadership role" in reading.version.priorities
    assert "human trafficking, wildlife trafficking" in reading.version.priorities
    assert "Approved" not in reading.version.priorities


def test_a_field_that_stops_in_mid_sentence_stays_cut(reading: Reading) -> None:
    assert objective(reading, "1.1").risks.endswith("conditions that hinder U.S. business")


def test_a_paragraph_outside_its_bullet_belongs_to_the_field_before_it(reading: Reading) -> None:
    first, second = objective(reading, "4.1").justification.split("\n\n")
    assert first.startswith("Corruption remains an acute concern")
    assert second.startswith("Mission Peru helps the Peruvian government")


def test_escapes_are_undone_and_links_keep_their_target(reading: Reading) -> None:
    assert "more than $91 billion of infrastructure" in objective(reading, "1.3").justification
    assert "[United States Strategy on Countering Corruption](#)" in objective(reading, "4.1").linkages


def test_ids_are_short_unique_and_the_same_at_every_reading(seed: str, reading: Reading) -> None:
    ids = identities(reading.version)
    assert len(set(ids)) == len(ids) == 15
    assert identities(read(seed, name="peru-ics-2023-09-22.md").version) == ids
