"""Text of a document is shown as text: nothing in it runs, formats, mentions or moves the cursor."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

import icsdiff
from hostile import HOSTILE, hostile_version
from icsdiff import ChangeSet


@pytest.fixture(scope="module")
def changes() -> ChangeSet:
    return icsdiff.compare(hostile_version("A plain statement of the mission."), hostile_version(HOSTILE))


def test_the_page_holds_no_element_of_the_document(changes: ChangeSet) -> None:
    page = icsdiff.render(changes, "html")
    assert page.count("<script") == page.count("</script>") == 1
    assert page.count("</style>") == 1
    assert "<img" not in page
    assert not re.search(r'href="(?!#)', page)
    assert "{{ 7 * 7 }}" in page
    assert "default-src &#39;none&#39;" in page.partition("</head>")[0]


def test_the_terminal_gets_no_control_character(changes: ChangeSet) -> None:
    text = icsdiff.render(changes, "text")
    assert not set(text) & {"\x1b", "\u202e", "\x07", "\r"}
    assert "{{ 7 * 7 }}" in text


def test_the_comment_mentions_nobody_and_formats_nothing(changes: ChangeSet) -> None:
    comment = icsdiff.render(changes, "markdown")
    assert not re.search(r"@\w", comment)
    html = MarkdownIt("commonmark").enable("table").render(comment)
    assert "<img" not in html
    assert "<script" not in html
    assert "<code>" not in html
    assert "javascript:" not in re.findall(r'href="([^"]*)"', html)
