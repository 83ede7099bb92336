"""What the cover says: title and mission; what else stands on it belongs to no field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from icsdiff.model.version import Position, canonical, slug
from icsdiff.sources.blocks import Block, BlockKind

_TITLE = re.compile(
    r"(?:integrated\s+country|functional\s+bureau|joint\s+regional|country|bureau)\s+strategy(?:\s*\(\w{2,5}\))?|\bICS\b",
    re.IGNORECASE,
)
# What a running header calls the strategy may be short for its title.
_FULL_TITLE = re.compile(r"(?:integrated|functional|joint)\s+\w+\s+strategy", re.IGNORECASE)
_BESIDE_TITLE = re.compile(r"^[\s:|,–—-]*(?:for\s+|of\s+)?|[\s:|,–—-]+$", re.IGNORECASE)
_YEARS_AND_PAGES = re.compile(
    r"\bpage\s+\d+(?:\s+of\s+\d+)?|\b(?:FY\s*)?\d{4}(?:\s*[-–]\s*(?:FY\s*)?\d{2,4})?\b", re.IGNORECASE
)
_WHO_WRITES = re.compile(r"(?:the\s+)?(?:U\.?S\.?\s+)?(?:mission|embassy)\s+(?:to\s+|in\s+)?(?=\S)", re.IGNORECASE)
# "Laos Approved: August 2022" on lines that were joined; "Country: Laos" says what it is.
_LABELLED = re.compile(
    r"[\s|,–—-]*\b(?:originally\s+|date\s+of\s+)?(?:approv\w+|updated?|review\w*|classification|date)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_COUNTRY = re.compile(r"(?:country|mission|post|embassy|bureau)\s*:\s*(?=\S)", re.IGNORECASE)
_IN_TEXT = re.compile(r"\bMission\s+((?:[A-Z][\w’'-]+)(?:\s+(?:and\s+|of\s+)?[A-Z][\w’'-]+){0,2})")
_NOT_A_PLACE = frozenset(
    {"Goal", "Goals", "Objective", "Objectives", "Strategic", "Resource", "Priorities", "Director"}
)
_LONGEST_NAME = 6
"""Words of a line that may name the mission."""
_LONGEST_HEADING = 16
"""The same of a heading, as of a bureau with all its duties."""
_LONGEST_ACRONYM = 3
_SMALL = frozenset({"of", "the", "and", "to"})


@dataclass(frozen=True, slots=True)
class Cover:
    """Title and mission, and what the cover says beside them."""

    title: str
    mission: str
    other: tuple[Block, ...]
    named: tuple[Block, ...]
    """The words of title and mission where they stand."""

    @property
    def positions(self) -> Iterator[tuple[str, Position]]:
        """Where title, mission and the rest begin, by the paths that they have in a version."""
        for key, words in (("title", self.title), ("mission", self.mission)):
            named = (block for block in self.named if words and words.casefold() in block.text.casefold())
            if position := next((block.position for block in named), None):
                yield f"metadata/{key}", position
        if self.other and self.other[0].position:
            yield "unplaced", self.other[0].position


def read_cover(blocks: Sequence[Block], running: Sequence[Block], body: str, name: str) -> Cover:
    """The cover from its blocks; ``running`` are the headers of pages, which may be the only ones to give the title.

    A mission that no title names comes from the body's words, at last from the file's name.
    """
    title, mission = "", ""
    other: list[Block] = []
    named: list[Block] = []
    for block in blocks:
        if not title and (found := _title(block.text)):
            title, mission = found[0], mission or found[1]
            named.append(block)
        elif block.text.casefold() in (title.casefold(), mission.casefold()):
            named.append(block)
        elif not mission and _may_name(block):
            mission = _COUNTRY.sub("", block.text)
            named.append(block)
        else:
            other.append(block)
    if not title:
        full = (block.text for block in running if _FULL_TITLE.search(block.text))
        title, beside = next(filter(None, map(_title, full)), ("", ""))
        mission = mission or beside
    mission = _WHO_WRITES.sub("", mission)
    said: list[Block] = []
    for block in named:
        left = _left(block.text, title, mission)
        said.append(replace(block, text=_without(block.text, left)))
        other += [replace(block, text=left)] if left else []
    mission = mission or _from_body(body) or _from_file(name)
    return Cover(cased(canonical(title)), cased(canonical(mission)), tuple(other), tuple(said))


def _may_name(block: Block) -> bool:
    """Whether a line of the cover may be the name of the mission or bureau."""
    most = _LONGEST_HEADING if block.kind is BlockKind.HEADING else _LONGEST_NAME
    text = _COUNTRY.sub("", block.text)
    return len(text.split()) <= most and ":" not in text and not any(map(str.isdigit, text))


def _left(text: str, title: str, mission: str) -> str:
    """What a line says beside title and mission, as the years that the strategy covers: carried, under no name."""
    said = Counter(map(_bare, f"{title} {mission}".split()))
    kept: list[str] = []
    for word in _COUNTRY.sub("", _WHO_WRITES.sub("", text)).split():
        if said[_bare(word)] > 0:
            said[_bare(word)] -= 1
        else:
            kept.append(word)
    left = _BESIDE_TITLE.sub("", " ".join(kept))
    return left if any(map(str.isalnum, left)) else ""


def _without(text: str, left: str) -> str:
    kept = Counter(left.split())
    said: list[str] = []
    for word in text.split():
        if kept[word] > 0:
            kept[word] -= 1
        else:
            said.append(word)
    return " ".join(said)


def _bare(word: str) -> str:
    return word.strip("()[]:|,–—-").casefold()


def _title(text: str) -> tuple[str, str] | None:
    """The title in a line, and the mission that stands beside it."""
    match = _TITLE.search(text)
    if match is None:
        return None
    beside = (_LABELLED.sub("", side) for side in (text[: match.start()], text[match.end() :]))
    sides = (_YEARS_AND_PAGES.sub("", side).replace("()", "") for side in beside)
    return match.group(), " ".join(filter(None, (_BESIDE_TITLE.sub("", side) for side in sides)))


def cased(name: str) -> str:
    """A name in capitals, as a cover prints it, in the case of running text; an acronym keeps its own."""
    if not name.isupper() or len(name) <= _LONGEST_ACRONYM:
        return name
    words = name.split()
    return " ".join(
        word if word.startswith("(") else word.lower() if at and word.lower() in _SMALL else word.title()
        for at, word in enumerate(words)
    )


def _from_body(body: str) -> str:
    named = Counter(name for name in _IN_TEXT.findall(body) if name.split()[0] not in _NOT_A_PLACE)
    return named.most_common(1)[0][0].removesuffix("'s").removesuffix("’s") if named else ""


def _from_file(name: str) -> str:
    stem = name.rpartition("/")[2].partition(".")[0]
    words = [word for word in slug(stem).split("_") if word not in ("ics", "strategy") and not word.isdigit()]
    return " ".join(words).title() or "Unnamed"
