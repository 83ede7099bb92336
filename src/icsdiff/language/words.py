"""Which words differ between two texts; the only user of diff-match-patch.

Words, numbers and marks are the units, never characters: ``20`` against ``30`` is one difference. What looks
different and reads the same (quotes, dashes, ligatures, blanks) is told apart as a rewrite. The answer depends on the
two texts alone: the library's time-out is off, and either order of the texts gives the same differences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from icsdiff.model.changes import Edit, RewriteReason

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # an accent may be a character of its own
_TOKEN = re.compile(
    rf"""
    (?P<gap> \s+ | \[ (?=[^\[\]]*\]\() | \]\(\#?\) )        # blanks; the marks of a link that leads nowhere
    | \]\([^()\s]*\)                                        # the end of a link, with its target
    | (?:[^\W\d_]\.){{2,}}                                  # U.S., e.g.
    | (?:(?<![\w.])\.)?\d+(?:[.,]\d+)*                     # 1.32, 30,000, .5
    | {_LETTERS}(?:['’]{_LETTERS})*                         # words, with what an apostrophe joins
    | \.{{3}} | --+                                        # marks made of several characters
    | \\?[^\w\s] | _
    """,
    re.VERBOSE,
)
_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,
        "\u200b": None,
    }
)
# Code points that no text uses, one for each distinct word: two planes of private use, surrogates left out.
_FIRST_CODE = 0xF0000
_CODES = 0x10FFFD - _FIRST_CODE


class Word(NamedTuple):
    """A word, number or mark; ``gap`` is where the blanks before it begin; ``key`` is what it reads as."""

    gap: int
    start: int
    end: int
    key: str


class Respelling(NamedTuple):
    """A place that looks different and reads the same, as half-open offsets into both texts."""

    old: tuple[int, int]
    new: tuple[int, int]
    reason: RewriteReason


class WordDiff(NamedTuple):
    """What differs between two texts. Without the spans of ``edits`` and ``respellings`` both texts are the same."""

    edits: tuple[Edit, ...] = ()
    respellings: tuple[Respelling, ...] = ()
    likeness: float = 1.0
    """Share of the words, 0 to 1, that stand in both."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; what lies between them is blanks and the marks of empty links."""
    found: list[Word] = []
    gap = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "gap":
            found.append(Word(gap, match.start(), match.end(), _reads_as(match.group())))
            gap = match.end()
    return tuple(found)


@lru_cache(maxsize=8192)
def _reads_as(raw: str) -> str:
    folded = raw if raw.isascii() else unicodedata.normalize("NFKC", raw).translate(_FOLD)
    if folded.isalnum():
        return folded
    folded = folded.translate(_FOLD)
    return "-" if set(folded) == {"-"} else folded.removeprefix("\\") or folded


def reading(text: str) -> tuple[str, ...]:
    """What a text reads as, word by word: equal for two texts that differ in typography and layout only."""
    return tuple(word.key for word in words(text))


def same_reading(old: str, new: str) -> bool:
    """Whether two texts differ in typography and layout at the most."""
    return old == new or reading(old) == reading(new)


@lru_cache(maxsize=1024)
def diff_words(old: str, new: str) -> WordDiff:
    """What differs between two texts, word by word; swapping the texts swaps the answer and nothing else."""
    if old == new:
        return WordDiff()
    if (len(old), old) > (len(new), new):
        return _mirrored(_diff(new, old))
    return _diff(old, new)


def _mirrored(diff: WordDiff) -> WordDiff:
    return WordDiff(
        tuple(Edit(edit.new, edit.old) for edit in diff.edits),
        tuple(Respelling(each.new, each.old, each.reason) for each in diff.respellings),
        diff.likeness,
    )


def _diff(old: str, new: str) -> WordDiff:
    old_words, new_words = list(words(old)), list(words(new))
    edits: list[Edit] = []
    respellings: list[Respelling] = []
    kept = 0
    runs = common_runs([word.key for word in old_words], [word.key for word in new_words], tidy=True)
    for same, (i, i_end), (j, j_end) in runs:
        if same:
            kept += i_end - i
            for old_word, new_word in zip(old_words[i:i_end], new_words[j:j_end], strict=True):
                respellings.extend(_respelled(old, new, old_word, new_word))
        elif i == i_end:
            edits.append(Edit(_anchor(old_words, i), _coming_or_going(new_words, j, j_end)))
        elif j == j_end:
            edits.append(Edit(_coming_or_going(old_words, i, i_end), _anchor(new_words, j)))
        else:
            edits.append(_replaced(old, new, old_words[i:i_end], new_words[j:j_end]))
    old_tail, new_tail = _tail(old_words, old), _tail(new_words, new)
    if old[slice(*old_tail)] != new[slice(*new_tail)]:
        respellings.append(Respelling(old_tail, new_tail, RewriteReason.LAYOUT))
    total = len(old_words) + len(new_words)
    return WordDiff(tuple(edits), tuple(respellings), 2 * kept / total if total else 1.0)


def _respelled(old: str, new: str, old_word: Word, new_word: Word) -> Iterator[Respelling]:
    """How two words that read the same differ to the eye: in the blanks before them, in their characters."""
    if old[old_word.gap : old_word.start] != new[new_word.gap : new_word.start]:
        yield Respelling((old_word.gap, old_word.start), (new_word.gap, new_word.start), RewriteReason.LAYOUT)
    if old[old_word.start : old_word.end] != new[new_word.start : new_word.end]:
        yield Respelling((old_word.start, old_word.end), (new_word.start, new_word.end), RewriteReason.TYPOGRAPHY)


def _replaced(old: str, new: str, gone: Sequence[Word], come: Sequence[Word]) -> Edit:
    same_gap = old[gone[0].gap : gone[0].start] == new[come[0].gap : come[0].start]
    return Edit(
        (gone[0].start if same_gap else gone[0].gap, gone[-1].end),
        (come[0].start if same_gap else come[0].gap, come[-1].end),
    )


def _coming_or_going(side: list[Word], first: int, last: int) -> tuple[int, int]:
    """The span of words without a counterpart.

    With the blank before them, or at the start of the text the one after.
    """
    if first == 0 and last < len(side):
        following = side[last]
        side[last] = Word(following.start, following.start, following.end, following.key)
        return side[0].gap, following.start
    return side[first].gap, side[last - 1].end


def _anchor(side: Sequence[Word], index: int) -> tuple[int, int]:
    at = side[index - 1].end if index else 0
    return at, at


def _tail(side: Sequence[Word], text: str) -> tuple[int, int]:
    return side[-1].end if side else 0, len(text)


def common_runs(
    old: Sequence[Hashable], new: Sequence[Hashable], *, tidy: bool = False
) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Runs of equal and of differing items in order: whether equal, index range in ``old``, index range in ``new``.

    ``tidy`` folds short chance matches into the differing runs around them, so that a rewritten sentence is not
    confetti.
    """
    codes: dict[Hashable, str] = {}
    for item in (*old, *new):
        codes.setdefault(item, chr(_FIRST_CODE + len(codes) % _CODES))
    if len(codes) >= _CODES:
        yield False, (0, len(old)), (0, len(new))
        return
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    diffs = differ.diff_main("".join(map(codes.__getitem__, old)), "".join(map(codes.__getitem__, new)), False)
    if tidy:
        differ.diff_cleanupSemantic(diffs)
    i = j = 0
    i_from = j_from = 0
    for operation, run in diffs:
        if operation == differ.DIFF_EQUAL:
            if (i_from, j_from) != (i, j):
                yield False, (i_from, i), (j_from, j)
            yield True, (i, i + len(run)), (j, j + len(run))
            i, j = i + len(run), j + len(run)
            i_from, j_from = i, j
        elif operation == differ.DIFF_DELETE:
            i += len(run)
        else:
            j += len(run)
    if (i_from, j_from) != (i, j):
        yield False, (i_from, i), (j_from, j)
