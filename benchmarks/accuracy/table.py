"""The scores as a table to read and as data to keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.accuracy.score import ALIGNMENTS, FAMILIES, Score, Tally
from icsdiff.model.changes import Kind

Scores = Mapping[str, Score]
"""By system."""

_NAMES = (*ALIGNMENTS, *FAMILIES, *map(str, Kind))


def as_text(name: str, scores: Scores) -> Iterator[str]:
    """The lines of one set of cases: a row for each measure, three systems beside each other."""
    yield f"## {name}"
    yield ""
    yield "| precision / recall / F1 (right, false, missed) | " + " | ".join(scores) + " |"
    yield "| --- |" + " --- |" * len(scores)
    for row in _NAMES:
        tallies = [score.rows.get(row, Tally()) for score in scores.values()]
        if any(each.tp or each.fp or each.fn for each in tallies):
            yield f"| {row} | " + " | ".join(map(_cell, tallies)) + " |"
    yield "| substantive judged editorial | " + " | ".join(map(_lost, scores.values())) + " |"
    yield "| editorial judged substantive | " + " | ".join(map(_noisy, scores.values())) + " |"
    alarms = (f"{score.false_alarms_per_1000_words:.2f} ({score.false_alarms})" for score in scores.values())
    yield "| false alarms per 1,000 words where nothing differs | " + " | ".join(alarms) + " |"
    yield ""


def _cell(tally: Tally) -> str:
    precision = f"{tally.precision:.3f}" if tally.tp + tally.fp else "–"
    recall = f"{tally.recall:.3f}" if tally.tp + tally.fn else "–"
    return f"{precision} / {recall} / {tally.f1:.3f} ({tally.tp}, {tally.fp}, {tally.fn})"


def _lost(score: Score) -> str:
    judgement = score.judgement
    return f"{judgement.substantive_as_editorial} of {judgement.substantive}" if judgement.substantive else "–"


def _noisy(score: Score) -> str:
    judgement = score.judgement
    return f"{judgement.editorial_as_substantive} of {judgement.editorial}" if judgement.editorial else "–"


def as_data(scores: Scores) -> dict[str, Any]:
    """The same as plain data."""
    return {system: _data(score) for system, score in scores.items()}


def _data(score: Score) -> dict[str, Any]:
    judgement = score.judgement
    return {
        "rows": {
            row: {
                "precision": round(tally.precision, 4),
                "recall": round(tally.recall, 4),
                "f1": round(tally.f1, 4),
                "tp": tally.tp,
                "fp": tally.fp,
                "fn": tally.fn,
            }
            for row in _NAMES
            if (tally := score.rows.get(row)) is not None
        },
        "significance": {
            "substantive": judgement.substantive,
            "substantive_as_editorial": judgement.substantive_as_editorial,
            "editorial": judgement.editorial,
            "editorial_as_substantive": judgement.editorial_as_substantive,
        },
        "false_alarms": score.false_alarms,
        "false_alarms_per_1000_words": round(score.false_alarms_per_1000_words, 4),
    }
