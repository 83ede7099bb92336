"""The grammar of figures: what is read in the examples of ``figures.txt``, and what holds for every text."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.language.calendar import iso
from icsdiff.language.figures import Figure, figures


def examples() -> list[tuple[str, list[str]]]:
    """Every text of the table, with the figures that stand under it."""
    rows: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "figures.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            rows[-1][1].append(line.strip())
        elif line and not line.startswith("# "):
            rows.append((line, []))
    return rows


def told(figure: Figure) -> str:
    """A figure as the table tells it; what it lacks at the end is left out."""
    ends = [figure.value] if figure.upper is None else [figure.value, figure.upper]
    value = "..".join(iso(each) if isinstance(each, date) else f"{each.normalize():f}" for each in ends)
    parts = (figure.text, str(figure.quantity), value, figure.unit, figure.qualifier, figure.subject)
    return " ".join(" | ".join(parts).split()).rstrip(" |") + (f" @ {figure.time}" if figure.time else "")


@pytest.mark.parametrize(("text", "expected"), examples())
def test_the_figures_of_a_text_are_read_as_the_table_says(text: str, expected: list[str]) -> None:
    assert [told(figure) for figure in figures(text)] == expected


def test_a_value_looked_back_on_is_known_as_such() -> None:
    text = "Migrants increased to 1.57 million in 2022, up from 1.32 million at the end of 2021"
    now, then = (figure for figure in figures(text) if not figure.is_time)
    assert (now.is_base, then.is_base) == (False, True)
    assert (now.time, then.time) == ("2022", "2021")
    assert now.subject == then.subject == "Migrants"


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES_AND_TEENS = [*ONES.split(), "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """A number up to 999,999 as it is spelled out."""
    if number < 20:
        return ONES_AND_TEENS[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return TENS[ten - 2] + (f"-{ONES_AND_TEENS[one]}" if one else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, size)
    return f"{in_words(many)} {name}" + (f" {'and ' * (size == 100)}{in_words(rest)}" if rest else "")


@given(st.integers(min_value=1_000, max_value=999_999_999))
def test_an_amount_is_the_same_in_any_notation(number: int) -> None:
    in_digits = only(f"{number:,} people")
    assert in_digits.value == number
    for other in (f"{Decimal(number) / 1_000_000} million", f"{Decimal(number) / 1_000} thousand", f"{number:_}"):
        assert in_digits.same_value(only(f"{other.replace('_', ' ')} people"))


@given(st.integers(min_value=0, max_value=999_999))
def test_a_percentage_is_the_same_in_words_and_digits(number: int) -> None:
    spelled = only(f"{in_words(number)} percent of voters")
    assert spelled.value == number
    for sign in ("%", " %", " per cent", "-percent"):
        assert spelled.same_value(only(f"{number}{sign} of voters"))


@given(st.decimals(min_value=1, max_value=999, places=1), st.sampled_from(["million", "billion"]))
def test_money_is_the_same_in_any_notation(amount: Decimal, scale: str) -> None:
    dollars = only(f"${amount} {scale}")
    for text in ("US${} {}", r"\${} {}", "USD {} {}", "USD{} {}", "{} {} dollars", "{} {} U.S. dollars", "${}-{}"):
        assert dollars.same_value(only(text.format(amount, scale)))
    assert dollars.same_value(only(f"${amount}{scale[0]}"))
    assert dollars.same_value(only(f"${amount}{scale[0]}n"))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_is_the_same_in_any_notation(day: date) -> None:
    month = "January February March April May June July August September October November December".split()[
        day.month - 1
    ]
    forms = (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.isoformat()}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%d.%m.%Y}",
    )
    assert {(figure.value, figure.unit) for form in forms for figure in figures(f"by {form}")} == {(day, "day")}


@given(st.integers(min_value=2000, max_value=2098))
def test_a_fiscal_year_is_the_same_in_any_notation(year: int) -> None:
    one = only(f"in FY {year}")
    for form in (
        f"FY{year}",
        f"FY{year % 100:02}",
        f"FY {year % 100:02}",
        f"fiscal year {year}",
        f"Fiscal Year {year}",
    ):
        assert one.same_value(only(f"in {form}"))
    span = only(f"in FY {year}-{year + 1}")
    for form in (f"FY {year}/{(year + 1) % 100:02}", f"FY{year % 100:02}–{(year + 1) % 100:02}"):
        assert span.same_value(only(f"in {form}"))


@given(st.integers(min_value=1, max_value=80), st.integers(min_value=1, max_value=19))
def test_a_range_is_the_same_in_any_notation(low: int, more: int) -> None:
    high = low + more
    span = only(f"{low} to {high} percent")
    assert (span.value, span.upper) == (Decimal(low), Decimal(high))
    for form in ("{}-{} percent", "{}–{}%", "{} percent to {} percent", "between {} and {} percent", "{}% - {}%"):
        assert span.same_value(only(form.format(low, high)))


WORDS = (
    "12 7 2022 1,320,000 3.5 $ US$ € % percent million bn to - – and between from in of per 46:1 one two half thirds "
    "twenty-five hundred a the FY Q3 March May 21, 2022-03-21 mid- end ( ) [3] . , ; 's Goal Section SDG COVID-19 more "
    "than nearly up least or years -month km \\$ | [link](x/2020) 18-year-olds İ ² \n"
).split(" ")


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_figures_lie_in_their_text_in_order_and_apart(text: str) -> None:
    at = 0
    for figure in figures(text):
        assert at <= figure.start < figure.end
        assert figure.text == text[figure.start : figure.end]
        at = figure.end


def test_small_letters_stand_where_the_large_ones_stood() -> None:
    assert [letter for letter in map(chr, range(0x110000)) if len(letter.lower()) != 1] == ["İ"]


# Each may make a pattern try again and again, when it is repeated without end.
HOSTILE = (
    "1", "1,", "1,11,", "1 111 ", "1.111.", "1:", "1/", "1-", "9 to ", "2022-", "2022-03-21 ", "5 percent to ",
    "$", "US$ ", "KES ", "one ", "twenty-", "one hundred and ", "a ", "half a ", "a half ", "million ",
    "between ", "from 5 to ", "more than ", "the end of ", "12 of ", "1 in ", "ratio ", "FY ", "FY 2022/",
    "Q3 ", "second quarter of ", "March ", "May 9-", "(1", "(", "| (1,234) ", "[^", "](", "https://",
    "Goal 1, ", "objectives ", "two northern ", "30 judges and ", "in 2022, up from ", " ", "\n", "-", ".",
    "of ", "ab", "U.S. ", "1 year-", "18-year-",
)  # fmt: skip


def seconds(text: str) -> float:
    start = time.process_time()
    figures(text)
    return time.process_time() - start


@pytest.mark.parametrize("repeated", HOSTILE)
def test_the_time_taken_grows_no_faster_than_the_text(repeated: str) -> None:
    few, many = (repeated * (length // len(repeated)) for length in (1_000, 8_000))
    # Eight times the text; a pattern that looks at every pair of places would take sixty-four times as long.
    assert seconds(many) < 24 * max(seconds(few) for _ in range(3)) + 0.1
