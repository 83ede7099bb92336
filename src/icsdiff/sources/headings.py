"""The words by which strategies name their parts: sections, goals, objectives, fields.

Sources: the seed strategy, and how published strategies of its family vary (``Mission Objective 1.1``, ``Objective
1.1 | …``, ``Goal One``, ``Risk considerations``). A rule for a new wording goes here, whatever the format of the
document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What a heading opens."""

    GOAL = "goal"
    """A goal."""
    OBJECTIVE = "objective"
    """An objective of a goal."""
    MANAGEMENT = "management"
    """A management objective."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a goal or objective: its number as printed (empty where there is none) and what follows it."""

    kind: PartKind
    number: str
    statement: str


class Section(StrEnum):
    """The sections that the contract knows."""

    CONTENTS = "contents"
    """The table of contents."""
    PRIORITIES = "priorities"
    """Chief of Mission Priorities."""
    FRAMEWORK = "framework"
    """Mission Strategic Framework."""
    GOALS = "goals"
    """Mission Goals and Objectives."""
    MANAGEMENT = "management"
    """Management Objective, as a section."""


_NUMERALS = {
    **{name: str(at) for at, name in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{name: str(at) for at, name in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)},
}
_NUMERAL = rf"\d{{1,2}}|{'|'.join(_NUMERALS)}"
_OWNER = r"(?:(?:mission|bureau|strategic|functional|country|joint|regional|cross-?cutting|sub-?)\s*){0,3}"
_PART = re.compile(
    rf"{_OWNER}(?:(?P<management>management\s+objectives?(?:\s+(?P<number_m>{_NUMERAL}))?)"
    rf"|goal\s+(?P<goal>{_NUMERAL})|objective\s+(?P<objective>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[a-z]?|{_NUMERAL}))"
    r"(?![\w-])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED_PART = re.compile(
    r"(?:(?P<management>M)\.?(?P<number_m>\d{1,2})|(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?))[.):|]?\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_SEPARATOR = re.compile(r"\s*(?:[:|–—]|\s-\s|\.(?=\s|$))\s*")
_SURE_SEPARATOR = re.compile(r"\s*(?:[:|]|\s[-–—]\s)\s*")
_CONTINUED = re.compile(r"\((?:continued|cont[’'.]?d?\.?)\)\s*$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:(?:section|part|chapter)\s+)?(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.):]?|[A-H][.)])(?:\s+[-–—|])?\s+(?=\S)",
    re.IGNORECASE,
)
_SECTION_NUMBER = re.compile(r"(?:(?:section|part|chapter)\s+)?(\d{1,2})[.):]?\s", re.IGNORECASE)
_BACK_MATTER = re.compile(
    r"(?:annex|appendix|attachment|glossary|acronyms|abbreviations|bibliography|endnotes|footnotes|conclusion|"
    r"(?:list|table)\s+of)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[\^[^\[\]]+\]:\s")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")

_WHOSE = (
    r"(?:chief\s+of\s+mission|ambassador|assistant\s+secretary|under\s+secretary|coordinator|director|mission|bureau|"
    r"office|executive|strategic)(?:['’]s|s['’])?"
)
_SECTIONS = {
    Section.CONTENTS: r"(?:table\s+of\s+)?contents",
    Section.PRIORITIES: rf"{_WHOSE}\s+(?:strategic\s+)?priorit(?:y|ies)(?:\s+statement)?",
    Section.FRAMEWORK: r"(?:\w+\s+){0,2}strategic\s+framework(?:\s+(?:summary|overview))?",
    Section.GOALS: r"(?:\w+\s+){0,2}goals(?:[\s,&]+(?:and|mission|bureau|strategic|(?:sub-?)?objectives))*",
    Section.MANAGEMENT: rf"{_OWNER}management\s+objective(?:s|\(s\))?",
}
_SECTION = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _SECTIONS.items()), re.IGNORECASE)

_FIELDS = {
    "statement": r"(?:(?:goal|objective)\s+)?statement",
    "description": r"(?:goal\s+)?description",
    "justification": r"(?:objective\s+)?justification",
    "linkages": r"(?:strategic\s+)?linkages?"
    r"(?:\s+(?:to|with)\s+(?:other\s+)?(?:\w+\s+)?(?:strategies|goals|objectives|plans))?",
    "risks": r"(?:key\s+|main\s+)?risks?(?:\s+(?:factors|considerations|assessment|analysis))?"
    r"(?:\s*(?:and|&|/)\s*mitigations?(?:\s+(?:measures|strategies|strategy|plans?))?)?"
    r"|mitigations?(?:\s+(?:measures|strategies|strategy|plans?|actions|steps))?",
}
_FIELD = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items()), re.IGNORECASE)
_INNER_LABEL = re.compile(
    rf"(?<=[.!?;])\s(?=(?:{_FIELDS['justification']}|{_FIELDS['linkages']}|{_FIELDS['risks']}):\s)", re.IGNORECASE
)
_LABEL = re.compile(r"(?P<name>[^:.|]{2,60}?)\s*(?P<mark>:|\||\.(?=\s|$)|\s[-–—](?=\s))\s*(?P<rest>.*)", re.DOTALL)
_OF_PART = re.compile(
    rf"{_OWNER}(?:management\s+)?(?:goal|objective)\s+(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[a-z]?|{_NUMERAL})\s+(?=\w)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\([^()]*\)$")
_LONGEST_LABEL = 4
"""Words of a label that is not bold; longer ones are sentences."""
_LONGEST_BOLD_LABEL = 8
_OF_SENTENCES = frozenset(
    "a an the we our it its this these those they there in for to by with has have had is are was were will found asks "
    "include includes includes".split()
)
"""Words of a sentence that leads up to a colon; no label has them."""


def part(text: str, *, standing_out: bool) -> Part | None:
    """The goal or objective that a block opens; ``standing_out`` says that it is a heading or bold.

    A mention in prose (``Objective 1.1 supports …``, ``Goal 1 was reached.``) opens nothing, nor does a label that
    names its part (``Goal 1 Description: …``).
    """
    match = _PART.match(unnumbered(text) if standing_out else text)
    if match is None:
        return None
    rest = match["rest"]
    separator = (_SEPARATOR if standing_out else _SURE_SEPARATOR).match(rest)
    if rest.strip() and not separator and (not standing_out or ((found := label(text, "")) and found.field)):
        return None
    statement = rest[separator.end() :].strip() if separator else rest.strip()
    if match["management"]:
        return Part(PartKind.MANAGEMENT, _numeral(match["number_m"] or ""), statement)
    if match["goal"]:
        return Part(PartKind.GOAL, _numeral(match["goal"]), statement)
    return Part(PartKind.OBJECTIVE, _numeral(match["objective"]), statement)


def _numeral(written: str) -> str:
    return _NUMERALS.get(written.casefold(), written)


def numbered_part(text: str, goal: str) -> Part | None:
    """The objective that a line opens by its number alone: ``1.2 Courts work.`` under goal 1, ``M1 Staff stay.``."""
    match = _NUMBERED_PART.match(text)
    if match is None:
        return None
    if match["management"]:
        return Part(PartKind.MANAGEMENT, match["number_m"], match["rest"].strip())
    of_goal = bool(goal) and match["number"].startswith(f"{goal}.")
    return Part(PartKind.OBJECTIVE, match["number"], match["rest"].strip()) if of_goal else None


def continued(statement: str) -> str:
    """A statement without the ``(continued)`` of a heading that a page repeats."""
    return _CONTINUED.sub("", statement).rstrip()


def section(text: str) -> Section | None:
    """The known section that a line names, with or without its number, linked or not."""
    match = _SECTION.fullmatch(unnumbered(unlinked(text)).rstrip(":").strip())
    return next((each for each in Section if match[each]), None) if match else None


def unlinked(text: str) -> str:
    """A text with the words of its links only; one link may stand in another."""
    return _LINK.sub(r"\1", _LINK.sub(r"\1", text))


def unnumbered(text: str) -> str:
    """A heading without its section number."""
    match = _NUMBERED.match(text)
    return text[match.end() :] if match else text


def is_numbered(text: str) -> bool:
    """Whether a heading carries a number of its own, as ``5. Partners``."""
    return _NUMBERED.match(text) is not None


def section_number(text: str) -> int:
    """The number of a section in front of its heading; 0 where there is none."""
    match = _SECTION_NUMBER.match(text)
    return int(match[1]) if match else 0


def is_back_matter(text: str) -> bool:
    """Whether a heading is one of those that follow the text, as ``Annex A``."""
    return _BACK_MATTER.match(text) is not None


def is_note(text: str) -> bool:
    """Whether a block is a footnote; it stands where the page ends and belongs to no field."""
    return _NOTE.match(text) is not None


@dataclass(frozen=True, slots=True)
class Label:
    """A field's label and the text that follows it.

    ``field`` is the contract's name for it, empty for one it does not know.
    """

    name: str
    field: str
    rest: str


def label(text: str, bold: str) -> Label | None:
    """The label that a block begins with: ``**Risks:** …``, ``Risks: …``, or the label alone on its line."""
    if bold and (found := _bold_label(text, bold)):
        return found
    owner = _OF_PART.match(text)
    match = _LABEL.fullmatch(text, owner.end() if owner else 0)
    if match is None:
        return Label(text, known, "") if (known := _known(text)) else None
    name, rest = match["name"].strip(), match["rest"].strip()
    known = _known(name) if match["mark"] == ":" or name[:1].isupper() else ""
    if known or (match["mark"] == ":" and not owner and _may_be_label(name, rest)):
        return Label(name, known, rest)
    return None


def label_places(text: str) -> list[int]:
    """Where labels of known fields stand inside a text, behind a full stop."""
    return [match.end() for match in _INNER_LABEL.finditer(text) if text[match.end()].isupper()]


def _may_be_label(name: str, rest: str) -> bool:
    """Whether words before a colon are a label that no rule knows, and not a sentence that leads up to a list."""
    words = name.casefold().split()
    return (
        len(words) <= _LONGEST_LABEL
        and name[:1].isupper()
        and not name.endswith("]")
        and not rest[:1].islower()
        and _OF_SENTENCES.isdisjoint(words)
    )


def _bold_label(text: str, bold: str) -> Label | None:
    rest = text.removeprefix(bold)
    ended = bold.rstrip().endswith((":", "|")) or rest.lstrip().startswith((":", "|"))
    name = bold.strip().rstrip(":.| ")
    if not ended and not _known(name) and rest.strip():
        return None
    if len(name.split()) > _LONGEST_BOLD_LABEL or not name:
        return None
    return Label(name, _known(name), rest.strip().lstrip(":|").strip())


def _known(name: str) -> str:
    match = _FIELD.fullmatch(_REMARK.sub("", _OF_PART.sub("", name.strip())).rstrip(": "))
    return str(match.lastgroup) if match else ""
