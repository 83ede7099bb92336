"""Linkages: references to other strategies, with framework, element and number.

The grammar reads a linkages field as a list: separators part its entries, a number belongs to the element before it,
an element to the framework before it (``State-USAID JSP objectives 2.1 and 2.2``), and a name without a number is a
document (``National Strategy on Gender Equity and Equality``, ``Executive Order on … (January 2021)``). Words that
name neither are left to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ELEMENTS = {
    "objective": r"(?:strategic\s+)?(?:objectives?|objs?\.?)",
    "goal": r"(?:strategic\s+)?goals?",
    "development objective": r"(?:development\s+objectives?|DOs?)",
    "intermediate result": r"(?:(?:sub-?)?intermediate\s+results?|IRs?)",
    "pillar": r"pillars?",
    "priority": r"priorit(?:y|ies)",
    "line of effort": r"(?:lines?\s+of\s+effort|LOEs?)",
    "target": r"targets?",
}
_NUMBER = r"\d{1,4}(?:\.\d{1,2}){0,3}"
_NUMBERS = rf"{_NUMBER}(?!\w)|\b[IVX]{{1,4}}\b"
_JOIN = r"(?:\s*(?:,|;|&|\.(?=\s*\d))\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)"
_RANGE = r"\s*(?:-|–|—|to|through)\s*"
_ELEMENT = re.compile(
    "|".join(f"(?P<e{at}>\\b{pattern})" for at, pattern in enumerate(_ELEMENTS.values())).join(("(?:", ")"))
    + rf"(?:\s*(?P<numbers>(?:{_NUMBERS})(?:(?:{_JOIN}|{_RANGE})(?:{_NUMBERS}))*))?(?![\w])",
    re.IGNORECASE,
)
_NAMES = tuple(_ELEMENTS)
_BARE = re.compile(rf"(?<=\s)(?P<numbers>{_NUMBER}\b(?:(?:{_JOIN}|{_RANGE}){_NUMBER}\b)*)")
_EACH = re.compile(rf"(?P<low>{_NUMBERS})(?:{_RANGE}(?P<high>{_NUMBER}\b))?", re.IGNORECASE)
_PART = re.compile(r"\s*(?:;|\n+|(?<=[\w)\]])(?<!\.[A-Z])(?<!\s[A-Z])\.(?=\s+[A-Z\[]|\s*[;]|\s*$)|(?<=\w)\.;)\s*")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_FILLER = re.compile(
    r"^(?:[\s,;.:•*-]|\b(?:and|or|the|also|as\s+well\s+as|see|with|to|under|in|of|supports?|advances?|contributes?|aligns?|links?|linked|"
    r"relates?|in\s+line\s+with|consistent\s+with|this\s+(?:objective|goal)|these|directly|this|it|its|is|are|our|mission)\b)+",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"\(?(?P<date>(?:{_MONTH}\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)\)?")
_DOCUMENT = re.compile(
    r"\b(?:Strateg(?:y|ies|ic)|Plans?|Guidance|Orders?|Acts?|Framework|Agenda|Polic(?:y|ies)|Compact|Initiative|Agreement|Road\s?map|Declaration|"
    r"Vision|Memorandum|Convention|Protocol|Treaty|Charter|Resolutions?|Directive|Program(?:me)?|Partnership|Review|Compendium|Principles|"
    r"Blueprint|Concept|Goals|UNSCR|SDGs?|JSP|JRS|CDCS|RDCS|NSS|NDS|FBS|ICS|plan|strategy)\b"
)
_CAPITAL = re.compile(r"\b[A-Z]")
_FOLD_WORDS = frozenset({"the", "u", "s", "us", "united", "states", "of", "and", "a"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference.

    Its span is its own words: the whole name for the first number of a list, the number alone for the next.
    """

    start: int
    end: int
    text: str
    framework: str
    element: str
    number: str
    date: str
    target: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two references the same: not their spelling, their date or their link."""
        words = re.findall(r"\w+", self.framework.casefold().replace("u.s.", "us"))
        folded = " ".join(word for word in words if word not in _FOLD_WORDS) or " ".join(words)
        return folded, self.element, self.number


def references(text: str) -> tuple[Reference, ...]:
    """The references of a linkages field in order; their spans do not overlap."""
    found: list[Reference] = []
    framework = ""
    for start, end in _parts(text):
        for reference in _of_part(text, start, end, framework):
            framework = reference.framework
            found.append(reference)
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The entries of the list."""
    at = 0
    for match in _PART.finditer(text):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


def _of_part(text: str, start: int, end: int, inherited: str) -> Iterator[Reference]:
    """The references of one entry; an entry that begins with an element goes on with the framework before it."""
    at = start
    framework = inherited
    named = False
    for match in _numbered(text, start, end):
        lead = _FILLER.sub("", text[at : match.start()])
        lead_start = match.start() - len(lead)
        if (name := _name(lead)) and _CAPITAL.search(name):
            framework, first = name, lead_start
        else:
            first = match.start()
        if framework:
            yield from _each(text, match, first, framework)
            named = True
            at = match.end()
    rest_start, rest_end = _trimmed(text, at, end)
    if not named or _is_list_entry(text[at:rest_start]):
        yield from _document(text, rest_start, rest_end, sure=not named and at == start)


def _is_list_entry(gap: str) -> bool:
    return any(mark in gap for mark in ",;.") or " and " in gap


def _numbered(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Elements with their numbers; and numbers right after a name, as in ``AF JRS 1.2``."""
    at = start
    while match := _ELEMENT.search(text, at, end):
        if _counts(match, text):
            yield match
        at = match.end()
    if at == start and (bare := _BARE.search(text, start, end)) and "." in bare["numbers"]:
        yield bare


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether an element word is one: with a number, or closing an entry (``JSP objectives;``)."""
    if match["numbers"]:
        return True
    before = text[max(0, match.start() - 5) : match.start()].strip()
    after = text[match.end() : match.end() + 1]
    return after in ("", ";", ".") and before[-3:].isupper()


def _each(text: str, match: re.Match[str], first: int, framework: str) -> Iterator[Reference]:
    element = next((_NAMES[at] for at in range(len(_NAMES)) if match.groupdict().get(f"e{at}")), "")
    if not match["numbers"]:
        yield Reference(first, match.end(), text[first : match.end()], framework, element, "", "", "")
        return
    offset = match.start("numbers")
    for at, each in enumerate(_EACH.finditer(match["numbers"])):
        start, end = (first if at == 0 else offset + each.start()), offset + each.end()
        for number in _spelled_out(each["low"], each["high"]):
            yield Reference(start, end, text[start:end], framework, element, number.upper(), "", "")
            start = end


def _spelled_out(low: str, high: str | None) -> list[str]:
    """``4.1 to 4.3`` is 4.1, 4.2, 4.3; a range over different stems stays its two ends."""
    if high is None:
        return [low]
    stem, dot, first = low.rpartition(".")
    high_stem, _, last = high.rpartition(".")
    if stem == high_stem and first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 20:  # noqa: PLR2004
        return [f"{stem}{dot}{number}" for number in range(int(first), int(last) + 1)]
    return [low, high]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the filler before it and the marks after it."""
    if match := _FILLER.match(text[start:end]):
        start += match.end()
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return start, end


def _document(text: str, start: int, end: int, *, sure: bool) -> Iterator[Reference]:
    """A document that is named and not numbered; a sentence that names none gives nothing."""
    words = text[start:end]
    plain = _LINK.sub(r"\1", words)
    if not plain or not _CAPITAL.search(plain) or not (_DOCUMENT.search(plain) or _LINK.search(words)):
        return
    if _is_sentence(plain) or (not sure and not _DOCUMENT.search(plain)):
        return
    link = _LINK.search(words)
    dated = _DATE.search(plain)
    name = _name(words)
    date = dated["date"] if dated else ""
    yield Reference(start, end, words, name, "", "", date, link[2] if link else "")


_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|supports?|ensures?|promotes?|helps?|provides?|underpins?)\s",
    re.IGNORECASE,
)


def _is_sentence(words: str) -> bool:
    return _VERB.search(words) is not None


def _name(words: str) -> str:
    """A framework's name in one spelling: no link marks, dates, quotes or articles.

    ``State - USAID`` as ``State-USAID``.
    """
    words = _LINK.sub(r"\1", words)
    words = _FILLER.sub("", _DATE.sub(" ", words))
    words = re.sub(r"\s*[-–—/]\s*", "-", words)
    words = re.sub(r"[\"“”‘’']s?\b|[()\[\]]", lambda match: "'s" if match.group().endswith("s") else "", words)
    return " ".join(words.split()).strip(" ,;:.")
