"""A version as a Markdown document, in several styles: what differs between two of them is furniture."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from icsdiff.model.version import FIELD_SEPARATOR, Goal, Objective, Version

_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")
_SPECIAL = re.compile(r"[\\`*_$<>#~|\[\]&]")
_ITEM = re.compile(r"(?:[-+*]|\d{1,3}[.)])\s")
_TAKEN_FOR_A_BLOCK = re.compile(
    r"[-+*=#>|~`]|\d{1,3}[.)]|[A-Z][\w ]{0,60}:|(?:Management |Mission )?(?:Goal|Objective)\b"
)
_NUMBERED_UNIT = re.compile(r"(?<=\d) (?=(?:percent|million|billion|years?|days?)\b)")
_LABELS = {"description": "Description", "justification": "Justification", "linkages": "Linkages", "risks": "Risks"}
_DATE_FORMAT = "%B %d, %Y"
_LONGEST_NAME = 6
"""Words of a mission's name that stand on a line of their own."""
_LONG = 400
"""Characters of a paragraph that a page may break."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a page looks: nothing in it is the author's."""

    width: int = 0
    """Where lines are wrapped; 0 for one line a paragraph."""
    bold: bool = True
    curly: bool = False
    """Typographic quotes."""
    bound: bool = False
    """No-break spaces between a number and its unit."""
    windows: bool = False
    """Lines end in CRLF."""
    header: str = ""
    """A running header, with page numbers, also in the middle of sentences."""


def any_style(version: Version, rng: Random) -> Style:
    """A style by chance."""
    name = " ".join(version.mission.split()[:_LONGEST_NAME])
    headers = ("", f"Integrated Country Strategy: {name}", f"U.S. Mission {name}")
    return Style(
        rng.choice((0, 72, 80, 100, 120)),
        bold=rng.random() < 0.7,
        curly=rng.random() < 0.5,
        bound=rng.random() < 0.5,
        windows=rng.random() < 0.5,
        header=rng.choice(headers),
    )


def as_markdown(version: Version, style: Style = Style()) -> str:
    """The document; reading it gives the version's fields again."""
    blocks = list(_blocks(version, style))
    if style.header:
        blocks = list(_paged(blocks, version, style))
    text = FIELD_SEPARATOR.join(_wrapped(block, style.width) for block in blocks) + "\n"
    return text.replace("\n", "\r\n") if style.windows else text


def _blocks(version: Version, style: Style) -> Iterator[str]:
    yield from _cover(version, style)
    if version.release:
        yield version.release.upper()
    yield from _dates(version)
    if version.unplaced:
        yield from _paragraphs(version.unplaced, style)
    if version.priorities:
        yield "## Chief of Mission Priorities"
        yield from _paragraphs(version.priorities, style)
    yield "## Mission Strategic Framework"
    yield from _framework(version, style)
    yield "## Mission Goals and Objectives"
    for goal in version.goals:
        yield from _goal(goal, style)
    if version.management_objectives:
        yield "## Management Objective"
        for objective in version.management_objectives:
            yield from _objective(objective, f"Management Objective {objective.number.removeprefix('M')}", style)
    for section in version.sections:
        yield f"## {section.name}"
        yield from _paragraphs(section.text, style)


def _cover(version: Version, style: Style) -> Iterator[str]:
    """Title and mission: a name too long to stand alone stands beside the title."""
    title = version.title or "Integrated Country Strategy"
    if len(version.mission.split()) > _LONGEST_NAME:
        yield f"# {title}: {version.mission}"
    else:
        yield f"# {title}"
        yield _strong(version.mission.upper() if version.mission.istitle() else version.mission, style)


def _dates(version: Version) -> Iterator[str]:
    if version.approved:
        yield f"Approved: {version.approved.strftime(_DATE_FORMAT)}"
    if version.updated:
        yield f"Updated: {'; '.join(day.strftime(_DATE_FORMAT) for day in version.updated)}"


def _framework(version: Version, style: Style) -> Iterator[str]:
    for goal in version.goals:
        if goal.framework_statement:
            yield _labelled(f"Mission Goal {goal.number}", goal.framework_statement, style)
        for each in goal.objectives:
            if each.framework_statement:
                yield _labelled(f"Mission Objective {each.number}", each.framework_statement, style)
    for each in version.management_objectives:
        if each.framework_statement:
            name = f"Management Objective {each.number.removeprefix('M')}"
            yield _labelled(name, each.framework_statement, style)


def _goal(goal: Goal, style: Style) -> Iterator[str]:
    yield f"### {_labelled(f'Mission Goal {goal.number}', goal.statement, Style(curly=style.curly, bold=False))}"
    yield from _fields(goal, style)
    for objective in goal.objectives:
        yield from _objective(objective, f"Objective {objective.number}", style)


def _objective(objective: Objective, name: str, style: Style) -> Iterator[str]:
    yield f"#### {_labelled(name, objective.statement, Style(curly=style.curly, bold=False))}"
    yield from _fields(objective, style)


def _fields(of: Goal | Objective, style: Style) -> Iterator[str]:
    for name in ("description", "justification", "linkages", "risks"):
        if text := getattr(of, name, ""):
            yield from _labelled_paragraphs(_LABELS[name], text, style)
    for extra in of.extras:
        yield from _labelled_paragraphs(extra.name, extra.text, style)


def _labelled_paragraphs(label: str, text: str, style: Style) -> Iterator[str]:
    first, *rest = _paragraphs(text, style)
    if _ITEM.match(first) or first.startswith("|"):
        yield _strong(f"{label}:", style)
        yield first
    else:
        yield f"{_strong(f'{label}:', style)} {first}"
    yield from rest


def _labelled(name: str, statement: str, style: Style) -> str:
    return f"{_strong(f'{name}:', style)} {_escaped(statement, style)}".rstrip()


def _strong(text: str, style: Style) -> str:
    return f"**{text}**" if style.bold else text


def _paragraphs(text: str, style: Style) -> Iterator[str]:
    for paragraph in text.split(FIELD_SEPARATOR):
        if paragraph.startswith("| ") and paragraph.endswith(" |"):
            yield _row(paragraph)
        elif item := _ITEM.match(paragraph):
            yield item.group() + _escaped(paragraph[item.end() :], style)
        else:
            yield _escaped(paragraph, style)


def _row(paragraph: str) -> str:
    """A table of one row: what the reader makes of each row of a table."""
    cells = paragraph.strip("| ").split(" | ")
    return f"{paragraph}\n|{' --- |' * len(cells)}"


def _escaped(text: str, style: Style) -> str:
    pieces, at = [], 0
    for link in _LINK.finditer(text):
        pieces += [_plain(text[at : link.start()], style), link.group()]
        at = link.end()
    return "".join((*pieces, _plain(text[at:], style)))


def _plain(text: str, style: Style) -> str:
    if style.curly:
        text = re.sub(r"(?<=\w)'", "’", text)
        text = re.sub(r'"([^"]*)"', r"“\1”", text)
    if style.bound:
        text = _NUMBERED_UNIT.sub("\N{NO-BREAK SPACE}", text)
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", text)


def _wrapped(block: str, width: int) -> str:
    stands_alone = block.startswith("**") and block.endswith("**")
    if not width or stands_alone or block.startswith(("#", "|")):
        return block
    lines = textwrap.wrap(
        block, width, break_long_words=False, break_on_hyphens=False, subsequent_indent="", drop_whitespace=True
    )
    kept: list[str] = []
    for line in lines:
        if kept and _TAKEN_FOR_A_BLOCK.match(line):
            kept[-1] += f" {line}"
        else:
            kept.append(line)
    indent = "\n" + " " * (len(item.group()) if (item := _ITEM.match(block)) else 0)
    return indent.join(kept)


def _paged(blocks: list[str], version: Version, style: Style) -> Iterator[str]:
    """The blocks with a running header after every long paragraph, and in the middle of it where words allow."""
    page = 1
    head = list(_dates(version))
    for block in blocks:
        at = _break(block)
        if not at:
            yield block
            continue
        page += 1
        yield block[:at].rstrip()
        yield from (*head, style.header, f"Page {page} of 40")
        yield block[at:].lstrip()


def _break(block: str) -> int:
    """Where a page ends inside a long paragraph: before a small letter, away from links; 0 for nowhere."""
    if len(block) < _LONG or block.startswith(("#", "|")) or _ITEM.match(block) or _LINK.search(block):
        return 0
    match = re.compile(r"(?<=[a-z]) (?=[a-z]{3,} [a-z])").search(block, len(block) // 2)
    return match.end() if match else 0
