"""How far the changes between two versions are decided on, for a terminal and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator

from icsdiff.comparison.reviewing import Progress, Standing
from icsdiff.model.changes import ChangeSet
from icsdiff.model.characters import escaped_in_json
from icsdiff.model.review import Disposition
from icsdiff.rendering.places import Places
from icsdiff.rendering.plain import plain
from icsdiff.rendering.reviews import shortened
from icsdiff.rendering.texts import shipped
from icsdiff.rendering.view.entries import path_of

_TITLES = {
    Standing.CONFLICT: "In conflict",
    Standing.OBJECTED: "Objected to",
    Standing.QUERIED: "Queried",
    Standing.OPEN: "Open",
    Standing.ACCEPTED: "Accepted",
}
_COUNTED = {
    Standing.OPEN: "open",
    Standing.ACCEPTED: "accepted",
    Standing.QUERIED: "queried",
    Standing.OBJECTED: "objected to",
    Standing.CONFLICT: "in conflict",
    Standing.NOT_NEEDED: "editorial that need no decision",
}
_LINE = 300
"""Characters of a summary or note in the list."""


def status(changes: ChangeSet, progress: Progress, form: str) -> str:
    """The progress as ``text`` or ``json``."""
    if form == "json":
        return escaped_in_json(json.dumps(_as_data(changes, progress), ensure_ascii=False, indent=2)) + "\n"
    return "".join(f"{plain(line).rstrip()}\n" for line in _lines(changes, progress))


def _lines(changes: ChangeSet, progress: Progress) -> Iterator[str]:
    places = Places(shipped(), changes.old, changes.new)
    counts = ", ".join(f"{progress.counts[each]} {words}" for each, words in _COUNTED.items() if progress.counts[each])
    yield f"{changes.old.label} to {changes.new.label}"
    yield f"{counts or 'no changes'}; {len(progress.lapsed)} lapsed"
    for standing, title in _TITLES.items():
        listed = [each for each in progress.changes if each.standing is standing]
        yield from ("", title) if listed else ()
        for each in listed:
            yield _line(each.change.id, places.whole(path_of(each.change)), each.change.summary)
            yield from map(_said, each.dispositions)
    yield from ("", "Lapsed: no longer a change, or no longer that one") if progress.lapsed else ()
    for said in progress.lapsed:
        yield _line(said.change, "", said.summary)
        yield _said(said)


def _line(identity: str, place: str, summary: str) -> str:
    return f"  {identity}  {f'[{place}] ' if place else ''}{shortened(summary, _LINE)}"


def _said(disposition: Disposition) -> str:
    note = f": {shortened(disposition.note, _LINE)}" if disposition.note else ""
    return f"      {disposition.name}, {disposition.decision}{note}"


def _as_data(changes: ChangeSet, progress: Progress) -> dict[str, object]:
    counts = {str(standing): count for standing, count in progress.counts.items()}
    return {
        "old": changes.old.label,
        "new": changes.new.label,
        "counts": {**counts, "lapsed": len(progress.lapsed)},
        "changes": [
            {
                "id": each.change.id,
                "kind": each.change.kind,
                "significance": each.change.significance,
                "summary": each.change.summary,
                "standing": each.standing,
                "dispositions": [_say(said) for said in each.dispositions],
            }
            for each in progress.changes
        ],
        "lapsed": [
            {"change": said.change, "kind": said.kind, "summary": said.summary, **_say(said)}
            for said in progress.lapsed
        ],
    }


def _say(disposition: Disposition) -> dict[str, str]:
    return {"decision": disposition.decision, "note": disposition.note, "name": disposition.name}
