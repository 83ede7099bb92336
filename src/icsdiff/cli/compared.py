"""What ``diff`` and ``report`` share: from the names that a user gives to the change sets, and to the output."""

from __future__ import annotations

from dataclasses import dataclass

import click

from icsdiff.cli.options import PATHS
from icsdiff.cli.results import deliver, gate
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options, render
from icsdiff.rendering.plain import plain


@dataclass(frozen=True, slots=True)
class Compared:
    """The change sets of a command: one for two versions, any number for a range of revisions."""

    changes: tuple[ChangeSet, ...]
    between: str
    """The two revisions; empty for two versions."""

    def deliver(self, form: str, options: Options, output: str) -> None:
        """Write them in a format."""
        if self.between:
            from icsdiff.rendering.several import render_all  # noqa: PLC0415  (for revisions alone)

            text = render_all(self.changes, self.between, form, options)
        else:
            text = render(self.changes[0], form, options)
        deliver(text, output, *(version.source for each in self.changes for version in (each.old, each.new)))

    def gate(self, *, any_change: bool, fail_on: tuple[str, ...]) -> int:
        """The exit code that the caller's script gets."""
        return max((gate(each, any_change=any_change, fail_on=fail_on) for each in self.changes), default=0)


def compared(old: str, new: str | None) -> Compared:
    """Compare what OLD, NEW and the paths after ``--`` name."""
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.comparisons import named  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415

    comparisons = named(old, new, click.get_current_context().meta.get(PATHS))
    for file in comparisons.left_out:
        note = "a version that came or went beside those that are compared; compare it by its name"
        click.echo(f"icsdiff: {plain(file)}: {note}", err=True)
    changes = tuple(compare(*pair, pins_between(*pair)) for pair in comparisons.pairs)
    return Compared(changes, comparisons.between)
