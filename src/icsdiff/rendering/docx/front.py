"""What stands before the compared text, untracked: the two versions, and an overview of what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.rendering.docx.elements import Element, element, paragraph, run
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.model import Head, MapRow, View
from icsdiff.rendering.view.questions import Question

_WIDTH = 9360
"""Twentieths of a point between the margins of the page."""
_HEAD_WIDTHS = (8, 22, 15, 15, 20, 20)
_FIGURE_WIDTHS = (28, 16, 16, 18, 22)
"""Hundredths of that for each column."""
_NOTHING = "—"


def front(seen: View, texts: Texts) -> Iterator[Element]:
    """The paragraphs and tables; all styles of this part are its own, ``Report…``."""
    yield paragraph("ReportTitle", run(texts.say("forms.title", mission=seen.heads[1].mission)))
    titles = [texts.say(f"heads.{each}") for each in ("approved", "updated", "release", "provenance")]
    yield _table(["", texts.say("forms.version"), *titles], (_head(head, texts) for head in seen.heads), _HEAD_WIDTHS)
    for head in seen.heads:
        if head.warning:
            yield paragraph("ReportWarning", run(_warning(head, texts)))
    yield paragraph("ReportText", run(f"{seen.sentence} {seen.rewritten}".strip(), element("b")))
    if seen.happened or seen.renumbered:
        yield paragraph("ReportHeading", run(texts.say("map.title")))
        for row in seen.happened:
            yield from _map_row(row, texts)
        yield from (paragraph("ReportItem", run(line)) for line in seen.renumbered)
    if seen.figure_rows:
        yield paragraph("ReportHeading", run(texts.say("figures.title")))
        titles = [texts.say("figures.counts"), texts.say("sides.old"), texts.say("sides.new")]
        yield _table(
            [*titles, texts.say("figures.difference"), texts.say("figures.where")],
            (
                (
                    each.entry.lead,
                    each.old or _NOTHING,
                    each.new or _NOTHING,
                    texts.each_of((each.difference, each.percent)),
                    each.entry.where,
                )
                for each in seen.figure_rows
            ),
            _FIGURE_WIDTHS,
        )
    if seen.questions:
        yield paragraph("ReportHeading", run(texts.say("questions.title")))
        yield from (_question(each, texts) for each in seen.questions)
    yield paragraph("ReportHeading", run(texts.say("word.text")))
    last = paragraph("ReportText", run(texts.say("word.how-to-read")))
    last[0].append(page())
    yield last


def _head(head: Head, texts: Texts) -> Sequence[str]:
    updated = head.updated or texts.say("heads.not-updated")
    return (head.side, head.label, head.approved, updated, head.release or _NOTHING, head.kind)


def _warning(head: Head, texts: Texts) -> str:
    version = texts.say("heads.version", side=head.side)
    sentences = (texts.say("list.sentence", words=words) for words in (f"{version}: {head.kind}", head.warning))
    return " ".join((*sentences, head.note)).strip()


def _map_row(row: MapRow, texts: Texts) -> Iterator[Element]:
    lead = run(f"{row.name} {row.fate}", element("b"))
    note = run(f" ({row.note})" if row.note else "")
    if len(row.statements) == 1:
        colon = run(texts.say("list.label", label=""))
        yield paragraph("ReportItem", lead, colon, *_marked(row.statements[0].runs), note)
        return
    yield paragraph("ReportItem", lead, note)
    for each in row.statements:
        yield paragraph("ReportItem", run(texts.say("list.label", label=each.label)), *_marked(each.runs))


def _question(asked: Question, texts: Texts) -> Element:
    message = texts.say("list.sentence", words=asked.message)
    return paragraph("ReportItem", run(asked.question, element("b")), run(f" {message} ({asked.rule})"))


def _marked(runs: Iterable[Run]) -> Iterator[Element]:
    """Words that went struck through, those that came underlined: no tracked changes, for they are only told here."""
    for each in runs:
        if each.kind is RunKind.REMOVED:
            yield run(each.text, element("strike"))
        elif each.kind is RunKind.ADDED:
            yield run(each.text, element("u", val="single"))
        else:
            yield run(each.text)


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int]) -> Element:
    widths = [str(_WIDTH * share // 100) for share in shares]
    heading = element("trPr", element("tblHeader"))
    return element(
        "tbl",
        element("tblPr", element("tblStyle", val="ReportTable"), element("tblW", w=str(_WIDTH), type="dxa")),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        element("tr", heading, *(_cell(each, width, element("b")) for each, width in zip(titles, widths, strict=True))),
        *(element("tr", *map(_cell, row, widths)) for row in rows),
    )


def _cell(text: str, width: str, *properties: Element) -> Element:
    size = element("tcPr", element("tcW", w=width, type="dxa"))
    return element("tc", size, paragraph("ReportCell", run(text, *properties)))


def page() -> Element:
    """The properties of a section that begins on a new page."""
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "1440")
    return element(
        "sectPr",
        element("type", val="nextPage"),
        element("pgSz", w="12240", h="15840"),
        element("pgMar", **margins, header="720", footer="720", gutter="0"),
    )
