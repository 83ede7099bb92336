"""The sentences that the generator edits: a list of its own, so that it shares no blind spot with icsdiff.

It is simple and careful: a sentence is ``sure`` where nobody would cut it otherwise, and only sure ones are edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_PARAGRAPHS = "\n\n"
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(]?[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|No|Nos|vs|approx|incl|Art|Sec|Gen|Col|Jan|Feb|Aug|Sept|Oct)\.)$"
)
_CLEAN_END = re.compile(r"(?:[a-z]{3}|\d|%|[A-Z]{2})[.!?]$")
_CLEAN = re.compile(r"[A-Z][^\[\]|:\"“”•\n]*[.!?]")
_INNER_STOP = re.compile(r"[.!?]\s+[A-Z\"“(]|\.\.")
_FEWEST, _MOST = 6, 60
_GOES_ON = re.compile(
    r"(?:It|This|These|That|They|Such|Also|In addition|Additionally|Further|Moreover|Otherwise|To )\b"
)
_MITIGATES = re.compile(
    r"\b[Tt]o mitigate\b|\bwill mitigate\b|^To (?:reduce|address) th|^(?:We|The Mission|Post) will\b|, we will\b"
)
_THREATENS = re.compile(r"\b(?:may|might|could|would)\b|^Failure\b|^Failing\b|\bfail(?:s|ure)?\b|\brisks?\b")


class Role(StrEnum):
    """What a sentence of a risks field states."""

    RISK = "risk"
    """What may go wrong."""
    MITIGATION = "mitigation"
    """What is done about it."""


@dataclass(slots=True, eq=False)
class Phrase:
    """A sentence on its way from the old version to the new one."""

    text: str
    opens: bool = False
    """Whether it begins a paragraph."""
    sure: bool = True
    touched: bool = False
    """Whether an edit has had it; each sentence is edited once."""

    at: int = -1
    """Its place in the old field; below 0 where it had none."""
    bound: bool = False
    """Whether nothing may come between it and the sentence before it."""

    @property
    def free(self) -> bool:
        """Whether it may be edited."""
        return self.sure and not self.touched

    @property
    def goes_on(self) -> bool:
        """Whether it leans on the sentence before it."""
        return _GOES_ON.match(self.text) is not None


def phrases(text: str) -> list[Phrase]:
    """The sentences of a canonical text, in order."""
    found: list[Phrase] = []
    for paragraph in text.split(_PARAGRAPHS) if text else ():
        before_is_clean = True
        for place, words in enumerate(_cut(paragraph)):
            clean = _CLEAN_END.search(words) is not None
            sure = before_is_clean and clean and _is_sure(words)
            found.append(Phrase(words, opens=place == 0, sure=sure, at=len(found)))
            before_is_clean = clean
    return found


def _cut(paragraph: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(paragraph):
        words = paragraph[start : stop.end()].rstrip()
        if not _ABBREVIATED.search(words):
            yield words
            start = stop.end()
    if paragraph[start:]:
        yield paragraph[start:]


def _is_sure(words: str) -> bool:
    return (
        _FEWEST <= len(words.split()) <= _MOST
        and _CLEAN.fullmatch(words) is not None
        and _INNER_STOP.search(words) is None
    )


def joined(of: Sequence[Phrase]) -> str:
    """The text of a field from its sentences."""
    parts: list[str] = []
    for phrase in of:
        if parts:
            parts.append(_PARAGRAPHS if phrase.opens else " ")
        parts.append(phrase.text)
    return "".join(parts)


def slots(held: Sequence[Phrase]) -> list[int]:
    """Where a sentence may be inserted: after one that surely ends there, and before none that leans on that one."""
    return [
        at
        for at in range(1, len(held) + 1)
        if held[at - 1].sure
        and (at == len(held) or held[at].opens or (held[at].sure and not held[at].goes_on and not held[at].bound))
    ]


def role(text: str) -> Role | None:
    """What a sentence of a risks field states, None where a reader may doubt it."""
    if _MITIGATES.search(text):
        return None if text.startswith("Fail") else Role.MITIGATION
    doubtful = "mitigat" in text or " we " in text or _GOES_ON.match(text)
    return Role.RISK if _THREATENS.search(text) and not doubtful else None
