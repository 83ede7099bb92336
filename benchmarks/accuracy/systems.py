"""icsdiff, and two baselines that a competent person would write in an afternoon.

All three answer in one shape. The baselines align objectives by one signal alone, mark runs of differing words, and
call a run by its field: that is what there is without a tool that knows strategies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from benchmarks.accuracy import by_icsdiff, by_number, by_statement
from benchmarks.accuracy.answer import Answer
from icsdiff.model.version import Version

SYSTEMS: Mapping[str, Callable[[Version, Version], Answer]] = {
    "icsdiff": by_icsdiff.answer,
    "by number, difflib": by_number.answer,
    "by statement, diff-match-patch": by_statement.answer,
}
