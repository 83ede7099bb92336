"""A Word document with tracked changes holds two versions, and each is read as if it stood alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import icsdiff
from icsdiff.sources.blocks import BlockKind
from icsdiff.sources.docx import blocks
from icsdiff.sources.sides import Side
from sources.made.word import bold, heading, levels, lists, p, r, word


def texts(body: str, side: Side, **parts: str) -> list[str]:
    found = blocks(word(body, **parts), "x.docx", side)
    return [f"{each.marker} {each.text}".strip() for each in found if each.kind is not BlockKind.NOTE]


def ins(*runs: str) -> str:
    return f"<w:ins>{''.join(map(r, runs))}</w:ins>"


def gone(*runs: str) -> str:
    return f"<w:del>{''.join(r(each, tag='delText') for each in runs)}</w:del>"


def moved(text: str, *, to: bool) -> str:
    name = "moveTo" if to else "moveFrom"
    return f"<w:{name}>{r(text)}</w:{name}>"


def _rows(*changes: str) -> str:
    """A table with a row for each change of a row."""
    cells = (f"<w:tc>{p(f'a{at}')}</w:tc><w:tc>{p(f'b{at}')}</w:tc>" for at in range(1, len(changes) + 1))
    rows = (f"<w:tr><w:trPr>{change}</w:trPr>{each}</w:tr>" for change, each in zip(changes, cells, strict=True))
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "original", "final"),
    [
        (p("It cost ", gone("$5"), ins("$6"), " million."), ["It cost $5 million."], ["It cost $6 million."]),
        (p("No change."), ["No change."], ["No change."]),
        (p("One.") + p(ins("New."), mark="<w:ins/>") + p("Two."), ["One.", "Two."], ["One.", "New.", "Two."]),
        (p("One.") + p(gone("Old."), mark="<w:del/>") + p("Two."), ["One.", "Old.", "Two."], ["One.", "Two."]),
        (p("One, ", mark="<w:del/>") + p("and two."), ["One,", "and two."], ["One, and two."]),
        (p("One, ", mark="<w:ins/>") + p("and two."), ["One, and two."], ["One,", "and two."]),
        (p("a", mark="<w:del/>") + p("b", mark="<w:del/>") + p("c"), ["a", "b", "c"], ["abc"]),
        (
            p(moved("Moved.", to=False), mark="<w:moveFrom/>")
            + p("Stays.")
            + p(moved("Moved.", to=True), mark="<w:moveTo/>")
            + p("Ends."),
            ["Moved.", "Stays.", "Ends."],
            ["Stays.", "Moved.", "Ends."],
        ),
        (_rows("", "<w:ins/>", "<w:del/>"), ["a1 | b1", "a3 | b3"], ["a1 | b1", "a2 | b2"]),
        (p(r("Dressed", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), ["Dressed"], ["Dressed"]),
        (p(f"<w:ins>{gone('brief')}{r('Kept')}</w:ins>", " text"), ["text"], ["Kept text"]),
    ],
    ids=[
        *("figure", "nothing", "new paragraph", "old paragraph", "joined", "parted", "three joined", "moved"),
        *("rows", "dress", "inserted and deleted"),
    ],
)
def test_each_side_is_whole(body: str, original: list[str], final: list[str]) -> None:
    assert texts(body, Side.ORIGINAL) == original
    assert texts(body, Side.FINAL) == final


def test_numbers_are_those_of_the_side_that_is_read() -> None:
    body = p(gone("Old."), num="1/0", mark="<w:del/>") + p("Kept.", num="1/0")
    numbering = lists(levels("%1."))
    assert texts(body, Side.ORIGINAL, numbering=numbering) == ["1. Old.", "2. Kept."]
    assert texts(body, Side.FINAL, numbering=numbering) == ["1. Kept."]


def test_a_paragraph_has_the_style_that_it_had() -> None:
    change = "<w:pPrChange><w:pPr/></w:pPrChange>"
    body = p("Was text.", style="Ttulo2").replace("</w:pPr>", f"{change}</w:pPr>", 1)
    kinds = [[each.kind for each in blocks(word(body), "x.docx", side)] for side in Side]
    assert kinds == [["paragraph"], ["heading"]]


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    """A draft in which a reviewer revised a figure, took a sentence away and added a paragraph."""
    file = tmp_path / "draft.docx"
    body = heading("Integrated Country Strategy", 1) + p("Nauru") + heading("Mission Goals and Objectives", 1)
    body += heading("Mission Goal 1: The sea is safe.", 2) + heading("Objective 1.1: Patrols double.", 3)
    body += p(bold("Justification:"), " Patrols cost $", gone("5"), ins("6"), " million.", gone(" Boats are old."))
    body += p(bold("Risks:"), " Storms may come.", mark="<w:ins/>") + p(ins("We will mitigate this through harbors."))
    file.write_bytes(word(body))
    return file


def test_one_document_is_compared_with_itself_before_its_tracked_changes(strategy: Path) -> None:
    done = icsdiff("diff", str(strategy), "--tracked", "both", "--format", "json", "--exit-code")
    changes = json.loads(done.out)["changes"]
    assert (done.code, done.err) == (1, "")
    assert [(each["kind"], (each["new"] or each["old"])["path"]) for each in changes] == [
        ("figure-revised", "objectives/1.1/justification"),
        ("mitigation-added", "objectives/1.1/risks"),
        ("text-removed", "objectives/1.1/justification"),
    ]


@pytest.mark.parametrize(
    ("options", "passage", "told"),
    [
        ([], "$6 million", "its tracked changes are taken as accepted"),
        (["--tracked", "final"], "$6 million", "its tracked changes are taken as accepted"),
        (["--tracked", "original"], "$5 million. Boats are old.", "before its tracked changes"),
    ],
)
def test_an_import_takes_one_side_and_says_which(strategy: Path, options: list[str], passage: str, told: str) -> None:
    done = icsdiff("import", str(strategy), *options)
    assert done.code == 0
    assert passage in " ".join(done.out.split())
    assert told in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["diff", "{docx}", "{docx}", "--tracked", "both"], "name one document only"),
        (["diff", "{md}", "--tracked", "both"], "only in Word documents"),
        (["import", "{md}", "--tracked", "original"], "only in Word documents"),
        (["import", "{docx}", "--tracked", "both"], "'both' is not one of"),
    ],
)
def test_sides_are_asked_of_one_word_document(strategy: Path, arguments: list[str], told: str) -> None:
    other = strategy.with_suffix(".md")
    other.write_text("# Mission Goal 1: Peace.\n", encoding="utf-8")
    done = icsdiff(*(each.format(docx=strategy, md=other) for each in arguments))
    assert (done.code, done.out) == (2, "")
    assert told in done.err
