"""Findings as SARIF 2.1.0, which hosts and editors show beside the lines.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from icsdiff import __version__
from icsdiff.checks.check import RULES
from icsdiff.checks.rule import Rule
from icsdiff.model.characters import escaped_in_json
from icsdiff.rendering.findings import Located

_CODES = tuple(RULES)


def render(found: Sequence[Located]) -> str:
    """One run with every rule, and a result for each finding."""
    driver = {"name": "icsdiff", "semanticVersion": __version__, "rules": list(map(_rule, RULES.values()))}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(map(_result, found))}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.example},
    }


def _result(each: Located) -> dict[str, object]:
    finding = each.finding
    first, *others = (_location(each.file, place.text, line) for place, line in each.places)
    return {
        "ruleId": finding.rule,
        "ruleIndex": _CODES.index(finding.rule),
        "level": "warning",
        "message": {"text": f"{finding.message}. {finding.question}"},
        "locations": [first],
        "relatedLocations": others,
        "partialFingerprints": {"finding/v1": finding.id},
    }


def _location(file: str, words: str, line: int | None) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(file)}}
    if line:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place, "message": {"text": words or "nothing is here"}}
