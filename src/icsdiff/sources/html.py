"""A page of HTML into blocks, by lxml: its document, and as furniture whatever else stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from icsdiff.errors import UnreadableSource
from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind
from icsdiff.sources.flow import BOLD, HEADING, PARAGRAPHS, TABLES, Flow
from icsdiff.sources.html_content import UNSEEN, Page
from icsdiff.sources.html_encoding import decode_page
from icsdiff.sources.html_notes import Notes

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST = 50_000_000
"""Bytes of a page; a strategy has a thousandth of them."""
_BLOCKS = PARAGRAPHS | TABLES | {"li"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NEW_PAGE = re.compile(r"(?:page-break-before|break-before)\s*:\s*(?:always|page)", re.IGNORECASE)
_TYPED_LEVEL = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)", re.IGNORECASE)
_LEVELS = frozenset("123456")
_UNSAFE = {" ": "%20", "(": "%28", ")": "%29"}


def blocks(data: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a page in order, what the page adds behind them; ``name`` is the file, for messages."""
    root = _tree(data, name)
    return tuple(_Walk(root).blocks())


def _tree(data: bytes, name: str) -> _Element:
    from lxml import etree  # noqa: PLC0415  (slow to import, and only pages need it)

    if len(data) > _LARGEST:
        reason = f"{len(data) // 1_000_000} MB are too much for one page"
        raise UnreadableSource(reason, file=name, remedy="save the strategy's own page, without what it embeds")
    text = decode_page(data, name)
    if not text.strip():
        raise UnreadableSource("the file is empty", file=name, remedy="give one with text in it")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    deep = next((each for each in parser.error_log if "depth" in each.message.casefold()), None)
    if deep:
        reason = "elements nested too deep"
        raise UnreadableSource(reason, file=name, line=deep.line, remedy="save the page anew from a browser")
    if root is None:
        raise UnreadableSource("no element of HTML is in it", file=name, remedy="check that it is a page")
    return root


class _Walk:
    """One way through the page: what belongs to the document flows into blocks, the rest is gathered."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._notes = Notes(root)
        self._page = Page(root, self._notes.begins)
        self._flow = Flow(1)
        self._aside: list[Block] = []
        self._outside: list[_Element] = []
        """Elements that are no part of the document, from the outermost."""
        self._silent: _Element | None = None
        """An element whose words are not the page's, or stand in the text in another form."""
        self._verbatim = 0
        self._prefix = ""
        self._is_inside = False

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document, then those of the page."""
        from lxml import etree  # noqa: PLC0415  (as above)

        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            if event == "start":
                self._flow.line = max(self._flow.line, element.sourceline or 0)
                yield from self._start(element)
                yield from self._text(element.text or "")
            else:
                yield from self._end(element)
                yield from self._text(element.tail or "")
        yield from self._flow.end()
        yield from self._aside

    def _is_open(self) -> bool:
        return self._is_inside and not self._outside and self._silent is None

    def _start(self, element: _Element) -> Iterator[Block]:
        if element is self._page.main:
            self._is_inside = True
        elif self._silent is None and element.tag in UNSEEN:
            self._silent = element
        elif self._is_open() and (element.tag == "title" or self._page.is_aside(element)):
            self._outside.append(element)
        if not self._is_open():
            return
        if note := self._notes.begins.get(element):
            self._prefix = f"[^{note}]: "
        if (words := self._notes.words.get(element)) is not None:
            self._flow.text(words)
            self._silent = element
            return
        yield from self._open(element, str(element.tag), element.get("style", ""))

    def _open(self, element: _Element, tag: str, style: str) -> Iterator[Block]:
        if _NEW_PAGE.search(style):
            yield from self._flow.rule(PAGE_BREAK)
        if tag == "br":
            self._flow.line_end(hard=True)
        elif tag == "hr":
            yield from self._flow.rule("---")
        elif tag == "a":
            if _is_anchor(element):
                self._silent = element
            else:
                self._flow.link(_target(element))
        elif tag == "img":
            self._flow.text(element.get("alt", ""))
        elif tag in _BLOCKS or HEADING.fullmatch(tag):
            self._verbatim += tag == "pre"
            attributes = {str(key): str(value) for key, value in element.attrib.items()}
            yield from self._flow.begin(self._as_block(element, tag), attributes)
            if tag == "p" and (level := _typed_level(element)):
                yield from self._flow.typed_item(level)
        self._flow.strong(_is_bold(element))

    def _as_block(self, element: _Element, tag: str) -> str:
        """The tag; those of a table that only lays out the page are boxes."""
        table = element if tag == "table" else next(element.iterancestors("table"), None)
        if table is not None and tag in TABLES and self._page.is_layout(table):
            return "div"
        if element.get("role") == "heading":
            level = element.get("aria-level", "")
            return f"h{level}" if level in _LEVELS else "h2"
        return "h1" if element.get("class") == "MsoTitle" else tag

    def _end(self, element: _Element) -> Iterator[Block]:
        if self._is_open():
            tag = str(element.tag)
            self._flow.strong(-_is_bold(element))
            if tag == "a":
                self._flow.link("")
            elif tag in _BLOCKS or HEADING.fullmatch(tag):
                yield from self._flow.finish(self._as_block(element, tag))
                self._verbatim -= tag == "pre"
        if self._silent is element:
            self._silent = None
        if self._outside and self._outside[-1] is element:
            self._outside.pop()
        if element is self._page.main:
            yield from self._flow.end()
            self._is_inside = False

    def _text(self, text: str) -> Iterator[Block]:
        """A text between two tags: the document's, or the page's."""
        if not self._is_open():
            words = " ".join(text.split())
            if words and self._silent is None:
                self._aside.append(Block(BlockKind.BREAK, words, self._flow.line))
            self._flow.line += text.count("\n")
            return
        if self._prefix and text.strip():
            self._flow.text(self._prefix)
            self._prefix, text = "", text.lstrip()
        if self._verbatim:
            yield from self._lines(text)
        else:
            self._flow.text(text)

    def _lines(self, text: str) -> Iterator[Block]:
        """Text whose lines stand as they are written; a blank one ends a paragraph."""
        for at, line in enumerate(text.split("\n")):
            if at:
                self._flow.line += 1
                self._flow.line_end(hard=False)
            if not line.strip():
                yield from self._flow.begin("p")
            self._flow.text(line)


def _is_bold(element: _Element) -> bool:
    return element.tag in BOLD or _BOLD_STYLE.search(element.get("style", "")) is not None


def _is_anchor(link: _Element) -> bool:
    """Whether a link is the mark beside a heading by which one can link to it."""
    return link.get("href", "").startswith("#") and not any(map(str.isalnum, "".join(map(str, link.itertext()))))


def _target(link: _Element) -> str:
    """Where a link leads; in a heading, not to the heading itself."""
    target = "".join(_UNSAFE.get(each, each) for each in " ".join(link.get("href", "").split()))
    in_heading = target.startswith("#") and any(HEADING.fullmatch(str(each.tag)) for each in link.iterancestors())
    return "" if in_heading else target


def _typed_level(paragraph: _Element) -> int:
    """How deep a paragraph stands in a list that a word processor laid out; 0 outside of any."""
    if match := _TYPED_LEVEL.search(paragraph.get("style", "")):
        return int(match[1])
    return int(paragraph.get("class", "").startswith("MsoList"))
