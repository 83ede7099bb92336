"""A change set as a code quality report for GitLab, which shows its entries in the merge request and beside the lines.

The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.annotations import Annotation, annotated


def render(changes: ChangeSet, options: Options) -> str:
    """A JSON list with an entry for each change; its fingerprint is the change's id, which outlives a new number."""
    return render_all([(changes, options)])


def render_all(several: Iterable[tuple[ChangeSet, Options]]) -> str:
    """One list for several change sets."""
    entries = [_entry(each) for changes, options in several for each in annotated(changes, options)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(annotation: Annotation) -> dict[str, object]:
    return {
        "description": f"{annotation.title}: {annotation.message}",
        "check_name": annotation.kind,
        "fingerprint": annotation.id,
        "severity": "info" if annotation.editorial else "major",
        "location": {"path": annotation.file, "lines": {"begin": annotation.line or 1}},
    }
