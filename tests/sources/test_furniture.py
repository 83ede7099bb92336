"""The same strategy on another page is the same version."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_content_that_recurs_without_breaking_a_sentence_stays() -> None:
    text = "\n\n".join(
        f"**Objective 1.{at}:** Statement {at}.\n\n**Justification:** Reason {at}.\n\nReviewed yearly by all partners"
        for at in (1, 2, 3, 4)
    )
    found = read(f"**Mission Goal 1:** A goal.\n\n{text}", name="x.md").version
    assert all(each.justification.endswith("all partners") for each in found.objectives)


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
