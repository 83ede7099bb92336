"""A change set for the terminal: the overview first, then every part with its changes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.model.changes import Change, ChangeSet, Significance
from icsdiff.rendering import Options
from icsdiff.rendering.plain import plain
from icsdiff.rendering.view import Entry, Head, Part, View, plural, view

_STYLES = {
    RunKind.SAME: "",
    RunKind.REMOVED: "red strike",
    RunKind.ADDED: "green underline",
    RunKind.MOVED_AWAY: "magenta",
    RunKind.MOVED_HERE: "cyan",
}
_MARKS = {
    RunKind.SAME: ("", ""),
    RunKind.REMOVED: ("[-", "-]"),
    RunKind.ADDED: ("{+", "+}"),
    RunKind.MOVED_AWAY: ("[-", "-]"),
    RunKind.MOVED_HERE: ("{+", "+}"),
}
_AROUND = 60
"""Characters of unchanged text shown on each side of a difference."""


def render(changes: ChangeSet, options: Options) -> str:
    """The text; document text is never taken for markup, and no control character of it reaches the terminal."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        no_color=not options.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    seen = view(changes)
    for line in (*_overview(seen), *_details(seen, options), *_rewrites(changes, seen, options)):
        console.print(line)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _overview(seen: View) -> Iterator[Text | Table | Padding]:
    for head in seen.heads:
        yield from _head(head)
    yield Text()
    yield Text(seen.sentence, style="bold")
    if seen.figures:
        yield from _titled("Revised figures")
        table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
        for name in ("What", "Old", "New", "Difference", "Percent", "Where"):
            table.add_column(name, justify="right" if name in ("Difference", "Percent") else "left", overflow="fold")
        for row in seen.figures:
            cells = (row.subject, row.old, row.new, row.difference, row.percent, row.where)
            table.add_row(*(Text(plain(cell)) for cell in cells))
        yield Padding(table, (0, 0, 0, 2))
    moved = [row for row in seen.map if not row.is_same]
    if moved:
        yield from _titled("Goals and objectives")
        for each in moved:
            numbers = each.new if each.old == each.new else " → ".join(filter(None, (each.old, each.new)))
            doubt = f" (likeness only {each.score})" if each.doubtful else ""
            yield Padding(Text(plain(f"{each.level} {numbers}: {each.fate}{doubt} — {each.title}")), (0, 0, 0, 2))
        for line in seen.renumbered:
            yield Padding(Text(f"numbers: {line}"), (0, 0, 0, 2))


def _head(head: Head) -> Iterator[Text]:
    line = Text(f"{head.side:<4}", style="dim")
    line.append(plain(head.label), style="bold")
    updated = f"updated {head.updated}" if head.updated else "original approval"
    line.append(f"  approved {head.approved}, {updated}, {head.kind}")
    yield line
    if head.warning:
        yield Text(f"     ! {head.kind.capitalize()} version. {head.warning}.", style="bold yellow")
        if head.note:
            yield Text(plain(f"       {head.note}"))


def _titled(words: str) -> Iterator[Text]:
    yield Text()
    yield Text(words, style="bold underline")


def _details(seen: View, options: Options) -> Iterator[Text | Padding]:
    for part in seen.parts:
        if part.changed:
            yield from _part(part, options)


def _part(part: Part, options: Options) -> Iterator[Text | Padding]:
    yield Text()
    heading = Text(plain(part.name), style="bold")
    heading.append(plain(f" ({part.fate})") if part.fate else "")
    heading.append(plain(f": {part.title}") if part.title else "", style="not bold")
    yield heading
    ordered = sorted(part.entries, key=lambda entry: entry.change.significance is Significance.EDITORIAL)
    for entry in ordered:
        yield from _entry(entry, options)


def _entry(entry: Entry, options: Options) -> Iterator[Padding]:
    change = entry.change
    editorial = change.significance is Significance.EDITORIAL
    line = Text("- ")
    line.append(entry.kind, style="dim" if editorial else "bold")
    line.append(plain(f" [{_field(entry)}] " if ", " in entry.where else " "), style="dim")
    if entry.runs:
        line.append_text(_marked(entry.runs, options))
    else:
        line.append(plain(_told(change)))
    line.append(plain(f"  ({'editorial: ' if editorial else ''}{change.reason})"), style="dim")
    yield Padding(line, (0, 0, 0, 2))
    if entry.consequences:
        yield Padding(Text(f"takes along {entry.takes_along}:", style="dim"), (0, 0, 0, 4))
        for each in entry.consequences:
            yield Padding(Text(plain(f"· {each.change.summary}")), (0, 0, 0, 6))


def _told(change: Change) -> str:
    """The summary, without the kind where that stands before it already."""
    if change.kind.endswith("renumbered"):
        return change.summary.partition(": ")[0]
    whole = change.kind.startswith(("metadata", "term")) or change.kind.endswith("-moved")
    return change.summary if whole else change.summary.partition(": ")[2] or change.summary


def _field(entry: Entry) -> str:
    return entry.where.rpartition(", ")[2]


def _marked(runs: Iterable[Run], options: Options) -> Text:
    text = Text()
    for run in _shortened(runs):
        before, after = ("", "") if options.color else _MARKS[run.kind]
        text.append(f"{before}{plain(run.text)}{after}", style=_STYLES[run.kind])
    return text


def _shortened(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with long unchanged stretches cut to what stands beside a difference."""
    kept = list(runs)
    for at, run in enumerate(kept):
        if run.kind is not RunKind.SAME or len(run.text) <= 2 * _AROUND + 3:
            yield run
            continue
        head = "" if at == 0 else run.text[:_AROUND].rsplit(" ", 1)[0]
        tail = "" if at == len(kept) - 1 else run.text[-_AROUND:].partition(" ")[2]
        yield Run(RunKind.SAME, f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}")


def _rewrites(changes: ChangeSet, seen: View, options: Options) -> Iterator[Text | Padding]:
    if not seen.rewrites:
        return
    yield Text()
    what = plural(seen.rewrites, "place")
    yield Text(f"{what} only written another way{':' if options.rewrites else '; --rewrites shows them.'}", style="dim")
    if options.rewrites:
        for each in changes.rewrites:
            line = f"- {each.reason} [{each.new.path}] [-{each.old.text}-] {{+{each.new.text}+}}"
            yield Padding(Text(plain(line)), (0, 0, 0, 2))
