"""The best pairing of two sides as a whole, given a score for the pairs that are possible."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

Pair = tuple[int, int]

_FORBIDDEN = 1e6
_LARGEST = 90_000
"""Rows times columns up to which the best pairing is found; of more that all hang together, the best pairs in turn."""


def best_pairs(scores: Mapping[Pair, float], threshold: float) -> list[Pair]:
    """The pairs (row, column) with the highest sum of scores, none below ``threshold``, no row or column twice.

    A pair below the threshold costs as much as leaving both sides alone, so it never drives out a better one, and what
    no pair links is paired apart. The shortest augmenting path method (Jonker and Volgenant 1987), O(n³): 12 by 12 take
    a tenth of a millisecond, 300 by 300 an eighth of a second. Where more than that hang together, the best pair comes
    first, then the best of what is left: at least half of the highest sum.
    """
    possible = {pair: score for pair, score in sorted(scores.items()) if score >= threshold}
    found: list[Pair] = []
    for block in _blocks(possible):
        rows, columns = sorted({row for row, _ in block}), sorted({column for _, column in block})
        if len(rows) * len(columns) > _LARGEST:
            found += _best_in_turn({pair: possible[pair] for pair in block})
        else:
            table = [[possible.get((row, column), 0.0) for column in columns] for row in rows]
            found += [(rows[row], columns[column]) for row, column in _best_of_table(table)]
    return sorted(found)


def _blocks(pairs: Collection[Pair]) -> Iterator[list[Pair]]:
    """The pairs that hang together, by shared rows and columns."""
    in_row: dict[int, list[Pair]] = {}
    in_column: dict[int, list[Pair]] = {}
    for pair in pairs:
        in_row.setdefault(pair[0], []).append(pair)
        in_column.setdefault(pair[1], []).append(pair)
    seen: set[Pair] = set()
    for first in pairs:
        block, waiting = [], [first]
        while waiting:
            pair = waiting.pop()
            if pair not in seen:
                seen.add(pair)
                block.append(pair)
                waiting += (*in_row.pop(pair[0], ()), *in_column.pop(pair[1], ()))
        if block:
            yield block


def _best_in_turn(scores: Mapping[Pair, float]) -> list[Pair]:
    rows, columns = set[int](), set[int]()
    found: list[Pair] = []
    for row, column in sorted(scores, key=lambda pair: (-scores[pair], abs(pair[0] - pair[1]), pair)):
        if row not in rows and column not in columns:
            found.append((row, column))
            rows.add(row)
            columns.add(column)
    return found


def _best_of_table(scores: Sequence[Sequence[float]]) -> list[Pair]:
    """The best pairing of a full table, in which 0 is no pair."""
    rows, columns = len(scores), len(scores[0])
    if rows > columns:
        flipped = [[scores[row][column] for row in range(rows)] for column in range(columns)]
        return sorted((row, column) for column, row in _best_of_table(flipped))
    column_of = _assign([[-score for score in line] for line in scores], rows, columns)
    return [(row, column) for row, column in enumerate(column_of) if scores[row][column]]


def _assign(costs: Sequence[Sequence[float]], rows: int, columns: int) -> list[int]:  # noqa: C901  (one algorithm)
    """The column of each row, with ``rows <= columns``; potentials and one augmenting path per row."""
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        slack = [_FORBIDDEN] * (columns + 1)
        came_from = [0] * (columns + 1)
        seen = [False] * (columns + 1)
        while owner[column]:
            seen[column] = True
            current = owner[column]
            step, following = _FORBIDDEN, 0
            for candidate in range(1, columns + 1):
                if seen[candidate]:
                    continue
                reduced = costs[current - 1][candidate - 1] - row_price[current] - column_price[candidate]
                if reduced < slack[candidate]:
                    slack[candidate], came_from[candidate] = reduced, column
                if slack[candidate] < step:
                    step, following = slack[candidate], candidate
            for index in range(columns + 1):
                if seen[index]:
                    row_price[owner[index]] += step
                    column_price[index] -= step
                else:
                    slack[index] -= step
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    columns_of_rows = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            columns_of_rows[owner[column] - 1] = column - 1
    return columns_of_rows
