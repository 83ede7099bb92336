"""The lines of a document made ready for the Markdown reader, each with its number in the source.

What converters leave behind is put into Markdown's own words: the ends of pages, bullets of word processors, tables
drawn with dashes, attributes in braces. No word of the text goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median_high

from icsdiff.sources.marks import RECURS
from icsdiff.sources.printed import separated, whole_words
from icsdiff.sources.tables import drawn_table
from icsdiff.sources.wrapping import is_mark

PAGE_END = "<!--\f-->"
"""The line that stands for the end of a page: a comment to Markdown."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNSEEN = dict.fromkeys("\u200b\u2060\ufeff", "")
_CHARACTERS = str.maketrans(_LIGATURES | _UNSEEN)
_SOFT_HYPHEN = re.compile("[\u00ad\ufffe]")
_ATTRIBUTE = r"\{(?:\s*[#.][^{}]*|[^{}=]+=[^{}]*)\}"
_SPAN = re.compile(rf"\[([^\[\]]*)\]{_ATTRIBUTE}")
_ATTRIBUTES = re.compile(rf"(?<=\)){_ATTRIBUTE}")
# The last five are Word's, of its symbol fonts.
_BULLET = re.compile(
    r"(?P<indent>\s*)(?P<sign>[•●▪◦‣■□▫◆➢➤✓\u2043\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|o(?=\s))\s*(?P<text>.*)"
)
_LONGEST_WORD = 60
_FRONT_MATTER_LINE = re.compile(r"(?:[\w-]+:(?:\s.*)?|\s+.*|-\s.*|)")
_LONGEST_FRONT_MATTER = 60
_FOOTNOTE = re.compile(r"\s*\[\^[^\[\]]+\]:")
_DASHED_NUMBER = re.compile(r"\s*-\s*\d{1,4}\s*-\s*")
_DIGITS = re.compile(r"\d+")
_NEAR = 2
"""Lines between a running header and the mark or the end of the page beside it."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source; ``number`` counts from 1."""

    number: int
    text: str


def plain_characters(text: str) -> str:
    """A text without ligatures, soft hyphens, and signs that nobody sees."""
    return _SOFT_HYPHEN.sub("", text.translate(_CHARACTERS))


def bulleted(text: str) -> str | None:
    """What follows the bullet of a word processor that a text begins with; an ``o`` is a word."""
    match = _BULLET.match(text)
    return match["text"] if match and match["sign"] != "o" else None


def source_lines(text: str) -> list[SourceLine]:
    """The lines of a document as the Markdown reader takes them."""
    lines = list(_pages(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    if any(line.text == PAGE_END for line in lines):
        lines = _of_print(_of_print(lines, whole_words), separated)
    lines = list(_front_matter(lines))
    lines = list(_whole_words(lines))
    lines = list(_bulleted(lines))
    lines = list(_tables(lines))
    return list(_parted(lines))


def _pages(texts: Iterable[str]) -> Iterator[SourceLine]:
    for number, text in enumerate(texts, 1):
        first, *others = text.split("\f")
        yield SourceLine(number, _plain(first))
        for each in others:
            yield SourceLine(number, PAGE_END)
            yield SourceLine(number, _plain(each))


def _of_print(
    lines: Sequence[SourceLine], rule: Callable[[Sequence[str]], Iterator[tuple[int, str]]]
) -> list[SourceLine]:
    return [replace(lines[at], text=text) for at, text in rule([line.text for line in lines])]


def _plain(text: str) -> str:
    """A line without what only the page needs, such as ``{.underline}``, and no more Markdown than its author meant."""
    text = text.translate(_CHARACTERS)
    if _DASHED_NUMBER.fullmatch(text):
        return f"\\{text.strip()}"
    if _FOOTNOTE.match(text):
        # Markdown takes a note of one word for the target of a link, and drops it where none leads there.
        text = text.replace("[", "\\[", 1)
    return _ATTRIBUTES.sub("", _SPAN.sub(r"\1", text))


def _front_matter(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines with the block of settings above the text, if there is one, as a comment; its title is text."""
    fences = (at for at, line in enumerate(lines[:_LONGEST_FRONT_MATTER]) if line.text.rstrip() in ("---", "..."))
    start, end = next(fences, -1), next(fences, 0)
    settings = lines[1:end] if start == 0 else ()
    if not settings or not all(_FRONT_MATTER_LINE.fullmatch(line.text) and not is_mark(line.text) for line in settings):
        yield from lines
        return
    for line in settings:
        key, _, value = line.text.partition(":")
        if key == "title" and value.strip():
            yield from (replace(line, text=each) for each in ("", value.strip().strip("\"'“”‘’"), "", "<!-- title -->"))
        elif line.text.strip():
            yield replace(line, text=f"<!-- {line.text.strip().replace('-->', '')} -->")
    yield from lines[end + 1 :]


def _whole_words(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines with the words whole that a soft hyphen broke."""
    carried = ""
    for line in lines:
        text = carried + (line.text.lstrip() if carried else line.text)
        carried = ""
        start, _, word = text.rstrip().rpartition(" ")
        if word[-1:] in ("\u00ad", "\ufffe") and len(word) <= _LONGEST_WORD:
            text, carried = start, word[:-1]
        yield replace(line, text=_SOFT_HYPHEN.sub("", text))
    if carried:
        yield replace(lines[-1], text=carried)


def _bulleted(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines with dashes for the bullets of word processors; an ``o`` is one below another bullet."""
    in_list = False
    alone: str | None = None
    for line in lines:
        match = _BULLET.match(line.text)
        if match and match["sign"] == "o" and not in_list:
            match = None
        if alone is not None and not match and line.text.strip():
            yield replace(line, text=f"{alone}- {line.text.strip()}")
            alone = None
        elif match is None:
            yield line
        elif match["text"]:
            yield replace(line, text=f"{match['indent']}- {match['text']}")
        else:
            alone = match["indent"]
        in_list = bool(match) or (in_list and bool(line.text.strip()))


def _tables(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines with tables drawn with dashes in Markdown's own form."""
    texts = [line.text for line in lines]
    at = 0
    while at < len(lines):
        table = drawn_table(texts, at)
        if table is None:
            yield lines[at]
            at += 1
        else:
            yield from (replace(lines[min(at + offset, len(lines) - 1)], text=text) for offset, text in table.rows)
            at += table.height


def _parted(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines with blank ones around those that recur beside a mark or the end of a page, which may be headers."""
    words = [_DIGITS.sub("#", " ".join(line.text.casefold().split())) for line in lines]
    times = Counter(words)
    of_page = [line.text == PAGE_END or is_mark(line.text) for line in lines]
    for at, line in enumerate(lines):
        near = any(of_page[max(0, at - _NEAR) : at + _NEAR + 1])
        if near and not of_page[at] and line.text.strip() and times[words[at]] >= RECURS:
            yield from (replace(line, text=each) for each in ("", line.text, ""))
        else:
            yield line


def usual_width(lines: Sequence[SourceLine]) -> int:
    """How long the lines of the document's paragraphs are where they are wrapped; 0 where none is."""
    paragraphs = [list(group) for filled, group in groupby(lines, key=lambda line: bool(line.text.strip())) if filled]
    return median_high([max(len(line.text) for line in each) for each in paragraphs if len(each) > 1] or [0])
