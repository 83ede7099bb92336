"""From a stream of blocks to a version: one builder for all formats.

Every block ends in a field, in the list of furniture, or in the list of headings and labels; none is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from icsdiff.errors import UnreadableSource
from icsdiff.model.version import (
    FIELD_SEPARATOR,
    GOAL_FIELDS,
    OBJECTIVE_FIELDS,
    Extra,
    Goal,
    Objective,
    Version,
    canonical,
    slug,
)
from icsdiff.sources.blocks import Block, BlockKind, ends_sentence
from icsdiff.sources.cover import read_cover
from icsdiff.sources.furniture import first_dates, first_marking, is_furniture
from icsdiff.sources.headings import Label, Part, PartKind, Section, is_numbered, label, part, section, unnumbered
from icsdiff.sources.wrapping import wrapped


@dataclass(frozen=True, slots=True)
class Line:
    """Words of the source that are in no field, with the line where they stand."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a document."""

    version: Version
    furniture: tuple[Line, ...]
    """Running headers, page numbers, contents: what the page adds."""
    structure: tuple[Line, ...]
    """Headings and labels that say where a field stands."""

    @property
    def account(self) -> str:
        """What was understood, in a line."""
        version = self.version
        lacking = [
            f"{name} of {objective.number}"
            for objective in version.objectives
            for name in ("statement", "justification", "linkages", "risks")
            if not getattr(objective, name)
        ]
        counts = f"{len(version.goals)} goals, {len(tuple(version.objectives))} objectives"
        missing = f"; missing: {', '.join(lacking)}" if lacking else ""
        unplaced = f"; {len(version.unplaced.split())} words unplaced" if version.unplaced else ""
        return f"{version.label}: {counts}; {len(self.furniture)} lines of page furniture set aside{missing}{unplaced}"


@dataclass(slots=True)
class _Draft:
    """A goal or objective while its blocks come in."""

    number: str
    line: int = 0
    """Where its own heading stands; 0 while only the framework has named it."""
    section: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Names of the fields that the contract does not know, by slug."""
    objectives: list[_Draft] = field(default_factory=list)

    def text(self, name: str) -> str:
        return canonical(FIELD_SEPARATOR.join(self.fields.get(name, ())))

    def extras(self, known: tuple[str, ...]) -> tuple[Extra, ...]:
        return tuple(
            Extra(self.names.get(name, name.capitalize()), self.text(name))
            for name in self.fields
            if name not in known and self.text(name)
        )


class Builder:
    """Takes the blocks of one document in order; ``reading`` gives what became of them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._goals: dict[str, _Draft] = {}
        self._objectives: dict[str, _Draft] = {}
        self._cover: list[Block] = []
        self._sections: dict[str, list[str]] = {}
        self._section_names: dict[str, str] = {}
        self._furniture: list[Line] = []
        self._structure: list[Line] = []
        self._section: Section | None = None
        self._section_name = ""
        self._section_level = 0
        self._contents: set[Section] = set()
        self._goal: _Draft | None = None
        self._goal_level = 0
        self._entity: _Draft | None = None
        self._open: list[str] | None = None
        self._in_statement = False
        self._label_styles: set[tuple[BlockKind, int]] = set()
        self._management_is_headed = False

    def take(self, blocks: Sequence[Block]) -> None:
        """Read a whole document."""
        aside = is_furniture(blocks)
        self._label_styles = {_style(each) for each in blocks if (found := label(each.text, each.bold)) and found.field}
        self._management_is_headed = any(
            opened.kind is PartKind.MANAGEMENT and bool(opened.number)
            for each in blocks
            if (opened := part(each.text, standing_out=bool(each.bold) or each.kind is BlockKind.HEADING))
        )
        broken = False
        for at, block in enumerate(blocks):
            if aside[at]:
                self._furniture.append(Line(block.line, block.text))
                broken = True
            else:
                following = next((blocks[i] for i in range(at + 1, len(blocks)) if not aside[i]), None)
                self._take(block, following, broken=broken)
                broken = False

    def _take(self, block: Block, following: Block | None, *, broken: bool) -> None:
        """One block: it opens a section, a part or a field, or it is text of what is open."""
        if self._section is Section.CONTENTS and self._is_contents_entry(block):
            self._furniture.append(Line(block.line, block.text))
            return
        known = section(block.text) if block.kind is not BlockKind.ROW else None
        framework_entry = self._section is Section.FRAMEWORK and block.kind is not BlockKind.HEADING
        if known and not (known is Section.MANAGEMENT and framework_entry):
            self._open_section(block, known)
        elif opened := part(block.text, standing_out=_stands_out(block)):
            self._open_part(block, opened)
        elif (found := self._label_of(block)) and self._has_entity():
            self._open_field(block, found)
        elif block.kind is BlockKind.HEADING:
            self._open_unknown(block, following)
        else:
            self._add(block, broken=broken)

    def _is_contents_entry(self, block: Block) -> bool:
        """Whether a block is an entry of the contents; a section that was listed comes again as a heading."""
        entry = _PAGE_AT_END.sub("", block.text)
        name = section(entry)
        if entry == block.text and (name is None or name in self._contents):
            return name is None and block.kind in (BlockKind.ITEM, BlockKind.ROW)
        if name:
            self._contents.add(name)
        return entry != block.text or block.kind in (BlockKind.ITEM, BlockKind.ROW)

    def _open_section(self, block: Block, known: Section | None) -> None:
        self._structure.append(Line(block.line, block.text))
        self._section, self._section_name = known, unnumbered(block.text).rstrip(":").strip()
        self._section_level = block.level if block.kind is BlockKind.HEADING else 0
        self._goal = self._entity = self._open = None
        self._in_statement = False

    def _open_part(self, block: Block, opened: Part) -> None:
        self._structure.append(Line(block.line, block.text.removesuffix(opened.statement)))
        draft = self._draft(opened, block.line)
        name = "statement"
        if self._section is Section.FRAMEWORK:
            name = "framework_statement"
        elif draft.line and draft.section == self._section_name:
            what = "objective" if draft.number in self._objectives else "goal"
            reason = f"{what} {draft.number} stands twice, first on line {draft.line}"
            raise UnreadableSource(reason, file=self._name, line=block.line, remedy="renumber one of the two")
        elif draft.line and set(draft.fields) <= {"statement"}:
            # A list of all statements under a heading of its own is a framework, whatever it is called.
            draft.fields = {"framework_statement": draft.fields.pop("statement", [])}
        if self._section is not Section.FRAMEWORK:
            draft.line, draft.section = block.line, self._section_name
        self._entity = draft
        self._open = draft.fields.setdefault(name, [])
        self._in_statement = True
        if opened.statement:
            self._open.append(opened.statement)
        if opened.kind is PartKind.GOAL:
            self._goal, self._goal_level = draft, block.level if block.kind is BlockKind.HEADING else 0

    def _draft(self, opened: Part, line: int) -> _Draft:
        """The goal or objective of that number, new or as the framework has named it already."""
        if opened.kind is PartKind.GOAL:
            return self._goals.setdefault(opened.number, _Draft(opened.number))
        if opened.kind is PartKind.MANAGEMENT:
            number = f"M{opened.number or 1}"
            return self._objectives.setdefault(number, _Draft(number))
        goal, dot, _ = opened.number.partition(".")
        if not dot:
            goal = self._goal.number if self._goal else "1"
        number = opened.number if dot else f"{goal}.{opened.number}"
        if number not in self._objectives:
            self._objectives[number] = _Draft(number)
            parent = self._goals.setdefault(goal, _Draft(goal))
            parent.objectives.append(self._objectives[number])
        del line
        return self._objectives[number]

    def _has_entity(self) -> bool:
        """Whether a goal or objective is open; below the heading of the only management objective it is that one."""
        if self._entity is None and self._section is Section.MANAGEMENT and not self._management_is_headed:
            draft = self._draft(Part(PartKind.MANAGEMENT, "", ""), 0)
            self._entity, self._open, self._in_statement = draft, draft.fields.setdefault("statement", []), True
        return self._entity is not None

    def _label_of(self, block: Block) -> Label | None:
        """The field that a block opens: a known one wherever it stands, an unknown one where known ones stand, too."""
        found = label(block.text, block.bold)
        if found is None or found.field or block.kind is BlockKind.HEADING:
            return found if found and found.field else None
        if block.kind is BlockKind.ROW:
            return None
        usual = _style(block) in self._label_styles if self._label_styles else bool(block.bold)
        return found if usual else None

    def _open_field(self, block: Block, found: Label) -> None:
        self._structure.append(Line(block.line, block.text.removesuffix(found.rest)))
        self._fill(found.field, found.name)
        if found.rest and self._open is not None:
            self._open.append(found.rest)

    def _fill(self, known: str, name: str) -> None:
        """Turn to a field of the open goal or objective; one that it does not have by contract keeps its own name."""
        if self._entity is None:
            return
        is_goal = self._entity.number in self._goals and self._entity is self._goals[self._entity.number]
        key = known if known in (GOAL_FIELDS if is_goal else OBJECTIVE_FIELDS) else slug(name)
        self._entity.names.setdefault(key, name)
        self._open = self._entity.fields.setdefault(key, [])
        self._in_statement = False

    def _open_unknown(self, block: Block, following: Block | None) -> None:
        """A heading that no rule knows: a field inside a goal or objective, a section elsewhere."""
        outer = max(self._section_level, self._goal_level if self._goal else 0)
        if self._has_entity() and block.level > outer and not is_numbered(block.text):
            self._structure.append(Line(block.line, block.text))
            self._fill("", block.text.rstrip(":").strip())
        elif self._is_title(following):
            self._cover.append(block)
        elif self._section_name and block.level > self._section_level > 0 and self._entity is None:
            self._add(block, broken=False)
        else:
            self._open_section(block, None)

    def _is_title(self, following: Block | None) -> bool:
        """Whether a heading before all sections belongs to the cover: no text stands below it."""
        if self._section_name or self._entity:
            return False
        return not self._cover or following is None or not ends_sentence(following.text)

    def _add(self, block: Block, *, broken: bool) -> None:
        """Text: the next sentence or paragraph of what is open."""
        text = _as_text(block)
        if not self._has_entity():
            if not self._section_name:
                self._cover.append(block)
                return
            key = slug(self._section_name)
            self._section_names.setdefault(key, self._section_name)
            self._open = self._sections.setdefault(key, [])
        elif self._in_statement and self._open and not (block.kind is BlockKind.PARAGRAPH and text[:1].islower()):
            self._leave_statement()
        if self._open is None:
            return
        if self._open and block.kind is BlockKind.PARAGRAPH and _goes_on(self._open[-1], text, broken=broken):
            self._open[-1] = wrapped(self._open[-1], text)
        else:
            self._open.append(text)

    def _leave_statement(self) -> None:
        """Text below a statement, without a label: what the goal or objective is about."""
        if self._section is Section.FRAMEWORK:
            self._entity = None
            key = slug(self._section_name)
            self._section_names.setdefault(key, self._section_name)
            self._open, self._in_statement = self._sections.setdefault(key, []), False
        else:
            self._fill("description" if self._entity is self._goal else "justification", "")

    def reading(self, mission: str | None) -> Reading:
        """What the blocks have become."""
        if not self._goals and not self._objectives:
            reason = "no goals or objectives were found"
            remedy = "check that it has headings such as 'Mission Goal 1: ...' and 'Objective 1.1: ...'"
            raise UnreadableSource(reason, file=self._name, remedy=remedy)
        priorities = canonical(FIELD_SEPARATOR.join(self._priorities()))
        body = FIELD_SEPARATOR.join((priorities, *(goal.text("description") for goal in self._goals.values())))
        cover = read_cover(self._cover, body, self._name)
        by_number = sorted(self._goals.values(), key=lambda goal: int(goal.number))
        version = Version(
            mission=mission or cover.mission,
            title=cover.title,
            priorities=priorities,
            goals=tuple(_goal(draft) for draft in by_number),
            management_objectives=tuple(
                _objective(draft) for number, draft in self._objectives.items() if number.startswith("M")
            ),
            sections=tuple(
                Extra(self._section_names[key], text)
                for key, paragraphs in self._sections.items()
                if section(self._section_names[key]) is not Section.PRIORITIES
                and (text := canonical(FIELD_SEPARATOR.join(paragraphs)))
            ),
            unplaced=canonical(FIELD_SEPARATOR.join(_as_text(block) for block in cover.other)),
        )
        return Reading(version, tuple(self._furniture), tuple(self._structure))

    def _priorities(self) -> Iterator[str]:
        for key, paragraphs in self._sections.items():
            if section(self._section_names[key]) is Section.PRIORITIES:
                yield from paragraphs


def build(blocks: Sequence[Block], name: str, mission: str | None) -> Reading:
    """A version from a document's blocks.

    ``name`` is the file for messages, ``mission`` overrules what the cover says.
    """
    builder = Builder(name)
    builder.take(blocks)
    reading = builder.reading(mission)
    dates = first_dates(blocks)
    version = replace(
        reading.version,
        approved=next(iter(dates.get("approved", ())), None),
        updated=dates.get("updated", ()),
        release=first_marking(blocks),
    )
    return replace(reading, version=version)


def _goal(draft: _Draft) -> Goal:
    texts = {name: draft.text(name) for name in GOAL_FIELDS}
    objectives = tuple(_objective(each) for each in draft.objectives)
    return Goal(draft.number, extras=draft.extras(GOAL_FIELDS), objectives=objectives, **texts)


def _objective(draft: _Draft) -> Objective:
    texts = {name: draft.text(name) for name in OBJECTIVE_FIELDS}
    return Objective(draft.number, extras=draft.extras(OBJECTIVE_FIELDS), **texts)


def _style(block: Block) -> tuple[BlockKind, int]:
    """Where labels stand in this document: in paragraphs, or in items of some depth."""
    return block.kind, block.level if block.kind is BlockKind.ITEM else 0


def _stands_out(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or bool(block.bold and part(block.bold.rstrip(": "), standing_out=True))


_PAGE_AT_END = re.compile(r"(?:\s*\.{2,}\s*|\s+)\d{1,4}$")


def _as_text(block: Block) -> str:
    if block.kind is BlockKind.ITEM:
        return f"{block.marker} {block.text}"
    return f"| {block.text} |" if block.kind is BlockKind.ROW else block.text


def _goes_on(before: str, text: str, *, broken: bool) -> bool:
    """Whether a paragraph is the rest of a sentence that a page break or a list mark tore apart."""
    return not ends_sentence(before) and (broken or text[:1].islower())
