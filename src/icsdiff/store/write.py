"""A version as YAML: keys in a fixed order, texts as literal blocks, one sentence a line.

The emitter is our own: people read line diffs of version files, and PyYAML's turns a block into one long quoted line
as soon as a line of it ends in a blank.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from icsdiff.language.sentences import sentences
from icsdiff.model.version import (
    FIELD_SEPARATOR,
    GOAL_FIELDS,
    OBJECTIVE_FIELDS,
    Extra,
    Goal,
    Ignored,
    Listed,
    Objective,
    Provenance,
    Version,
    canonical,
)
from icsdiff.store import keys

# What begins with a letter is text to every YAML reader, unless it is one of the words that mean true, false or null.
_PLAIN = re.compile(r"[^\W\d_][\w .,/()'’+-]*")
_NOT_TEXT = frozenset("y n yes no true false on off null".split())


def write(version: Version) -> str:
    """The text of the version's file.

    ``parse`` makes the same version of it; the same version always gives the same text.
    """
    return "\n".join(_version(version)) + "\n"


def _version(version: Version) -> Iterator[str]:
    yield f"schema: {keys.SCHEMA}"
    yield from _line("mission", version.mission)
    yield from _line("title", version.title)
    if version.approved:
        yield f"approved: {version.approved.isoformat()}"
    yield from _list("updated", ([day.isoformat()] for day in version.updated))
    yield from _line("release", version.release)
    yield "provenance:"
    yield from _indented(_provenance(version.provenance))
    yield from _block("priorities", version.priorities)
    yield from _list("goals", map(_goal, version.goals))
    yield from _list("management_objectives", map(_objective, version.management_objectives))
    yield from _list("sections", map(_extra, version.sections))
    yield from _block("unplaced", version.unplaced)
    yield from _list("ignored", map(_ignored, version.ignored))
    if version.positions:
        yield "positions:"
        yield from _indented(f"{_inline(path)}: {position}" for path, position in version.positions.items())
    yield from _list("contents", map(_listed, version.contents))
    yield from _list("headings", map(_listed, version.headings))


def _provenance(provenance: Provenance) -> Iterator[str]:
    for key in keys.PROVENANCE:
        yield from _line(key, str(getattr(provenance, key)))


def _goal(goal: Goal) -> Iterator[str]:
    yield f"number: {_quoted(goal.number)}"
    yield from _line("id", goal.id)
    for name in GOAL_FIELDS:
        yield from _block(name, getattr(goal, name))
    yield from _list("extras", map(_extra, goal.extras))
    yield from _list("objectives", map(_objective, goal.objectives))


def _objective(objective: Objective) -> Iterator[str]:
    yield f"number: {_quoted(objective.number)}"
    yield from _line("id", objective.id)
    for name in OBJECTIVE_FIELDS:
        yield from _block(name, getattr(objective, name))
    yield from _list("extras", map(_extra, objective.extras))


def _extra(extra: Extra) -> Iterator[str]:
    yield f"name: {_inline(extra.name)}"
    yield from _block("text", extra.text)


def _ignored(ignored: Ignored) -> Iterator[str]:
    yield f"finding: {_quoted(ignored.finding)}"
    yield from _line("reason", ignored.reason)


def _listed(listed: Listed) -> Iterator[str]:
    yield f"text: {_inline(listed.text)}"
    if listed.page:
        yield f"page: {_quoted(str(listed.page))}"


def _list(key: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    for at, entry in enumerate(entries):
        if at == 0:
            yield f"{key}:"
        first, *rest = entry
        yield f"  - {first}"
        yield from _indented(_indented(rest))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _line(key: str, text: str) -> Iterator[str]:
    """A short text, on the line of its key; nothing where there is none."""
    if text:
        yield f"{key}: {_inline(text)}"


def _inline(text: str) -> str:
    text = canonical(text)
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT else _quoted(text)


def _quoted(text: str) -> str:
    """A JSON string, which is a YAML string too; the format's text has no character that one would have to escape."""
    return json.dumps(text, ensure_ascii=False)


def _block(key: str, text: str) -> Iterator[str]:
    """A text of the author's, one sentence a line and a blank line between paragraphs; nothing where there is none."""
    text = canonical(text)
    if not text:
        return
    yield f"{key}: |"
    for at, paragraph in enumerate(text.split(FIELD_SEPARATOR)):
        if at:
            yield ""
        yield from (f"  {sentence.text}" for sentence in sentences(paragraph))
