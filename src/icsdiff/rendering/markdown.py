"""A change set as Markdown, for a pull request: a short overview, then folded details.

Whatever comes from a document is escaped, so that it can neither format the comment nor mention anybody in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.model.changes import ChangeSet, Significance
from icsdiff.rendering import Options
from icsdiff.rendering.view import Entry, Head, Part, View, plural, view

_SPECIAL = re.compile(r"([\\`*_\[\]#|~$])")
_MENTION = re.compile(r"([@#:])(?=\w)")
_LINK = re.compile(r"(https?|ftp|www)([:.])", re.IGNORECASE)


def render(changes: ChangeSet, options: Options) -> str:
    """The comment's text."""
    seen = view(changes)
    lines = [*_overview(seen)]
    for part in seen.parts:
        if part.changed:
            lines += _part(part)
    if seen.rewrites:
        lines += ["", f"{plural(seen.rewrites, 'place')} only written another way."]
    if options.rewrites:
        lines += [
            f"- {each.reason}: {_safe(each.old.text) or '(nothing)'} became {_safe(each.new.text) or '(nothing)'}"
            for each in changes.rewrites
        ]
    return "\n".join(lines).strip() + "\n"


def _overview(seen: View) -> Iterator[str]:
    yield f"## Changes in {_safe(seen.heads[1].mission)}"
    yield ""
    yield "| | Version | Approved | Updated | Provenance |"
    yield "| --- | --- | --- | --- | --- |"
    for head in seen.heads:
        cells = (head.side, _safe(head.label), head.approved, head.updated or "not since", head.kind)
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield from (line for head in seen.heads for line in _warning(head))
    yield f"**{seen.sentence}**"
    if seen.figures:
        yield from ("", "### Revised figures", "", "| What it counts | Old | New | Difference | Percent | Where |")
        yield "| --- | --- | --- | ---: | ---: | --- |"
        for row in seen.figures:
            values = (row.subject, row.old, row.new, row.difference, row.percent, row.where)
            yield f"| {' | '.join(map(_safe, values))} |"
    moved = [row for row in seen.map if not row.is_same]
    if moved:
        yield from (
            "",
            "### Goals and objectives",
            "",
            "| Old | New | What happened | Statement |",
            "| --- | --- | --- | --- |",
        )
        for each in moved:
            doubt = f" (thin evidence, likeness {each.score})" if each.doubtful else ""
            statement = _marked(each.runs) if each.runs else _safe(each.title)
            yield f"| {each.old or '—'} | {each.new or '—'} | {each.fate}{doubt} | {statement} |"
    if seen.renumbered:
        yield from ("", f"Numbers: {'; '.join(seen.renumbered)}.")


def _warning(head: Head) -> Iterator[str]:
    if head.warning:
        yield f"> **{head.side} version: {head.kind}.** {head.warning}. {_safe(head.note)}".rstrip()
        yield ""


def _part(part: Part) -> list[str]:
    title = f": {html.escape(part.title)}" if part.title else ""
    fate = f" ({html.escape(part.fate)})" if part.fate else ""
    name = _MENTION.sub(r"\1&#8203;", f"<b>{html.escape(part.name)}</b>{fate}{title}")
    lines = ["", f"<details><summary>{' '.join(name.split())} — {plural(len(part.entries), 'change')}</summary>", ""]
    for entry in part.entries:
        lines += _entry(entry, "")
    return [*lines, "", "</details>"]


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    change = entry.change
    editorial = " *(editorial)*" if change.significance is Significance.EDITORIAL else ""
    words = _marked(entry.runs) if entry.runs else _safe(change.summary)
    yield f"{indent}- **{entry.kind}**{editorial} {words} — {_safe(change.reason)}"
    for each in entry.consequences:
        yield from _entry(each, indent + "  ")


def _marked(runs: Iterable[Run]) -> str:
    marks = {RunKind.REMOVED: "del", RunKind.ADDED: "ins"}
    return "".join(
        f"<{marks[run.kind]}>{_safe(run.text)}</{marks[run.kind]}>" if run.kind in marks else _safe(run.text)
        for run in runs
    )


def _safe(text: str) -> str:
    """Document text as nothing but text, on one line."""
    escaped = _SPECIAL.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return lead + _MENTION.sub("\\1\u200b", _LINK.sub("\\1\u200b\\2", escaped)) + tail
