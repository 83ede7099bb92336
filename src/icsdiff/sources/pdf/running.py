"""Running headers and footers: what stands at the same place on page after page, counted from the edge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from icsdiff.sources.marks import RECURS
from icsdiff.sources.pdf.lines import Line

_MOST = 8
"""Lines of a header or footer."""
_FEW_PAGES = 4
"""Pages of a document in which twice is enough."""
_SAME_PLACE = 2.0
"""Points."""
_NUMBER = re.compile(r"\d+")

Row = tuple[Line, ...]


def running(pages: Sequence[Sequence[Row]]) -> list[set[int]]:
    """For each page, the places of its rows that are a running header or footer."""
    found: list[set[int]] = [set() for _ in pages]
    for step in (1, -1):
        open_pages = {at: 0 if step > 0 else len(rows) - 1 for at, rows in enumerate(pages) if rows}
        for _ in range(_MOST):
            here = {at: pages[at][row] for at, row in open_pages.items()}
            recurring = set(_recurring(here, len(pages)))
            for at in recurring:
                found[at].add(open_pages[at])
            open_pages = {
                at: row + step for at, row in open_pages.items() if at in recurring and 0 <= row + step < len(pages[at])
            }
    return found


def _recurring(rows: dict[int, Row], count: int) -> Iterator[int]:
    """The pages whose row says the same at the same height as those of others, but for the page's own number."""
    needed = RECURS if count > _FEW_PAGES else RECURS - 1
    alike: dict[str, list[int]] = defaultdict(list)
    for at, row in rows.items():
        alike[_NUMBER.sub("#", _text(row).casefold())].append(at)
    for group in alike.values():
        for same in _counting(rows, group):
            for at in same:
                if sum(abs(rows[at][0].base - rows[each][0].base) < _SAME_PLACE for each in same) >= needed:
                    yield at


def _counting(rows: dict[int, Row], group: Sequence[int]) -> list[list[int]]:
    """The rows in groups whose numbers are the same or go with the page."""
    numbers = [[int(each[-9:]) for each in _NUMBER.findall(_text(rows[at]))] for at in group]
    offsets = [[number - at for number in each] for at, each in zip(group, numbers, strict=True)]
    columns = zip(zip(*numbers, strict=True), zip(*offsets, strict=True), strict=True)
    if all(1 in (len(set(same)), len(set(counting))) for same, counting in columns):
        return [list(group)]
    exact: dict[str, list[int]] = defaultdict(list)
    for at in group:
        exact[_text(rows[at])].append(at)
    return list(exact.values())


def _text(row: Row) -> str:
    return " ".join(line.text for line in row)
