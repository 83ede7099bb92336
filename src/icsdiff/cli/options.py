"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from icsdiff.model.changes import Kind, Significance

Command = Callable[..., Any]


class VersionName(click.ParamType):  # type: ignore[type-arg]  # click before 8.3 has no type argument
    """The name of a version; completes to the versions folder's entries and to files."""

    name = "version"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The known names that begin so, then whatever files the shell finds."""
        del ctx, param
        from icsdiff.store.folder import known_names  # noqa: PLC0415  (only while the shell completes)

        known = [CompletionItem(name) for name in known_names() if name.startswith(incomplete)]
        return [*known, CompletionItem(incomplete, type="file")]


VERSION = VersionName()

OLD = click.argument("old", type=VERSION)
NEW = click.argument("new", type=VERSION, required=False)

PATHS = "icsdiff.paths"
"""Where a context keeps the paths after ``--``."""


class ComparisonCommand(click.Command):
    """A command that takes ``OLD [NEW] [-- PATH...]``.

    As in git, what stands after ``--`` are paths, and what stands before it are revisions. If nothing stands before
    it, what follows are OLD and NEW, so that the name of a file may begin with a dash.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the paths out, which to click would be further arguments."""
        if "--" in args:
            at = args.index("--")
            values, _, _ = self.make_parser(ctx).parse_args(args[:at])
            if isinstance(values.get("old"), str):
                ctx.meta[PATHS] = tuple(args[at + 1 :])
                args = args[:at]
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The paths belong to the usage, too."""
        return [*super().collect_usage_pieces(ctx), "[-- PATH...]"]


output = click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE instead of standard output.")
template_dir = click.option(
    "--template-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Templates, styles, scripts or texts of your own for the page; see docs/templates.md.",
)
rewrites = click.option("--rewrites", is_flag=True, help="Also show what is only written another way.")
limit = click.option(
    "--limit",
    metavar="BYTES",
    type=click.IntRange(min=12_000),
    default=65_536,
    show_default=True,
    help="How long Markdown may be before it is cut: by default as GitHub takes it; for Bitbucket 32767.",
)

reviews = click.option(
    "--review",
    "reviews",
    metavar="FILE",
    multiple=True,
    type=click.Path(),
    help="A reviewer's file, or several put together; may be given several times.",
)


def gates(command: Command) -> Command:
    """``--exit-code`` and ``--fail-on``, for scripts and CI."""
    fail_on = click.option(
        "--fail-on",
        multiple=True,
        metavar="KIND|SIGNIFICANCE",
        type=click.Choice([str(each) for each in (*Significance, *Kind)]),
        help="Exit with 1 when such a change is present; may be given several times.",
    )
    exit_code = click.option("--exit-code", is_flag=True, help="Exit with 1 when there are differences.")
    return exit_code(fail_on(command))
