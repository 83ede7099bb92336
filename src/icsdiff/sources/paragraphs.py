"""The lines of a paragraph, and the blocks that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from icsdiff.sources.blocks import Block, BlockKind, ends_sentence
from icsdiff.sources.headings import label, label_places
from icsdiff.sources.wrapping import closes_line, is_mark, is_marking, opens_line, wrapped

_LONGEST_SETEXT = 20
"""Words; a longer heading underlined with dashes is a paragraph with a rule below it."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a paragraph or cell; ``bold`` is what it begins with in bold, ``hard`` that the author broke it."""

    text: str
    bold: str
    hard: bool
    number: int


def joined(template: Block, lines: Sequence[TextLine], usual: int) -> Iterator[Block]:
    """The lines of a paragraph as one block, or as several where a line opens a part or field of its own."""
    whole = " ".join(line.text for line in lines)
    if (
        template.kind is BlockKind.HEADING
        and len(lines) + len(whole.split()) > _LONGEST_SETEXT
        and ends_sentence(whole)
    ):
        template = replace(template, kind=BlockKind.PARAGRAPH, level=0)
    lines = [each for line in lines for each in _parted(line)]
    width = max((len(line.text) for line in lines if not is_mark(line.text)), default=0)
    width = max(width, usual)
    text, bold, number = "", "", template.line
    first = template
    for at, line in enumerate(lines):
        if at and (_ends_before(lines, at, text, bold) or _begins(lines, at, text, bold, width)):
            yield replace(first, text=text, bold=bold, line=number)
            kind = BlockKind.PARAGRAPH if not line.hard or first.kind is BlockKind.HEADING else first.kind
            first = replace(template, kind=kind, level=0 if first.kind is BlockKind.HEADING else template.level)
            first = replace(first, marker="", loose=False)
            text, bold, number = line.text, line.bold, line.number
        else:
            if at and line.bold and bold == text:
                bold = wrapped(bold, line.bold)
            text = wrapped(text, line.text) if at else line.text
            bold = bold if at else line.bold
    yield replace(first, text=text, bold=bold, line=number)


def names_field(bold: str, after: str) -> bool:
    """Whether bold words inside a line, and what follows them, are the label of a known field."""
    found = label(bold, bold)
    colon = bold.rstrip().endswith((":", "|")) or after.lstrip().startswith(":")
    return bool(found and found.field) and colon


def _begins(lines: Sequence[TextLine], at: int, text: str, bold: str, width: int) -> bool:
    """Whether a line begins something of its own: the author broke it, or it opens a part or a field.

    ``text`` and ``bold`` are what was read so far. A word such as UNCLASSIFIED that fills its line may be one of the
    sentence's, and bold words that go on over the end of a line are no label.
    """
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if line.hard:
        return True
    if is_marking(line.text) and after and not after.hard and not _had_room(line, after, width):
        return False
    own_bold = "" if text == bold and line.bold == line.text else line.bold
    return opens_line(line.text, own_bold, text, deliberate=_had_room(lines[at - 1], line, width))


def _had_room(line: TextLine, after: TextLine, width: int) -> bool:
    """Whether the next line's first word had room on a line, so that someone broke it on purpose."""
    return len(line.text) + 1 + len(after.text.partition(" ")[0]) <= width


def _ends_before(lines: Sequence[TextLine], at: int, text: str, bold: str) -> bool:
    """Whether what was read so far is whole before a line: a mark of the page, or a label alone."""
    return text == lines[at - 1].text and closes_line(text, bold) and not (bold and lines[at].bold)


def _parted(line: TextLine) -> Iterator[TextLine]:
    """A line, or several where labels stand inside it behind a full stop."""
    places = [0, *label_places(line.text), len(line.text)]
    for at, (start, stop) in enumerate(pairwise(places)):
        text = line.text[start:stop].strip()
        yield replace(line, text=text) if at == 0 else TextLine(text, "", hard=False, number=line.number)
