"""A change set as JSON, for scripts: the schema is ``icsdiff schema changes``."""

from __future__ import annotations

import json

from icsdiff.model.changes import Change, ChangeSet, Passage, Rewrite
from icsdiff.model.characters import escaped_in_json
from icsdiff.model.version import Version
from icsdiff.rendering import Options

SCHEMA = "icsdiff/changes/1"

_Json = dict[str, object]


def render(changes: ChangeSet, _options: Options) -> str:
    """The change set with its keys in a fixed order; the same changes give the same bytes."""
    return written(_document(changes), indent=2)


def line(changes: ChangeSet) -> str:
    """The same on one line, for several change sets as JSON Lines."""
    return written(_document(changes), indent=None)


def written(document: _Json, indent: int | None) -> str:
    """Data as JSON; it ends with its line."""
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=indent)) + "\n"


def _document(changes: ChangeSet) -> _Json:
    return {
        "schema": SCHEMA,
        "old": _head(changes.old),
        "new": _head(changes.new),
        "summary": {name: dict(counts) for name, counts in changes.summary.items()},
        "alignment": [
            {
                "level": match.level,
                "relation": match.relation,
                "old": list(match.old),
                "new": list(match.new),
                "renamed": match.renamed,
                "renumbered": match.renumbered,
                "moved": match.moved,
                "score": match.score,
                "evidence": dict(match.evidence),
            }
            for match in changes.alignment
        ],
        "changes": [_change(change) for change in changes.changes],
        "rewrites": [_rewrite(rewrite) for rewrite in changes.rewrites],
    }


def _head(version: Version) -> _Json:
    provenance = version.provenance
    return {
        "mission": version.mission,
        "label": version.label,
        "approved": version.approved.isoformat() if version.approved else None,
        "updated": [day.isoformat() for day in version.updated],
        "provenance": {
            "kind": provenance.kind,
            "source": provenance.source,
            "sha256": provenance.sha256,
            "importer": provenance.importer,
            "importer_version": provenance.importer_version,
            "note": provenance.note,
        },
        "source": version.source,
    }


def _change(change: Change) -> _Json:
    return {
        "id": change.id,
        "kind": change.kind,
        "significance": change.significance,
        "old": _passage(change.old),
        "new": _passage(change.new),
        "detail": dict(change.detail),
        "summary": change.summary,
        "reason": change.reason,
        "edits": [{"old": list(edit.old), "new": list(edit.new)} for edit in change.edits],
        "part_of": change.part_of,
    }


def _rewrite(rewrite: Rewrite) -> _Json:
    return {"old": _passage(rewrite.old), "new": _passage(rewrite.new), "reason": rewrite.reason}


def _passage(passage: Passage | None) -> _Json | None:
    if passage is None:
        return None
    return {"path": passage.path, "span": [passage.start, passage.end], "text": passage.text}
