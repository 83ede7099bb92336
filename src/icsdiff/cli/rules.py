"""The rules of the checks as options name them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class Codes(click.ParamType):  # type: ignore[type-arg]  # click before 8.3 has no type argument
    """Codes of rules, one or several with commas between: ``ICS001,ICS005``."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ANN401  (click's)
        """The codes, each of which there is."""
        from icsdiff.checks.check import RULES  # noqa: PLC0415  (only where rules are named)

        codes = tuple(filter(None, (code.strip().upper() for code in value.split(","))))
        for code in codes:
            if code not in RULES:
                self.fail(f"there is no rule {code!r}; the rules are {', '.join(RULES)}", param, ctx)
        return codes


def codes(name: str, text: str) -> Callable[..., Any]:
    """An option that takes codes, and may be given several times."""
    return click.option(name, type=Codes(), multiple=True, metavar="CODE[,CODE]", help=text)
