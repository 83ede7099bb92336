"""``icsdiff import``: read a document into a structured version."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import click

from icsdiff.cli.options import VERSION, output
from icsdiff.cli.results import deliver
from icsdiff.model.version import ProvenanceKind
from icsdiff.sources.sides import Side

_LONG = 2_000_000
"""Bytes from which on reading a document takes a moment."""


@click.command("import")
@click.argument("source", type=click.Path())
@click.option(
    "--baseline", type=VERSION, metavar="VERSION", help="An earlier version, whose goals and objectives lend their ids."
)
@click.option(
    "--kind",
    type=click.Choice([str(kind) for kind in ProvenanceKind]),
    default=str(ProvenanceKind.PUBLISHED),
    show_default=True,
    help="How far the text is the one that the mission released.",
)
@click.option("--note", default="", help="What a reader should know about where the text comes from.")
@click.option("--mission", help="The mission's name, where the document does not say it.")
@click.option("--strict", is_flag=True, help="Write nothing and exit with 1 when a text could be placed nowhere.")
@click.option(
    "--tracked",
    type=click.Choice([str(side) for side in Side]),
    help="Of a Word document with tracked changes, the text before them or with all accepted; the latter by default.",
)
@click.option("--ocr", is_flag=True, help="Have the text of scanned pages recognised first, by ocrmypdf or tesseract.")
@output
def command(
    source: str,
    baseline: str | None,
    kind: str,
    note: str,
    mission: str | None,
    tracked: str | None,
    output: str,
    *,
    strict: bool,
    ocr: bool,
) -> int:
    """Read a document into a structured version: PDF, Word, OpenDocument, HTML, Markdown or plain text.

    What was understood, what is missing and what could be placed nowhere is told on standard error.

    \b
    Examples:
      icsdiff import peru.md -o versions/peru/2022-03-21.yaml
      icsdiff import peru-update.md --baseline peru@latest -o versions/peru/2023-09-22.yaml
      icsdiff import scan.pdf --ocr -o versions/peru/2018-08-17.yaml
      icsdiff import embassy-page.html --strict -o versions/peru/2024-10-01.yaml
      icsdiff import peru-draft.docx --tracked original -o before.yaml
      icsdiff import draft.md --kind draft --note "Third draft, as sent to the bureau"
    """
    from icsdiff.rendering.plain import plain  # noqa: PLC0415  (not for --help)
    from icsdiff.store.write import write  # noqa: PLC0415
    from icsdiff.versions import import_document  # noqa: PLC0415

    with _waiting(source):
        imported = import_document(
            source,
            baseline=baseline,
            kind=ProvenanceKind(kind),
            note=note,
            mission=mission,
            side=Side(tracked) if tracked else None,
            ocr=ocr,
        )
    refused = strict and bool(imported.unplaced)
    if not refused:
        deliver(write(imported.version), output, source)
    for line in imported.account.split("\n"):
        click.echo(plain(line), err=True)
    if refused:
        place = f"{plain(source)}: {imported.unplaced[0].place}"
        remedy = "put it below a heading, or import without --strict"
        click.echo(f"icsdiff: {place}: text that could be placed nowhere, so nothing was written; {remedy}", err=True)
    return int(refused)


def _waiting(source: str) -> contextlib.AbstractContextManager[object]:
    """Tell somebody who looks at a terminal that a long document is being read."""
    file = Path(source)
    is_long = file.is_file() and file.stat().st_size >= _LONG
    if not (is_long and sys.stderr.isatty()):
        return contextlib.nullcontext()
    from rich.console import Console  # noqa: PLC0415  (slow to import)
    from rich.text import Text  # noqa: PLC0415

    return Console(stderr=True).status(Text(f"reading {source}"))
