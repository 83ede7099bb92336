"""``icsdiff hook``: have git tell at every commit what changed in a strategy."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from icsdiff.errors import IcsdiffError

if TYPE_CHECKING:
    from icsdiff.git.hook.staged import Staged
    from icsdiff.store.configuration import Hook as Settings

_HOOKS = ("pre-commit", "prepare-commit-msg", "post-commit")


@click.group()
def command() -> None:
    """Have git tell at every commit what changed in a strategy.

    \b
    Examples:
      icsdiff hook install
      icsdiff hook status
      icsdiff hook uninstall
    """


@command.command()
def install() -> None:
    """Install the hooks in this repository; hooks that are there already are kept, and run first."""
    from icsdiff.git.hook.installation import install  # noqa: PLC0415  (not for --help)
    from icsdiff.git.hook.record import note  # noqa: PLC0415

    settings = _settings()
    installed = install()
    note(settings)
    click.echo(f"The hooks are in {_shown(installed[0].file.parent)}.")
    for place in installed:
        click.echo(f"{place.hook}: {place.state}{_keeps(place.keeps, place.kept)}")


@command.command()
def uninstall() -> None:
    """Take the hooks away, and give back those that were there before."""
    from icsdiff.git.hook.installation import State, uninstall  # noqa: PLC0415  (not for --help)
    from icsdiff.git.hook.record import forget  # noqa: PLC0415

    for place in uninstall():
        fate = str(place.state)
        if place.state in (State.CURRENT, State.OUTDATED):
            fate = "taken away; the hook from before is back" if place.keeps else "taken away"
        click.echo(f"{place.hook}: {fate}")
    forget()


@command.command()
@click.option("--exit-code", is_flag=True, help="Exit with 1 unless every hook is installed and up to date.")
def status(exit_code: bool) -> int:
    """Say which hooks are installed, where, and whether they are up to date."""
    from icsdiff.git.hook.installation import State, places  # noqa: PLC0415  (not for --help)

    found = places()
    click.echo(f"The hooks are in {_shown(found[0].file.parent)}.")
    for place in found:
        click.echo(f"{place.hook}: {place.state}{_keeps(place.keeps, place.kept)}")
    return int(exit_code and any(place.state is not State.CURRENT for place in found))


@command.command()
@click.argument("name", type=click.Choice(_HOOKS))
@click.argument("arguments", nargs=-1, type=click.Path())
def run(name: str, arguments: tuple[str, ...]) -> int:
    """Do what a hook does; git's hook calls this, and so may you.

    Exits with 1 where something is staged that the configuration wants stopped. A defect of icsdiff is told in one
    line and stops nothing, unless hook.strict is set.
    """
    if name == "prepare-commit-msg" and not arguments:
        raise click.UsageError("prepare-commit-msg needs the file of the message")
    settings = None
    with _defects_told(None):
        settings = _settings()
    if settings is None:
        return 0
    from icsdiff.git.hook.record import note  # noqa: PLC0415

    code = 0
    with _defects_told(settings):
        note(settings)
    with _defects_told(settings):
        if name == "pre-commit":
            code = _before(settings, *arguments)
        elif name == "prepare-commit-msg":
            _prepare(settings, *arguments)
        else:
            _after(settings)
    return code


def _before(settings: Settings, *files: str) -> int:
    """Judge what is staged; files that are named and not staged must be valid."""
    from icsdiff.git.hook.staged import judged, staged, validated  # noqa: PLC0415
    from icsdiff.versions import read  # noqa: PLC0415

    stops = False
    found = staged(settings)
    others = sorted(set(files) - {touched.path for touched in found})
    judgements = [partial(judged, each, settings, read) for each in found]
    judgements += [partial(validated, each, settings, read) for each in others]
    for judgement in judgements:
        with _defects_told(settings):  # one that cannot be compared hides no other that is invalid
            each = judgement()
            _tell(each)
            stops |= bool(each.reasons)
    return int(stops)


def _tell(each: Staged) -> None:
    from icsdiff.rendering.plain import plain  # noqa: PLC0415

    for problem in each.strategy.problems:
        _say(str(problem))
    if not each.strategy.problems:
        _say(*each.strategy.listed)
    for finding in each.findings:
        _say(plain(f"{each.strategy.path}: {finding.rule} {finding.message}"))
    if each.reasons:
        reasons = ", ".join(each.reasons)
        _say(f"{each.strategy.name}: the commit stops, as hook.block names {reasons}; --no-verify goes past it")


def _prepare(settings: Settings, file: str, source: str = "", *_: str) -> None:
    from icsdiff.git.hook.message import is_offered, offer  # noqa: PLC0415
    from icsdiff.git.hook.staged import staged  # noqa: PLC0415
    from icsdiff.git.hook.strategies import strategy  # noqa: PLC0415
    from icsdiff.versions import read  # noqa: PLC0415

    if settings.message == "none" or not is_offered(source):
        return
    told = [strategy(each, read) for each in staged(settings)]
    if lines := [line for each in told if not each.problems for line in each.listed]:
        offer(Path(file), lines, settings.message)


def _after(settings: Settings) -> None:
    from icsdiff.git.hook.committed import record_commit  # noqa: PLC0415
    from icsdiff.versions import read  # noqa: PLC0415

    for report in record_commit(settings, read):
        _say(f"the report is in {_shown(report)}")


def _settings() -> Settings:
    from icsdiff.git.repository import root  # noqa: PLC0415
    from icsdiff.store.configuration import configuration  # noqa: PLC0415

    return configuration(root()).hook


@contextmanager
def _defects_told(settings: Settings | None) -> Iterator[None]:
    """Tell in one line what goes wrong inside, and go on; where the configuration is strict, let it pass to the end."""
    try:
        yield
    except Exception as error:
        if (settings and settings.strict) or sys.flags.dev_mode:
            raise
        kind = "" if isinstance(error, IcsdiffError | OSError) else f"internal error: {type(error).__name__}: "
        _say(f"{' '.join(f'{kind}{error}'.split())}; git goes on without icsdiff")


def _keeps(keeps: bool, kept: Path) -> str:
    return f"; {_shown(Path(kept.name))} runs first" if keeps else ""


def _say(first: str, *rest: str) -> None:
    for line in (f"icsdiff: {first}", *rest):
        click.echo(line, err=True)


def _shown(path: Path) -> str:
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in str(path))
