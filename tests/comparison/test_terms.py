"""Which names enter or leave a version, and which are only written another way."""

from __future__ import annotations

import pytest

from icsdiff.comparison.compare import compare
from icsdiff.model.version import Goal, Objective, Version


def version(justification: str, priorities: str = "") -> Version:
    objective = Objective("1.1", "objective-1", statement="Courts resolve cases.", justification=justification)
    return Version("Kenya", priorities=priorities, goals=(Goal("1", objectives=(objective,)),))


def entered(old: Version, new: Version) -> list[object]:
    return [change.detail["term"] for change in compare(old, new).changes if change.kind == "term-added"]


def left(old: Version, new: Version) -> list[object]:
    return [change.detail["term"] for change in compare(old, new).changes if change.kind == "term-removed"]


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("Donors help courts.", "Donors such as UNICEF help courts.", ["UNICEF"]),
        ("Donors help courts.", "Donors such as the World Bank help courts.", ["World Bank"]),
        (
            "Donors help courts.",
            "Donors help through the Extractive Industries Transparency Initiative (EITI).",
            ["Extractive Industries Transparency Initiative"],
        ),
        ("Nurses help clinics.", "Community health workers (CHWs) help clinics.", ["CHW"]),
        ("Leaders met.", "Leaders met President Ruto.", ["President Ruto"]),
    ],
)
def test_a_name_that_stands_in_one_version_only_is_told(old: str, new: str, names: list[str]) -> None:
    assert entered(version(old), version(new)) == names
    assert left(version(new), version(old)) == names
    assert entered(version(new), version(old)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The World Food Program feeds schools.", "The World Food Programme feeds many schools."),
        ("The Ministry of Defence met donors.", "The Ministry of Defense met many donors."),
        ("The Anti-Corruption Court met.", "The Anticorruption Court met often."),
        ("The Summit of the Americas began.", "The Summit of Americas began late."),
        ("President Ruto met donors.", "President William Ruto met many donors."),
        ("The United States National Security Strategy holds.", "The U.S. National Security Strategy still holds."),
        ("The NDCs guide courts.", "The Nationally Determined Contributions (NDC) guide courts."),
        ("The Nationally Determined Contributions (NDC) guide courts.", "The NDC guides all courts."),
        ("Community health workers (CHWs) help.", "Community health workers help here."),
    ],
)
def test_a_name_written_another_way_neither_enters_nor_leaves(old: str, new: str) -> None:
    assert entered(version(old), version(new)) == []
    assert left(version(old), version(new)) == []


def test_a_name_that_another_field_mentions_does_not_enter() -> None:
    old, new = (
        version(text, "The World Bank lends.") for text in ("Courts work.", "The World Bank helps courts work.")
    )
    assert entered(old, new) == []


def test_a_name_of_which_only_the_year_differs_is_another_one() -> None:
    old, new = version("They report under Agenda 2030."), version("They report under Agenda 2063.")
    assert (left(old, new), entered(old, new)) == (["Agenda 2030"], ["Agenda 2063"])
