"""``ICS010``: the table of contents and the headings disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from icsdiff.checks.rule import Case, Fault, Rule, whole
from icsdiff.language.likeness import likeness
from icsdiff.language.words import reading
from icsdiff.model.changes import Passage
from icsdiff.model.version import Listed

_NUMBER = re.compile(
    r"(?:(?:section|part|chapter)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H](?=[.)]))[.):]?\s+", re.IGNORECASE
)
_PART = re.compile(r"\b(goal|management objective|objective)\s+(\d+(?:\.\d+)*)\b[\s:.|–—-]*", re.IGNORECASE)
_SAME = 0.6
"""Likeness from which on an entry and a heading are two wordings of one."""
_LEAST = 3
"""Pages that an offset between the printed and the counted ones is known by."""

_Pair = tuple[Listed, Listed]


def find(case: Case) -> Iterator[Fault]:
    """Other wordings, entries that lead nowhere, headings that no entry leads to, pages."""
    entries, headings = case.version.contents, case.version.headings
    if not entries or not headings:
        return
    pairs, unled, unlisted = _paired(entries, headings)
    for entry, heading in pairs:
        if _words(entry) != _words(heading) and not _is_short_for(entry, heading):
            message = f"The contents say “{entry.text}” where the heading says “{heading.text}”"
            yield Fault(
                message, "Which of the two wordings is right?", (_place("contents", entry), _place("headings", heading))
            )
        elif (number := _number(entry)) and (own := _number(heading)) and number != own:
            message = f"The contents number “{entry.text}”, and the heading is “{heading.text}”"
            yield Fault(
                message, "Which of the two numbers is right?", (_place("contents", entry), _place("headings", heading))
            )
    for entry in unled:
        message = f"The contents list “{entry.text}”, and there is no such heading"
        yield Fault(message, "Was this part taken out, or renamed?", (_place("contents", entry),))
    for heading in unlisted:
        message = f"The contents do not list “{heading.text}”"
        yield Fault(message, "Was this part added after the contents were made?", (_place("headings", heading),))
    yield from _pages(pairs)


def _paired(entries: Sequence[Listed], headings: Sequence[Listed]) -> tuple[list[_Pair], list[Listed], list[Listed]]:
    """Each entry with its heading, from sure to weak: by its words, its number as a goal or objective, its likeness."""
    unled, unlisted = list(entries), list(headings)
    pairs: list[_Pair] = []
    passes: tuple[Callable[[Listed, Listed], bool], ...] = (
        lambda entry, heading: _words(entry) == _words(heading),
        lambda entry, heading: _part(entry) is not None and _part(entry) == _part(heading),
        lambda entry, heading: _part(entry) == _part(heading) and likeness(_name(entry), _name(heading)) >= _SAME,
    )
    for same in passes:
        for entry in tuple(unled):
            heading = next((each for each in unlisted if same(entry, each)), None)
            if heading is not None:
                pairs.append((entry, heading))
                unled.remove(entry)
                unlisted.remove(heading)
    pairs.sort(key=lambda pair: entries.index(pair[0]))
    return pairs, unled, unlisted


def _pages(pairs: Sequence[_Pair]) -> Iterator[Fault]:
    """Pages that are not where most of the others say; a cover may stand before the first numbered page."""
    paged = [(entry, heading, heading.page - entry.page) for entry, heading in pairs if entry.page and heading.page]
    offsets = Counter(offset for *_, offset in paged)
    usual, count = max(offsets.items(), key=lambda each: (each[1], -abs(each[0])), default=(0, 0))
    if count < _LEAST or 2 * count <= len(paged):
        return
    for entry, heading, offset in paged:
        if offset != usual:
            message = (
                f"The contents give page {entry.page} for “{entry.text}”, which stands on page {heading.page - usual}"
            )
            yield Fault(
                message, "Are the contents out of date?", (_place("contents", entry), _place("headings", heading))
            )


def _name(listed: Listed) -> str:
    return _NUMBER.sub("", listed.text, count=1) if _NUMBER.match(listed.text) else listed.text


def _words(listed: Listed) -> list[str]:
    """The words as they read, whatever signs stand between them."""
    return [word.casefold() for word in reading(_name(listed)) if any(map(str.isalnum, word))]


def _number(listed: Listed) -> str:
    match = _NUMBER.match(listed.text)
    return match[1].casefold() if match else ""


def _part(listed: Listed) -> tuple[str, str] | None:
    """``("objective", "1.2")`` of what names a goal or an objective."""
    match = _PART.search(_name(listed))
    return (match[1].casefold(), match[2]) if match else None


def _is_short_for(entry: Listed, heading: Listed) -> bool:
    """Whether an entry breaks its heading off, or gives the number of a goal or objective alone."""
    match = _PART.search(_name(entry))
    alone = match is not None and match.end() == len(_name(entry))
    cut = entry.text.rstrip().endswith(("…", "..."))
    words = _words(entry)
    return alone or (cut and _words(heading)[: len(words)] == words)


def _place(path: str, listed: Listed) -> Passage:
    return whole(path, listed.text)


RULE = Rule(
    "ICS010",
    "table of contents and headings disagree",
    "The table of contents is made once and forgotten. An entry that leads to no heading, a heading of the same level "
    "that it does not list, another wording or another page show what was changed after it was made.",
    "Contents: “Mission Goals 9”. Heading: “Mission Goals and Objectives”, on page 11.",
    find,
)
