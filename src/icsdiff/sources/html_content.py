"""Which part of a page is its document, and what else stands on it: navigation, banners, buttons, hidden text.

A part that holds a note, or outside its links a goal or an objective, is the document's, whatever its tag or class
says. In doubt text is the author's: noise can be seen, a loss cannot.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from icsdiff.sources.headings import Section, section

if TYPE_CHECKING:
    from lxml.etree import _Element

UNSEEN = frozenset(
    "script style template svg math iframe object embed canvas audio video map meta link base noframes".split()
)
"""What holds no words of the page."""
_CONTROLS = frozenset("button select textarea input option datalist noscript dialog".split())
_ROLES = frozenset("navigation search contentinfo banner dialog alertdialog alert menu menubar toolbar".split())
_NAMED = frozenset(
    "breadcrumb breadcrumbs cookie cookies consent gdpr sharedaddy addtoany addthis skip printfriendly".split()
)
"""Words in the class or id of what is never text."""
_LIKELY = frozenset(
    "share sharing social nav navbar navigation menu pager pagination newsletter subscribe related sidebar banner "
    "masthead topbar footer byline tags".split()
)
"""Words in the class or id of what is no text where it consists of links, or has something to fill in."""
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[a-z]+")
_PART = re.compile(r"\b(?:goal|objective)\s+(?:\d|one|two|three|four|five|i)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_OF_THE_PAGE = re.compile(r"mso-element\s*:\s*(?:header|footer|comment)", re.IGNORECASE)
_HIDING = frozenset(("visually", "sr", "screen"))
"""How class names begin that hide text from all but screen readers: ``visually-hidden``, ``sr-only``."""
_LINKED = 0.5
"""Share of words in links from which on a block is navigation."""
_DOCUMENT = 0.5
"""Share of the page's words that the element of its document holds at least."""
_DENSE = 0.8
"""The same where no element is named so, step by step from the outside."""
_MOST_AROUND = 80
"""Words outside of links that may stand around it at each step."""
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


class Page:
    """The elements of a page with the words that they hold."""

    def __init__(self, root: _Element, notes: Collection[_Element]) -> None:
        self._root = root
        self._notes = notes
        self._words: dict[_Element, int] = {}
        self._linked: dict[_Element, int] = {}
        self._parts: dict[_Element, int] = {}
        self._layout: dict[_Element, bool] = {}
        self._measure()
        self._total = self._words[root] - self._linked[root]
        self.main = self._main()
        """The element that holds the document."""

    def _measure(self) -> None:
        """Count the words of each element, those in links, and its goals, objectives and notes outside of links."""
        from lxml import etree  # noqa: PLC0415  (slow to import, and only pages need it)

        for _, element in etree.iterwalk(self._root, events=("end",)):
            own = "" if element.tag in UNSEEN else element.text or ""
            words, linked = len(_WORD.findall(own)), 0
            parts = int(_PART.search(own) is not None)
            for child in element:
                tail = child.tail or ""
                words += self._words[child] + len(_WORD.findall(tail))
                linked += self._linked[child]
                parts += self._parts[child] + bool(_PART.search(tail))
            is_link = element.tag == "a" and element.get("href") is not None
            self._words[element], self._linked[element] = words, words if is_link else linked
            self._parts[element] = (element in self._notes) + (0 if is_link else parts)

    def is_aside(self, element: _Element) -> bool:
        """Whether an element is no part of the document."""
        if element.tag in _CONTROLS or _OF_THE_PAGE.search(element.get("style", "")):
            return True
        if self._parts[element]:
            return False
        if element.tag == "nav" and _is_contents(element):
            return False
        of_site = element.tag == "footer" and next(element.iterancestors("main", "article"), None) is None
        if of_site or element.tag == "nav" or element.get("role", "").casefold() in _ROLES or _is_hidden(element):
            return True
        return self._is_named_aside(element) and not self._is_most(element)

    def _is_named_aside(self, element: _Element) -> bool:
        """Whether an element's class or id says so, and what it holds does not say otherwise."""
        names = set(_NAME.findall(f"{element.get('class', '')} {element.get('id', '')}".casefold()))
        if names & _NAMED or (names & _HIDING and names & {"hidden", "only", "reader", "text"}):
            return True
        likely = element.tag in ("footer", "aside") or names & _LIKELY
        return bool(likely) and (self._is_linked(element) or _has_controls(element))

    def is_layout(self, table: _Element) -> bool:
        """Whether a table only lays out the page: it holds headings or other tables, or a single cell."""
        if table not in self._layout:
            inner = table.iterdescendants("table", *_HEADINGS)
            cells = table.iter("td", "th")
            boxes = table.get("role") in ("presentation", "none") or next(inner, None) is not None
            self._layout[table] = boxes or next(cells, None) is None or next(cells, None) is None
        return self._layout[table]

    def _is_linked(self, element: _Element) -> bool:
        return self._linked[element] >= _LINKED * max(1, self._words[element])

    def _is_most(self, element: _Element) -> bool:
        """Whether an element holds so much of the page that its name must mean something else."""
        return self._words[element] - self._linked[element] >= _DOCUMENT * max(1, self._total)

    def _is_text(self, element: _Element) -> bool:
        """Whether an element is a paragraph, a list or a table, and no box around such."""
        return element.tag in ("p", "ul", "ol") or (element.tag == "table" and not self.is_layout(element))

    def _main(self) -> _Element:
        """The element of the document: as the page names it, else the densest one."""
        named = (
            list(self._root.iter("main")),
            [each for each in self._root.iter() if each.get("role") == "main"],
            list(self._root.iter("article")),
        )
        for elements in named:
            if elements and self._is_document(found := _around(elements)):
                return found
        return self._densest()

    def _is_document(self, element: _Element) -> bool:
        return self._is_most(element) and self._parts[element] == self._parts[self._root]

    def _densest(self) -> _Element:
        """From the outside inward, as long as one element holds nearly all words, and its neighbours no heading."""
        found = self._root
        while True:
            children = [each for each in found if each.tag not in UNSEEN and not self.is_aside(each)]
            own = {each: self._words[each] - self._linked[each] for each in children}
            best = max(children, key=lambda each: own[each], default=None)
            if best is None or self._is_text(best) or own[best] < _DENSE * sum(own.values()):
                return found
            if sum(own.values()) - own[best] > _MOST_AROUND:
                return found
            if any(self._parts[each] or _has_heading(each) for each in children if each is not best):
                return found
            found = best


def _around(elements: list[_Element]) -> _Element:
    """The innermost element that holds all of these."""
    shared = [elements[0], *elements[0].iterancestors()][::-1]
    for element in elements[1:]:
        above = {*element.iterancestors(), element}
        shared = [each for each in shared if each in above]
    return shared[-1]


def _is_contents(element: _Element) -> bool:
    """Whether navigation is the document's own table of contents."""
    first = next((text.strip() for text in _texts(element) if text.strip()), "")
    return section(first) is Section.CONTENTS


def _texts(element: _Element) -> Iterator[str]:
    return (str(text) for text in element.itertext())


def _is_hidden(element: _Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").casefold() == "true"
        or _HIDDEN.search(element.get("style", "")) is not None
    )


def _has_controls(element: _Element) -> bool:
    return next(element.iter("button", "input", "select", "textarea"), None) is not None


def _has_heading(element: _Element) -> bool:
    return element.tag in _HEADINGS or next(element.iter(*_HEADINGS), None) is not None
