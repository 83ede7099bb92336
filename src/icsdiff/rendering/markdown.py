"""A change set as Markdown, for a pull request: what matters most in the open, all other changes folded by part.

Whatever comes from a document is escaped, so that it can neither format the comment nor mention anybody in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.plain import plain
from icsdiff.rendering.view import view
from icsdiff.rendering.view.headline import plural
from icsdiff.rendering.view.model import Entry, Head, MapRow, Part, Section, View

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
# What a forge turns into a link or a picture: @name, #1, GH-1, :smile:, addresses.
_LIVE = re.compile(r"@(?=\w)|#(?=\d)|:(?=[\w+-]{1,40}:)|(?:https?|ftp|www)(?=[:.])|\bGH(?=-\d)", re.IGNORECASE)
_BREAK = "\u200b"
"""A blank of no width: it parts what would be one live word."""


def render(changes: ChangeSet, options: Options) -> str:
    """The comment's text."""
    seen = view(changes)
    lines = [*_overview(seen), *_rest(seen)]
    if options.rewrites and seen.rewrites:
        lines += ["", "| Why | Old | New | Where |", "| --- | --- | --- | --- |"]
        lines += [_row(*map(_safe, (row.reason, row.old, row.new, row.where))) for row in seen.rewrites]
    return "\n".join(lines).strip() + "\n"


def _overview(seen: View) -> Iterator[str]:
    yield f"## Changes in {_safe(seen.heads[1].mission)}"
    yield from ("", "| | Version | Approved | Updated | Provenance |", "| --- | --- | --- | --- | --- |")
    for head in seen.heads:
        yield _row(head.side, f"`{plain(head.label)}`", head.approved, head.updated or "not since", head.kind)
    for head in seen.heads:
        yield from _warning(head)
    yield from ("", f"**{seen.sentence}** {seen.rewritten}".rstrip())
    if seen.happened or seen.renumbered:
        yield from ("", "### Goals and objectives", "")
        yield from (line for row in seen.happened for line in _map_row(row))
        yield from (f"- {line}" for line in seen.renumbered)
    if seen.figures:
        yield from ("", "### Figures", "")
        if seen.figure_rows:
            yield "| What it counts | Old | New | Difference | Where |"
            yield "| --- | --- | --- | --- | --- |"
        for each in seen.figure_rows:
            by = ", ".join(filter(None, (each.difference, each.percent)))
            entry = each.entry
            yield _row(*map(_safe, (entry.lead, each.old or "—", each.new or "—", by, entry.where)))
        yield from _brought(seen.figures)
    yield from _section("Risks and mitigations", seen.risks)
    yield from _section("Linkages", seen.linkages)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _warning(head: Head) -> Iterator[str]:
    if head.warning:
        yield from ("", f"> **{head.side} version: {head.kind}.** {head.warning}. {_safe(head.note)}".rstrip())


def _map_row(row: MapRow) -> Iterator[str]:
    note = f" *({_safe(row.note)})*" if row.note else ""
    lead = f"- **{_safe(row.name)}** {row.fate}"
    if len(row.statements) == 1:
        yield f"{lead}: {_marked(row.statements[0].runs)}{note}"
        return
    yield f"{lead}{note}"
    yield from (f"  - {_safe(each.label)}: {_marked(each.runs)}" for each in row.statements)


def _section(title: str, section: Section) -> Iterator[str]:
    if section:
        yield from ("", f"### {title}", "")
        for entry in section.entries:
            yield _entry(entry, entry.part)
        yield from _brought(section)


def _brought(section: Section) -> Iterator[str]:
    if section.brought:
        yield from ("", f"{section.brought}.")


def _rest(seen: View) -> Iterator[str]:
    parts = [part for part in seen.parts if part.rest or part.left]
    if parts:
        yield from ("", "### All other changes, part by part")
    for part in parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    title = f": {_text(part.title)}" if part.title else ""
    fate = f" ({_text(part.fate)})" if part.fate else ""
    count = plural(len(part.rest), "change") if part.rest else "text moved away"
    yield from ("", f"<details><summary><b>{_text(part.name)}</b>{fate}{title} — {count}</summary>", "")
    for entry in sorted(part.rest, key=lambda entry: entry.editorial):
        yield _entry(entry, entry.field)
    yield from (f"- {_safe(line)}" for line in part.left_in_words)
    yield from ("", "</details>")


def _entry(entry: Entry, where: str) -> str:
    place = f" ({_safe(where)})" if where else ""
    lead = f"{_safe(entry.lead)}: " if entry.lead else ""
    reason = f"editorial: {entry.reason}" if entry.editorial else entry.reason
    return f"- **{entry.kind}**{place}: {lead}{_marked(entry.runs)}{f' *({_safe(reason)})*' if reason else ''}"


def _marked(runs: Iterable[Run]) -> str:
    marks = {RunKind.REMOVED: "del", RunKind.ADDED: "ins"}
    return "".join(
        f"<{marks[run.kind]}>{_safe(run.text)}</{marks[run.kind]}>" if run.kind in marks else _safe(run.text)
        for run in runs
    )


def _safe(text: str) -> str:
    """Document text as nothing but text, on one line."""
    return _SPECIAL.sub(r"\\\1", _text(text))


def _text(text: str) -> str:
    """Document text inside an element, where Markdown formats nothing."""
    parted = _LIVE.sub(lambda match: f"{match.group()}{_BREAK}", plain(text))
    return html.escape(parted, quote=False)
