"""Each rule of the checks: what it finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import icsdiff
from icsdiff.checks.check import check
from icsdiff.model.version import Goal, Ignored, Objective, Version

SEED = [
    (
        "ICS001",
        "goals/3/statement",
        "Peru is a global leader in advancing climate ambition and environmental sustainability.",
    ),
    ("ICS001", "objectives/1.2/statement", "Peruvians' view of the United States as a trusted and preferred partner."),
    ("ICS001", "objectives/2.1/statement", "threats to their networks and infrastructure."),
    (
        "ICS001",
        "objectives/4.2/statement",
        "youth, women and gender minorities, Indigenous and Afro-Peruvian populations",
    ),
    (
        "ICS002",
        "objectives/1.1/risks",
        "Failure to achieve this objective will create conditions that hinder U.S. business",
    ),
    ("ICS006", "priorities", "1.57 million"),
    ("ICS006", "priorities", "Sixty percent"),
    ("ICS007", "objectives/3.1/linkages", "[Tackling the Climate Crisis at Home and Abroad](#)"),
    ("ICS007", "objectives/3.1/linkages", "[United States International Climate Finance Plan](#)"),
    ("ICS007", "objectives/3.2/linkages", "[Tackling the Climate Crisis at Home and Abroad](#)"),
    ("ICS007", "objectives/3.2/linkages", "[United States International Climate Finance Plan](#)"),
    ("ICS007", "objectives/4.1/linkages", "[United States Strategy on Countering Corruption](#)"),
    ("ICS007", "objectives/4.3/linkages", "State - USAID JSP objectives"),
    (
        "ICS008",
        "objectives/1.1/risks",
        "Failure to achieve this objective will create conditions that hinder U.S. business",
    ),
    ("ICS008", "objectives/2.1/risks", "Risks also include the inability to prevent and/or defend"),
    ("ICS008", "objectives/M1/risks", "Failure to properly resource the Management section"),
    ("ICS009", "priorities", "the widespread unrest ended in February 2022"),
]
"""Every finding in the published strategy: its rule, its place, and words of its first passage."""

OBJECTIVE = Objective(
    "1.1",
    statement="Ports are safer.",
    framework_statement="Ports are safer.",
    justification="Ports carry most of the country's trade.",
    linkages="JSP objective 1.4.",
    risks="Without it, trade would suffer. The Embassy will train inspectors.",
)
GOAL = Goal(
    "1",
    statement="Trade grows.",
    framework_statement="Trade grows.",
    description="Trade feeds the capital.",
    objectives=(
        OBJECTIVE,
        replace(OBJECTIVE, number="1.2", statement="Roads last.", framework_statement="Roads last."),
    ),
)
SOUND = Version("Tamberland", "Integrated Country Strategy", date(2022, 3, 1), (date(2023, 5, 4),), goals=(GOAL,))


def found(version: Version, baseline: Version | None = None) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in check(version, baseline)]


def with_objective(**fields: Any) -> Version:  # noqa: ANN401  (any field of an objective)
    first, *others = GOAL.objectives
    return replace(SOUND, goals=(replace(GOAL, objectives=(replace(first, **fields), *others)),))


def test_a_sound_strategy_has_no_finding() -> None:
    assert found(SOUND, SOUND) == []


def test_the_published_strategy_has_these_findings_and_no_other(repository: Path) -> None:
    version = icsdiff.load(repository / "versions/peru/2023-09-22.yaml")
    findings = check(version)
    seen = sorted((finding.rule, finding.places[0].path, finding.places[0].text) for finding in findings)
    assert [(rule, path) for rule, path, _ in seen] == [(rule, path) for rule, path, _ in sorted(SEED)]
    for rule, path, words in SEED:
        assert any(words in text for seen_rule, seen_path, text in seen if (seen_rule, seen_path) == (rule, path)), (
            words
        )
    assert len({finding.id for finding in findings}) == len(findings)


def test_a_figure_that_the_update_forgot_is_found_with_the_original_as_baseline(repository: Path) -> None:
    old, new = (icsdiff.load(repository / f"versions/peru/{day}.yaml") for day in ("2022-03-21", "2023-09-22"))
    stale = [finding for finding in check(new, old) if finding.rule == "ICS005"]
    (places,) = (finding.places for finding in stale)
    assert [place.text for place in places] == ["an estimated 1.32 million", "1.57 million"]
    assert places[0].path == "goals/4/description"


@pytest.mark.parametrize(
    ("fields", "rule", "words"),
    [
        ({"framework_statement": "Ports are secure."}, "ICS001", "“secure” there, “safer” here"),
        (
            {"justification": "Ports carry most of the country's trade and"},
            "ICS002",
            "stops in the middle of a sentence",
        ),
        (
            {"justification": "Ports carry most of the trade that the country"},
            "ICS002",
            "stops in the middle of a sentence",
        ),
        (
            {"justification": "carry most of the country's trade by sea."},
            "ICS002",
            "begins in the middle of a sentence",
        ),
        ({"linkages": ""}, "ICS003", "Objective 1.1 lacks its linkages"),
        ({"framework_statement": ""}, "ICS004", "Objective 1.1 does not stand in the framework"),
        ({"number": "1.3"}, "ICS004", "Objective 1.3 comes where number 1 is expected: 1 to 2 are missing"),
        ({"number": "2.1"}, "ICS004", "Objective 2.1 stands under Goal 1"),
        ({"justification": "See the [plan](#) of ports."}, "ICS007", "“plan” leads nowhere"),
        ({"linkages": "JRS objectives; JSP objective 1.4."}, "ICS007", "names no objective: “JRS objectives”"),
        ({"risks": "Without it, trade would suffer."}, "ICS008", "Objective 1.1 names risks and no mitigation"),
        ({"justification": "It runs over the 2026-2022 period."}, "ICS009", "runs backward: “2026-2022”"),
        ({"linkages": "The Port Security Strategy (March 2024)."}, "ICS009", "dated after this version (2023-05-04)"),
        (
            {
                "justification": "The port closed in May 2022, and a subsequent strike began. "
                "The strike ended in March 2022."
            },
            "ICS009",
            "the strike ends (2022-03) before it begins (2022-05)",
        ),
    ],
)
def test_a_rule_finds(fields: dict[str, str], rule: str, words: str) -> None:
    findings = found(with_objective(**fields))
    assert any(code == rule and words in message for code, message in findings), findings


@pytest.mark.parametrize(
    "fields",
    [
        {"framework_statement": "Ports are safer.\n\n(Incorporates USAID CDCS DO1)"},
        {"framework_statement": "Ports are safer"},
        {"justification": "The port has:\n\nthree berths\n\na crane"},
        {"justification": "| Indicator | Baseline |\n\n| Berths | 3 |"},
        {"linkages": "All JRS objectives; JSP objective 1.4."},
        {"linkages": "The Port Security Strategy (March 2023)."},
        {"risks": "Trade may suffer. To mitigate this risk, we will train inspectors."},
        {"justification": "It runs over the 2022-2026 period, and from 2022 to 2026."},
        {"justification": "The port closed in May 2022, and a subsequent strike began. The strike ended in July 2022."},
    ],
)
def test_a_rule_leaves_alone(fields: dict[str, str]) -> None:
    assert found(with_objective(**fields)) == []


def test_statements_under_each_others_numbers_are_a_matter_of_numbering() -> None:
    one, other = GOAL.objectives
    swapped = (
        replace(one, statement="Inspectors search every container at sea."),
        replace(other, framework_statement="Inspectors search every container at sea."),
    )
    messages = [
        message
        for code, message in found(replace(SOUND, goals=(replace(GOAL, objectives=swapped),)))
        if code == "ICS004"
    ]
    assert messages == ["The framework gives Objective 1.2 the statement of Objective 1.1"]


def test_a_field_that_no_objective_has_is_one_finding() -> None:
    bare = replace(SOUND, goals=(replace(GOAL, objectives=tuple(replace(each, risks="") for each in GOAL.objectives)),))
    assert found(bare) == [("ICS003", "No objective has its risks")]


def test_updates_come_after_the_approval_and_in_order() -> None:
    messages = [message for _, message in found(replace(SOUND, updated=(date(2023, 5, 4), date(2021, 1, 2))))]
    assert messages == [
        "The update of 2021-01-02 comes before the approval of 2022-03-01",
        "The update of 2021-01-02 is listed after that of 2023-05-04",
    ]


@pytest.mark.parametrize(
    ("there", "here", "disagree"),
    [
        ("Some 340 inspectors search ships.", "Today 310 inspectors search the ships.", True),
        ("Some 340 inspectors search ships.", "About 340 inspectors search the ships.", False),
        ("In 2021, 340 inspectors searched ships.", "In 2022, 310 inspectors searched the ships.", False),
        ("The north has 34 inspectors.", "The south has 31 inspectors.", False),
        ("Some 340 inspectors search ships.", "Some 12,000 inspectors search ships worldwide.", False),
        (
            "Ships brought 2.44 million tons in 2022, up from 2.31 million tons in 2021.",
            "Ships bring 2.31 million tons.",
            True,
        ),
    ],
)
def test_two_figures_for_one_thing_are_found_where_they_disagree(there: str, here: str, disagree: bool) -> None:
    version = replace(with_objective(justification=here), priorities=there)
    assert bool([code for code, _ in found(version) if code == "ICS006"]) is disagree


def test_a_finding_keeps_its_id_when_its_objective_is_renumbered() -> None:
    first, second = (replace(each, id=each.number) for each in GOAL.objectives)
    gap = replace(SOUND, goals=(replace(GOAL, objectives=(replace(first, risks=""), second)),))
    moved = replace(
        SOUND,
        goals=(replace(GOAL, objectives=(replace(first, risks="", number="1.2"), replace(second, number="1.1"))),),
    )
    (one,) = (finding for finding in check(gap) if finding.rule == "ICS003")
    (other,) = (finding for finding in check(moved) if finding.rule == "ICS003")
    assert one.id == other.id


def test_a_finding_that_the_version_says_to_ignore_is_none() -> None:
    version = with_objective(risks="")
    (finding,) = check(version)
    assert check(replace(version, ignored=(Ignored(finding.id, "The risks stand in the action plan."),))) == ()
