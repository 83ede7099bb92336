"""Plain text that was taken from printed pages, as ``pdftotext`` gives it: form feeds between pages, lines as they ran.

Such a text has no blank line where a paragraph ends, and hyphens where a word did not fit. What the lines show is put
into blank lines and whole words; no word goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles

from icsdiff.sources.blocks import ends_sentence
from icsdiff.sources.headings import section

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST = re.compile(r"\s*([^\W\d_]+(?:-[^\W\d_]+)*)")
_FULL = 0.85
"""Share of the usual width from which on a line of proportional type may be full."""
_FEWEST = 20
"""Lines by which a document shows how wide they are."""


def separated(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their places, and blank ones where a paragraph or a section's name ends.

    A paragraph ends where a sentence does, on a line that had room for the next word.
    """
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    usual = quantiles(lengths, n=10)[-1] if len(lengths) >= _FEWEST else 0
    for at, line in enumerate(lines):
        yield at, line
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if not line.strip() or not any(map(str.isalnum, following)):
            continue
        first = following.split(maxsplit=1)[0]
        had_room = len(line.rstrip()) + 1 + len(first) <= _FULL * usual
        ends = had_room and ends_sentence(line.strip()) and not following.lstrip()[:1].islower()
        if ends or (had_room and _names_section(line)) or (_names_section(following) and _stands_alone(lines, at + 1)):
            yield at, ""


def whole_words(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with the words whole that a line's end broke, where the document mostly writes them so elsewhere.

    ``emis-`` and ``sions`` are ``emissions`` where that word stands somewhere; ``like-`` and ``minded`` keep their
    hyphen, which is the author's.
    """
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    moved = ""
    for at, line in enumerate(lines):
        text = line
        if moved:
            text = text.lstrip().removeprefix(moved).lstrip()
            moved = ""
        following = next((each for each in lines[at + 1 : at + 2] if each.strip()), "")
        broken, rest = _BROKEN.search(text.rstrip()), _FIRST.match(following)
        if broken and rest and known[f"{broken[1]}{rest[1]}".casefold()] > known[f"{broken[1]}-{rest[1]}".casefold()]:
            moved = _first_word(following.lstrip())
            text = f"{text.rstrip()[:-1]}{moved}"
        yield at, text


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0]


def _names_section(line: str) -> bool:
    return line.strip()[:1].isupper() is not line.strip()[:1].isdigit() and section(line.strip()) is not None


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Whether a section's name is no part of a sentence: the line before ends one."""
    return at > 0 and ends_sentence(lines[at - 1].strip())
