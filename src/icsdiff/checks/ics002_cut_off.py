"""``ICS002``: a field stops, or begins, in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from icsdiff.checks.names import Names
from icsdiff.checks.places import prose
from icsdiff.checks.rule import Case, Fault, Rule, part
from icsdiff.language.sentences import sentences
from icsdiff.model.version import FIELD_SEPARATOR

_ENDED = re.compile(r"[.!?…][\"'”’)\]*]*(?:\s*(?:\[?\d{1,3}\]?|[*†‡]{1,3}))?$|[)\]]$")
_OPEN_END = re.compile(
    r"(?:[,(\[/–—&-]|\b(?:a|an|and|as|at|between|but|by|for|from|in|including|into|its|of|on|or|our|that|the|their|these|this"
    r"|those|to|toward|towards|under|upon|which|while|who|whose|with|within|without)),?$",
    re.IGNORECASE,
)
_OPEN_START = re.compile(r"[a-z][a-z'’-]*\s|[,;.)\]]")
_CELL = "| "
_LEAST_WORDS = 6
"""Words from which a run without a full stop is a sentence and no label or item."""
_SHOWN = 8
"""Words of a sentence that a message shows."""
_USUAL = 2 / 3
"""Share of a version's paragraphs from which on ending with a mark is its style."""


def find(case: Case) -> Iterator[Fault]:
    """Fields whose last sentence does not end, or whose first one does not begin; lists and tables are none."""
    fields = {path: text for path, text in prose(case.version) if not _is_list(text)}
    ends_usually = _ends_usually(fields.values())
    places = Names(case.version)
    for path, text in fields.items():
        where = places.whole(path)
        *_, last = sentences(text)
        if _OPEN_END.search(last.text) or (ends_usually and _stops(last.text)):
            message = f"{where} stops in the middle of a sentence: “{_tail(last.text)}”"
            yield Fault(message, "How does this sentence end?", (part(path, text, last.start, last.end),))
        first = sentences(text)[0]
        if ends_usually and _OPEN_START.match(text) and _is_sentence(first.text):
            message = f"{where} begins in the middle of a sentence: “{_head(first.text)}”"
            yield Fault(message, "How does this sentence begin?", (part(path, text, first.start, first.end),))


def _stops(sentence: str) -> bool:
    return _is_sentence(sentence) and not _ENDED.search(sentence) and not sentence.endswith((":", ";"))


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS


def _is_list(text: str) -> bool:
    """Whether a field is a list or a table, whose items need no mark at their ends."""
    paragraphs = text.split(FIELD_SEPARATOR)
    if _CELL in text:
        return True
    return any(not _ENDED.search(one) and not _ENDED.search(other) for one, other in pairwise(paragraphs))


def _ends_usually(texts: Iterable[str]) -> bool:
    ends = [bool(_ENDED.search(text)) for text in texts]
    return sum(ends) >= _USUAL * len(ends)


def _tail(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= _SHOWN else ("…", *words[-_SHOWN:]))


def _head(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= _SHOWN else (*words[:_SHOWN], "…"))


RULE = Rule(
    "ICS002",
    "a field is cut off",
    "Converters and editors lose the end of a paragraph at a page break. A field of prose that ends in a comma or in a "
    "word that wants another one, or without a full stop where the document has them, has lost something.",
    "Risks: “Failure to achieve this objective will create conditions that hinder U.S. business”",
    find,
)
