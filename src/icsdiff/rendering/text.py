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
from icsdiff.rendering.templates import Templates
from icsdiff.rendering.texts import Texts
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
    texts = Templates(options.templates).texts
    seen = view(changes, texts)
    told = (
        *_overview(seen, options, texts),
        *_rest(seen, options, texts),
        *_questions(seen, texts),
        *_rewrites(seen, options, texts),
    )
    for line in told:
        console.print(line)
    return "".join(_TRAILING.sub("\\g<end>", line) + "\n" for line in out.getvalue().splitlines())


def _overview(seen: View, options: Options, texts: Texts) -> Iterator[RenderableType]:
    for head in seen.heads:
        yield from _head(head, texts)
    yield Text()
    yield Text(seen.sentence, style="bold")
    if seen.happened or seen.renumbered:
        yield from _titled(texts.say("map.title"))
        for row in seen.happened:
            yield from _map_row(row, options)
        for line in seen.renumbered:
            yield _item(Text(line))
    yield from _section(texts.say("figures.title"), seen.figures, options, texts)
    yield from _section(texts.say("risks.title"), seen.risks, options, texts)
    yield from _section(texts.say("linkages.title"), seen.linkages, options, texts)


def _head(head: Head, texts: Texts) -> Iterator[RenderableType]:
    key = "forms.updated" if head.updated else "forms.original"
    is_absent = head.kind == texts.say("provenance.absent")
    dates = head.kind if is_absent else texts.say(key, approved=head.approved, updated=head.updated, kind=head.kind)
    yield _beside(Text(f"{head.side} ", style="dim"), Text.assemble((plain(head.label), "bold"), f"  {dates}"))
    if head.warning:
        kind = f"{head.kind[:1].upper()}{head.kind[1:]}"
        warning = texts.say("forms.unpublished", kind=kind, warning=head.warning)
        words = Text.assemble((warning, "bold yellow"), plain(f" {head.note}") if head.note else "")
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


def _section(title: str, section: Section, options: Options, texts: Texts) -> Iterator[RenderableType]:
    if not section:
        return
    yield from _titled(title)
    for entry in section.entries:
        # Risks and linkages are in the fields of these names, as everybody knows.
        is_told = entry.field in (texts.say("fields.risks"), texts.say("fields.linkages"))
        yield _entry(entry, entry.part if is_told else entry.where, options, texts)
    if section.brought:
        yield _item(Text(section.brought, style="dim"))


def _rest(seen: View, options: Options, texts: Texts) -> Iterator[RenderableType]:
    told = [part for part in seen.parts if part.rest or part.left]
    if told:
        yield from _titled(texts.say("forms.rest"))
    for part in told:
        yield Text()
        yield from _part(part, options, texts)


def _part(part: Part, options: Options, texts: Texts) -> Iterator[RenderableType]:
    fate = plain(f" ({part.fate})") if part.fate else ""
    yield Text.assemble((plain(part.name), "bold"), fate, plain(f": {part.title}") if part.title else "")
    for entry in sorted(part.rest, key=lambda entry: entry.editorial):
        yield _entry(entry, entry.field, options, texts)
    for line in part.left_in_words:
        yield _item(Text(plain(line)))


def _entry(entry: Entry, where: str, options: Options, texts: Texts) -> RenderableType:
    reason = texts.because(entry.change) if entry.editorial else entry.reason
    return _item(
        Text.assemble(
            (entry.kind, "dim" if entry.editorial else "bold"),
            (plain(f" [{where}] ") if where else ": ", "dim"),
            plain(f"{entry.lead}: ") if entry.lead else "",
            _marked(entry.runs, options),
            (plain(_bracketed(reason)), "dim"),
        )
    )


def _questions(seen: View, texts: Texts) -> Iterator[RenderableType]:
    if seen.questions:
        yield from _titled(texts.say("questions.title"))
    for each in seen.questions:
        message = plain(f" {texts.say('list.sentence', words=each.message)}")
        yield _item(Text.assemble((each.question, "bold"), message, (f"  ({each.rule})", "dim")))


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


def _rewrites(seen: View, options: Options, texts: Texts) -> Iterator[RenderableType]:
    if not seen.rewritten:
        return
    yield Text()
    hint = texts.say("forms.show-rewrites", rewritten=seen.rewritten)
    yield Text(seen.rewritten if options.rewrites else hint, style="dim")
    if options.rewrites:
        yield from (_item(Text(plain(f"{row.reason} [{row.where}] {row.old} → {row.new}"))) for row in seen.rewrites)
