"""The grammar of figures, by examples from the language of strategies, budgets and reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.language.figures import Figure, figures


def told(figure: Figure) -> str:
    """A figure on one line: its words, quantity, value, unit, qualifier, subject."""
    value = figure.value if isinstance(figure.value, date) else f"{figure.value.normalize():f}"
    upper = "" if figure.upper is None else f"..{figure.upper}"
    parts = (figure.text, str(figure.quantity), f"{value}{upper}", figure.unit, figure.qualifier, figure.subject)
    return " | ".join(parts).rstrip(" |")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya hosts 1.57 million refugees.", "1.57 million | count | 1570000 |  |  | refugees"),
        ("more than 200,000 deaths due to the pandemic", "more than 200,000 | count | 200000 |  | more than | deaths"),
        (
            "an estimated 1.32 million displaced people",
            "an estimated 1.32 million | count | 1320000 |  | about | displaced people",
        ),
        (
            "approximately 30,000 U.S. citizens present",
            "approximately 30,000 | count | 30000 |  | about | U.S. citizens",
        ),
        ("It employs twelve judges.", "twelve | count | 12 |  |  | judges"),
        ("two hundred and fifty clinics", "two hundred and fifty | count | 250 |  |  | clinics"),
        ("some 30 000 rides a day", "some 30 000 | count | 30000 |  | about | rides a day"),
        ("Some 22 percent of migrants", "Some 22 percent | percentage | 22 | percent | about | migrants"),
        ("Sixty percent of Peru's territory lies", "Sixty percent | percentage | 60 | percent |  | Peru's territory"),
        ("rose by 2.5 percentage points", "2.5 percentage points | percentage | 2.5 | percentage points"),
        ("fell 25 basis points", "25 basis points | percentage | 25 | basis points"),
        ("between 5 and 10 percent", "between 5 and 10 percent | percentage | 5..10 | percent"),
        ("5 to 10 percent growth", "5 to 10 percent | percentage | 5..10 | percent |  | growth"),
        (
            "the need for more than $91 billion of infrastructure spending over",
            "more than $91 billion | money | 91000000000 | USD | more than | infrastructure spending",
        ),
        (r"more than \$91 billion of roads", r"more than \$91 billion | money | 91000000000 | USD | more than | roads"),
        (
            "US$16 million of counterfeit currency seized",
            "US$16 million | money | 16000000 | USD |  | counterfeit currency",
        ),
        ("a grant of €3.5m", "€3.5m | money | 3500000 | EUR |  | grant"),
        ("S/ 4,000 a month", "S/ 4,000 | money | 4000 | PEN |  | month"),
        ("KES 3 billion for roads", "KES 3 billion | money | 3000000000 | KES"),
        ("500 million soles", "500 million soles | money | 500000000 | PEN"),
        ("$1.5-2 billion in loans", "$1.5-2 billion | money | 1500000000..2000000000 | USD"),
        ("over the next 20 years", "20 years | duration | 20 | year"),
        ("a 12-month program", "12-month | duration | 12 | month |  | program"),
        ("a ratio of more than 46 to 1", "more than 46 to 1 | ratio | 46 | to 1 | more than | ratio"),
        ("one in five children", "one in five | ratio | 1 | in 5 |  | children"),
        ("by a 3:1 margin", "3:1 | ratio | 3 | to 1 |  | margin"),
        ("in 2022", "2022 | year | 2022 | year"),
        ("the 2022-2026 period", "2022-2026 | year | 2022..2026 | year"),
        ("the 2022–26 period", "2022–26 | year | 2022..2026 | year"),
        ("seized in FY 2020", "FY 2020 | fiscal year | 2020 | fiscal year"),
        ("by fiscal year 2025", "fiscal year 2025 | fiscal year | 2025 | fiscal year"),
        ("approved on March 21, 2022", "March 21, 2022 | date | 2022-03-21 | day"),
        ("approved on 21 March 2022", "21 March 2022 | date | 2022-03-21 | day"),
        ("approved on 2022-03-21", "2022-03-21 | date | 2022-03-21 | day"),
        ("since December 2021", "December 2021 | date | 2021-12-01 | month"),
    ],
)
def test_a_figure_is_read_with_its_unit_qualifier_and_subject(text: str, expected: str) -> None:
    assert [told(figure) for figure in figures(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread",
        "the G20 and the G7",
        "Resolution 1325",
        "Objective 2.1 and objectives 4.1, 4.2, and 6.3",
        "Goal 6",
        "an F-16",
        "Section 7031(c)",
        "USAID CDCS DO1 and DO 2",
        "page 3 of 23",
        "the 19th century",
        "one of the three highest",
        "the second largest producer",
        "two countries",
        "multi-billion-dollar ventures and billions in revenue",
        "see note [3]",
        "B1/B2 visas",
        "the [plan](https://example.gov/2020/30)",
        "18-year-olds",
        "2. Second point",
        "SDG 5 and Article 12",
    ],
)
def test_a_number_in_a_name_or_reference_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_value_looked_back_on_is_known_as_such() -> None:
    now, then = (
        figure
        for figure in figures("Migrants increased to 1.57 million in 2022, up from 1.32 million at the end of 2021")
        if figure.quantity == "count"
    )
    assert (now.is_base, then.is_base) == (False, True)
    assert now.subject == then.subject == "Migrants"


@given(st.integers(min_value=1_000, max_value=999_999_999))
def test_an_amount_is_the_same_in_any_notation(number: int) -> None:
    in_digits, in_millions, in_thousands = (
        figures(text)[0]
        for text in (
            f"{number:,} people",
            f"{Decimal(number) / 1_000_000} million people",
            f"{Decimal(number) / 1_000} thousand people",
        )
    )
    assert in_digits.value == number
    assert in_digits.same_value(in_millions)
    assert in_digits.same_value(in_thousands)


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from("12 $ % million to 3.5 , - FY in 2022 more than (".split())).map(" ".join)
)
def test_figures_lie_in_their_text_in_order_and_apart(text: str) -> None:
    at = 0
    for figure in figures(text):
        assert at <= figure.start < figure.end
        assert figure.text == text[figure.start : figure.end]
        at = figure.end
