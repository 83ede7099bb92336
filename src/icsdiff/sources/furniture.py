"""What the page adds and the author did not write, known by evidence rather than by its words.

Dates, release markings and page numbers are furniture wherever they stand alone. Any other short line is when it
recurs and at least once stands in the middle of a sentence: no author writes so, a running header does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from icsdiff.sources.blocks import Block, BlockKind, ends_sentence
from icsdiff.sources.headings import dates, is_marking, is_page_number, label, part, section

_RECURS = 3
"""Times that a running header stands in a document at least."""
_LONGEST = 14
"""Words of a running header at the most."""
_DIGITS = re.compile(r"\d+")
_PLAIN = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def is_furniture(blocks: Sequence[Block]) -> list[bool]:
    """For each block, whether it is furniture."""
    plainly = [_is_plainly(block) for block in blocks]
    recurring = _recurring(block for block, known in zip(blocks, plainly, strict=True) if not known)
    suspects = [not known and _pattern(block) in recurring for block, known in zip(blocks, plainly, strict=True)]
    aside = [known or suspect for known, suspect in zip(plainly, suspects, strict=True)]
    guilty = {_pattern(block) for at, block in enumerate(blocks) if suspects[at] and _interrupts(blocks, aside, at)}
    return [
        known or (suspect and _pattern(block) in guilty)
        for block, known, suspect in zip(blocks, plainly, suspects, strict=True)
    ]


def _is_plainly(block: Block) -> bool:
    if block.kind is BlockKind.BREAK or not block.text:
        return True
    if block.kind not in _PLAIN:
        return False
    return is_marking(block.text) or bool(dates(block.text)) or is_page_number(block.text)


def _recurring(blocks: Iterable[Block]) -> set[str]:
    patterns = Counter(
        _pattern(block)
        for block in blocks
        if block.kind in _PLAIN
        and len(block.text.split()) <= _LONGEST
        and not part(block.text, standing_out=True)
        and not section(block.text)
        and not ((found := label(block.text, block.bold)) and found.field)
    )
    return {pattern for pattern, count in patterns.items() if count >= _RECURS}


def _pattern(block: Block) -> str:
    """The words without page numbers, so that ``Page 3`` and ``Page 4`` are one line."""
    return _DIGITS.sub("#", " ".join(block.text.casefold().split()))


def _interrupts(blocks: Sequence[Block], aside: Sequence[bool], at: int) -> bool:
    """Whether the text stops in the middle of a sentence before this block and goes on with a small letter after it."""
    before = next((blocks[i] for i in range(at - 1, -1, -1) if not aside[i]), None)
    after = next((blocks[i] for i in range(at + 1, len(blocks)) if not aside[i]), None)
    return (
        before is not None
        and after is not None
        and before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and after.kind is BlockKind.PARAGRAPH
        and not ends_sentence(before.text)
        and after.text[:1].islower()
    )


def first_dates(blocks: Iterable[Block]) -> dict[str, tuple[date, ...]]:
    """The dates of approval and update as the document first gives each."""
    found: dict[str, tuple[date, ...]] = {}
    for block in blocks:
        for key, days in dates(block.text).items():
            found.setdefault(key, days)
    return found


def first_marking(blocks: Iterable[Block]) -> str:
    """The release marking as the document first gives it, in title case."""
    return next((block.text.strip(" -–—*.").title() for block in blocks if is_marking(block.text)), "")
