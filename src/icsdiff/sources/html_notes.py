"""Footnotes of a page: where the text calls one, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_CALL = re.compile(r"[\[(]?(\w{1,3})[\])]?")
_BARE = re.compile(r"\d{1,3}")
_OF_NOTES = re.compile(r"footnote|endnote|noteref|(?:\b|_)(?:fn|ftn|edn)", re.IGNORECASE)
_BEFORE_POWER = re.compile(r"(?:^|[\s\d(/])(?:[kcm]?m|mi|ft|CO|10)$")
"""What a raised number is a power or an index of: m², 10⁶."""


class Notes:
    """The notes of a page by the elements that say them."""

    def __init__(self, root: _Element) -> None:
        self._named = {str(name): each for each in root.iter() for key in ("id", "name") if (name := each.get(key))}
        self.begins: dict[_Element, str] = {}
        """The name of the note that begins in an element."""
        self.words: dict[_Element, str] = {}
        """What stands in a text for the number of a note, or for the way back from it."""
        for link in root.iter("a"):
            if (call := _call(link)) and (note := self._aim(link)) is not None and self._is_call(link):
                self.begins.setdefault(note, call)
                self.words[link] = f"[^{call}]"
        for link in root.iter("a"):
            aim = self._aim(link)
            if link not in self.words and aim is not None and self._leads_back(aim, _text(link)):
                self.words[link] = ""
        self.words |= dict(_bare_calls(root, self.words))

    def _aim(self, link: _Element) -> _Element | None:
        """The element of the page that a link leads to."""
        target = link.get("href", "")
        return self._named.get(target[1:]) if target.startswith("#") else None

    def _is_call(self, link: _Element) -> bool:
        raised = next(link.iterancestors("sup"), None) is not None or next(link.iter("sup"), None) is not None
        said = f"{link.get('class', '')} {link.get('role', '')} {link.get('href', '')} {link.get('id', '')}"
        back = self._aim(link) in self.words
        return (raised or _OF_NOTES.search(said) is not None) and not back

    def _leads_back(self, aim: _Element, words: str) -> bool:
        """Whether a link leads to the call of a note and says no more than its number."""
        is_call = aim in self.words or any(each in self.words for each in aim.iter("a"))
        return is_call and (_CALL.fullmatch(words) is not None or not any(map(str.isalnum, words)))


def _call(link: _Element) -> str:
    match = _CALL.fullmatch(_text(link))
    return match[1] if match else ""


def _bare_calls(root: _Element, known: dict[_Element, str]) -> Iterator[tuple[_Element, str]]:
    """Raised numbers without a link; behind a unit they are powers."""
    for raised in root.iter("sup"):
        words = _text(raised)
        if _BARE.fullmatch(words) and not any(
            each in known for each in (*raised.iter("a"), *raised.iterancestors("a"))
        ):
            before = _before(raised)
            if before[-1:].strip() and not _BEFORE_POWER.search(before):
                yield raised, f"[^{words}]"


def _before(element: _Element) -> str:
    """The text directly before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or _text(previous)
    return (parent.text or "") if parent is not None else ""


def _text(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()
