"""The comparisons between two states of a repository in one output: none, one, or one for each strategy."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence

from icsdiff.errors import UnknownFormat
from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import BESIDE_LINES, Options, TextFormat, render
from icsdiff.rendering.plain import plain


def render_all(several: Sequence[tuple[ChangeSet, Options]], between: str, form: str) -> str | bytes:
    """The change sets one after the other, in the format that ``render`` gives each.

    Text and Markdown have a heading over each where they are several; JSON has a line for each, JSON Lines, be they
    one or many; the annotations of hosts are one list. Any other format shows one: ``UnknownFormat`` where there is
    another number of them.
    """
    if form == "json":
        from icsdiff.rendering.as_json import line  # noqa: PLC0415  (for JSON alone)

        return "".join(line(changes) for changes, _ in several)
    if len(several) == 1:
        changes, options = several[0]
        return render(changes, form, options)
    if form in BESIDE_LINES:
        joined: str = importlib.import_module(f"icsdiff.rendering.{form}").render_all(several)
        return joined
    if form not in _HEADINGS:
        count = f"are {len(several)}" if several else "is none: no strategy differs"
        remedy = "name one strategy's files after --, as versions/peru; or ask for markdown"
        raise UnknownFormat(f"{form} shows one comparison, and between {between} there {count}", remedy=remedy)
    if not several:
        return f"No strategy differs between {plain(between)}: each reads the same to the letter.\n"
    readable, heading = _HEADINGS[form]
    return "\n".join(
        f"{heading(changes, at, len(several))}\n\n{render(changes, readable, options)}"
        for at, (changes, options) in enumerate(several, 1)
    )


def _text_heading(changes: ChangeSet, at: int, total: int) -> str:
    return f"=== {at} of {total}: {_sources(changes)} ==="


def _markdown_heading(changes: ChangeSet, at: int, total: int) -> str:
    return f"# {at} of {total}: {_code(_sources(changes))}"


def _sources(changes: ChangeSet) -> str:
    return " → ".join(plain(version.source) for version in (changes.old, changes.new))


def _code(text: str) -> str:
    """Text as a code span that no backtick in it ends."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    return f"{'`' * (longest + 1)} {text} {'`' * (longest + 1)}" if longest else f"`{text}`"


_Heading = Callable[[ChangeSet, int, int], str]
_HEADINGS: dict[str, tuple[TextFormat, _Heading]] = {
    "text": ("text", _text_heading),
    "markdown": ("markdown", _markdown_heading),
}
