"""The numbered parts of a strategy: ``Goal 3``, ``objectives 4.1 to 4.3 and 6.3``, ``DO1``, ``Sub-IR 1.2.3``."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = {
    "DO": "development objective",
    "IR": "intermediate result",
    "LOE": "line of effort",
    "MO": "management objective",
    "SO": "objective",
}


def _dotted(abbreviation: str) -> str:
    """A pattern for ``SO`` and ``S.O.``."""
    return "".join(rf"{letter}\.?" for letter in abbreviation)


# A strategic objective of a strategy is its objective; every other kind is told apart by its name.
_MODIFIERS = (
    r"(?i:strategic|development(?=[\s-]objectives?)|intermediate|management|cross[\s-]?cutting|performance|"
    r"priority|focus|thematic|enabling|special|key|action)"
)
_HEADS = (
    r"(?i:objectives?|objs?\.?|goals?|pillars?|priorit(?:y|ies)|lines?\s+of\s+(?:effort|action)|results?|targets?|"
    r"outcomes?|outputs?|areas?|themes?|aspirations?|ambitions?|imperatives?|commitments?|chapters?|parts?|articles?|"
    r"sections?|titles?|annex(?:es)?|principles?|components?|recommendations?|measures?|actions?|tracks?|tiers?|"
    r"phases?|milestones?|indicators?|strands?|ax[ei]s|clusters?|directions?|enablers?|tasks?)"
)
_ELEMENT = (
    rf"(?P<sub>(?i:sub)[\s-]?)?(?:(?P<abbreviation>{'|'.join(map(_dotted, _ABBREVIATIONS))})s?(?![^\W\d_])|"
    rf"(?:(?P<modifier>{_MODIFIERS})[\s-])?(?P<head>{_HEADS})(?![^\W\d_]))"
)

_SPELLED = {
    word: str(value)
    for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_ROMAN = {
    numeral: str(value)
    for value, numeral in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), 1
    )
}
_DIGITS = r"(?!(?:19|20)\d\d\b)\d{1,4}(?:\.\d{1,2}|\.[a-z](?!\w)){0,3}(?:[a-z](?!\w)|\([a-z]\))?(?![\w%])"
_NUMBER = rf"(?:{_DIGITS}|[IVX]{{1,5}}(?!\w)|(?i:{'|'.join(_SPELLED)})(?!\w))"
# A number that goes on with a thing counts that thing: "Objective 2.1 and 30 counties".
_NOT_COUNTING = (
    r"(?!\s*(?:%|percent)|\s+(?!(?:and|or|as|of|in|to|thru|through|under|from|within|on|for|with|by|is|are|which|that)\b)"
    r"[a-z])"
)
_RANGE = r"(?:\s?[-–—‑−]\s?|\s(?:to|thru|through)\s)"
_JOIN = r"(?:\s?[,;&/]\s?(?:(?:and|or)\s|&\s?)?|\s?\.\s?(?=\d)|\s(?:and|or|as\swell\sas)\s)"
_LINK = rf"(?:{_RANGE}|{_JOIN})"

_MORE = rf"{_LINK}{_NUMBER}{_NOT_COUNTING}"
ELEMENT_NUMBERS = (
    rf"(?<![Dd]evelopment\s)\b{_ELEMENT}[\s:#]{{0,2}}(?:(?i:nos?\.|numbers?)\s?)?(?P<numbers>{_NUMBER}(?:{_MORE})*)"
)
"""An element with its numbers, as a pattern with the groups that ``element_kind`` reads and ``numbers``."""
_PLAIN = r"\d{1,5}(?:\.\d{1,2}|\.[a-z](?!\w)){0,3}(?![\w%])"
# Before a name a number belongs to that, as a year does.
_NOT_OF_A_NAME = r"(?!\d+\s[A-Z\[]|(?:19|20)\d\d\s?[-–]\s?\d)"
PLAIN_NUMBERS = rf"{_PLAIN}(?:{_LINK}{_NOT_OF_A_NAME}{_PLAIN}{_NOT_COUNTING})*"
"""Numbers without an element, as they follow a name: ``JSP: 1.1, 1.2``, ``Executive Orders 13985 and 14035``."""

_EACH = re.compile(rf"(?P<low>{_NUMBER}|{_PLAIN})(?:{_RANGE}(?P<high>{_NUMBER}|{_PLAIN}))?")
_BARE = re.compile(_ELEMENT)
_SINGULARS = {"priorities": "priority", "axes": "axis", "axis": "axis", "annexes": "annex"}
_LONGEST_RANGE = 30


def element_kind(match: re.Match[str]) -> str:
    """What kind of element a match of the pattern is, in the singular: ``development objective``."""
    if match["abbreviation"]:
        kind = _ABBREVIATIONS[match["abbreviation"].replace(".", "")]
    else:
        head = " ".join(match["head"].casefold().rstrip(".").split()).replace("lines of", "line of")
        head = "objective" if head.startswith("obj") else _SINGULARS.get(head) or head.removesuffix("s")
        modifier = re.sub(r"[\s-]+", "-", (match["modifier"] or "").casefold())
        kind = head if modifier in ("", "strategic") else f"{modifier} {head}"
    return f"sub-{kind}" if match["sub"] else kind


def unnumbered(words: str) -> str:
    """The kind of element that words name without a number, as in ``JSP objectives``; empty where they name none."""
    match = _BARE.fullmatch(words)
    return element_kind(match) if match else ""


def spelled_out(numbers: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The numbers of a list, each range with all it stands for: offsets into the list, and the numbers in digits."""
    for match in _EACH.finditer(numbers):
        low, high = _in_digits(match["low"]), match["high"] and _in_digits(match["high"])
        yield match.start(), match.end(), _range(low, high) if high else (low,)


def _in_digits(number: str) -> str:
    plain = number.casefold().replace("(", "").replace(")", "")
    return _ROMAN.get(number) or _SPELLED.get(plain) or plain


def _range(low: str, high: str) -> tuple[str, ...]:
    """``4.1 to 4.3`` is 4.1, 4.2, 4.3; ``1.4 to 2.2`` leaves open what lies between, and ``115-68`` is one number."""
    stem, dot, first = low.rpartition(".")
    high_stem, _, last = high.rpartition(".")
    countable = stem == high_stem and first.isdigit() and last.isdigit()
    if countable and 0 <= int(last) - int(first) <= _LONGEST_RANGE:
        return tuple(f"{stem}{dot}{number}" for number in range(int(first), int(last) + 1))
    return (f"{low}-{high}",)
