"""Linkages: references to other strategies, with framework, element and number.

The grammar reads a linkages field as a list: separators part its entries, a number belongs to the element before it, an
element to the framework before it (``State-USAID JSP objectives 2.1 and 2.2``) or right after it (``goals 2 and 3 of
the JRS``), and a name without a number is a document (``Executive Order on … (January 2021)``). Once an entry turns
into prose, only what is unmistakably a reference counts as one. Words that belong to none are left to ``remarks``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from icsdiff.language.calendar import dates
from icsdiff.language.linkages.atoms import Atom, AtomKind, atoms
from icsdiff.language.linkages.elements import spelled_out, unnumbered
from icsdiff.language.linkages.frameworks import OWN_ELEMENTS, folded, plan_named
from icsdiff.language.linkages.letters import letters
from icsdiff.language.linkages.tokens import Token, TokenKind, entries
from icsdiff.language.linkages.vocabulary import DASHES, QUOTES, tells

Key = tuple[str, str, str]


class Reference(NamedTuple):
    """One reference.

    Its span is its own words: the whole name for the first number of a list, the number alone for the next; the
    numbers that a range stands for share the range.
    """

    start: int
    end: int
    text: str
    framework: str
    element: str = ""
    number: str = ""
    date: str = ""
    target: str = ""
    title: str = ""
    """What a numbered element is called: ``Executive Order 14008 on …``."""

    @property
    def key(self) -> Key:
        """What makes two references the same: not their spelling, their date, their title or their link."""
        words = folded(self.framework)
        element = "" if words and OWN_ELEMENTS.get(words[-1]) == self.element else self.element
        return "".join(words), element, self.number

    @property
    def label(self) -> str:
        """The reference in words: ``JSP objective 2.1``, ``Indo-Pacific Strategy (February 2022)``."""
        name = " ".join(part for part in (self.framework, self.element, self.number) if part)
        return name + f": {self.title}" * bool(self.title) + f" ({self.date})" * bool(self.date)

    @property
    def particulars(self) -> tuple[object, ...]:
        """What two states of one reference may differ in."""
        days = tuple((day.value, day.upper, day.unit) for day in dates(self.date))
        marks = "".join(filter(tells, f"{self.framework} {self.title}"))
        return days or _years(self.date), self.target.removeprefix("#"), folded(self.title), marks


def _years(date: str) -> tuple[str, ...]:
    """The years of a span: ``2022-26`` is 2022 to 2026."""
    first, *others = re.findall(r"\d+", date) or [""]
    return first, *(year if len(year) > 2 else first[:2] + year for year in others)  # noqa: PLR2004  (26)


def references(text: str) -> tuple[Reference, ...]:
    """The references of a linkages field, in order."""
    reading = _Reading(text)
    unread = [found for entry in entries(text) if not reading.read(found := atoms(entry))]
    if reading.found:
        for entry in unread:
            reading.read_whole(entry)
    return tuple(sorted(reading.found, key=lambda each: (each.start, each.end)))


# The grammar proper is a pattern over the letters that stand for an entry's atoms: see ``letters``.
_OWNER = "[SNnx]"
_OWNED = rf"t?{_OWNER}[:(,\-]?[PB]"
_LIST = "[PB](?:[,&o-]{0,2}P)*"
_OF = rf"(?:ot?{_OWNER}|\([SN]\))"


def _particulars(of: str) -> str:
    """What may stand after an element: the end of its link, a date ``(2000)``, a title ``: Promote Health``."""
    link, date = rf"(?P<{of}_link>\])?", rf"(?P<{of}_date>\(D\)|D)?"
    opening = r"(?:[:\-aq]|\((?=[SNnx])(?![SN]\))|(?=[nx])|(?<=B)(?=[SN]))"
    ending = rf",c|[,&]{{1,2}}t?S|[,&(]{{0,2}}(?:{_OWNED}|[PB])"
    return rf"{link}{date}(?:{opening}(?P<{of}_title>(?!{_OWNED}|[PB])(?!c)(?:(?!{ending})[^)])+))?"


_CITATION = re.compile(
    rf"(?P<owner>{_OWNER})(?:[:(\-]|ot?|,(?!{_LIST}{_OF}))?\[?(?P<owned>[PB]){_particulars('owned')}"
    rf"|(?P<list>{_LIST})(?P<of>{_OF})?{_particulars('list')}"
    rf"|(?P<all>N)(?P<element>e)(?![wlcoa])"
    rf"|(?P<document>[SN]|n(?![wlcoae]))"
)
_SEVERAL = re.compile(r"\b(Order|Resolution|Convention|Directive|Decree|Law|Goal|[A-Z]{2,})s\b")
_PROSE = re.compile("[wcD]")
_WHOLE = re.compile("t?[nx](?:[mo(),:-]*[nxw]){0,2}[)]?")


class _Framework(NamedTuple):
    """A framework as its name tells it."""

    name: str = ""
    date: str = ""
    target: str = ""

    @classmethod
    def named(cls, atom: Atom, *, numbered: bool = False) -> _Framework:
        """The framework of a name, without its date and the marks of a link; of several that are numbered, one."""
        name, date = _said(atom.tokens)
        if numbered:
            name = _SEVERAL.sub(r"\1", name)
        targets = (token.text[2:-1] for token in atom.tokens if token.kind is TokenKind.TARGET)
        return cls(name, date, next(targets, ""))


@dataclass(slots=True)
class _Reading:
    """What has been read so far of a field."""

    text: str
    found: list[Reference] = field(default_factory=list)
    framework: _Framework = field(default_factory=_Framework)
    """What elements without a framework of their own belong to."""
    element: str = ""

    def read(self, entry: Sequence[Atom]) -> bool:
        """Read one entry of the list; whether it has any reference."""
        before = len(self.found)
        written = letters(entry)
        is_list, named_here, at = True, False, 0
        for match in _CITATION.finditer(written):
            is_list = is_list and not _PROSE.search(written, at, match.start())
            at = match.end()
            if match["document"] or match["all"]:
                self._named(entry, match, heads_list=written[at:] == ":", is_list=is_list)
            elif match["owner"] or match["of"] or is_list or named_here:
                self._numbered(entry, match)
            named_here = named_here or not match["list"] or bool(match["of"])
        return len(self.found) > before

    def read_whole(self, entry: Sequence[Atom]) -> None:
        """Among other entries, a short one that begins like a name is one: ``Summit for Democracy commitments``."""
        before, after = self.text[: entry[0].start].rstrip(" ")[-1:], self.text[entry[-1].end :].lstrip(" .")[:1]
        if {before, after} & {";", "\n"} and _WHOLE.fullmatch(letters(entry)):
            words = [token for atom in entry for token in atom.tokens]
            self._add(entry[0].start, entry[-1].end, _Framework(*_said(words)))

    def _named(self, entry: Sequence[Atom], match: re.Match[str], *, heads_list: bool, is_list: bool) -> None:
        """A document, or a framework whose elements are meant without a number."""
        atom = entry[match.start()]
        framework = _Framework.named(atom)
        if plan_named(framework.name) or self.framework == _Framework():
            self.framework = framework
        if match["all"]:
            self._add(atom.start, entry[match.end() - 1].end, framework, unnumbered(entry[match.end() - 1].small))
        elif not heads_list and (is_list or match["document"] == "S"):
            self._add(atom.start, atom.end, framework)

    def _numbered(self, entry: Sequence[Atom], match: re.Match[str]) -> None:
        """Elements with their numbers; their framework stands before them, after them, or before others before them."""
        kind = "owned" if match["owner"] else "list"
        if name := _owner(entry, match):
            self.framework = _Framework.named(name, numbered=match["owned"] == "B")
        start = name.start if name and match["owner"] else None
        for atom in entry[match.start(kind) : match.end(kind)]:
            if atom.kind is AtomKind.NUMBERED:
                self._each(atom.tokens[0], start, is_owned=bool(match["owner"]))
                start = None
        if name and match["of"]:
            self._amend(name.end)
        if match[f"{kind}_link"]:
            link = entry[match.start(f"{kind}_link")]
            self._amend(link.end, target=link.tokens[0].text[2:-1])
        if match[f"{kind}_date"]:
            dated = entry[match.start(f"{kind}_date") : match.end(f"{kind}_date")]
            self._amend(dated[-1].end, date=_said([atom.tokens[0] for atom in dated])[1])
        if match[f"{kind}_title"]:
            title = entry[match.start(f"{kind}_title") : match.end(f"{kind}_title")]
            said, when = _said([token for atom in title for token in atom.tokens])
            self._amend(title[-1].end, title=said, date=when)

    def _each(self, token: Token, start: int | None, *, is_owned: bool) -> None:
        """The references of one list of numbers, the first from where its name begins."""
        self.element = token.element if token.element or is_owned else self.element
        at: int | None = token.start if start is None else start
        for low, high, numbers in spelled_out(token.text[token.numbers - token.start :]):
            at = token.numbers + low if at is None else at
            for number in numbers:
                self._add(at, token.numbers + high, self.framework, self.element, number)
            at = None

    def _add(self, start: int, end: int, framework: _Framework, element: str = "", number: str = "") -> None:
        words = self.text[start:end]
        name, date, target = framework.name, framework.date, framework.target
        self.found.append(Reference(start, end, words, name, element, number, date, target))

    def _amend(self, end: int, *, date: str = "", title: str = "", target: str = "") -> None:
        """Let the last reference reach further, to what is said of it after its number."""
        last = self.found.pop()
        text = self.text[last.start : end]
        date, title, target = date or last.date, title or last.title, target or last.target
        self.found.append(last._replace(end=end, text=text, date=date, title=title, target=target))


def _owner(entry: Sequence[Atom], match: re.Match[str]) -> Atom | None:
    """The name that a match's elements belong to."""
    if match["owner"]:
        return entry[match.start()]
    after = entry[match.start("of") : match.end("of")] if match["of"] else ()
    return next((atom for atom in after if atom.kind is AtomKind.NAME), None)


def _said(tokens: Sequence[Token]) -> tuple[str, str]:
    """What tokens say, in one spelling: without quotes, empty brackets, a link's marks; and the dates among them."""
    words: list[str] = []
    days: list[str] = []
    before, blank = _NOTHING, False
    for token in tokens:
        blank = (blank or token.start > before.end) and before.text not in DASHES
        if token.kind is TokenKind.DATE and not (before.small in _NAMED_BY_YEAR and token.text.isdigit()):
            days.append(token.text)
        elif token.text in DASHES:
            words.append("-")
        elif token.text in {",", "(", ")"}:
            words.append(f" {token.text}" if token.text == "(" else token.text)
            blank = False
        elif token.kind not in (TokenKind.LINK, TokenKind.TARGET) and token.text not in QUOTES:
            words.append(f" {token.text}" if blank else token.text)
            blank = False
        before = token
    while words and words[-1].strip() in _LOOSE_ENDS:
        words.pop()
    said = " ".join("".join(words).replace(" ()", " ").split()).strip(" ,")
    return re.sub(r"['’]s$", "", said), ", ".join(days)


_NOTHING = Token(TokenKind.MARK, -1, -1, "")
_NAMED_BY_YEAR = frozenset({"agenda", "vision", "horizon"})
_LOOSE_ENDS = frozenset({"of", "from", "dated", ",", "-"})
