"""Text of a document is shown as text: nothing in it runs, formats, mentions or moves the cursor."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

import icsdiff
from hostile import ACTING, HOSTILE, hostile_version
from icsdiff import ChangeSet, Options
from icsdiff.rendering import TEXT_FORMATS, TextFormat
from icsdiff.rendering.plain import SHOWN, inert, plain


class Attributes(HTMLParser):
    """The names of all attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.names.update(name for name, _ in attrs)


@pytest.fixture(scope="module")
def changes() -> ChangeSet:
    return icsdiff.compare(hostile_version("A plain statement of the mission."), hostile_version(HOSTILE))


@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("rewrites", [False, True])
def test_no_format_holds_a_character_that_acts(changes: ChangeSet, form: TextFormat, rewrites: bool) -> None:
    assert not set(icsdiff.render(changes, form, Options(rewrites=rewrites))) & ACTING


def test_a_character_that_acts_is_seen_and_one_that_only_shapes_a_word_stays() -> None:
    assert inert("\u202eevil") == f"{SHOWN}evil"
    assert inert("\u0645\u06cc\u200c\u062e\u0648 👩\u200d🔬") == "\u0645\u06cc\u200c\u062e\u0648 👩\u200d🔬"
    assert plain("One.\n\nTwo.\tThree.") == "One. Two. Three."


def test_the_json_still_holds_every_character(changes: ChangeSet) -> None:
    document = json.loads(icsdiff.render(changes, "json"))
    assert HOSTILE in {change["new"]["text"] for change in document["changes"] if change["new"]}


def test_the_page_holds_no_element_of_the_document(changes: ChangeSet) -> None:
    page = icsdiff.render(changes, "html")
    assert page.count("<script") == page.count("</script>") == 1
    assert page.count("</style>") == 1
    assert "<img" not in page
    assert not re.search(r'href="(?!#)', page)
    assert not [name for name in Attributes(page).names if name.startswith("on")]
    assert "{{ 7 * 7 }}" in page
    assert "default-src &#39;none&#39;" in page.partition("</head>")[0]


def test_the_terminal_gets_colours_of_icsdiff_alone(changes: ChangeSet) -> None:
    assert "{{ 7 * 7 }}" in icsdiff.render(changes, "text")
    coloured = icsdiff.render(changes, "text", Options(color=True))
    assert not re.sub(r"\x1b\[[0-9;]*m", "", coloured).count("\x1b")
    assert "[31mred" in re.sub(r"\x1b\[[0-9;]*m", "", coloured)


def test_the_comment_mentions_nobody_links_nowhere_and_formats_nothing(changes: ChangeSet) -> None:
    comment = icsdiff.render(changes, "markdown")
    assert not re.search(r"@\w|#\d|:\w+:|https?:|www\.|GH-\d", comment)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(comment)
    elements = set(re.findall(r"<(\w+)", html))
    formatting = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "ul", "li", "code"}
    assert elements <= formatting | {"details", "summary", "b", "ins", "del"}
    assert set(re.findall(r"<code>(.*?)</code>", html)) == {changes.old.label, changes.new.label}
    assert html.count("<details>") == html.count("</details>") == comment.count("<summary>")
