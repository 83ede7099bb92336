"""Markdown into blocks, by markdown-it; plain text is Markdown without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from icsdiff.errors import UnreadableSource
from icsdiff.sources.blocks import PAGE_BREAK, Block, BlockKind, ends_sentence
from icsdiff.sources.forms import Row, table_blocks
from icsdiff.sources.lines import PAGE_END, SourceLine, source_lines, usual_width
from icsdiff.sources.paragraphs import TextLine, joined, names_field
from icsdiff.sources.tags import html_blocks
from icsdiff.sources.wrapping import opens_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100
"""Levels of lists and quotations inside each other; markdown-it drops what is deeper, so deeper is refused."""
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS_TAG = re.compile(r"<(?P<close>/?)(?P<name>b|strong|i|em|u|ins|mark|span|font)(?:\s[^<>]*)?>", re.IGNORECASE)


def blocks(text: str, name: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text in order; ``name`` is the file, for messages."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (slow to import, and only documents need it)

    lines = source_lines(text)
    numbers = [*(line.number for line in lines), lines[-1].number]
    # A strategy has no code; what is indented is laid out so.
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("code")
    links: dict[str, Any] = {}
    tokens = reader.parse("\n".join(line.text for line in lines), links)
    for token in tokens:
        if token.level >= _DEEPEST - 2:
            line = numbers[token.map[0]] if token.map else None
            reason = f"lists or quotations nested more than {_DEEPEST} levels deep"
            raise UnreadableSource(reason, file=name, line=line, remedy="check the indentation")
    found = [*_unwrapped(list(_blocks(tokens, usual_width(lines)))), *_unused_targets(tokens, links)]
    pages = _pages(lines)
    return tuple(replace(block, line=numbers[block.line - 1], page=pages[block.line - 1]) for block in found)


def _pages(lines: Sequence[SourceLine]) -> list[int]:
    """The page of each line, and of the end; 0 where the text says nothing of pages."""
    ends = list(accumulate((line.text == PAGE_END for line in lines), initial=0))
    return [end + 1 if ends[-1] else 0 for end in ends]


def _unused_targets(tokens: Sequence[Token], links: Mapping[str, Any]) -> Iterator[Block]:
    """The targets of ``[words][name]`` that no link leads to; those that one leads to stand in the text."""
    used = {child.attrs.get("href") for token in tokens for child in token.children or ()}
    again = ((each["label"], each) for each in links.get("duplicate_refs", ()))
    for name, target in (*links.get("references", {}).items(), *again):
        if target["href"] not in used:
            yield Block(BlockKind.BREAK, f"[{name}]: {target['href']} {target['title']}", target["map"][0] + 1)


def _blocks(tokens: Sequence[Token], usual: int) -> Iterator[Block]:  # noqa: C901, PLR0912  (a case for each kind of token)
    depth, marker, item, end = 0, "", 0, 0
    rows: list[Row] = []
    template: Block | None = None
    for token in tokens:
        first, last = token.map or (end, end)
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "list_item_open":
                marker, item = f"{token.info}{token.markup}" if token.info else "-", first
            case "list_item_close" if marker:
                yield Block(BlockKind.ITEM, "", item + 1, depth, marker=marker, loose=item > end)
                marker, end = "", item + 1
            case "heading_open":
                template = Block(BlockKind.HEADING, "", first + 1, int(token.tag[1]))
            case "paragraph_open":
                kind = BlockKind.ITEM if marker else BlockKind.PARAGRAPH
                template = Block(kind, "", first + 1, depth, marker=marker, loose=first > end)
                marker = ""
            case "inline" if template:
                yield from joined(template, list(_lines(token, template.line)), usual)
                yield from _unseen(token, template.line)
                end = last
            case "heading_close" | "paragraph_close":
                template = None
            case "tr_open":
                rows.append(Row(first + 1))
            case "inline":
                rows[-1].cells.append(tuple(_lines(token, first + 1)))
            case "table_close":
                yield from table_blocks(rows)
                rows = []
            case "html_block":
                yield from _html(token.content, first + 1)
                marker, end = "", last
            case "code_block" | "fence":
                yield from _verbatim(token, first + 1, depth, marker)
                marker, end = "", last
            case "hr":
                yield Block(BlockKind.BREAK, token.markup, first + 1)
                end = last


def _html(source: str, line: int) -> Iterator[Block]:
    """A block of HTML; a comment is of the page."""
    if source.lstrip().startswith("<!--") and source.rstrip().find("-->") == len(source.rstrip()) - len("-->"):
        yield Block(BlockKind.BREAK, PAGE_BREAK if PAGE_BREAK in source else " ".join(source.split()), line)
    else:
        yield from html_blocks(source, line)


def _verbatim(token: Token, line: int, depth: int, marker: str) -> Iterator[Block]:
    """Text that is not to be read as Markdown: carried as it is."""
    kind = BlockKind.ITEM if marker else BlockKind.PARAGRAPH
    for paragraph in re.split(r"\n\s*\n", token.content):
        if text := " ".join(paragraph.split()):
            yield Block(kind, text, line, depth, marker=marker)
            kind, marker = BlockKind.PARAGRAPH, ""


def _unseen(token: Token, line: int) -> Iterator[Block]:
    """What stands in a paragraph and is no text: comments, and the names of files of pictures."""
    for child in token.children or ():
        if child.type == "image":
            yield Block(BlockKind.BREAK, str(child.attrs.get("src", "")), line)
        elif child.type == "html_inline" and child.content.startswith("<!--"):
            yield Block(BlockKind.BREAK, child.content, line)


def _lines(token: Token, number: int) -> Iterator[TextLine]:  # noqa: C901, PLR0912  (a case for each kind of token)
    """The lines of an inline token, with links as ``[words](target)`` and without marks of emphasis."""
    text, bold, hard = "", "", False
    strong, leading = 0, True
    targets: list[str] = []
    children = token.children or []
    for at, child in enumerate(children):
        piece = ""
        match child.type:
            case "softbreak" | "hardbreak":
                yield TextLine(text.strip(), bold.strip(), hard, number)
                text, bold, hard, leading, number = "", "", child.type == "hardbreak", True, number + 1
            case "strong_open":
                strong += 1
                if text.strip() and names_field(*_bold_and_after(children[at + 1 : at + 4])):
                    yield TextLine(text.strip(), bold.strip(), hard, number)
                    text, bold, hard, leading = "", "", False, True
            case "strong_close":
                strong -= 1
            case "link_open":
                targets.append(str(child.attrs.get("href", "")))
                piece = "["
            case "link_close":
                piece = f"]({targets.pop()})"
            case "html_inline" if _BREAK_TAG.fullmatch(child.content):
                yield TextLine(text.strip(), bold.strip(), hard, number)
                text, bold, hard, leading = "", "", True, True
            case "html_inline" if match := _EMPHASIS_TAG.fullmatch(child.content):
                strong += {"": 1, "/": -1}[match["close"]] if match["name"].lower() in ("b", "strong") else 0
            case "html_inline" if child.content.startswith("<!--"):
                pass
            case _:
                piece = child.content
        text += piece
        if leading and strong:
            bold += piece
        elif piece.strip():
            leading = False
    yield TextLine(text.strip(), bold.strip(), hard, number)


def _bold_and_after(bold: Sequence[Token]) -> tuple[str, str]:
    """Bold words inside a line, and what follows them."""
    words, *after = (token.content for token in bold)
    return words, "".join(after)


def _unwrapped(found: list[Block]) -> Iterator[Block]:
    """The blocks without the list items that line wrapping made of a dash or a number inside a sentence.

    ``State - USAID JSP`` may be wrapped before its dash, and Markdown takes the rest of the sentence for a list item.
    It is none where it stands alone, directly below a text that stops in the middle of a sentence.
    """
    held: Block | None = None
    for at, block in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if held and _continues(held, block, following):
            held = replace(held, text=f"{held.text} {block.marker} {block.text}".rstrip())
            continue
        if held:
            yield held
        empty = block.kind is BlockKind.ITEM and not block.text
        held = replace(block, kind=BlockKind.BREAK, text=block.marker) if empty else block
    if held:
        yield held


def _continues(before: Block, item: Block, following: Block | None) -> bool:
    if item.kind is not BlockKind.ITEM or item.loose or item.bold or opens_line(item.text, ""):
        return False
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or not before.text or ends_sentence(before.text):
        return False
    if before.kind is BlockKind.ITEM and not opens_line(before.text, before.bold):
        return False
    alone = following is None or following.kind is not BlockKind.ITEM or following.level < item.level
    return alone or (following is not None and opens_line(following.text, following.bold))
