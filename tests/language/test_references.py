"""The grammar of linkages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.language.references import references


def told(text: str) -> list[str]:
    return [
        " ".join(part for part in (each.framework, each.element, each.number, each.date and f"({each.date})") if part)
        for each in references(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "State - USAID JSP objectives 2.1 and 2.2, and State WHA-USAID LAC JRS objectives 4.1, 4.2, and 6.3.",
            [
                "State-USAID JSP objective 2.1",
                "State-USAID JSP objective 2.2",
                "State WHA-USAID LAC JRS objective 4.1",
                "State WHA-USAID LAC JRS objective 4.2",
                "State WHA-USAID LAC JRS objective 6.3",
            ],
        ),
        ("JRS Goal 6 and Objective 4.4.", ["JRS goal 6", "JRS objective 4.4"]),
        ("JSP objectives 4.1 to 4.3", ["JSP objective 4.1", "JSP objective 4.2", "JSP objective 4.3"]),
        (
            "JRS objectives 1.1, 2.1, 2.2. 3.1; and JSP Goal 2",
            [f"JRS objective {n}" for n in "1.1 2.1 2.2 3.1".split()] + ["JSP goal 2"],
        ),
        ("This objective contributes to State-USAID JSP Objective 1.4", ["State-USAID JSP objective 1.4"]),
        ("USAID CDCS Development Objective 1.", ["USAID CDCS development objective 1"]),
        ("USAID CDCS DO 2", ["USAID CDCS development objective 2"]),
        ("- AF JRS 1.2\n\n- National Gender Strategy", ["AF JRS 1.2", "National Gender Strategy"]),
        ("State - USAID JSP objectives; Indo-Pacific Strategy", ["State-USAID JSP objective", "Indo-Pacific Strategy"]),
        (
            "Interim U.S. National Security Strategic Guidance; Global Fragility Act",
            ["Interim U.S. National Security Strategic Guidance", "Global Fragility Act"],
        ),
        (
            "President Biden's Executive Order on [Tackling the Climate Crisis](#) (January 2021)",
            ["President Biden's Executive Order on Tackling the Climate Crisis (January 2021)"],
        ),
        (
            "the December 2021 [United States Strategy on Countering Corruption](#)",
            ["United States Strategy on Countering Corruption (December 2021)"],
        ),
        ("Management directly supports every aspect of the ICS, the JRS, and all Mission goals and objectives.", []),
    ],
)
def test_references_are_read_with_framework_element_and_number(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("State - USAID JSP objective 2.1", "State-USAID JSP Objectives 2.1."),
        ("State–USAID JSP objective 2.1", "State/USAID JSP objective 2.1"),
        ("the U.S. Strategy on Countering Corruption", "United States Strategy on Countering Corruption"),
        ("[National Gender Strategy](#)", "National Gender Strategy"),
        ("USAID CDCS DO1", "USAID CDCS Development Objective 1"),
    ],
)
def test_one_reference_in_two_spellings_has_one_key(one: str, other: str) -> None:
    assert [each.key for each in references(one)] == [each.key for each in references(other)]
    assert references(one)


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from("JSP JRS objectives 2.1 and , ; . to 4.3 Strategy the (".split())).map(" ".join)
)
def test_references_lie_in_their_text_in_order_and_apart(text: str) -> None:
    at = 0
    for each in references(text):
        assert at <= each.start <= each.end
        assert each.text == text[each.start : each.end]
        at = each.end
