"""Strategies written in other styles than the seed are read by the same rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from icsdiff.comparison.align import align
from icsdiff.errors import UnreadableSource
from icsdiff.model.version import Extra, Objective, Version
from icsdiff.sources.identity import carry_ids
from icsdiff.sources.read import read

HERE = Path(__file__).parent


def version(text: str, name: str = "strategy.md") -> Version:
    return read(text, name=name).version


def only(text: str) -> Objective:
    """The one objective of a small document."""
    (found,) = version("**Mission Goal 1:** A goal.\n\n**Objective 1.1:** A statement.\n\n" + text).objectives
    return found


@pytest.fixture(scope="module")
def kenya() -> Version:
    return version((HERE / "kenya.md").read_text(encoding="utf-8"), "kenya.md")


@pytest.fixture(scope="module")
def morocco() -> Version:
    return version((HERE / "morocco.txt").read_text(encoding="utf-8"), "morocco.txt")


def test_headings_of_any_level_open_goals_objectives_and_fields(kenya: Version) -> None:
    assert (kenya.mission, kenya.approved, kenya.release) == ("Kenya", date(2022, 2, 14), "Sensitive But Unclassified")
    assert [each.number for each in kenya.objectives] == ["1.1", "1.2", "2.1"]
    first = next(kenya.objectives)
    assert first.statement == first.framework_statement == "Health systems detect outbreaks within 7 days."
    assert first.justification.endswith("The Ministry of Health lacks laboratories in 20 counties.")
    assert first.linkages == "- AF JRS 1.2\n\n- CDCS DO 1"
    assert first.risks.startswith("Funding may end")


def test_fields_that_no_rule_knows_keep_their_names(kenya: Version) -> None:
    first, second, _ = kenya.objectives
    assert first.extras == (
        Extra(
            "Performance indicators",
            "| Indicator | Baseline | Target |\n\n| Days to detection | 21 | 7 |\n\n"
            "| Counties with laboratories | 27 | 47 |",
        ),
    )
    assert second.extras == (Extra("Assumptions", "The judiciary keeps its budget."),)
    assert second.risks == ""


def test_text_of_a_goal_without_a_label_is_its_description(kenya: Version) -> None:
    assert kenya.goals[0].description == "Healthy citizens and fair courts are the ground on which all else stands."


def test_sections_that_no_rule_knows_and_introductions_are_carried(kenya: Version) -> None:
    assert Extra("Annex A: Staffing", "The Mission has 312 positions.") in kenya.sections
    assert Extra("Mission Strategic Framework", "The Mission arranges its work under two goals.") in kenya.sections
    assert kenya.priorities.endswith("Drought displaced more than 1.3 million people since our last strategy.")
    assert "What has changed" in kenya.priorities


def test_short_content_is_no_furniture(kenya: Version) -> None:
    assert [each.risks for each in kenya.objectives][-1] == "None."
    assert "$1.2 billion of goods & services." in [each.justification for each in kenya.objectives][-1]


def test_plain_text_without_any_marks_is_read(morocco: Version) -> None:
    assert morocco.mission == "Morocco"
    assert morocco.updated == (date(2022, 6, 1), date(2023, 6, 15))
    assert [each.number for each in morocco.objectives] == ["1.1", "M1", "M2"]
    first, second, third = morocco.objectives
    assert morocco.goals[0].description.endswith("Cooperation with the navy is close.")
    assert first.justification == "Radar covers 60 percent of the coast. The remaining stretches lie in the south."
    assert first.risks.endswith("we will train local technicians.")
    assert first.extras == (Extra("Key partners", "The Royal Navy and the Port Authority."),)
    assert second.risks == "Earthquakes may damage it."
    assert third.justification == "Training hours fell to 12 a year."


@pytest.mark.parametrize(
    "heading",
    [
        "**Objective 2.1:** Courts work.",
        "**Mission Objective 2.1:** Courts work.",
        "Objective 2.1: Courts work.",
        "Objective 2.1 | Courts work.",
        "### Objective 2.1 – Courts work.",
        "#### OBJECTIVE 2.1\n\nCourts work.",
        "- **Objective 2.1**: Courts work.",
        "__Objective 2.1__ Courts work.",
    ],
)
def test_an_objective_is_known_by_its_number_in_any_dress(heading: str) -> None:
    found = version(f"**Mission Goal 2:** Justice.\n\n{heading}\n\n- **Risks:** Delay.\n")
    assert [(each.number, each.statement, each.risks) for each in found.objectives] == [
        ("2.1", "Courts work.", "Delay.")
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Objective 1.1 supports Goal 2 of the region.", "Goal 1 was reached in 2021.", "Objectives 1.1 and 1.2 meet."],
)
def test_a_mention_in_prose_opens_nothing(sentence: str) -> None:
    assert only(f"**Justification:** Courts matter.\n\n{sentence}").justification == f"Courts matter.\n\n{sentence}"


@pytest.mark.parametrize(
    "label", ["**Risks:** x.", "**Risks**: x.", "Risks: x.", "- Risks: x.", "#### Risks\n\nx.", "* __Risks:__ x."]
)
def test_a_label_is_known_bold_or_not(label: str) -> None:
    assert only(f"- **Justification:** y.\n\n{label}").risks == "x."


@pytest.mark.parametrize(
    "text",
    [
        "**Justification:** Ports leak. **Linkages:** JSP 1.1 **Risks:** Few.",
        "**Justification**: Ports leak. **Linkages**: JSP 1.1 **Risks**: Few.",
        "<b>Justification:</b> Ports leak. <b>Linkages:</b> JSP 1.1\n\nRisks: Few.",
        "Justification: Ports leak. Linkages: JSP 1.1\nRisks: Few.",
        "Justification. Ports leak.\n\nLinkages – JSP 1.1\n\nRISK CONSIDERATIONS\n\nFew.",
        "***Justification (why):*** Ports leak.\n\n* *Linkages:* JSP 1.1\n* *Risks and mitigation:* Few.",
        "| Justification | Ports leak. |\n| --- | --- |\n| **Linkages** | JSP 1.1 |\n| Risks: | Few. |",
        "<table><tr><th>Justification<td>Ports leak.<tr><td>Linkages<td>JSP 1.1<tr><td><b>Risks</b><td>Few.</table>",
        "Objective 1.1 Justification: Ports leak.\n\nObjective 1.1 Linkages: JSP 1.1\n\nObjective 1.1 Risks: Few.",
    ],
)
def test_three_fields_are_told_apart_in_any_dress(text: str) -> None:
    found = only(text)
    assert (found.justification, found.linkages, found.risks) == ("Ports leak.", "JSP 1.1", "Few.")


def test_a_table_may_have_an_objective_in_every_row() -> None:
    found = version(
        "## Goal 1: A goal.\n\n| Objective | Justification | Risks | Lead |\n| --- | --- | --- | --- |\n"
        "| 1.1 Ports work. | Ports leak. | Few. | ECON |\n| **Objective 1.2:** Courts work. | Slow. | | |\n"
    )
    first, second = found.objectives
    assert (first.statement, first.justification, first.risks) == ("Ports work.", "Ports leak.", "Few.")
    assert first.extras == (Extra("Lead", "ECON"),)
    assert (second.statement, second.justification, second.risks) == ("Courts work.", "Slow.", "")


def test_a_register_of_risks_is_a_table_in_its_field() -> None:
    text = "#### Risks\n\n| Risk | Mitigation |\n| --- | --- |\n| Drought | Wells |\n| Fraud | Audits |"
    assert only(text).risks.split("\n\n") == ["| Risk | Mitigation |", "| Drought | Wells |", "| Fraud | Audits |"]


def test_numbered_headings_inside_a_part_stay_in_it() -> None:
    text = (
        "## 1. Chief of Mission Priorities\n\nPeace.\n\n### 1. Borders\n\nSafe.\n\n### 2. Trade\n\nFree.\n\n"
        "## 2. Mission Goals and Objectives\n\n### Mission Goal 1: A goal.\n\n#### Objective 1.1: An aim.\n\n"
        "##### 1. First step\n\nWalk.\n\n##### 2. Second step\n\nRun.\n\n### 3. Partners\n\nAll.\n"
    )
    found = version(text)
    (first,) = found.objectives
    assert found.priorities == "Peace.\n\n1. Borders\n\nSafe.\n\n2. Trade\n\nFree."
    assert [extra.text for extra in first.extras] == ["Walk.", "Run."]
    assert found.sections == (Extra("Partners", "All."),)


def test_a_sentence_with_a_colon_is_no_label() -> None:
    text = "**Justification:** We have one aim.\n\nThe Mission has one aim: to help."
    assert only(text).justification.endswith("The Mission has one aim: to help.")


def test_a_label_that_stands_twice_adds_to_its_field() -> None:
    assert only("**Risks:** One.\n\n**Risks:** Two.").risks == "One.\n\nTwo."


def test_two_fields_in_one_stand_under_their_own_name() -> None:
    assert only("**Justification and linkages:** Both. JSP 1.1.").extras == (
        Extra("Justification and linkages", "Both. JSP 1.1."),
    )


def test_a_list_inside_a_field_is_carried_item_by_item() -> None:
    text = "- **Justification:** We do this:\n\n  - train 40 judges\n  - build 2 courts\n\n- **Risks:** Few."
    found = only(text)
    assert found.justification == "We do this:\n\n- train 40 judges\n\n- build 2 courts"
    assert found.risks == "Few."


def test_repeated_entries_of_a_list_are_no_furniture() -> None:
    text = "\n\n".join(
        f"**Objective 1.{at}:** Statement {at}.\n\n- **Linkages:** National Gender Strategy\n- **Risks:** None."
        for at in (1, 2, 3, 4)
    )
    found = version(f"**Mission Goal 1:** A goal.\n\n{text}")
    assert {each.linkages for each in found.objectives} == {"National Gender Strategy"}
    assert {each.risks for each in found.objectives} == {"None."}


def test_code_comments_and_html_are_carried_or_set_aside() -> None:
    found = only("**Justification:** One.\n\n```\nraw *text*.\n```\n\n<!-- a note -->\n\n<div>boxed</div>")
    assert found.justification == "One.\n\nraw *text*.\n\nboxed"


def test_a_rule_above_the_dates_begins_no_settings() -> None:
    text = "---\n\nApproved: March 1, 2022\n\n---\n\n**Mission Goal 1:** A goal.\n"
    assert version(text).approved == date(2022, 3, 1)


def test_text_between_two_comments_is_text() -> None:
    assert "kept" in only("**Justification:** One.\n\n<!-- a --> kept <!-- b -->").justification


def test_a_hyphen_at_a_line_s_end_is_the_author_s() -> None:
    found = only("**Justification:** We fight anti-\ncorruption laws in pre- and\npost-conflict zones.")
    assert found.justification == "We fight anti-corruption laws in pre- and post-conflict zones."


def test_two_objectives_with_one_number_are_refused_with_both_lines() -> None:
    text = "**Mission Goal 1:** A.\n\n**Objective 1.1:** One.\n\n**Objective 1.1:** Two."
    with pytest.raises(UnreadableSource, match=r"strategy.md:5: objective 1.1 stands twice, first on line 3"):
        version(text)


def test_a_text_without_goals_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="no goals or objectives"):
        version("Just a letter.\n\nWith two paragraphs.")


def test_ids_are_carried_on_from_a_baseline() -> None:
    old = version(
        "**Mission Goal 1:** Trade grows.\n\n**Objective 1.1:** Exports grow.\n\n- **Justification:** Exports matter."
    )
    new = version(
        "**Mission Goal 1:** Trade grows.\n\n**Objective 1.1:** Ports are new.\n\n- **Justification:** Ports leak.\n\n"
        "**Objective 1.2:** Exports grow faster.\n\n- **Justification:** Exports matter."
    )
    carried = carry_ids(new, old, align(old, new))
    assert carried.goals[0].id == old.goals[0].id
    assert carried.goals[0].objectives[1].id == old.goals[0].objectives[0].id
    assert carried.goals[0].objectives[0].id not in {old.goals[0].id, old.goals[0].objectives[0].id}


def test_a_part_s_name_inside_a_sentence_opens_nothing_where_the_line_is_wrapped_before_it() -> None:
    found = only(
        "**Justification:** Farmers come first. We also follow\nMission Goal 2: trade, in all that we do. So be it."
    )
    assert (
        found.justification == "Farmers come first. We also follow Mission Goal 2: trade, in all that we do. So be it."
    )


@pytest.mark.parametrize(
    ("cover", "mission", "unplaced"),
    [
        ("# Integrated Country Strategy 2022-2026\n\nLAOS", "Laos", "2022-2026"),
        ("# Laos Integrated Country Strategy (FY 2022-2026)", "Laos", "(FY 2022-2026)"),
        ("INTEGRATED COUNTRY STRATEGY\nLAOS\nApproved: August 2022", "Laos", "Approved: August 2022"),
        (
            "# Integrated Country Strategy\n\nCountry: Laos\n\nClassification: OPEN",
            "Laos",
            "Classification: OPEN",
        ),
    ],
)
def test_what_the_cover_says_beside_title_and_mission_is_carried(cover: str, mission: str, unplaced: str) -> None:
    found = version(f"{cover}\n\n**Mission Goal 1:** A goal.\n\n**Objective 1.1:** One.\n")
    assert (found.mission, found.unplaced) == (mission, unplaced)


def test_a_mitigation_under_a_label_of_its_own_stands_with_the_risks() -> None:
    found = only("**Justification:** One.\n\n**Risks:** Dams may break.\n\n**Mitigation:** Engineers inspect them.\n")
    assert found.risks == "Dams may break.\n\nMitigation: Engineers inspect them."
