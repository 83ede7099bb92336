"""OpenDocument texts are read as the same text in Markdown is."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from documents import words, words_read
from icsdiff.comparison.compare import compare
from icsdiff.sources.blocks import Block
from icsdiff.sources.odt import blocks
from icsdiff.sources.read import read
from sources.made.office import PLAIN, SEED, converted, markdown
from sources.made.open_document import flat, odt


@pytest.mark.parametrize("name", [SEED, *PLAIN])
def test_a_strategy_saved_as_an_open_document_reads_as_its_markdown(name: str) -> None:
    version = read(converted("odt")[name], name=name.replace(".md", ".odt")).version
    assert compare(read(markdown(name), name=name).version, version).changes == ()


@pytest.mark.parametrize("name", [SEED, *PLAIN])
def test_no_word_of_an_open_document_is_dropped_and_none_is_added(name: str) -> None:
    data = converted("odt")[name]
    found = words_read(read(data, name="strategy.odt"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("content.xml")).find(".//{*}text")
    assert body is not None
    there = words(" ".join(str(text) for each in body.iter("{*}p", "{*}h") for text in each.itertext()))
    assert there - found == {}
    # What the text of the paragraphs lacks: the numbers of lists and the targets of links.
    assert words(markdown(name)) >= found - there


def kept(found: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    return [(each.kind, f"{each.marker} {each.text}".strip(), each.bold) for each in found]


BOLD = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
)
OUTLINE = (
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
    'style:num-prefix="Goal " style:num-suffix=":"/><text:outline-level-style text:level="2" style:num-format="1" '
    'style:num-prefix="Objective " style:num-suffix=":" text:display-levels="2"/></text:outline-style>'
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<text:h text:outline-level="2">Head</text:h>', [("heading", "Objective 1.1: Head", "")]),
        (
            '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="1">B</text:h>',
            [("heading", "Goal 1: A", ""), ("heading", "Goal 2: B", "")],
        ),
        (
            '<text:p><text:span text:style-name="B">Risks:</text:span> few</text:p>',
            [("paragraph", "Risks: few", "Risks:")],
        ),
        (
            "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>",
            [("paragraph", "a b c", ""), ("paragraph", "d", "")],
        ),
        (
            '<text:p><text:a xlink:href="https://example.org/">there</text:a></text:p>',
            [("paragraph", "[there](https://example.org/)", "")],
        ),
        (
            (
                '<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list>'
                "<text:list-item><text:p>in</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>two</text:p><text:p>more"
                "</text:p></text:list-item></text:list>"
            ),
            [("item", "1. one", ""), ("item", "a) in", ""), ("item", "2. two", ""), ("paragraph", "more", "")],
        ),
        (
            (
                '<text:p>x<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                "<text:note-body><text:p>Source.</text:p></text:note-body></text:note> y</text:p>"
            ),
            [("paragraph", "x[^1] y", ""), ("paragraph", "[^1]: Source.", "")],
        ),
        (
            (
                "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>"
                "<text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/>"
                "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
            ),
            [("row", "a | b", ""), ("row", "| c", "")],
        ),
        (
            "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>beside</text:p>",
            [("paragraph", "beside", ""), ("paragraph", "boxed", "")],
        ),
        (
            (
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
                '</text:changed-region></text:tracked-changes><text:p>stays<text:change text:change-id="1"/></text:p>'
            ),
            [("paragraph", "stays", ""), ("note", "its tracked changes are taken as accepted", "")],
        ),
        (
            (
                "<text:table-of-content><text:index-body><text:p>Goal 1: Peace.<text:tab/>3</text:p></text:index-body>"
                "</text:table-of-content>"
            ),
            [("break", "Goal 1: Peace. 3", "")],
        ),
        (
            "<text:p>said<office:annotation><dc:creator>Ana</dc:creator><text:p>So?</text:p></office:annotation></text:p>",
            [("break", "Comment by Ana: So?", ""), ("paragraph", "said", "")],
        ),
    ],
)
def test_what_open_document_writes_becomes_a_block(text: str, expected: list[tuple[str, str, str]]) -> None:
    for data in (flat(text, styles=BOLD + NUMBERED, named=OUTLINE), odt(text, styles=BOLD + NUMBERED, named=OUTLINE)):
        assert kept(blocks(data, "x.odt")) == expected


def test_headers_are_set_aside_and_soft_page_breaks_count_pages() -> None:
    master = "<style:master-page><style:header><text:p>Approved: May 1, 2022<text:tab/>Page 2</text:p></style:header>"
    text = "<text:p>One</text:p><text:soft-page-break/><text:p>Two</text:p>"
    found = blocks(flat(text, master=f"{master}</style:master-page>"), "x.fodt")
    assert [each.text for each in found] == ["Approved: May 1, 2022", "Page 2", "One", "Two"]
    assert [each.page for each in found][2:] == [1, 2]
