"""Where results go, and what the caller's script is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path

from icsdiff.cli.terminal import is_terminal, show
from icsdiff.errors import UnwritableOutput
from icsdiff.model.changes import ChangeSet


def deliver(result: str | bytes, output: str, *sources: str | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output; never over what it was made of.

    Text is UTF-8. A terminal gets it page by page, and nothing that is no text.
    """
    data = result if isinstance(result, bytes) else result.encode()
    if is_terminal(output):
        if isinstance(result, bytes):
            remedy = "write it to a file with -o FILE.docx"
            raise UnwritableOutput("a Word document cannot be shown on a terminal", remedy=remedy)
        show(result)
    elif output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        from icsdiff.store.files import is_same_file, write_bytes  # noqa: PLC0415  (not for standard output)

        if any(is_same_file(output, source) for source in sources if source):
            remedy = "choose another file"
            raise UnwritableOutput("the result would take the place of what it was made of", file=output, remedy=remedy)
        write_bytes(Path(output), data)


def wants_color(choice: str, output: str) -> bool:
    """Whether text is coloured: as chosen, else on a terminal that did not ask for none (https://no-color.org)."""
    if choice == "auto":
        return is_terminal(output) and not os.environ.get("NO_COLOR")
    return choice == "always"


def gate(changes: ChangeSet, *, any_change: bool, fail_on: Collection[str]) -> int:
    """The exit code: 1 where the caller asked to be told of what is there, else 0."""
    present = {str(word) for change in changes.changes for word in (change.kind, change.significance)}
    return int((any_change and bool(changes.changes)) or not present.isdisjoint(fail_on))
