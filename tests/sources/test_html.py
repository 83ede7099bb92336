"""A strategy as a page is the strategy, whoever published the page and whatever stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from documents import DOCUMENTS, text_of, words, words_read
from icsdiff.comparison.compare import compare
from icsdiff.errors import IcsdiffError
from icsdiff.model.version import Extra, Objective, Version
from icsdiff.sources.read import read
from icsdiff.sources.reading import Reading
from sources.made import embassy
from sources.made.page import body, flowing, page

OF_MARKDOWN_ONLY = {"fiji.md", "ghana.md", "jordan.md"}
"""Written with marks that only pandoc knows, or with tags that Markdown carries as text."""
STRATEGIES = [name for name in DOCUMENTS if name.endswith(".md") and name not in OF_MARKDOWN_ONLY]
SITES: dict[str, Callable[[str], str]] = {
    "alone": page,
    "WordPress": lambda text: embassy.wordpress(body(text)),
    "Drupal": lambda text: embassy.drupal(body(text)),
    "boxes": lambda text: embassy.boxes(body(text)),
    "tables": lambda text: embassy.tables(body(text)),
}
UNSEEN = "script style".split()


@pytest.fixture(scope="module")
def seed(repository: Path) -> str:
    return (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")


def reading(html: str | bytes, name: str = "page.html") -> Reading:
    return read(html if isinstance(html, bytes) else html.encode(), name=name)


def only(html: str) -> Objective:
    """The one objective of a small page, with this below its statement."""
    (found,) = reading(f"<h2>Mission Goal 1: A goal.</h2><h3>Objective 1.1: An aim.</h3>{html}").version.objectives
    return found


def changes(old: Version, html: str) -> object:
    return compare(old, reading(html).version).changes


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_the_seed_as_a_page_is_the_same_version(seed: str, site: Callable[[str], str]) -> None:
    published = read(seed, name="peru.md").version
    assert changes(published, site(seed)) == changes(published, site(flowing(seed))) == ()


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
@pytest.mark.parametrize("name", STRATEGIES)
def test_any_strategy_as_a_page_is_the_same_version(name: str, site: Callable[[str], str]) -> None:
    text = text_of(name)
    assert changes(read(text, name=name).version, site(text)) == ()


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
@pytest.mark.parametrize("name", ["peru.md", *STRATEGIES])
def test_every_word_of_the_page_is_read(seed: str, name: str, site: Callable[[str], str]) -> None:
    html = site(seed if name == "peru.md" else text_of(name))
    root = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    shown = words("\n".join(map(str, root.itertext())))
    targets = words("\n".join(str(each.get("href")) for each in root.iter("a")))
    found = words_read(reading(html))
    assert shown - found == Counter()
    numbers = Counter(each for each in (found - shown - targets).elements() if not each.isdigit())
    assert numbers == Counter()  # the marks of an ordered list stand in no text


@pytest.mark.parametrize("site", [embassy.wordpress, embassy.drupal, embassy.boxes, embassy.tables])
def test_what_the_site_adds_is_furniture_and_gives_no_date(seed: str, site: Callable[[str], str]) -> None:
    found = reading(site(body(seed)))
    furniture = " ".join(line.text for line in found.furniture)
    assert all(each in furniture for each in ("Home", "cookies", "Privacy", "official website"))
    assert "analytics" not in furniture
    assert [day.isoformat() for day in found.version.updated] == ["2023-09-22"]


MARKUP = {
    "paragraphs": ("<h4>Risks</h4><p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    "line breaks": ("<h4>Risks</h4><p>One.<br><br>Two.<br/>Three.</p>", "One.\n\nTwo.\n\nThree."),
    "white space": ("<h4>Risks</h4>\n<p>\n  One\n  and\ttwo.\n</p>", "One and two."),
    "a bold label": ("<p><b>Risks:</b> One.</p>", "One."),
    "a label in pieces": ("<p><b>Ri</b><b>sks</b><strong>:</strong> One.</p>", "One."),
    "a label by its style": ("<p><span style='font-weight:700'>Risks</span>: One.</p>", "One."),
    "a label inside a paragraph": ("<p><b>Justification:</b> Ports. <b>Risks:</b> One.</p>", "One."),
    "a definition": ("<dl><dt>Justification</dt><dd>Ports.</dd><dt>Risks</dt><dd>One.</dd></dl>", "One."),
    "a summary": ("<details><summary>Risks</summary><p>One.</p></details>", "One."),
    "nested lists": (
        "<h4>Risks</h4><ul><li>One<ol><li>Two</li><li>Three</li></ol></li><li>Four</li></ul>",
        "- One\n\n1. Two\n\n2. Three\n\n- Four",
    ),
    "a list that counts on": ("<h4>Risks</h4><ol start=4><li>One</li><li value=9>Two</li></ol>", "4. One\n\n9. Two"),
    "typed bullets": ("<h4>Risks</h4><p>• One<br>• Two</p>", "- One\n\n- Two"),
    "a table": (
        "<h4>Risks</h4><table><tr><th>Days</th><th>Goal</th></tr><tr><td>21</td><td></td></tr></table>",
        "| Days | Goal |\n\n| 21 | |",
    ),
    "cells over columns": (
        "<h4>Risks</h4><table><tr><td colspan=2>Days<td>Goal<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>",
        "| Days | | Goal |\n\n| 1 | 2 | 3 |\n\n| | 4 | 5 |",
    ),
    "a table inside a box": (
        "<h4>Risks</h4><table role=presentation><tr><td>One.<table><tr><td>1<td>2</table></table>",
        "One.\n\n| 1 | 2 |",
    ),
    "links": (
        '<h4>Risks</h4><p>See <a href="/plan (2).pdf">the plan</a>, <a name=x>here</a> and <a href="#"></a>there.</p>',
        "See [the plan](/plan%20%282%29.pdf), here and there.",
    ),
    "a link around a block": ('<h4>Risks</h4><a href="/x"><p>One.</p></a>', "[One.](/x)"),
    "entities": (
        "<h4>Risks</h4><p>R&amp;D &ndash; &#8220;one&#x201d; &#150; two&nbsp;&euro;.</p>",
        "R&D – “one” – two €.",
    ),
    "soft hyphens": ("<h4>Risks</h4><p>emis&shy;sions and di\ufb03culties<wbr>.</p>", "emissions and difficulties."),
    "hidden text": (
        "<h4>Risks</h4><p>One<span style='display:none'>x</span><span class='visually-hidden'>y</span>.</p>",
        "One.",
    ),
    "raised numbers": (
        "<h4>Risks</h4><p>It cost $333 million.<sup>2</sup> Of 5 km<sup>2</sup> on the 1<sup>st</sup>.</p>",
        "It cost $333 million.[^2] Of 5 km2 on the 1st.",
    ),
    "verbatim text": ("<h4>Risks</h4><pre>One is\nlong.\n\nTwo.</pre>", "One is long.\n\nTwo."),
    "an unclosed paragraph": ("<h4>Risks<p>One.<p>Two.", "One.\n\nTwo."),
}


@pytest.mark.parametrize(("html", "risks"), MARKUP.values(), ids=MARKUP)
def test_markup_says_how_a_text_is_parted(html: str, risks: str) -> None:
    assert only(html).risks == risks


def test_a_heading_is_no_link_to_itself() -> None:
    html = '<h2>Goal 1: A goal.</h2><h3 id="o"><a href="#o">Objective 1.1: An aim.</a> <a href="#o">¶</a></h3>'
    (found,) = reading(html).version.objectives
    assert found.statement == "An aim."


def test_footnotes_stand_where_the_text_calls_them() -> None:
    html = (
        '<p><b>Risks:</b> Prices rise.<sup><a id="r1" href="#n1">1</a></sup></p>'
        '<h2>Notes</h2><ol><li id="n1">World Bank, 2021. <a href="#r1">↩</a></li></ol>'
    )
    version = reading(f"<h2>Goal 1: A goal.</h2><h3>Objective 1.1: An aim.</h3>{html}").version
    assert next(version.objectives).risks == "Prices rise.[^1]"
    assert version.sections == (Extra("Notes", "[^1]: World Bank, 2021."),)


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings>Objective 9.9</o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0in;} --></style></head><body lang=EN-US><div class=WordSection1>
<p class=MsoTitle>Integrated Country Strategy</p><h1>Peru<o:p></o:p></h1>
<h2><a name="_Toc1">Mission Goal 1: </a>Open ports<o:p></o:p></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-size:11.0pt'>Objective</span></b><b><span
style='mso-spacerun:yes'> </span>1.1:</b> An aim.<o:p></o:p></p>
<p class=MsoNormal><b>Risks</b>: Prices<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference>[1]</span></a> rise:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>for fuel<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>2.<span>&nbsp; </span></span>for food.<o:p></o:p></p>
<p class=MsoNormal style='display:none;mso-hide:all'>draft</p>
</div><div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a>
World Bank.<o:p></o:p></p></div></div></body></html>
"""


def test_a_page_that_a_word_processor_saved_is_read() -> None:
    version = reading(WORD.encode("cp1252")).version
    (objective,) = version.objectives
    assert (version.mission, version.goals[0].statement, objective.statement) == ("Peru", "Open ports", "An aim.")
    assert objective.risks == "Prices[^1] rise:\n\n- for fuel\n\n2. for food."
    assert version.sections == (Extra("Notes", "[^1]: World Bank."),)


PAGE = "<html><head>{}</head><body><h2>Goal 1: A goal.</h2><h3>Objective 1.1: “Côte d’Ivoire”</h3></body></html>"
UTF_8 = '<meta charset="utf-8">'
HTTP = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
ENCODINGS = {
    "nothing said": PAGE.encode(),
    "said": PAGE.format(UTF_8).encode(),
    "a byte order mark": PAGE.encode("utf-8-sig"),
    "UTF-16": PAGE.encode("utf-16"),
    "UTF-16 without a mark": PAGE.encode("utf-16-le"),
    "windows-1252, said": PAGE.format(HTTP.format("windows-1252")).encode("cp1252"),
    "windows-1252, not said": PAGE.encode("cp1252"),
    "windows-1252 called ISO-8859-1": PAGE.format(HTTP.format("iso-8859-1")).encode("cp1252"),
    "windows-1252 called UTF-8": PAGE.format(UTF_8).encode("cp1252"),
    "UTF-8 called ISO-8859-1": PAGE.format(HTTP.format("iso-8859-1")).encode(),
    "an encoding that is none": PAGE.format(HTTP.format("zip")).encode("cp1252"),
    "an XML declaration": b'<?xml version="1.0" encoding="iso-8859-1"?>' + PAGE.encode("cp1252"),
    "Big5": PAGE.format(HTTP.format("gb18030")).encode("gb18030"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_a_page_is_read_in_its_encoding_whatever_it_says(data: bytes) -> None:
    assert next(reading(data).version.objectives).statement == "“Côte d’Ivoire”"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "page.html: no element of HTML is in it|page.html: the file is empty"),
        (b"<p>\0</p>", "page.html: a zero byte at offset 3"),
        (b"<p>C\xc3\xb4te</p>\n<p>C\xf4te</p>", r"page.html:2: not valid UTF-8 at byte offset 17 \(0xf4\)"),
        (b"<p>\x81</p>", "page.html:1: not valid cp1252 at byte offset 3"),
        (b"\xff\xfe<\0p", "page.html:1: not valid utf-16-le at byte offset 4"),
        (b"<meta charset=shift_jis>\n\x81", "page.html:2: not valid shift_jis"),
        (b"<div>" * 10_000 + b"x", "page.html:1: elements nested too deep"),
        (b"<p>A letter.</p>", "page.html: no goals or objectives were found"),
        (b"<!-- Objective 1.1: A -->", "page.html: no "),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_place(data: bytes, reason: str) -> None:
    with pytest.raises(IcsdiffError) as caught:
        reading(data)
    assert re.match(reason, str(caught.value)), caught.value


def test_entities_and_files_of_others_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Mission secret")
    html = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><h2>Goal 1: A.</h2><h3>Objective 1.1: &x;</h3>'
    assert "secret" not in "".join(reading(html).version.fields.values())


@pytest.mark.parametrize("hidden", ["", "hidden", "aria-hidden=true", "style='display: none'", "class='tab collapse'"])
def test_a_panel_that_waits_for_a_click_belongs_to_the_document(hidden: str) -> None:
    panel = f"<div {hidden}><h2>Mission Goal 1: A goal.</h2><h3>Objective 1.1: An aim.</h3><p>Ports matter.</p></div>"
    assert next(reading(f"<main><h1>Integrated Country Strategy</h1>{panel}</main>").version.objectives).statement


def test_strategies_in_several_articles_are_read_whole() -> None:
    parts = [f"<h2>Mission Goal {at}: A goal.</h2><h3>Objective {at}.1: An aim.</h3><p>Ports.</p>" for at in (1, 2)]
    html = "".join(f"<article>{part}</article>" for part in parts)
    assert len(reading(f"<body><div>{html}</div></body>").version.goals) == 2


TAGS = st.sampled_from(
    (
        "<p>;</p>;<h2>;</h2>;<b>;</b>;<ul>;<ol start=3>;<li>;</ul>;<table>;<tr>;<td rowspan=3>;<td colspan=9999>;"
        "</table>;<br>;<a href=#a>;</a>;<sup>;</sup>;<nav>;</nav>;<main>;</main>;<pre>;</pre>;<dl>;<dt>;<dd>;<svg>;"
        "<div hidden>;</div>;<hr>;<title>;<template>;<o:p>;<p style='mso-list:l0 level2'>;<!--;-->;<![if x]>;&amp;;"
        "&#0;;&x;;\f;Risks:;1."
    ).split(";")
)


@given(st.lists(TAGS | st.text(max_size=8), max_size=40))
def test_any_page_is_read_or_refused_with_a_reason(pieces: list[str]) -> None:
    html = " ".join(pieces).replace("\0", "")
    try:
        found = reading(f"<h2>Goal 1: A goal.</h2><h3>Objective 1.1: An aim.</h3><p>{html}".encode("utf-8", "replace"))
    except IcsdiffError as error:
        assert str(error).startswith("page.html")  # noqa: PT017  (most pages are read)
    else:
        assert sum(found.words.shares) == 1000


def test_a_page_of_many_parts_is_read_in_time_that_grows_with_its_length() -> None:
    part = "<h3>Objective 1.{at}: Statement {at}.</h3><p><b>Justification:</b> " + "Words. " * 60 + "</p><ul><li>x</ul>"
    html = "<h2>Goal 1: A goal.</h2>" + "".join(part.replace("{at}", str(at)) for at in range(1, 90)) + "<p>x" * 5_000
    assert len(list(reading(html).version.objectives)) == 89
