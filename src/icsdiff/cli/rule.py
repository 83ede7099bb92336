"""``icsdiff rule``: what a rule of the checks finds, and why."""

from __future__ import annotations

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a rule of the checks with an example; without CODE, list them all.

    \b
    Examples:
      icsdiff rule
      icsdiff rule ICS005
    """
    from icsdiff.checks.check import RULES  # noqa: PLC0415  (not for --help)
    from icsdiff.cli.rules import Codes  # noqa: PLC0415

    if code is None:
        for rule in RULES.values():
            click.echo(f"{rule.code}  {rule.name}")
        return
    for each in Codes().convert(code, None, None):
        rule = RULES[each]
        click.echo(f"{rule.code}: {rule.name}\n\n{click.wrap_text(rule.why, 100)}\n")
        click.echo(f"Example:\n{click.wrap_text(rule.example, 100, initial_indent='  ', subsequent_indent='  ')}")
