"""What ``diff`` and ``report`` share: from the names that a user gives to the change sets, and to the output."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from icsdiff.cli.options import PATHS
from icsdiff.cli.results import deliver, gate
from icsdiff.errors import UnknownVersion
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Version
from icsdiff.rendering import BESIDE_LINES, Options, render
from icsdiff.rendering.plain import plain


@dataclass(frozen=True, slots=True)
class Compared:
    """The change sets of a command: one for two versions, any number for a range of revisions."""

    changes: tuple[ChangeSet, ...]
    between: str
    """The two revisions; empty for two versions."""
    complete: bool = True
    """Whether every comparison could be made."""

    @property
    def versions(self) -> tuple[Version, Version]:
        """The two versions; where there are several comparisons, or none, no review can be about them."""
        if len(self.changes) != 1:
            reason = f"a review is about one comparison, and between {self.between} there are {len(self.changes)}"
            raise UnknownVersion(reason, remedy="name one strategy's files after --, as versions/peru")
        return self.changes[0].old, self.changes[0].new

    def deliver(self, form: str, options: Options, output: str, *sources: str) -> None:
        """Write them in a format; ``sources`` are further files that the output must not replace."""
        if self.between:
            from icsdiff.rendering.several import render_all  # noqa: PLC0415  (for revisions alone)

            result: str | bytes = render_all(
                [(each, _in_file(each, form, options)) for each in self.changes], self.between, form
            )
        else:
            result = render(self.changes[0], form, _in_file(self.changes[0], form, options))
        named = (version.source for each in self.changes for version in (each.old, each.new))
        deliver(result, output, *named, *sources)

    def gate(self, *, any_change: bool, fail_on: tuple[str, ...]) -> int:
        """The exit code that the caller's script gets; what could not be compared may hold anything."""
        if not self.complete:
            return 2
        return max((gate(each, any_change=any_change, fail_on=fail_on) for each in self.changes), default=0)


def _in_file(changes: ChangeSet, form: str, options: Options) -> Options:
    """The options with the file beside whose lines some formats show the changes."""
    if form not in BESIDE_LINES:
        return options
    from icsdiff.versions import file_of  # noqa: PLC0415  (for hosts alone)

    file, text = file_of((changes.old if changes.new.is_absent else changes.new).source)
    return replace(options, new_file=file, new_text="" if changes.new.is_absent else text)


def both_sides(document: str) -> Compared:
    """Compare a Word document before its tracked changes with the same after all of them."""
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.store.pins import pins_between  # noqa: PLC0415
    from icsdiff.versions import load_both_sides  # noqa: PLC0415

    pair = load_both_sides(document)
    return Compared((compare(*pair, pins_between(*pair)),), "")


def compared(old: str, new: str | None) -> Compared:
    """Compare what OLD, NEW and the paths after ``--`` name."""
    from icsdiff.comparison.compare import compare  # noqa: PLC0415  (not for --help)
    from icsdiff.comparisons import named  # noqa: PLC0415
    from icsdiff.store.pins import pins_between  # noqa: PLC0415

    comparisons = named(old, new, click.get_current_context().meta.get(PATHS))
    for file in comparisons.left_out:
        note = "a version that came or went beside those that are compared; compare it by its name"
        click.echo(f"icsdiff: {plain(file)}: {note}", err=True)
    for problem in comparisons.unreadable:
        click.echo(f"icsdiff: {problem}", err=True)
    changes = tuple(compare(*pair, pins_between(*pair)) for pair in comparisons.pairs)
    return Compared(changes, comparisons.between, not comparisons.unreadable)
