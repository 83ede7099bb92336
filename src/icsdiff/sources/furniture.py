"""What the page adds and the author did not write, known by evidence rather than by its words.

Release markings and pages that say so (``Page 3 of 23``) are furniture wherever they stand alone. A date is on the
cover and where it recurs; a number is where the numbers count pages; any other short line is where it recurs and
stands in the middle of a sentence, which no author writes, or always beside other furniture. In doubt a line is the
author's: a header that stays is noise, a line that goes is a loss.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import accumulate, pairwise

from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind, ends_sentence
from icsdiff.sources.headings import Section, label, part, section
from icsdiff.sources.marks import RECURS, Mark, MarkKind, marks, names_page

_LONGEST = 14
"""Words of a running header at the most."""
_SHORTEST_PAGE = 40
"""Words between two page numbers at least; numbers that stand closer are the author's."""
_MOST_SKIPPED = 3
"""From one page number that was found to the next."""
_LAST = 3
"""Blocks at the end of a document where its dates may stand."""
_DIGITS = re.compile(r"\d+")
_PLAIN = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def is_furniture(blocks: Sequence[Block]) -> list[bool]:
    """For each block, whether it is furniture."""
    found = [marks(block.text) if block.kind in _PLAIN else () for block in blocks]
    sure = _sure(blocks, found)
    dated = _of_the_document(blocks, found)
    pages = _page_numbers(blocks, found, sure | dated)
    plainly = [
        block.kind is BlockKind.BREAK or not block.text or at in sure or at in dated or at in pages
        for at, block in enumerate(blocks)
    ]
    suspects = _short_lines(blocks, plainly)
    of_page = {at for at, block in enumerate(blocks) if plainly[at] and (found[at] or block.text == PAGE_BREAK)}
    guilty = _guilty(blocks, suspects, {at for at, plain in enumerate(plainly) if plain}, of_page)
    return [plain or at in guilty for at, plain in enumerate(plainly)]


def _sure(blocks: Sequence[Block], found: Sequence[Sequence[Mark]]) -> set[int]:
    """Where a marking or a page stands; a word such as ``Confidential`` may once be all that a field says."""
    marked = {at for at, each in enumerate(found) if any(m.kind in (MarkKind.RELEASE, MarkKind.PAGE) for m in each)}
    times = Counter(blocks[at].text for at in marked)
    before, after = _nearest({at for at, block in enumerate(blocks) if not block.text}, len(blocks))

    begins = next((at for at, block in enumerate(blocks) if _opens(block)), len(blocks))

    def is_text(at: int) -> bool:
        fills = before[at] > begins and _awaits_text(blocks[before[at]])
        return fills and times[blocks[at].text] == 1 and (after[at] == len(blocks) or _opens(blocks[after[at]]))

    return {at for at in marked if not is_text(at)}


def _of_the_document(blocks: Sequence[Block], found: Sequence[Sequence[Mark]]) -> set[int]:
    """Where dates are those of the whole document: before and after its text, and where the same ones recur."""
    dated = [at for at, each in enumerate(found) if _days(each)]
    times = Counter(_days(found[at]) for at in dated)
    begins = next((at for at, block in enumerate(blocks) if _opens(block)), len(blocks))
    at_the_end = all(at >= len(blocks) - _LAST for at in dated)
    known = {mark.days for at in dated if at < begins for mark in found[at]}
    return {
        at
        for at in dated
        if at < begins or at_the_end or times[_days(found[at])] >= RECURS or known.issuperset(_days(found[at]))
    }


def _days(found: Sequence[Mark]) -> tuple[tuple[date, ...], ...]:
    """The dates of approval and update in a block."""
    return tuple(mark.days for mark in found if mark.days)


def _page_numbers(blocks: Sequence[Block], found: Sequence[Sequence[Mark]], marked: Container[int]) -> set[int]:
    """Where single numbers count up as pages do, all beside other marks or with a page's text between them.

    Else where they break sentences.
    """
    beside = {at for at in range(len(blocks)) if at - 1 in marked or at + 1 in marked}
    single = [at for at, each in enumerate(found) if len(each) == 1 and each[0].kind is MarkKind.NUMBER]
    words = list(accumulate((len(block.text.split()) for block in blocks), initial=0))
    rows: dict[int, tuple[int, ...]] = {}
    longest: tuple[int, ...] = ()
    for at in single:
        page = found[at][0].page
        earlier = (rows.get(page - step, ()) for step in range(1, _MOST_SKIPPED + 1))
        far_enough = (
            row
            for row in earlier
            if row and (words[at] - words[row[-1] + 1] >= _SHORTEST_PAGE or {at, row[-1]} <= beside)
        )
        rows[page] = (*max(far_enough, key=len, default=()), at)
        longest = max(longest, rows[page], key=len)
    if len(longest) >= RECURS:
        return set(longest)
    breaking = list(_interrupting(blocks, single, set(single)))
    counts_up = all(found[a][0].page < found[b][0].page for a, b in pairwise(breaking))
    return set(breaking) if counts_up and len(breaking) > 1 else set()


def _short_lines(blocks: Sequence[Block], plainly: Sequence[bool]) -> dict[int, str]:
    """The lines that may be a running header, by their place: each with its words without numbers."""
    return {
        at: _DIGITS.sub("#", " ".join(block.text.casefold().split()))
        for at, block in enumerate(blocks)
        if not plainly[at]
        and block.kind in _PLAIN
        and len(block.text.split()) <= _LONGEST
        and not block.text.isdigit()
        and not _opens(block)
    }


def _guilty(blocks: Sequence[Block], lines: Mapping[int, str], plainly: Set[int], of_page: Container[int]) -> set[int]:
    """Where short lines stand that no author wrote there.

    Such is one that recurs and once breaks a sentence or always stands beside a page mark; what looks like the labels
    of the document needs both. Two are enough where pages begin or end with them. One with a page's number has to break
    a sentence, a date to do either.
    """
    times = Counter(lines.values())
    recurring = {at for at, words in lines.items() if times[words] >= RECURS}
    dated = {at for at in lines if _days(marks(blocks[at].text))}
    aside = plainly | recurring | dated
    beside = _beside_the_page(blocks, lines, aside, of_page)
    styles = {_style(block) for block in blocks if (found := label(block.text, block.bold)) and not found.rest}
    breaking = set(_interrupting(blocks, lines, aside))
    unlike_labels = {at for at in breaking if at in beside or _style(blocks[at]) not in styles}
    certain = {lines[at] for at in recurring & unlike_labels}
    certain |= {lines[at] for at in recurring} - {lines[at] for at in recurring - beside}
    alone = {at for at in breaking if names_page(blocks[at].text)} | (dated & (breaking | beside))
    return {at for at in recurring if lines[at] in certain} | alone | _at_page_edges(blocks, lines, aside, of_page)


def _at_page_edges(
    blocks: Sequence[Block], lines: Mapping[int, str], aside: Set[int], of_page: Container[int]
) -> set[int]:
    """Where a line stands that is the first of two pages, or the last, and stands nowhere else."""
    ends = {at for at in aside if at in of_page and blocks[at].text == PAGE_BREAK}
    if not ends:
        return set()
    before, after = _nearest(aside - ends, len(blocks))
    places: dict[str, list[int]] = {}
    for at, words in lines.items():
        places.setdefault(words, []).append(at)
    found: set[int] = set()
    for each in places.values():
        first = all(before[at] < 0 or before[at] in ends for at in each)
        last = all(after[at] == len(blocks) or after[at] in ends for at in each)
        if len(each) > 1 and (first or last) and not any(ends_sentence(blocks[at].text) for at in each):
            found.update(each)
    return found


def _beside_the_page(
    blocks: Sequence[Block], places: Iterable[int], aside: Set[int], of_page: Container[int]
) -> set[int]:
    """Where a line that is no sentence stands beside a page mark, and no heading waits for it as its text."""
    before, after = _nearest({at for at in aside if at not in of_page}, len(blocks))
    text_before, _ = _nearest(aside, len(blocks))
    return {
        at
        for at in places
        if not ends_sentence(blocks[at].text)
        and (before[at] in of_page or after[at] in of_page or names_page(blocks[at].text))
        and not (text_before[at] >= 0 and _awaits_text(blocks[text_before[at]]))
    }


def _nearest(skipped: Container[int], count: int) -> tuple[list[int], list[int]]:
    """For each place the nearest one before and after it that is not skipped; -1 or ``count`` where there is none."""
    before, after = [-1] * count, [count] * count
    for at in range(1, count):
        before[at] = before[at - 1] if at - 1 in skipped else at - 1
    for at in range(count - 2, -1, -1):
        after[at] = after[at + 1] if at + 1 in skipped else at + 1
    return before, after


def _interrupting(blocks: Sequence[Block], places: Iterable[int], aside: Container[int]) -> Iterator[int]:
    """Where the text stops in the middle of a sentence before a block and goes on with a small letter after it."""
    before, after = _nearest(aside, len(blocks))
    for at in places:
        if before[at] < 0 or after[at] == len(blocks):
            continue
        stops, goes_on = blocks[before[at]], blocks[after[at]]
        if (
            stops.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            and goes_on.kind is BlockKind.PARAGRAPH
            and not ends_sentence(stops.text)
            and not _awaits_text(stops)
            and goes_on.text[:1].islower()
        ):
            yield at


def _opens(block: Block) -> bool:
    """Whether a block opens a known section, a goal, an objective, or a known field."""
    found = label(block.text, block.bold)
    known = section(block.text)
    if known and known is not Section.CONTENTS:
        return True
    return bool(part(block.text, standing_out=True) or (found and found.field))


def _awaits_text(block: Block) -> bool:
    """Whether a block is a heading or a label alone, so that what follows is its text."""
    found = label(block.text, block.bold)
    opened = part(block.text, standing_out=True)
    return block.kind is BlockKind.HEADING or bool(found and not found.rest) or bool(opened and not opened.statement)


def _style(block: Block) -> tuple[BlockKind, int, bool, bool]:
    """How a line looks; one that looks like the labels of this document may be a label itself."""
    return block.kind, block.level, block.all_bold, block.text.isupper()


def document_marks(block: Block) -> tuple[Mark, ...]:
    """The marks of a block of furniture that speak of the document; a comment, or a page's navigation, does not."""
    return marks(block.text) if block.kind in _PLAIN else ()
