"""The words by which strategies name their parts: sections, goals, objectives, fields, dates, markings.

Sources: the seed strategy, and how published strategies of its family vary (``Mission Objective 1.1``, ``Objective
1.1 | …``, ``Risk considerations``, ``Reviewed and Updated: D1; D2``). A rule for a new wording goes here, whatever
the format of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from icsdiff.sources.blocks import ends_sentence


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


_PART = re.compile(
    r"(?:(?P<management>management\s+objectives?(?:\s+(?P<number_m>\d{1,2}))?)"
    r"|(?:(?:mission|bureau|strategic|functional|country|joint|regional)\s+){0,2}"
    r"(?:goal\s+(?P<goal>\d{1,2})|objective\s+(?P<objective>\d{1,2}(?:\.\d{1,2}){0,3})))"
    r"(?![\w-])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATOR = re.compile(r"\s*(?:[:|–—]|\s-\s|\.(?=\s))\s*")
_SURE_SEPARATOR = re.compile(r"\s*(?:[:|]|\s[-–—]\s)\s*")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]?\s+(?=\S)")

_SECTIONS = (
    (Section.CONTENTS, re.compile(r"(?:table\s+of\s+)?contents", re.IGNORECASE)),
    (
        Section.PRIORITIES,
        re.compile(
            r"(?:chief\s+of\s+mission|ambassador['’]?s?|assistant\s+secretary['’]?s?)\s+priorities", re.IGNORECASE
        ),
    ),
    (Section.FRAMEWORK, re.compile(r"(?:\w+\s+){0,2}strategic\s+framework", re.IGNORECASE)),
    (Section.GOALS, re.compile(r"(?:\w+\s+){0,2}goals\s+and\s+objectives", re.IGNORECASE)),
    (Section.MANAGEMENT, re.compile(r"(?:mission\s+)?management\s+objectives?", re.IGNORECASE)),
)

_FIELDS = {
    "statement": "statement",
    "objective statement": "statement",
    "goal statement": "statement",
    "description": "description",
    "goal description": "description",
    "justification": "justification",
    "linkage": "linkages",
    "linkages": "linkages",
    "risk": "risks",
    "risks": "risks",
    "key risks": "risks",
    "risk considerations": "risks",
    "risks and mitigation": "risks",
    "risks and mitigations": "risks",
    "risks and mitigation measures": "risks",
    "risk and mitigation": "risks",
}
_LABEL = re.compile(r"(?P<name>[^:.|]{2,60}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
_LONGEST_LABEL = 4
"""Words of a label that is not bold; longer ones are sentences."""
_LONGEST_BOLD_LABEL = 8

_MARKING = re.compile(
    r"(?:for\s+public\s+release|(?:sensitive\s+but\s+)?unclassified(?:\s*//?\s*\w+)?|sbu|confidential|secret|"
    r"for\s+official\s+use\s+only|not\s+for\s+(?:public\s+)?release|approved\s+for\s+public\s+release)\.?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"[-–—]?\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\s*[-–—]?", re.IGNORECASE)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(
    f"{month[:3]}(?:{month[3:]})?\\.?" if month != "september" else "sep(?:t(?:ember)?)?\\.?" for month in _MONTHS
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:(?:{_MONTH})\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+(?:{_MONTH}),?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
_DATED = re.compile(
    rf"(?P<label>(?:originally\s+)?approved|(?:last\s+)?(?:reviewed(?:\s+(?:and|&)\s+updated)?|updated|revised))"
    rf"\s*(?:on\b)?\s*[:|–—-]?\s*(?P<dates>{_DATE}(?:\s*(?:;|,|and|&)\s*{_DATE})*)[\s;|.,]*",
    re.IGNORECASE,
)
_ONE_DATE = re.compile(_DATE, re.IGNORECASE)
_DATE_PARTS = re.compile(r"[^\W\d_]{3,}|\d+")


def part(text: str, *, standing_out: bool) -> Part | None:
    """The goal or objective that a block opens; ``standing_out`` says that it is a heading or bold.

    A mention in prose (``Objective 1.1 supports …``, ``Goal 1 was reached.``) opens nothing.
    """
    match = _PART.match(text)
    if match is None:
        return None
    rest = match["rest"]
    separator = (_SEPARATOR if standing_out else _SURE_SEPARATOR).match(rest)
    if rest.strip() and not separator and not standing_out:
        return None
    statement = rest[separator.end() :].strip() if separator else rest.strip()
    if match["management"]:
        return Part(PartKind.MANAGEMENT, match["number_m"] or "", statement)
    if match["goal"]:
        return Part(PartKind.GOAL, match["goal"], statement)
    return Part(PartKind.OBJECTIVE, match["objective"], statement)


def section(text: str) -> Section | None:
    """The known section that a line names, with or without its number."""
    words = unnumbered(text).rstrip(":").strip()
    return next((each for each, pattern in _SECTIONS if pattern.fullmatch(words)), None)


def unnumbered(text: str) -> str:
    """A heading without its section number."""
    match = _NUMBERED.match(text)
    return text[match.end() :] if match else text


def is_numbered(text: str) -> bool:
    """Whether a heading carries a section number of its own, as ``5. Annex``."""
    return _NUMBERED.match(text) is not None


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
    match = _LABEL.fullmatch(text)
    if match is None:
        return Label(text, known, "") if (known := _known(text)) else None
    name = match["name"].strip()
    known = _known(name)
    if known or (len(name.split()) <= _LONGEST_LABEL and name[:1].isupper() and not name.endswith("]")):
        return Label(name, known, match["rest"].strip())
    return None


def _bold_label(text: str, bold: str) -> Label | None:
    rest = text.removeprefix(bold)
    ended = bold.rstrip().endswith((":", ".", "|")) or rest.lstrip().startswith((":", "|"))
    name = bold.strip().rstrip(":.| ")
    if not ended and not _known(name) and rest.strip():
        return None
    if len(name.split()) > _LONGEST_BOLD_LABEL or not name:
        return None
    return Label(name, _known(name), rest.strip().lstrip(":|").strip())


def _known(name: str) -> str:
    return _FIELDS.get(" ".join(name.casefold().replace("&", "and").rstrip(":").split()), "")


def opens_line(text: str, bold: str, after: str = "") -> bool:
    """Whether a line inside a paragraph begins something of its own, though no blank line stands before it.

    ``after`` is the text that it follows: a label that no rule knows opens a field only where a sentence has ended.
    """
    opened = part(text, standing_out=False)
    if opened is not None and opened.statement:
        return True
    if bold and (_bold_label(text, bold) or part(text, standing_out=True)):
        return True
    if dates(text) or is_marking(text) or (is_page_number(text) and not text.strip().isdigit()):
        return True
    found = label(text, "")
    if found is None or ":" not in text or not text[:1].isupper():
        return False
    return bool(found.field) or (bool(found.rest) and ends_sentence(after))


def is_marking(text: str) -> bool:
    """Whether a block is a release marking and nothing else."""
    return _MARKING.fullmatch(text.strip(" -–—*")) is not None


def is_page_number(text: str) -> bool:
    """Whether a block is a page number and nothing else."""
    return _PAGE.fullmatch(text.strip()) is not None


def dates(text: str) -> dict[str, tuple[date, ...]]:
    """Where a block says when the strategy was approved or updated, and nothing else.

    The dates under ``approved`` and ``updated``.
    """
    found: dict[str, tuple[date, ...]] = {}
    at = 0
    while match := _DATED.match(text, at):
        days = tuple(day for each in _ONE_DATE.findall(match["dates"]) if (day := _day(each)))
        key = "approved" if "approved" in match["label"].casefold() else "updated"
        found[key] = (*found.get(key, ()), *days)
        at = match.end()
    return found if text and at == len(text) else {}


def _day(text: str) -> date | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        year, month, day = map(int, text.split("-"))
    else:
        pieces = _DATE_PARTS.findall(text)
        words = [piece.casefold() for piece in pieces if piece.isalpha() and piece.casefold() not in ("st", "nd", "rd")]
        numbers = [int(piece) for piece in pieces if piece.isdigit()]
        month = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(words[0][:3])), 0)
        day, year = numbers
    try:
        return date(year, month, day)
    except ValueError:
        return None
