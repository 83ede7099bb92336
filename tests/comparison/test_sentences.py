"""Which sentences correspond: a table of fields before and after."""

from __future__ import annotations

import pytest

from icsdiff.comparison.cells import Link, cells
from icsdiff.comparison.sentences import Group, align_sentences

A = "The ministry opened twelve border posts in the east."
B = "Smugglers moved their routes to the coast."
C = "Fishing villages report strangers at night."
D = "Patrol boats reach the islands once a month."
LONG = "The ministry opened twelve border posts in the east, and smugglers moved their routes to the coast."

CASES = {
    "a sentence that stays": ([A], [A], {"0 = 0"}),
    "a sentence in other words": ([A], ["The ministry has opened twelve posts on the eastern border."], {"0 = 0"}),
    "a sentence between two others": ([A, C], [A, B, C], {"0 = 0", "1 = 2"}),
    "a sentence cut in two": ([LONG, C], [A, B, C], {"0 = 0+1", "1 = 2"}),
    "two sentences joined": ([D, A, B], [D, LONG], {"0 = 0", "1+2 = 1"}),
    "a sentence that moved to the end": ([A, B, C], [B, C, A], {"0 = 2", "1 = 0", "2 = 1"}),
    "a sentence cut in two and moved": ([LONG, C, D], [C, D, A, B], {"0 = 2+3", "1 = 0", "2 = 1"}),
    "an unrelated sentence in its place": ([A, C], [A, D], {"0 = 0"}),
    "one revised beside one added": (
        [A],
        ["The ministry opened fifteen border posts in the east.", D],
        {"0 = 0"},
    ),
    "sentences too short to tell": (["None.", A], [A, "None."], {"1 = 0"}),
}


def row(link: Link) -> str:
    return " = ".join("+".join(str(cell.place) for cell in side) for side in (link.old, link.new))


@pytest.mark.parametrize("name", CASES)
def test_sentences_correspond_by_what_they_say(name: str) -> None:
    before, after, expected = CASES[name]
    old, new = cells("priorities", " ".join(before)), cells("priorities", " ".join(after))
    assert {row(link) for link in align_sentences([Group(old, new, 0)])} == expected
    assert {row(link.flipped) for link in align_sentences([Group(new, old, 0)])} == expected
