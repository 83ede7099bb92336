"""The ``icsdiff`` command: finds the subcommand, and is the one place that turns errors into a line and an exit code.

Exit codes: 0 done, 1 differences that the caller asked to be told of, 2 bad usage or bad input, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from typing import NoReturn

import click

from icsdiff import __version__
from icsdiff.errors import IcsdiffError

# Each command is loaded when it is called, so that none pays for what another imports.
_COMMANDS = {
    "import": "import_",
    "show": "show",
    "diff": "diff",
    "report": "report",
    "review": "review",
    "check": "check",
    "rule": "rule",
    "log": "log",
    "hook": "hook",
    "git": "git",
    "config": "config",
    "schema": "schema",
}


class _Commands(click.Group):
    """The group of subcommands, each a module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"icsdiff.cli.{_COMMANDS[cmd_name]}").command
        return command


@click.group(
    cls=_Commands,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="icsdiff %(version)s")
def icsdiff() -> None:
    """Tell what changed between two versions of an Integrated Country Strategy.

    \b
    A first session:
      icsdiff import strategy.md -o versions/peru/2023-09-22.yaml
      icsdiff diff peru@original peru@latest
      icsdiff report peru@original peru@latest -o changes.html

    \b
    A version is named by
      a file             versions/peru/2023-09-22.yaml, strategy.md
      a date or a word   peru@2022-03-21, peru@latest, peru@previous, peru@original
      a git revision     HEAD~1:versions/peru/2023-09-22.yaml
    """


def main() -> NoReturn:
    """Run the command line and exit.

    No error leaves it as a traceback unless Python's development mode asks for one.
    """
    _open_closed_streams()
    gc.disable()  # a command lives for a moment; looking for cycles took 5 of its 200 ms
    try:
        code = icsdiff.main(prog_name="icsdiff", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.ClickException as error:
        code = _fail(_usage(error))
    except IcsdiffError as error:
        code = _fail(*map(str, error.problems))
    except (KeyboardInterrupt, click.Abort):
        code = 130
    except BrokenPipeError:
        code = _closed_output()
    except OSError as error:
        place = error.filename or "standard output"
        code = _fail(f"{place}: {error.strerror or error}; write somewhere else, or make room there")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        name = f"{type(error).__name__}: {error}"
        code = _fail(f"internal error: {name}; please report it, with the output of python -X dev -m icsdiff")
    sys.exit(code if isinstance(code, int) else 0)


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f"; see {context.command_path} --help" if context else ""
    return f"{error.format_message().rstrip('.')}{hint}"


def _fail(*lines: str) -> int:
    with contextlib.suppress(OSError):  # nobody can be told on a full device
        for line in lines:
            click.echo(f"icsdiff: {' '.join(line.split())}", err=True)
    return 2


def _open_closed_streams() -> None:
    """A standard stream that the caller closed (``>&-``) leads nowhere, so that no file takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  (for the process's life)


def _closed_output() -> int:
    """The reader of a pipe has gone: nothing more to say, and Python must not try at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
