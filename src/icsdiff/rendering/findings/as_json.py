"""Findings as JSON, for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from icsdiff.model.characters import escaped_in_json
from icsdiff.rendering.findings import Located

SCHEMA = "icsdiff/findings/1"


def render(found: Sequence[Located]) -> str:
    """One document with every finding; ``id`` is what a version file names to ignore one."""
    document = {"schema": SCHEMA, "findings": list(map(_finding, found))}
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _finding(each: Located) -> dict[str, object]:
    finding = each.finding
    return {
        "id": finding.id,
        "rule": finding.rule,
        "message": finding.message,
        "question": finding.question,
        "file": each.file,
        "places": [
            {"path": place.path, "span": [place.start, place.end], "text": place.text, "line": line}
            for place, line in each.places
        ],
    }
