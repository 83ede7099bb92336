"""The hand-written tables that the generator edits with: ``language.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What else an objective's statement may say."""

    paraphrase: str
    """The same in other words."""
    parts: tuple[str, str]
    """The two objectives into which it falls."""


@dataclass(frozen=True, slots=True)
class Language:
    """Words for words, each pair in both directions."""

    meaning: Pairs
    synonyms: Pairs
    spelling: Pairs
    inflection: Pairs
    qualifiers: Pairs
    clauses: tuple[str, ...]
    openings: tuple[str, ...]
    statements: tuple[tuple[str, Statement], ...]
    """By the statement's first words."""

    def statement(self, text: str) -> Statement | None:
        """What is known of a statement."""
        return next((known for first, known in self.statements if text.startswith(first)), None)


@cache
def language() -> Language:
    """The tables, read once."""
    entries = yaml.safe_load((Path(__file__).parent / "language.yaml").read_text(encoding="utf-8"))
    return Language(
        **{name: _both_ways(entries[name]) for name in ("meaning", "synonyms", "spelling", "inflection", "qualifiers")},
        clauses=tuple(entries["clauses"]),
        openings=tuple(entries["openings"]),
        statements=tuple(
            (first, Statement(each["paraphrase"], tuple(each["parts"])))
            for first, each in entries["statements"].items()
        ),
    )


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return tuple(pair for one, other in pairs for pair in ((one, other), (other, one)))


def possible(pairs: Pairs, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where a text has one word of a pair, and the other word."""
    for word, other in pairs:
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
            yield match, other
