"""Figures in two wordings of a passage, by the examples of ``figures.txt``; what holds for every two wordings."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.comparison.findings import Differences, Finding
from icsdiff.comparison.texts import compare_wordings
from icsdiff.model.changes import Kind, Passage, Rewrite, RewriteReason

SWAPPED = {Kind.FIGURE_ADDED: Kind.FIGURE_REMOVED, Kind.FIGURE_REMOVED: Kind.FIGURE_ADDED}


def examples() -> list[tuple[str, str, list[str]]]:
    """Every pair of wordings of the table, with what is to be told of it."""
    rows: list[tuple[str, str, list[str]]] = []
    old = ""
    for line in (Path(__file__).parent / "figures.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            old = line[2:]
        elif line.startswith("+ "):
            rows.append((old, line[2:], []))
        elif line.startswith("    "):
            rows[-1][2].append(line.strip())
    return rows


def compared(old: str, new: str) -> Differences:
    before, after = (Passage("objectives/1.1/justification", 0, len(text), text) for text in (old, new))
    return compare_wordings(before, after, Kind.TEXT_REVISED)


def words(passage: Passage | None) -> str:
    return passage.text.strip() if passage else ""


def told(each: Finding | Rewrite) -> str:
    """A difference as the table tells it: kind, words, values, unit, difference."""
    if isinstance(each, Rewrite):
        return f"same value: {words(each.old)} > {words(each.new)}"
    if each.kind is Kind.TEXT_REVISED:
        return "text-revised"
    detail = each.detail
    values = " > ".join(str(detail[side]) for side in ("old", "new") if detail[side] is not None)
    delta = detail.get("delta")
    difference = f"{delta:+}" if isinstance(delta, int | float) else ""
    change = " > ".join(filter(None, (words(each.old), words(each.new))))
    parts = (change, detail["quantity"], values, detail["unit"], difference, detail["subject"])
    return f"{each.kind}: " + " ".join(" | ".join(map(str, parts)).split()).rstrip(" |")


@pytest.mark.parametrize(("old", "new", "expected"), examples())
def test_a_figure_is_followed_from_one_wording_to_the_other(old: str, new: str, expected: list[str]) -> None:
    found = compared(old, new)
    same = [told(each) for each in found.rewrites if each.reason is RewriteReason.NOTATION]
    assert sorted([told(each) for each in found.findings] + same) == sorted(expected)


def facts(found: Differences, *, swapped: bool) -> list[str]:
    """What is found, on request as it looks from the other side."""
    sides = [
        (SWAPPED.get(each.kind, each.kind) if swapped else each.kind, each.old, each.new) for each in found.findings
    ] + [(each.reason, each.old, each.new) for each in found.rewrites]
    return sorted(str((kind, new, old) if swapped else (kind, old, new)) for kind, old, new in sides)


PIECES = (
    "20 percent|30 percent|5 to 10 percent|more than 30,000|nearly 30,000|30,000|1.32 million|$5 million|US$5 million|"
    "in 2021|in 2022|by FY 2025|by mid-2027|on May 9, 2022|one in five|two-thirds|46 to 1|90 days|of women|budgets|"
    "two|judges|prosecutors|in the north|in the south|and|rose to|fell from|up from|,|;|grew|the Mission trained"
).split("|")
WORDINGS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


@given(WORDINGS, WORDINGS)
def test_swapping_the_wordings_swaps_added_and_removed_and_nothing_else(old: str, new: str) -> None:
    assert facts(compared(old, new), swapped=True) == facts(compared(new, old), swapped=False)


@pytest.mark.parametrize("row", ["{} judges, ", "{} percent in {}; ", "| {} "])
def test_the_time_taken_grows_no_faster_than_the_figures(row: str) -> None:
    def seconds(many: int) -> float:
        old, new = ("".join(row.format(at + shift, 1950 + at % 100) for at in range(many)) for shift in (2100, 2107))
        start = time.process_time()
        compared(old, new)
        return time.process_time() - start

    few = max(seconds(50) for _ in range(3))
    # Eight times the figures; to set each beside each would take sixty-four times as long.
    assert seconds(400) < 24 * few + 0.1
