"""Word documents are read as the same text in Markdown is, with what Word computes, keeps aside and tracks."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest

from documents import words, words_read
from icsdiff.comparison.compare import compare
from icsdiff.model.version import Version
from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.docx import blocks
from icsdiff.sources.read import read
from icsdiff.sources.reading import Reading
from sources.made.office import PLAIN, SEED, converted, markdown
from sources.made.page import flowing
from sources.made.word import bold, cell, heading, levels, lists, p, r, table, word


def reading_of(data: bytes) -> Reading:
    return read(data, name="strategy.docx")


def version_of(text: str) -> Version:
    return read(text, name="strategy.md").version


def texts(body: str, **parts: str) -> list[str]:
    """The text of each block of a body, with the marker of an item."""
    return [f"{each.marker} {each.text}".strip() for each in blocks(word(body, **parts), "x.docx") if said(each)]


def said(block: Block) -> bool:
    return block.kind not in (BlockKind.BREAK, BlockKind.NOTE)


def aside(body: str, **parts: str) -> list[str]:
    return [each.text for each in blocks(word(body, **parts), "x.docx") if each.kind is BlockKind.BREAK]


@pytest.mark.parametrize("name", [SEED, *PLAIN])
def test_a_strategy_saved_as_a_word_document_reads_as_its_markdown(name: str) -> None:
    version = read(converted("docx")[name], name=name.replace(".md", ".docx")).version
    assert compare(read(markdown(name), name=name).version, version).changes == ()


@pytest.mark.parametrize("name", [SEED, *PLAIN])
def test_no_word_of_a_word_document_is_dropped_and_none_is_added(name: str) -> None:
    data = converted("docx")[name]
    found = words_read(reading_of(data))
    paragraphs = (each.text for each in docx.Document(io.BytesIO(data)).element.body.iter("{*}t"))
    there = words(" ".join(text or "" for text in paragraphs))
    assert there - found == {}
    # What the text of the paragraphs lacks: the numbers of lists, which Word computes, and the targets of links.
    assert words(markdown(name)) >= found - there


def test_running_headers_of_word_are_set_aside_and_give_the_dates() -> None:
    document = docx.Document(io.BytesIO(converted("docx")[SEED]))
    header, footer = document.sections[0].header, document.sections[0].footer
    header.paragraphs[0].text = "Originally Approved: March 21, 2022\tReviewed and Updated: September 22, 2023"
    footer.paragraphs[0].text = "FOR PUBLIC RELEASE\t\tPage 3 of 23"
    stream = io.BytesIO()
    document.save(stream)
    reading = reading_of(stream.getvalue())
    assert compare(version_of(flowing(markdown(SEED))), reading.version).changes == ()
    assert [line.text for line in reading.furniture][:4] == [
        "Originally Approved: March 21, 2022",
        "Reviewed and Updated: September 22, 2023",
        "FOR PUBLIC RELEASE",
        "Page 3 of 23",
    ]


NUMBERED = """
# Integrated Country Strategy

Nauru

## 1. Chief of Mission Priorities

We fish.

## 2. Mission Goals and Objectives

### Goal 1: The sea is safe.

Boats patrol.

#### Objective 1.1: Patrols double.

**Justification:** There are 3 boats.

1. One is new.
2. Two are old.

**Risks:** Storms. We will mitigate this by harbors.

- Of stone.
- Of wood.

#### Objective 1.2: Catches are counted.

**Justification:** Nobody counts.

#### Objective 1.2.1: Scales are bought.

**Justification:** There are none.

### Goal 2: Trade grows.

Ships come.

#### Objective 2.1: The port is dredged.

**Justification:** It is 4 meters deep.
"""


def numbered() -> bytes:
    """The same, with every number computed by Word."""
    outline = levels("%1.", "Goal %2:", "Objective %2.%3:", "Objective %2.%3.%4:")
    # The goals count on over the sections, and Word begins the deeper levels anew by itself.
    counting = lists(outline, levels("%1."), levels("/bullet"))
    return word(
        heading("Integrated Country Strategy", 1)
        + p("Nauru")
        + heading("Chief of Mission Priorities", 1, "1/0")
        + p("We fish.")
        + heading("Mission Goals and Objectives", 1, "1/0")
        + heading("The sea is safe.", 2, "1/1")
        + p("Boats patrol.")
        + heading("Patrols double.", 3, "1/2")
        + p(bold("Justification:"), " There are 3 boats.")
        + p("One is new.", num="2/0")
        + p("Two are old.", num="2/0")
        + p(bold("Risks"), bold(": "), "Storms. ", "We will mitigate this by harbors.")
        + p("Of stone.", num="3/0")
        + p("Of wood.", num="3/0")
        + heading("Catches are counted.", 3, "1/2")
        + p(bold("Justification:"), " Nobody counts.")
        + heading("Scales are bought.", 4, "1/3")
        + p(bold("Justification:"), " There are none.")
        + heading("Trade grows.", 2, "1/1")
        + p("Ships come.")
        + heading("The port is dredged.", 3, "1/2")
        + p(bold("Justification:"), " It is 4 meters deep."),
        numbering=counting,
    )


def test_headings_that_word_numbers_read_as_headings_with_typed_numbers() -> None:
    changes = compare(version_of(NUMBERED), reading_of(numbered()).version)
    assert (changes.changes, changes.rewrites) == ((), ())


_ANEW = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("described", "nums", "paragraphs", "labels"),
    [
        (levels("%1."), "", "1/0 1/0 1/0", ["1.", "2.", "3."]),
        (levels("%1.", "%1.%2"), "", "1/0 1/1 1/1 1/0 1/1", ["1.", "1.1", "1.2", "2.", "2.1"]),
        (levels("(%1)/lowerLetter", "%2)/upperRoman"), "", "1/0 1/1 1/1 1/0", ["(a)", "I)", "II)", "(b)"]),
        (levels("%1./upperLetter", start=26), "", "1/0 1/0", ["Z.", "AA."]),
        (levels("%1./lowerRoman", start=3), "", "1/0 1/0", ["iii.", "iv."]),
        (levels("Goal %1:/cardinalText"), "", "1/0 1/0", ["Goal One:", "Goal Two:"]),
        (levels("%1", "Objective %1.%2"), "", "1/1", ["Objective 1.1"]),
        (levels("/bullet"), "", "1/0 1/0", ["-", "-"]),
        (levels("%1."), "", "9/0 0/0", ["", ""]),
        (
            levels("%1."),
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
            "1/0 2/0 1/0",
            ["1.", "2.", "3."],
        ),
        (
            levels("%1."),
            _ANEW,
            "1/0 1/0 2/0 2/0",
            ["1.", "2.", "1.", "2."],
        ),
    ],
    ids=["plain", "levels", "letters", "alphabet", "roman", "words", "begins-deep", "bullet", "none", "shared", "anew"],
)
def test_numbers_are_those_that_word_prints(described: str, nums: str, paragraphs: str, labels: list[str]) -> None:
    body = "".join(p("x", num=num) for num in paragraphs.split())
    assert texts(body, numbering=lists(described, nums=nums)) == [f"{label} x".strip() for label in labels]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(bold("Risks"), bold(":"), " Storms."), [("paragraph", "Risks: Storms.", "Risks:")]),
        (p("Tab", "<w:r><w:tab/></w:r>", "bed"), [("paragraph", "Tab bed", "")]),
        (p("One", "<w:r><w:br/></w:r>", "two"), [("paragraph", "One", ""), ("paragraph", "two", "")]),
        (p("co", "<w:r><w:softHyphen/></w:r>", "op\u00aded"), [("paragraph", "cooped", "")]),
        (p("non", "<w:r><w:noBreakHyphen/></w:r>", "stop"), [("paragraph", "non-stop", "")]),
        (p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5"), [("paragraph", "≥ 5", "")]),
        (p("• Typed by hand"), [("item", "Typed by hand", "")]),
        (p('<w:smartTag w:element="place"><w:r><w:t>Peru</w:t></w:r></w:smartTag>'), [("paragraph", "Peru", "")]),
        (f"<w:sdt><w:sdtContent>{p('Held')}</w:sdtContent></w:sdt>", [("paragraph", "Held", "")]),
        (f"<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>{r('By outline')}</w:p>", [("heading", "By outline", "")]),
        (
            p('<w:hyperlink r:id="site" w:anchor="b"><w:r><w:t>the site</w:t></w:r></w:hyperlink>'),
            [("paragraph", "[the site](https://example.org/a#b)", "")],
        ),
        (
            p('<w:hyperlink w:anchor="_Toc1"><w:r><w:t>inside</w:t></w:r></w:hyperlink>'),
            [("paragraph", "inside", "")],
        ),
        (
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                r(' HYPERLINK "https://example.org/x y" ', tag="instrText"),
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                "a field",
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ),
            [("paragraph", "[a field](https://example.org/x%20y)", "")],
        ),
        (p("Page ", f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>'), [("paragraph", "Page 7", "")]),
        (table(["Only one column"]), [("paragraph", "Only one column", "")]),
        (table(["a", "b"], ["c", ""]), [("row", "a | b", ""), ("row", "c |", "")]),
        (
            table(["Fish", "2"], [cell("", "<w:vMerge/>"), "3"], [cell("All", '<w:gridSpan w:val="2"/>')]),
            [("row", "Fish | 2", ""), ("row", "| 3", ""), ("row", "All", "")],
        ),
        (
            table(["Justification", p("One.") + p("Two.")], ["Risks", "Few."]),
            [
                ("paragraph", "Justification | One.", "Justification"),
                ("paragraph", "Two.", ""),
                ("paragraph", "Risks | Few.", "Risks"),
            ],
        ),
    ],
)  # fmt: skip
def test_what_word_writes_becomes_a_block(body: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(each.kind, each.text.strip(), each.bold) for each in blocks(word(body), "x.docx") if said(each)]
    assert found == expected


def test_footnotes_stand_in_their_place_and_apart_from_the_fields() -> None:
    notes = f'<w:footnote w:id="2">{p("First ", "note.")}</w:footnote><w:footnote w:id="5">{p("Second.")}</w:footnote>'
    ends = f'<w:endnote w:id="2">{p("Last.")}</w:endnote>'
    body = p("One", _refers("footnote", 5), " and", _refers("footnote", 2), " and", _refers("endnote", 2)) + p("More.")
    assert texts(body, footnotes=notes, endnotes=ends) == [
        "One[^1] and[^2] and[^i]",
        "[^1]: Second.",
        "[^2]: First note.",
        "[^i]: Last.",
        "More.",
    ]


def _refers(kind: str, identifier: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'


def test_a_text_box_that_is_given_in_two_forms_is_read_once_behind_its_paragraph() -> None:
    inner = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:posOffset>914400</wp:posOffset>'
        f"<wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p("Before", drawing, " and after")) == ["Before and after", "In the box"]


def test_the_words_of_a_diagram_are_text() -> None:
    drawn = '<?xml version="1.0"?><model xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    drawn += "<a:p><a:r><a:t>Mission </a:t></a:r><a:r><a:t>Goal 1: Peace.</a:t></a:r></a:p></model>"
    body = p('<w:r><w:drawing><dgm:relIds r:dm="diagramData"/></w:drawing></w:r>')
    assert texts(body, diagramData=drawn) == ["Mission Goal 1: Peace."]


def test_what_no_page_shows_is_set_aside() -> None:
    comments = f'<w:comment w:id="0" w:author="Ana">{p("Is this so?")}</w:comment>'
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"
    body = p("Shown", comment) + p(r("secret", "<w:vanish/>"), "open", empty)
    body += p('<w:r><w:drawing><wp:docPr id="1" name="x" descr="A map"/></w:drawing></w:r>', "seen")
    assert texts(body, comments=comments) == ["Shown", "open", "seen"]
    assert aside(body, comments=comments) == [
        "Comment by Ana: Is this so?",
        "Hidden: secretClick here",
        "Picture: A map",
    ]


def test_entries_of_a_table_of_contents_are_of_the_page() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TDC1"><w:name w:val="toc 1"/></w:style>'
    body = p("Mission Goal 1: Peace.", "<w:r><w:tab/></w:r>", "3", style="TDC1") + p("Text.")
    assert (texts(body, styles=styles), aside(body, styles=styles)) == (["Text."], ["Mission Goal 1: Peace. 3"])


def test_pages_are_counted_where_word_has_laid_them_out() -> None:
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = blocks(word(p("One") + p("Two", end, "goes on") + p("Two") + p(end, "Three")), "x.docx")
    assert [(each.page, each.line) for each in found] == [(1, 1), (1, 2), (2, 3), (3, 4)]
    assert {each.page for each in blocks(word(p("One")), "x.docx")} == {0}


def test_a_page_break_of_the_author_s_parts_the_text() -> None:
    found = blocks(word(p("One", '<w:r><w:br w:type="page"/></w:r>', "Two")), "x.docx")
    assert [each.text for each in found] == ["One", "\f", "Two"]


def test_without_styles_larger_type_makes_headings() -> None:
    body = "".join(p(r(text, f'<w:sz w:val="{size}"/>')) for text, size in [("A", 40), ("B", 30), ("text, long", 22)])
    found = [(each.kind, each.level) for each in blocks(word(body, styles=""), "x.docx")]
    assert found == [("heading", 1), ("heading", 2), ("paragraph", 0)]


def test_the_strict_form_of_the_standard_is_read_as_well() -> None:
    data = word(p("Text."), styles="")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(
                name,
                content.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            )
    assert [each.text for each in blocks(stream.getvalue(), "x.docx")] == ["Text."]


LAID_OUT = """
# Integrated Country Strategy

Tuvalu

## Chief of Mission Priorities

1.1 The sea rises.[^1]

1.2 The atolls shrink.

[^1]: Source: tide gauges.

## Mission Goals and Objectives

**Mission Goal 1: The land stays.**

Walls are built.

**Objective 1.1: Walls stand.**

**Justification:** They shelter people.

| Indicator | Baseline | Target |
|---|---|---|
| Walls | 3 | 9 |
| | 4 | 12 |

**Risks:** Waves. We will mitigate this by mangroves.
"""


def test_columns_indicators_numbered_paragraphs_and_footnotes_read_as_in_markdown() -> None:
    two_columns = '<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
    numbers = lists(levels("%1", "%1.%2"))
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = heading("Integrated Country Strategy", 1) + p("Tuvalu") + heading("Chief of Mission Priorities", 2)
    body += p("The sea rises.", note, num="1/1") + p("The atolls shrink.", num="1/1") + two_columns
    body += heading("Mission Goals and Objectives", 2) + p(bold("Mission Goal 1: The land stays."))
    body += p("Walls are built.") + p(bold("Objective 1.1: "), bold("Walls stand."))
    body += p(bold("Justification:"), '<w:r><w:br w:type="column"/></w:r>', " They shelter people.")
    walls, same = (cell("Walls", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>"))
    body += table(["Indicator", "Baseline", "Target"], [walls, "3", "9"], [same, "4", "12"])
    body += p(bold("Risks:"), " Waves. We will mitigate this by mangroves.")
    data = word(body, numbering=numbers, footnotes=f'<w:footnote w:id="2">{p("Source: tide gauges.")}</w:footnote>')
    changes = compare(version_of(LAID_OUT), reading_of(data).version)
    assert (changes.changes, changes.rewrites) == ((), ())
    assert reading_of(data).version.sections[0].text == "[^1]: Source: tide gauges."


def test_headers_of_word_give_dates_and_release_where_no_cover_does() -> None:
    header = p("Approved: May 2, 2022", "<w:r><w:tab/></w:r>", "Reviewed and Updated: June 3, 2024") + p("SBU")
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    body = heading("Mission Goal 1: Peace.", 1) + heading("Objective 1.1: Courts work.", 2) + section
    version = reading_of(word(body, header=header)).version
    assert (version.approved, version.updated, version.release) == (date(2022, 5, 2), (date(2024, 6, 3),), "SBU")
