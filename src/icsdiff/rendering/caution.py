"""What must be said wherever a version that was never published is shown."""

from __future__ import annotations

from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import ProvenanceKind


def caution(changes: ChangeSet) -> str:
    """``[old version: reconstructed]``; empty where both versions were published, or are not there at all."""
    versions = (("old", changes.old), ("new", changes.new))
    told = [
        f"{side} version: {version.provenance.kind}"
        for side, version in versions
        if version.provenance.kind is not ProvenanceKind.PUBLISHED and not version.is_absent
    ]
    return f"[{', '.join(told)}]" if told else ""
