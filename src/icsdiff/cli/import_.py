"""``icsdiff import``: read a document into a structured version."""

from __future__ import annotations

import click

from icsdiff.cli.options import VERSION, output
from icsdiff.cli.results import deliver
from icsdiff.model.version import ProvenanceKind
from icsdiff.sources.sides import Side


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
@click.option(
    "--tracked",
    type=click.Choice([str(side) for side in Side]),
    help="Of a Word document with tracked changes, the text before them or with all accepted; the latter by default.",
)
@output
def command(
    source: str,
    baseline: str | None,
    kind: str,
    note: str,
    mission: str | None,
    tracked: str | None,
    output: str,
) -> None:
    """Read a document into a structured version: Word, OpenDocument, Markdown or plain text.

    \b
    Examples:
      icsdiff import peru.md -o versions/peru/2022-03-21.yaml
      icsdiff import peru-update.md --baseline peru@latest -o versions/peru/2023-09-22.yaml
      icsdiff import peru-draft.docx --tracked original -o before.yaml
      icsdiff import draft.md --kind draft --note "Third draft, as sent to the bureau"
    """
    from icsdiff.store.write import write  # noqa: PLC0415
    from icsdiff.versions import import_document  # noqa: PLC0415

    side = Side(tracked) if tracked else None
    imported = import_document(
        source, baseline=baseline, kind=ProvenanceKind(kind), note=note, mission=mission, side=side
    )
    deliver(write(imported.version), output, source)
    click.echo(imported.account, err=True)
