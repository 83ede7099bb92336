"""A change set as Markdown, for a pull request: what matters most in the open, all other changes folded by part.

Whatever comes from a document is escaped, so that it can neither format the comment nor mention anybody in it. A
comment that a host would refuse is cut between two changes, and says how many it leaves out where.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.fitting import Block, Item, Missing, fitted
from icsdiff.rendering.plain import plain
from icsdiff.rendering.templates import Templates
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view import view
from icsdiff.rendering.view.model import Entry, Head, MapRow, Part, Section, View

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
# What a forge turns into a link or a picture: @name, #1, GH-1, :smile:, addresses.
_LIVE = re.compile(r"@(?=\w)|#(?=\d)|:(?=[\w+-]{1,40}:)|(?:https?|ftp|www)(?=[:.])|\bGH(?=-\d)", re.IGNORECASE)
_BREAK = "\u200b"
"""A blank of no width: it parts what would be one live word."""
_OPEN = 12
"""Entries of a section that stand in the open; more of them are folded."""
_NAME = 240
"""Characters of a name or title that are shown."""
_NOTE = 320
"""Characters of a version's label and of its note that are shown."""
_WORDS = 1_500
"""Characters of a change's words that are shown."""
_PLACES = 8
"""Places that the note on a cut names."""
_PLACE = 60
"""Characters of their names."""
_RESERVE = 3_000
"""Bytes that such a note has at most."""


def render(changes: ChangeSet, options: Options) -> str:
    """The comment's text, no longer than the limit."""
    comment = _Comment(Templates(options.templates).texts)
    seen = view(changes, comment.texts)
    blocks = [*comment.overview(seen), *comment.rest(seen), comment.questions(seen)]
    if options.rewrites and seen.rewrites:
        blocks.append(comment.rewrites(seen))
    return fitted(comment.head(seen), blocks, options.limit, comment.cut, _RESERVE).strip() + "\n"


class _Comment:
    """Writes the comment in the words of a catalogue."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._say = texts.say

    def head(self, seen: View) -> str:
        """The two versions, and what differs in one sentence."""
        heads = [self._say(f"heads.{each}") for each in ("approved", "updated", "provenance")]
        lines = [
            f"## {_safe(self._say('forms.title', mission=seen.heads[1].mission))}",
            "",
            *_table("", self._say("forms.version"), *heads),
        ]
        for head in seen.heads:
            updated = head.updated or self._say("heads.not-updated")
            lines.append(
                _row(head.side, f"`{_short(plain(head.label), _NOTE)}`", head.approved, _safe(updated), head.kind)
            )
        for head in seen.heads:
            lines += self._warning(head)
        lines += ["", f"**{seen.sentence}** {seen.rewritten}".rstrip()]
        return _lines(lines)

    def _warning(self, head: Head) -> Iterator[str]:
        if head.warning:
            version = self._say("heads.version", side=head.side)
            sentences = [self._say("list.sentence", words=words) for words in (f"{version}: {head.kind}", head.warning)]
            yield from ("", f"> **{sentences[0]}** {sentences[1]} {_safe(head.note, _NOTE)}".rstrip())

    def overview(self, seen: View) -> Iterator[Block]:
        """What happened to goals and objectives, figures, risks and linkages."""
        happened = (*map(self._map_row, seen.happened), *(Item(f"- {line}\n") for line in seen.renumbered))
        yield self._block(self._say("map.title"), happened)
        rows = tuple(
            Item(
                _row(
                    *map(_safe, (row.entry.lead, row.old or "—", row.new or "—")),
                    _safe(self.texts.each_of((row.difference, row.percent))),
                    _safe(row.entry.where),
                )
                + "\n"
            )
            for row in seen.figure_rows
        )
        sides = [self._say(f"sides.{side}") for side in ("old", "new")]
        titles = [self._say("figures.counts"), *sides, self._say("figures.difference"), self._say("figures.where")]
        yield self._block(self._say("figures.title"), rows, seen.figures.brought, _table(*titles) if rows else ())
        yield self._section(self._say("risks.title"), seen.risks)
        yield self._section(self._say("linkages.title"), seen.linkages)

    def _section(self, title: str, section: Section) -> Block:
        items = tuple(Item(self._entry(entry, entry.part)) for entry in section.entries)
        return self._block(title, items, section.brought)

    def _block(
        self,
        title: str,
        items: tuple[Item, ...],
        brought: str = "",
        table: Iterable[str] = (),
        counted: str = "contents.changes",
    ) -> Block:
        """A section; a long one is folded under its count, a ``table``'s head stands before its rows."""
        if not items and not brought:
            return Block(title, "", ())
        opening = ["", f"### {title}", ""]
        closing = []
        if len(items) > _OPEN:
            count = self.texts.count(counted, len(items))
            opening += [f"<details><summary>{count}</summary>", ""]
            closing += ["", "</details>"]
        if brought:
            closing += ["", self._say("list.sentence", words=brought)]
        # What only other parts tell must be said though there is nothing to list.
        shown = items or (Item("", 0),)
        return Block(title, _lines([*opening, *table]), shown, _lines(closing))

    def _map_row(self, row: MapRow) -> Item:
        note = f" *({_safe(row.note)})*" if row.note else ""
        lead = f"- **{_safe(row.name)}** {_safe(row.fate)}"
        if len(row.statements) == 1:
            words = [f"{lead}: {_marked(row.statements[0].runs, self.texts)}{note}"]
        else:
            pieces = (f"  - {_safe(each.label)}: {_marked(each.runs, self.texts)}" for each in row.statements)
            words = [f"{lead}{note}", *pieces]
        return Item(_lines(words))

    def rest(self, seen: View) -> Iterator[Block]:
        """All other changes, folded part by part."""
        title = _lines(["", f"### {self._say('forms.rest')}"])
        for part in seen.parts:
            if part.rest or part.left:
                block = self._part(part)
                yield block._replace(opening=title + block.opening)
                title = ""

    def _part(self, part: Part) -> Block:
        title = f": {_text(part.title)}" if part.title else ""
        fate = f" ({_text(part.fate)})" if part.fate else ""
        rest = part.rest
        count = self.texts.count("contents.changes", len(rest)) if rest else self._say("forms.moved-away")
        summary = f"<details><summary><b>{_text(part.name)}</b>{fate}{title} — {count}</summary>"
        entries = sorted(rest, key=lambda entry: entry.editorial)
        items = [Item(self._entry(entry, entry.field)) for entry in entries]
        items += [Item(f"- {_safe(line)}\n", 0) for line in part.left_in_words]
        return Block(_safe(part.name, _PLACE), _lines(["", summary, ""]), tuple(items), _lines(["", "</details>"]))

    def _entry(self, entry: Entry, where: str) -> str:
        place = f" ({_safe(where)})" if where else ""
        lead = f"{_safe(entry.lead)}: " if entry.lead else ""
        reason = self.texts.because(entry.change) if entry.editorial else entry.reason
        words = f"{lead}{_marked(entry.runs, self.texts)}{f' *({_safe(reason)})*' if reason else ''}"
        return f"- **{entry.kind}**{place}: {words}\n"

    def questions(self, seen: View) -> Block:
        """What to ask the mission; last, so that a cut takes it before any change."""
        asked = (
            f"- **{each.question}** {_safe(self._say('list.sentence', words=each.message))} *({each.rule})*\n"
            for each in seen.questions
        )
        items = tuple(Item(each, 0) for each in asked)
        return self._block(self._say("questions.title"), items, counted="questions.counted")

    def rewrites(self, seen: View) -> Block:
        """What is only written another way."""
        titles = (self._say("rewrites.why"), *(self._say(f"sides.{side}") for side in ("old", "new")))
        table = _table(*titles, self._say("figures.where"))
        rows = (_row(*map(_safe, (row.reason, row.old, row.new, row.where))) for row in seen.rewrites)
        place = self._say("rewrites.title")
        return Block(place, _lines(["", f"### {place}", "", *table]), tuple(Item(f"{row}\n", 0) for row in rows))

    def cut(self, missing: Sequence[Missing]) -> str:
        """The note on what a comment that is too long leaves out."""
        places = [f"{each.place} ({each.items})" for each in missing[:_PLACES]]
        if more := len(missing) - _PLACES:
            places += [self._say("forms.more-places", more)] if more > 0 else []
        count = sum(each.changes for each in missing)
        missed = self._say("forms.missing", places=self.texts.each_of(places))
        return _lines(["", f"> **{self._say('forms.cut', count)}** {missed}"])


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _table(*titles: str) -> tuple[str, str]:
    return _row(*titles).replace("|  |", "| |"), _row(*("---" for _ in titles))


def _marked(runs: Iterable[Run], texts: Texts) -> str:
    marks = {RunKind.REMOVED: "del", RunKind.ADDED: "ins"}
    shown, left = _cut(runs)
    words = "".join(
        f"<{marks[run.kind]}>{_words(run.text)}</{marks[run.kind]}>" if run.kind in marks else _words(run.text)
        for run in shown
    )
    return f"{words} *{texts.say('forms.more-characters', left)}*" if left else words


def _cut(runs: Iterable[Run]) -> tuple[list[Run], int]:
    """A change's words as far as a comment shows them, and how many characters are left."""
    shown: list[Run] = []
    left = 0
    room = _WORDS
    for run in runs:
        if room:
            shown.append(run._replace(text=run.text[:room]))
        left += max(0, len(run.text) - room)
        room = max(0, room - len(run.text))
    return shown, left


def _safe(text: str, most: int = _NAME) -> str:
    """Document text as nothing but text, on one line."""
    return _words(_short(text, most))


def _words(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _inert(text))


def _text(text: str) -> str:
    """Document text inside an element, where Markdown formats nothing."""
    return _inert(_short(text, _NAME))


def _inert(text: str) -> str:
    parted = _LIVE.sub(lambda match: f"{match.group()}{_BREAK}", plain(text))
    return html.escape(parted, quote=False)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} …"
