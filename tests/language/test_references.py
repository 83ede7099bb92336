"""The grammar of linkages: the table in ``references.txt``, spellings of one reference, and what is no reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.language.references import references
from icsdiff.language.remarks import remarks


def table() -> Iterator[tuple[str, list[str]]]:
    """Texts at the margin, the references expected of each indented below it; ``##`` heads a chapter."""
    text: str | None = None
    expected: list[str] = []
    for line in (Path(__file__).parent / "references.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if text is not None:
            yield text, expected
        text, expected = line.replace("\\n", "\n") if line and not line.startswith("##") else None, []
    if text is not None:
        yield text, expected


def told(text: str) -> list[str]:
    return [each.label + f" -> {each.target}" * (each.target not in ("", "#")) for each in references(text)]


@pytest.mark.parametrize(("text", "expected"), [*table()])
def test_references_are_read_with_framework_element_number_title_date_and_target(
    text: str, expected: list[str]
) -> None:
    assert told(text) == expected


SPELLINGS = (
    (
        "State - USAID JSP objective 2.1",
        "State-USAID JSP Objective 2.1.",
        "State–USAID JSP objectives 2.1",
        "State/USAID JSP obj. 2.1",
        "JSP SO 2.1",
        "Objective 2.1 of the JSP",
        "the State-USAID Joint Strategic Plan (JSP) Strategic Objective 2.1",
        "Department of State-USAID Joint Strategic Plan, Objective 2.1",
        "Department of State and USAID Joint Strategic Plan objective 2.1",
        "[JSP Objective 2.1](#)",
    ),
    ("AF JRS Goal 2", "AF Joint Regional Strategy (JRS) goal 2", "State AF JRS Goal II", "Goal Two of the AF JRS"),
    ("USAID CDCS DO1", "CDCS DO 1", "CDCS Development Objective 1", "Development Objective 1 of USAID's CDCS"),
    ("CDCS Sub-IR 1.2.3", "CDCS sub-intermediate result 1.2.3"),
    ("JSP Objectives 4.1-4.3", "JSP Objectives 4.1, 4.2 and 4.3", "JSP objs. 4.1 to 4.3", "JSP objectives 4.1 – 4.3"),
    (
        "the U.S. Strategy on Countering Corruption",
        "United States Strategy on Countering Corruption",
        "US Strategy On Countering Corruption",
        "[U.S. Strategy on Countering Corruption](#)",
        "“U.S. Strategy on Countering Corruption”",
    ),
    (
        "Indo-Pacific Strategy (February 2022)",
        "the Indo‑Pacific Strategy, February 2022",
        "February 2022 IndoPacific Strategy",
    ),
    ("National Security Strategy (2022)", "NSS (2022)", "2022 NSS", "U.S. National Security Strategy 2022"),
    ("E.O. 14008", "EO 14008", "Executive Order 14008", "Executive Order No. 14008", "Executive Orders 14008"),
    ("EO 14008 (January 27, 2021)", "Executive Order 14008 (27 January 2021)"),
    ("NSM-13", "NSM 13", "National Security Memorandum 13", "National Security Memorandum NSM-13"),
    ("UNSCR 1325", "UN Security Council Resolution 1325", "United Nations Security Council Resolution 1325"),
    ("SDG 13", "SDGs 13", "Sustainable Development Goal 13", "Goal 13 of the SDGs"),
    ("Women, Peace, and Security Act (2017)", "Women, Peace and Security Act of 2017"),
    ("LOE 2 of the Indo-Pacific Strategy", "Indo-Pacific Strategy, Line of Effort 2"),
)


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda spellings: spellings[0])
def test_the_spellings_of_one_reference_have_one_key(spellings: tuple[str, ...]) -> None:
    first, *others = ([(each.key, each.particulars) for each in references(text)] for text in spellings)
    assert first
    for text, other in zip(spellings[1:], others, strict=True):
        assert other == first, text


DIFFERENT = (
    ("JSP objective 2.1", "JSP objective 2.2", "JSP goal 2.1", "JRS objective 2.1", "AF JSP objective 2.1"),
    ("AF JRS Goal 1", "EUR JRS Goal 1", "JRS Goal 1", "AF FBS Goal 1"),
    ("CDCS DO 1", "CDCS IR 1", "CDCS Sub-IR 1", "RDCS DO 1"),
    ("NSS", "NDS", "Peru's NSS"),
    ("Vision 2030", "Vision 2040", "Agenda 2030"),
    ("Strategy on Countering Corruption", "Strategy for Countering Corruption", "Strategy on Countering Crime"),
)


@pytest.mark.parametrize("texts", DIFFERENT, ids=lambda texts: texts[0])
def test_different_references_have_different_keys(texts: tuple[str, ...]) -> None:
    keys = [each.key for text in texts for each in references(text)]
    assert len(set(keys)) == len(keys) == len(texts)


LIST_WORDS = set("and or the a an of in to under from within as well also plus both".split())
PIECES = "JSP JRS objectives 2.1 and , ; . to 4.3 Strategy the ( ) [ ](#) 2022 of - on Women which 14008 \n\n".split(
    " "
)
ODD = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@given(ODD)
def test_references_lie_in_their_text_in_order(text: str) -> None:
    at = 0
    for each in references(text):
        assert at <= each.start < each.end
        assert each.text == text[each.start : each.end]
        at = each.start


@given(ODD)
def test_every_word_belongs_to_a_reference_or_a_remark_or_holds_the_list_together(text: str) -> None:
    left = re.sub(r"(?m)^\d+(?=[.)])", lambda number: " " * len(number.group()), text)
    named = references(text)
    spans = [(each.start, each.end) for each in named] + [(each.start, each.end) for each in remarks(text, named)]
    for start, end in spans:
        left = left[:start] + " " * (end - start) + left[end:]
    assert {word.casefold() for word in re.findall(r"[^\W_]+", left)} <= LIST_WORDS


HOSTILE = (
    *(
        "Goal 1, ",
        "Goal 1; ",
        "Goal 1 of ",
        "Goal 1: a ",
        "Goal 1: - ",
        "Goal 1 (a ",
        "JSP Goal 1 (",
        "1, ",
        "1.1",
        "I ",
    ),
    *("JSP ", "JSP, ", "JSP objectives ", "JSP 1 - ", "A, ", "A and ", "A of ", "A-", "A(", "(A) ", "“A ", "5G ", "U."),
    *(
        "Strategy on A, ",
        "Strategy on a ",
        "Strategy, ",
        "Strategy of ",
        "A Strategy and ",
        "A small word ",
        "no. ",
        "the ",
    ),
    *(
        "[",
        "[x](",
        "](",
        "[A](#) ",
        "[Goal 1](#) ",
        ".",
        ". ",
        "-",
        "- ",
        "\n\n",
        "2022 ",
        "2022, ",
        "objective ",
        "9",
        "a",
    ),
)


def cost(text: str) -> float:
    """The least of a few runs, in seconds of this process."""

    def once() -> float:
        start = process_time()
        remarks(text, references(text))
        return process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_cost_of_hostile_text_grows_with_its_length(piece: str) -> None:
    assert cost(piece * 2_000) < 24 * cost(piece * 250) + 0.05
