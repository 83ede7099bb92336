"""A PDF that is broken, endless or made to do harm is refused in a line, or read within bounds."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icsdiff.errors import UnreadableSource
from icsdiff.sources.read import read
from sources.made.raw_pdf import (
    BOMB,
    DEEP,
    ENCRYPTED,
    ENDLESS,
    LAUGHING,
    PICTURE,
    STRATEGY,
    deflated,
    lines,
    sheets,
    stream,
)

WHOLE = sheets(STRATEGY, PICTURE)
LONG = b"BT /F 1 Tf " + (b"(" + b"a" * 32_000 + b") Tj ") * 40 + b"ET"


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        read(data, name="strategy.pdf")
    assert caught.value.remedy
    assert str(caught.value).startswith("strategy.pdf: ")
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "this is no PDF, or a broken one"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 100, "this is no PDF, or a broken one"),
        (WHOLE[:300], "this is no PDF, or a broken one"),
        (ENCRYPTED, "this PDF is encrypted"),
        (ENDLESS, "page 1 is broken"),
        (DEEP, "page 1 is broken"),
        (sheets(PICTURE), "its only page has no text"),
        (sheets(PICTURE, PICTURE, PICTURE), "none of its 3 pages has text"),
        (sheets(*[stream(b"")] * 5_000), "5,000 pages are more than the 1,000 that icsdiff reads"),
        (sheets(*[deflated(LONG)] * 5), "its text is longer than the 5,000,000 characters"),
        (b"%PDF" + bytes(200_000_000), "it is larger than the 200 MB that icsdiff reads of a PDF"),
    ],
    ids="empty garbage cut encrypted endless deep scanned all-scanned many-pages long large".split(),
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refusal(data).startswith(reason)


@pytest.mark.parametrize("data", [BOMB, LAUGHING], ids=["bomb", "forms in forms"])
def test_what_would_fill_the_memory_is_refused(data: bytes) -> None:
    assert refusal(data).startswith(("pdfium fails on it", "reading it takes more than"))


def test_a_page_that_is_a_picture_is_named_and_the_others_are_read() -> None:
    reading = read(WHOLE, name="strategy.pdf")
    assert reading.version.goals[0].objectives[0].justification == "Storms closed 41 schools."
    assert [(note.page, note.text) for note in reading.notes] == [
        (2, "a picture without text; if it is a scan, import it with --ocr")
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    # The text is drawn so that it stands upright once the page is turned.
    upright = {0: b"1 0 0 1 0 0", 90: b"0 1 -1 0 612 0", 180: b"-1 0 0 -1 612 792", 270: b"0 -1 1 0 0 792"}
    text = lines("Mission Goal 1: The islands are at peace.", "Objective 1.1: Schools open again.")
    data = sheets(stream(b"q %b cm %b Q" % (upright[turn], text)), entries=b"/Rotate %d" % turn)
    (goal,) = read(data, name="tonga.pdf").version.goals
    assert (goal.statement, goal.objectives[0].statement) == ("The islands are at peace.", "Schools open again.")


def test_an_enormous_page_is_read() -> None:
    data = sheets(STRATEGY, box=b"[0 0 1e9 1e9]")
    assert read(data, name="tonga.pdf").version.goals[0].statement == "The islands are at peace."


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8), st.integers(0, 60))
def test_any_bytes_are_read_or_refused(flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(WHOLE[: len(WHOLE) - cut])
    for at, byte in flips:
        data[min(at, len(data) - 1)] = byte
    with contextlib.suppress(UnreadableSource):
        assert read(bytes(data), name="strategy.pdf").version.goals or data != WHOLE


def children() -> set[str]:
    """The processes that this one has started; the test run itself may have a browser."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split())


def test_no_process_is_left() -> None:
    before = children()
    read(WHOLE, name="strategy.pdf")
    refusal(b"%PDF-1.7")
    assert children() == before
