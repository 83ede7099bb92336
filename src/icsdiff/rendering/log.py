"""A strategy's log: a line or two for each version or commit, or JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from icsdiff.model.changes import ChangeSet
from icsdiff.model.log import Commit, Log, Step
from icsdiff.model.version import ProvenanceKind, Version
from icsdiff.rendering.as_json import written
from icsdiff.rendering.plain import plain
from icsdiff.rendering.texts import shipped
from icsdiff.rendering.view.headline import sentence

SCHEMA = "icsdiff/log/1"

_WIDTH = 100
_INDENT = "    "
_SHORT = 12


def render(log: Log, form: str) -> str:
    """The log as ``text`` or ``json``."""
    if form == "json":
        return written({"schema": SCHEMA, "strategy": log.strategy, "steps": [*map(_as_data, log.steps)]}, indent=2)
    if not log.steps:
        return f"No commit changed what {plain(log.strategy)} says.\n"
    return "\n".join("".join(f"{line}\n" for line in _lines(step)) for step in log.steps)


def _lines(step: Step) -> Iterator[str]:
    if step.commit:
        commit = step.commit
        yield plain(f"{commit.id[:_SHORT]}  {commit.date[:10]}  {commit.author}").rstrip()
        yield from _wrapped(commit.subject, _INDENT)
        if step.problem:
            yield from _wrapped(f"! cannot be compared: {step.problem}", _INDENT)
        for changes in step.changes:
            yield from _wrapped(f"{_versions(changes)}: {sentence(changes, shipped())}", _INDENT)
        return
    for changes in step.changes:
        yield plain(_versions(changes))
        yield from _wrapped(sentence(changes, shipped()), _INDENT)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        plain(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _versions(changes: ChangeSet) -> str:
    """``peru@2022-03-21 (reconstructed) → peru@2023-09-22``; one alone if both are of one date, or one is absent."""
    old, new = changes.old, changes.new
    if old.is_absent or (old.label == new.label and not new.is_absent):
        return _label(new)
    return _label(old) if new.is_absent else f"{_label(old)} → {_label(new)}"


def _label(version: Version) -> str:
    kind = version.provenance.kind
    return version.label if kind is ProvenanceKind.PUBLISHED else f"{version.label} ({kind})"


def _as_data(step: Step) -> dict[str, object]:
    return {
        "commit": _commit(step.commit) if step.commit else None,
        "comparisons": [
            {
                "old": _version(changes.old),
                "new": _version(changes.new),
                "summary": {name: dict(counts) for name, counts in changes.summary.items()},
                "sentence": sentence(changes, shipped()),
            }
            for changes in step.changes
        ],
        "problem": step.problem or None,
    }


def _commit(commit: Commit) -> dict[str, object]:
    return {
        "id": commit.id,
        "parents": list(commit.parents),
        "author": commit.author,
        "email": commit.email,
        "date": commit.date,
        "subject": commit.subject,
    }


def _version(version: Version) -> dict[str, object] | None:
    if version.is_absent:
        return None
    return {"label": version.label, "kind": version.provenance.kind, "source": version.source}
