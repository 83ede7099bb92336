"""A change set for the terminal: what matters most comes first, and every change is told once."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.plain import plain
from icsdiff.rendering.view import view
from icsdiff.rendering.view.model import Entry, Head, MapRow, Part, Section, View

_STYLES = {
    RunKind.SAME: "",
    RunKind.REMOVED: "red strike",
    RunKind.ADDED: "green underline",
}
_MARKS = {
    RunKind.SAME: ("", ""),
    RunKind.REMOVED: ("[-", "-]"),
    RunKind.ADDED: ("{+", "+}"),
}
_FATES = {"added": "green", "removed": "red"}
_TRAILING = re.compile(r"(?: *(?P<end>\x1b\[0m))? *$")
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
    for line in (*_overview(seen, options), *_rest(seen, options), *_rewrites(seen, options)):
        console.print(line)
    return "".join(_TRAILING.sub("\\g<end>", line) + "\n" for line in out.getvalue().splitlines())


def _overview(seen: View, options: Options) -> Iterator[RenderableType]:
    for head in seen.heads:
        yield from _head(head)
    yield Text()
    yield Text(seen.sentence, style="bold")
    if seen.happened or seen.renumbered:
        yield from _titled("Goals and objectives")
        for row in seen.happened:
            yield from _map_row(row, options)
        for line in seen.renumbered:
            yield _item(Text(line))
    yield from _section("Figures", seen.figures, options)
    yield from _section("Risks and mitigations", seen.risks, options)
    yield from _section("Linkages", seen.linkages, options)


def _head(head: Head) -> Iterator[RenderableType]:
    updated = f"updated {head.updated}" if head.updated else "original approval"
    dates = "  absent" if head.kind == "absent" else f"  approved {head.approved}, {updated}, {head.kind}"
    yield _beside(Text(f"{head.side} ", style="dim"), Text.assemble((plain(head.label), "bold"), dates))
    if head.warning:
        warning = (f"{head.kind.capitalize()} version. {head.warning}.", "bold yellow")
        words = Text.assemble(warning, plain(f" {head.note}") if head.note else "")
        yield Padding(_beside(Text("! ", style="bold yellow"), words), (0, 0, 0, 4))


def _titled(words: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text(words, style="bold underline")


def _map_row(row: MapRow, options: Options) -> Iterator[RenderableType]:
    name = Text.assemble((plain(row.name), "bold"), (f" {row.fate}", f"bold {_FATES.get(row.fate, '')}"))
    note = (plain(_bracketed(row.note)), "dim")
    if len(row.statements) == 1:
        yield _item(Text.assemble(name, ": ", _marked(row.statements[0].runs, options), note))
        return
    yield _item(Text.assemble(name, note))
    for statement in row.statements:
        words = Text.assemble((plain(f"{statement.label}: "), "dim"), _marked(statement.runs, options))
        yield Padding(_beside(Text("· "), words), (0, 0, 0, 4))


def _section(title: str, section: Section, options: Options) -> Iterator[RenderableType]:
    if not section:
        return
    yield from _titled(title)
    for entry in section.entries:
        field = "" if entry.field in ("risks", "linkages") else f", {entry.field}" if entry.field else ""
        yield _entry(entry, f"{entry.part}{field}", options)
    if section.brought:
        yield _item(Text(section.brought, style="dim"))


def _rest(seen: View, options: Options) -> Iterator[RenderableType]:
    told = [part for part in seen.parts if part.rest or part.left]
    if told:
        yield from _titled("All other changes, part by part")
    for part in told:
        yield Text()
        yield from _part(part, options)


def _part(part: Part, options: Options) -> Iterator[RenderableType]:
    fate = plain(f" ({part.fate})") if part.fate else ""
    yield Text.assemble((plain(part.name), "bold"), fate, plain(f": {part.title}") if part.title else "")
    for entry in sorted(part.rest, key=lambda entry: entry.editorial):
        yield _entry(entry, entry.field, options)
    for line in part.left_in_words:
        yield _item(Text(plain(line)))


def _entry(entry: Entry, where: str, options: Options) -> RenderableType:
    reason = f"editorial: {entry.reason}" if entry.editorial else entry.reason
    return _item(
        Text.assemble(
            (entry.kind, "dim" if entry.editorial else "bold"),
            (plain(f" [{where}] ") if where else ": ", "dim"),
            plain(f"{entry.lead}: ") if entry.lead else "",
            _marked(entry.runs, options),
            (plain(_bracketed(reason)), "dim"),
        )
    )


def _bracketed(words: str) -> str:
    return f"  ({words})" if words else ""


def _item(words: Text) -> RenderableType:
    """A list item; its further lines stand under its first word."""
    return Padding(_beside(Text("- "), words), (0, 0, 0, 2))


def _beside(mark: Text, words: Text) -> RenderableType:
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(mark, words)
    return grid


def _marked(runs: Iterable[Run], options: Options) -> Text:
    """The runs with what differs in them coloured or in brackets; blanks at its ends stand outside."""
    text = Text()
    for run in _shortened(runs):
        words = plain(run.text)
        core = words.strip() or words
        start = words.find(core)
        before, after = ("", "") if options.color else _MARKS[run.kind]
        text.append(words[:start]).append(f"{before}{core}{after}", style=_STYLES[run.kind])
        text.append(words[start + len(core) :])
    return text


def _shortened(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with long unchanged stretches cut to what stands beside a difference; what is all one run is whole."""
    kept = list(runs)
    for at, run in enumerate(kept):
        if len(kept) == 1 or run.kind is not RunKind.SAME or len(run.text) <= 2 * _AROUND + 3:
            yield run
            continue
        head = "" if at == 0 else run.text[:_AROUND].rsplit(" ", 1)[0]
        tail = "" if at == len(kept) - 1 else run.text[-_AROUND:].partition(" ")[2]
        yield Run(RunKind.SAME, f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}")


def _rewrites(seen: View, options: Options) -> Iterator[RenderableType]:
    if not seen.rewritten:
        return
    yield Text()
    yield Text(seen.rewritten if options.rewrites else f"{seen.rewritten} --rewrites shows them.", style="dim")
    if options.rewrites:
        yield from (_item(Text(plain(f"{row.reason} [{row.where}] {row.old} → {row.new}"))) for row in seen.rewrites)
