"""A strategy in Markdown as a neutral page of HTML, which other programs print and convert."""

from __future__ import annotations

import re
from html import escape

from markdown_it import MarkdownIt

_RUNNING_HEADER = re.compile(
    r"\n\n(?:Originally )?Approved: [^\n]{6,24}(?:\n\nReviewed and Updated: [^\n]{6,24})?(?=\n\n|\n*$)"
)
_STYLE = """
body { font-family: "Liberation Serif", serif; font-size: 12pt; line-height: 1.3; }
h1 { font-size: 20pt; } h2 { font-size: 17pt; } h3 { font-size: 15pt; } h4, h5, h6 { font-size: 13pt; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 3pt; text-align: left; vertical-align: top; }
"""


def page(text: str, *, title: str = "", style: str = _STYLE) -> str:
    """The page of a Markdown text: headings, lists, tables, bold words and links, and nothing that the text lacks."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{body(text)}</body>\n</html>\n'


def body(text: str) -> str:
    """What stands in the body of that page."""
    reader = MarkdownIt("commonmark").enable("table").disable("code")
    html: str = reader.render(text)
    return html


def flowing(text: str) -> str:
    """A strategy without the running headers of its pages, and with the sentences whole that a page's end broke.

    The header is put back by whatever lays out the pages. The dates of the cover stay.
    """
    first, *others = _RUNNING_HEADER.split(text)
    if "Approved: " not in first:
        return text
    for each in others:
        after = each.lstrip("\n")
        first += f" {after}" if after[:1].islower() else each
    return first
