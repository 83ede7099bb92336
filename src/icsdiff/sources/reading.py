"""What was understood of a document, and the account of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from icsdiff.model.version import Objective, Version

_WORD = re.compile(r"[^\W_]+")
_FIELDS = ("statement", "justification", "linkages", "risks")
"""Fields that an account misses."""
_MOST_NAMED = 8
"""Missing fields that an account names."""
_MOST_SHOWN = 3
"""Places of unplaced text that an account shows."""
_SHOWN = 12
"""Words of such a text that it shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of the source that are in no field, or a reader's note, with the line and the page where they stand."""

    number: int
    text: str
    page: int = 0

    @property
    def place(self) -> str:
        """``page 3, line 9``."""
        page = f"page {self.page}" if self.page else ""
        return ", ".join(filter(None, (page, f"line {self.number}" if self.number else ""))) or "somewhere"


@dataclass(frozen=True, slots=True)
class Words:
    """How many words of the source ended where; numbers and each half of a hyphenated word are words."""

    fields: int
    structure: int
    furniture: int
    unplaced: int

    @property
    def shares(self) -> tuple[int, ...]:
        """The same in tenths of a per cent, which add up to 1000 wherever there is a word."""
        counts = (self.fields, self.structure, self.furniture, self.unplaced)
        total = sum(counts) or 1
        shares = [1000 * count // total for count in counts]
        by_rest = sorted(range(len(counts)), key=lambda at: (-(1000 * counts[at] % total), at))
        for at in by_rest[: 1000 - sum(shares) if any(counts) else 0]:
            shares[at] += 1
        return tuple(shares)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a document."""

    version: Version
    furniture: tuple[Line, ...]
    """Running headers, page numbers, contents, navigation: what the page adds."""
    structure: tuple[Line, ...]
    """Headings and labels that say where a field stands."""
    unplaced: tuple[Line, ...] = ()
    """What stands under no heading; the version carries it, too."""
    notes: tuple[Line, ...] = ()
    """What the reader has to say of the document, as of a page without text."""

    @property
    def words(self) -> Words:
        """Where the words of the source ended."""
        texts = self.version.fields.items()
        fields = (text for path, text in texts if not path.startswith("metadata/") and path != "unplaced")
        return Words(
            fields=sum(map(count_words, fields)),
            structure=sum(count_words(line.text) for line in self.structure),
            furniture=sum(count_words(line.text) for line in self.furniture),
            unplaced=count_words(self.version.unplaced),
        )

    @property
    def account(self) -> str:
        """What was understood, in a few lines."""
        return "\n".join(_account(self))


def count_words(text: str) -> int:
    """How many words a text has, as an account counts them."""
    return sum(1 for _ in _WORD.finditer(text))


def _account(reading: Reading) -> Iterator[str]:
    version = reading.version
    goals, objectives = _counted(len(version.goals), "goal"), _counted(len(list(version.objectives)), "objective")
    yield f"{version.label}: {goals}, {objectives}"
    for goal in version.goals:
        yield f"  goal {goal.number}: {_listed(goal.objectives) or 'no objective'}"
    if version.management_objectives:
        yield f"  management: {_listed(version.management_objectives)}"
    if lacking := [
        f"{name} of {each.number}" for each in version.objectives for name in _FIELDS if not _has(each, name)
    ]:
        more = f" and {len(lacking) - _MOST_NAMED} more" if len(lacking) > _MOST_NAMED else ""
        yield f"  missing: {', '.join(lacking[:_MOST_NAMED])}{more}"
    yield f"  {_shares(reading.words)}"
    yield from (f"  unplaced, {line.place}: {_head(line.text)}" for line in reading.unplaced[:_MOST_SHOWN])
    if len(reading.unplaced) > _MOST_SHOWN:
        yield f"  and {len(reading.unplaced) - _MOST_SHOWN} more unplaced"
    yield from (f"  {line.place}: {line.text}" for line in reading.notes)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _listed(objectives: tuple[Objective, ...]) -> str:
    return ", ".join(each.number for each in objectives)


def _has(objective: Objective, name: str) -> bool:
    """Whether a field is there, perhaps together with another one: ``Justification and linkages``."""
    together = any(name.rstrip("s") in extra.name.casefold() for extra in objective.extras)
    return bool(getattr(objective, name)) or together


def _shares(words: Words) -> str:
    total = words.fields + words.structure + words.furniture + words.unplaced
    names = ("in fields", "headings and labels", "page furniture", "unplaced")
    parts = (f"{share / 10:.1f} % {name}" for share, name in zip(words.shares, names, strict=True))
    return f"{_counted(total, 'word')}: {', '.join(parts)}"


def _head(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= _SHOWN else (*words[:_SHOWN], "…"))
