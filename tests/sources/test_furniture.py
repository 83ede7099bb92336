"""The same strategy on another page is the same version."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import DOCUMENTS, text_of, version_of, words, words_read
from icsdiff.comparison.compare import compare
from icsdiff.errors import IcsdiffError
from icsdiff.model.version import Version
from icsdiff.sources.read import read

HEADER = "Originally Approved: March 21, 2022\n\nReviewed and Updated: September 22, 2023"


@pytest.fixture(scope="module")
def seed(repository: Path) -> str:
    return (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def published(seed: str) -> Version:
    return read(seed, name="peru.md").version


def rewrapped(text: str, width: int, indent: str = "") -> str:
    """The text as an editor with another line width would leave it."""
    lines = []
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            hanging = indent if line.startswith("- ") else ""
            line = textwrap.fill(line, width, break_long_words=False, subsequent_indent=hanging)  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines)


def curled(text: str) -> str:
    return re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")


def paged(text: str) -> str:
    pages = iter(range(1, 100))
    return re.sub(HEADER, lambda _: f"UNCLASSIFIED\n\nPage {next(pages)} of 23", text)


VARIANTS: dict[str, Callable[[str], str]] = {
    "another running header": lambda text: text.replace(HEADER, "Mission Peru ICS | 2023"),
    "running headers with page numbers": paged,
    "no running headers": lambda text: text.replace(f"\n\n{HEADER}\n\n", "\n\n"),
    "dates in one line": lambda text: text.replace(HEADER, "Approved: March 21, 2022 | Updated: September 22, 2023"),
    "typographic quotes": curled,
    "non-breaking spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "no bold": lambda text: text.replace("**", ""),
    "bold with underscores": lambda text: text.replace("**", "__"),
    "stars for bullets": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "headings of one level": lambda text: re.sub(r"(?m)^#+ ", "#### ", text),
    "objectives as headings": lambda text: re.sub(r"(?m)^\*\*(.*?Objective \d\.\d):\*\*", r"### \1 |", text),
    "no Markdown at all": lambda text: re.sub(r"(?m)^(#+|-) ", "", text.replace("**", "").replace("\\$", "$")),
    "all at once": lambda text: curled(rewrapped(paged(text), 76).replace("**", "")).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_another_page_gives_no_change(seed: str, published: Version, variant: Callable[[str], str]) -> None:
    text = variant(seed)
    assert text != seed
    assert compare(published, read(text.removeprefix("\ufeff"), name="peru.md").version).changes == ()


@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("width", [40, 50, 60, 66, 72, 79, 80, 88, 100, 120])
def test_another_line_width_gives_the_same_fields(seed: str, published: Version, width: int, indent: str) -> None:
    assert read(rewrapped(seed, width, indent), name="peru.md").version.fields == published.fields


def prose(line: str) -> bool:
    """Whether a line is running text: no heading, table, list, quotation or definition."""
    return bool(re.match(r"(?:<u>)?(?:\*\*)?[^\W_]", line)) and not re.search(r"\||^\d+[.\\]|\t|   ", line)


def narrow(text: str, width: int) -> str:
    lines = (textwrap.fill(line, width, break_on_hyphens=False) if prose(line) else line for line in text.split("\n"))
    return "\n".join(lines)


def torn(text: str, *page: str) -> str:
    """The text with the lines of a page's end inside every second long line of its body."""
    lines, long, number = [], 0, 1
    body = False
    for line in text.split("\n"):
        words = line.split(" ")
        body = body or bool(re.search(r"(?i)goal (1|one)\b", line))
        inside = (at for at in range(5, len(words)) if words[at][:1].islower() and words[at - 1][-1:].isalpha())
        at = next(inside, 0) if body and prose(line) and not re.search(r"(?i)goal|objective|approved", line) else 0
        long += bool(at)
        if at and long % 2:
            number += 1
            break_ = "\n\n".join(page).replace("#", str(number))
            line = f"{' '.join(words[:at])}\n\n{break_}\n\n{' '.join(words[at:])}"  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines)


PAGES: dict[str, Callable[[str], str]] = {
    "lines of 60 characters": lambda text: narrow(text, 60),
    "lines of 75 characters": lambda text: narrow(text, 75),
    "lines of 110 characters": lambda text: narrow(text, 110),
    "typographic quotes": lambda text: curled(text.replace("\\'", "'").replace('"Strategy"', "")),
    "non-breaking spaces": VARIANTS["non-breaking spaces"],
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": VARIANTS["a byte order mark"],
    "no bold": lambda text: text.replace("**", ""),
    "dates and pages": lambda text: torn(text, "Approved: 1 March 2022", "Page # of 30"),
    "a marking and a page": lambda text: torn(text, "UNCLASSIFIED", "- # -"),
    "a title with its page": lambda text: torn(text, "Embassy strategy | Page #"),
    "marks in one line": lambda text: torn(text, "UNCLASSIFIED    Approved: 1 March 2022    Page # of 30"),
    "form feeds": lambda text: torn(text, "\f"),
    "comments and rules": lambda text: torn(text, "<!-- page # -->", "---"),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_page_gives_no_change_in_any_layout(name: str, page: Callable[[str], str]) -> None:
    old = version_of(name)
    new = read(page(text_of(name)).removeprefix("\ufeff"), name=name).version
    assert compare(old, replace(new, approved=old.approved, release=old.release)).changes == ()


def objectives(field: str, count: int = 4) -> str:
    """A strategy whose every objective has the same text below its statement."""
    each = (
        f"### Objective 1.{at}: Statement {at}.\n\n{field}\n\n".replace("#n", str(at)) for at in range(1, count + 1)
    )
    return "## Mission Goal 1: A goal.\n\n" + "".join(each)


# What an author writes and a page might, too.
AUTHORS = {
    "a repeated line": "#### Justification\n\nReason #n.\n\nReviewed yearly by all partners",
    "the same risk on every page": "#### Risks\n\nNone identified\n\nPage #n of 9",
    "the same linkages on every page": "Linkages\n\nSee the Joint Regional Strategy\n\nUNCLASSIFIED\n\n- #n -",
    "the same sentence before a mark": "#### Risks\n\nFunds may end.\n\nThe Ambassador leads.\n\nPage #n",
    "a label that no rule knows": "**Linkages**\n\n- AF JRS 1.1\n\n**Key partners**\n\nthe Ministry of Health",
    "a label in plain text": "Linkages\n\nAF JRS 1.1\n\nKey partners\n\nthe Ministry of Health",
    "a heading in capitals": "#### Justification\n\nWHY NOW\n\nWar ended.\n\nWHY HERE\n\nPorts matter.",
    "numbers of a table's cells": "#### Indicators\n\nDays\n\n21\n\n7\n\nCourts\n\n1\n\n2\n\n3\n\n4",
    "a number that a sentence needs": "#### Risks\n\nMines remain for\n\n30\n\ndays after.",
    "a date of something else": "#### Justification\n\nA law came.\n\nApproved: June #n, 2021\n\nIt holds.",
    "a marking inside a sentence": "#### Risks\n\nThe report is\nUNCLASSIFIED\nand open to\nall readers.",
    "one cell of a table": "#### Indicators\n\n| Page |\n| --- |\n| 7 |\n| 8 |",
    "a note of one word": "#### Risks\n\nSome[^1].\n\n[^1]: https://example.org",
}


@pytest.mark.parametrize("field", AUTHORS.values(), ids=AUTHORS)
def test_what_an_author_wrote_is_no_furniture(field: str) -> None:
    text = objectives(field)
    found = read(text, name="x.md")
    pages = words("\n".join(re.findall(r"Page \d(?: of 9)?$|UNCLASSIFIED$|^- \d -$", text, re.MULTILINE)))
    assert words(text) - words_read(found) == Counter()
    if "The report is" not in field:
        assert words("\n".join(line.text for line in found.furniture)) == pages


def test_a_marking_that_is_all_that_a_field_says_is_its_text() -> None:
    text = objectives("#### Classification\n\nConfidential\n\n#### Risks\n\nFew.", count=1)
    (found,) = read(text, name="x.md").version.objectives
    assert [extra.text for extra in found.extras] == ["Confidential"]


def test_a_short_line_before_the_end_of_a_page_is_the_author_s() -> None:
    text = objectives("#### Linkages\n\n- AF JRS 1.1\n\nThe Mission works with\n\nPage 3\n\nministries.", count=1)
    assert "The Mission works with ministries." in " ".join(read(text, name="x.md").version.fields.values())


def test_an_entry_of_the_contents_has_a_heading() -> None:
    text = "# Contents\n\nMission Goals 3\n\nWe work in 16\n\n# Executive Summary\n\nPeace.\n\n" + objectives("")
    found = read(text, name="x.md")
    assert [line.text for line in found.furniture] == ["Mission Goals 3"]


def test_a_heading_that_a_page_repeats_goes_on_with_its_objective() -> None:
    heading = "### Objective 1.1: An aim."
    text = f"{heading}\n\n#### Risks\n\nOne.\n\n{heading} (continued)\n\nTwo.\n\n### Objective 1.1 (cont'd)\n\nThree."
    (found,) = read(text, name="x.md").version.objectives
    assert (found.statement, found.risks) == ("An aim.", "One.\n\nTwo.\n\nThree.")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        found = read(f"**Mission Goal 1:** A goal.\n\n{text}", name="x.md")
    except IcsdiffError as error:
        place = str(error)
    else:
        place = f"x.md, {found.account}"
    assert place.startswith("x.md")


def test_a_long_document_is_read_in_time_that_grows_with_its_length() -> None:
    block = (
        "**Objective 1.{at}:** Statement {at}.\n\n- **Justification:** " + "Words that say nothing new. " * 40 + "\n\n"
    )
    text = "**Mission Goal 1:** A goal.\n\n" + "".join(block.replace("{at}", str(at)) for at in range(1, 90))
    assert len(list(read(text, name="x.md").version.objectives)) == 89
