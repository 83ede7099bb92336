"""What each block of a document is to its version.

Every block ends in a field, in the list of furniture, or in the list of headings and labels; none is dropped.
"""

from __future__ import annotations

from icsdiff.errors import UnreadableSource
from icsdiff.model.version import FIELD_SEPARATOR, Version, canonical
from icsdiff.sources.blocks import Block, BlockKind, ends_sentence
from icsdiff.sources.contents import Contents
from icsdiff.sources.cover import read_cover
from icsdiff.sources.drafts import Draft, Drafts, Sections, Text
from icsdiff.sources.headings import (
    Label,
    Part,
    PartKind,
    Section,
    continued,
    is_back_matter,
    is_note,
    is_numbered,
    label,
    numbered_part,
    part,
    section,
    section_number,
    unlinked,
    unnumbered,
)
from icsdiff.sources.outline import Outline
from icsdiff.sources.reading import Line, Reading
from icsdiff.sources.style import Style
from icsdiff.sources.wrapping import goes_on, wrapped


class Builder:
    """Takes the blocks of one document in order; ``reading`` gives what became of them."""

    def __init__(self, name: str, style: Style, contents: Contents) -> None:
        self._name = name
        self._style = style
        self._drafts = Drafts()
        self._sections = Sections()
        self._cover: list[Block] = []
        self._furniture: list[Block] = []
        self._structure: list[Line] = []
        self._contents = contents
        self._outline = Outline()
        self._section: Section | None = None
        self._section_name = ""
        self._section_level = 0
        self._section_number = 0
        self._goal: Draft | None = None
        self._goal_level = 0
        self._entity: Draft | None = None
        self._open: Text | None = None
        self._in_statement = False

    def set_aside(self, block: Block) -> None:
        """A block that the page adds."""
        self._furniture.append(block)

    def take(self, block: Block, following: Block | None, *, broken: bool) -> None:
        """A block of the author's: it opens a section, a part or a field, or it is text of what is open.

        ``broken`` says that furniture stands before it.
        """
        if self._section is Section.CONTENTS and self._contents.lists(block):
            self.set_aside(block)
            self._outline.list(_numbered(block))
            return
        if is_note(block.text):
            self._sections.open("Notes").add(block.text, block)
            return
        known = section(block.text) if block.kind is not BlockKind.ROW else None
        framework_entry = self._section is Section.FRAMEWORK and block.kind is not BlockKind.HEADING
        if known and not (known is Section.MANAGEMENT and framework_entry):
            self._open_section(block, known)
        elif opened := self._part_of(block):
            self._open_part(block, opened)
        elif (found := self._label_of(block)) and self._has_entity():
            self._open_field(block, found)
        elif block.kind is BlockKind.HEADING and not self._awaits_statement():
            self._open_unknown(block, following)
        else:
            self._add(block, broken=broken)

    def _open_section(self, block: Block, known: Section | None) -> None:
        self._structure.append(line_of(block))
        if known is not Section.CONTENTS:
            self._outline.head(block, _numbered(block), f"section {block.level}")
        self._section, self._section_name = known, unnumbered(unlinked(block.text)).rstrip(":").strip()
        self._section_level = block.level if block.kind is BlockKind.HEADING else 0
        self._section_number = section_number(_as_text(block))
        self._goal = self._entity = self._open = None
        self._in_statement = False

    def _part_of(self, block: Block) -> Part | None:
        """The goal or objective that a block opens, by its name or by its number alone."""
        is_heading = block.kind is BlockKind.HEADING
        stands_out = is_heading or bool(block.bold and part(block.bold.rstrip(": "), standing_out=True))
        if opened := part(block.text, standing_out=stands_out):
            return opened
        if is_heading or block.bold or (self._section is Section.FRAMEWORK and block.kind is not BlockKind.ROW):
            return numbered_part(block.text, self._goal.number if self._goal else "")
        return None

    def _open_part(self, block: Block, opened: Part) -> None:
        heading = _head(block, opened.statement)
        self._structure.append(line_of(block, heading))
        draft = self._drafts.named(opened, self._goal.number if self._goal else "")
        in_framework = self._section is Section.FRAMEWORK
        again = not in_framework and bool(draft.line) and draft.section == self._section_name
        if opened.kind is PartKind.GOAL:
            self._goal, self._goal_level = draft, block.level if block.kind is BlockKind.HEADING else 0
        if again:
            self._open_again(block, opened, draft)
            return
        if not in_framework and draft.line and set(draft.fields) <= {"statement"}:
            # A list of all statements under a heading of its own is a framework, whatever it is called.
            draft.rename("statement", "framework_statement")
        if not in_framework:
            draft.line, draft.section = block.line, self._section_name
            self._outline.head(block, heading, "goal" if draft.is_goal else "objective", draft)
        self._entity = draft
        self._open = draft.open("framework_statement" if in_framework else "statement", "")
        self._in_statement = True
        if opened.statement:
            self._open.add(opened.statement, block)

    def _open_again(self, block: Block, opened: Part, draft: Draft) -> None:
        """A heading that a page repeats goes on with its part; another one of that number is the document's mistake."""
        if canonical(continued(opened.statement)) not in ("", draft.text("statement")) or not (
            opened.statement or continued(block.text) != block.text
        ):
            what = "goal" if draft.is_goal else "objective"
            reason = f"{what} {draft.number} stands twice, first on line {draft.line}"
            raise UnreadableSource(reason, file=self._name, line=block.line, remedy="renumber one of the two")
        self._structure.append(line_of(block, opened.statement))
        if self._entity is not draft:
            self._entity, self._in_statement = draft, True
            self._open = draft.open("statement", "")

    def _has_entity(self) -> bool:
        """Whether a goal or objective is open; below the heading of the only management objective it is that one."""
        if self._entity is None and self._section is Section.MANAGEMENT and not self._style.management_is_headed:
            self._entity = self._drafts.named(Part(PartKind.MANAGEMENT, "", ""), "")
            self._open, self._in_statement = self._entity.open("statement", ""), True
        return self._entity is not None

    def _label_of(self, block: Block) -> Label | None:
        """The field that a block opens: a known one wherever it stands, an unknown one where known ones stand, too."""
        found = label(block.text, block.bold) if block.kind is not BlockKind.ROW else None
        if found is None or found.field or block.kind is BlockKind.HEADING:
            return found if found and found.field else None
        return found if self._style.has_labels_like(block) else None

    def _open_field(self, block: Block, found: Label) -> None:
        # Risks and mitigations share a field, so the word that tells them apart stays with the text.
        is_mitigation = found.field == "risks" and found.name.casefold().startswith("mitigation")
        text = f"{found.name}: {found.rest}".strip() if is_mitigation else found.rest
        self._structure += [] if is_mitigation else [line_of(block, _head(block, found.rest))]
        self._fill(found.field, found.name)
        if text and self._open is not None:
            self._open.add(text, block)
            self._in_statement = found.field == "statement"

    def _fill(self, known: str, name: str) -> None:
        """Turn to a field of the open goal or objective."""
        if self._entity is not None:
            self._open = self._entity.open(known, name)
            self._in_statement = False

    def _open_unknown(self, block: Block, following: Block | None) -> None:
        """A heading that no rule knows: a field inside a goal or objective, a section elsewhere."""
        inside = self._has_entity()
        apart = self._stands_apart(block)
        if inside and not apart:
            self._structure.append(line_of(block))
            self._outline.head(block, block.text, "")
            self._fill("", block.text.rstrip(":").strip())
        elif self._is_title(block, following):
            self._cover.append(block)
        elif not inside and not apart and self._is_inside(block):
            self._outline.head(block, block.text, "")
            self._add(block, broken=False)
        else:
            self._open_section(block, None)

    def _stands_apart(self, block: Block) -> bool:
        """Whether a heading begins a section of its own, by its name, its number or its level."""
        if is_back_matter(block.text):
            return True
        if self._style.is_flat:
            return is_numbered(block.text)
        outer = max(self._section_level, self._goal_level if self._goal else 0)
        if self._entity is None:
            return is_numbered(block.text) and block.level <= outer
        return block.level <= outer or section_number(block.text) == self._section_number + 1

    def _is_inside(self, block: Block) -> bool:
        """Whether a heading is one of the open section's own."""
        below = block.level > self._section_level > 0
        return bool(self._section_name) and (below or (self._style.is_flat and self._section is Section.PRIORITIES))

    def _is_title(self, block: Block, following: Block | None) -> bool:
        """Whether a heading before all sections belongs to the cover: no text stands below it."""
        if self._section_name or self._entity or is_back_matter(block.text) or is_numbered(block.text):
            return False
        return not self._cover or following is None or not ends_sentence(following.text)

    def _add(self, block: Block, *, broken: bool) -> None:
        """Text: the next sentence or paragraph of what is open."""
        text = _as_text(block)
        if not self._has_entity():
            if not self._section_name:
                self._cover.append(block)
                return
            if self._section is Section.CONTENTS:
                self._section = None
            self._open = self._sections.open(self._section_name)
        elif (
            self._in_statement
            and not self._awaits_statement()
            and not (block.kind is BlockKind.PARAGRAPH and text[:1].islower())
        ):
            self._leave_statement()
        if self._open is None:
            return
        before = self._open.paragraphs
        if before and block.kind is BlockKind.PARAGRAPH and goes_on(before[-1], text, broken=broken):
            before[-1] = wrapped(before[-1], text)
        else:
            self._open.add(text, block)

    def _awaits_statement(self) -> bool:
        """Whether a goal or objective is open whose statement stands below its heading."""
        return self._in_statement and self._open is not None and not self._open.paragraphs

    def _leave_statement(self) -> None:
        """Text below a statement, without a label: what the goal or objective is about."""
        if self._section is Section.FRAMEWORK:
            self._entity, self._in_statement = None, False
            self._open = self._sections.open(self._section_name)
        else:
            is_goal = self._entity is not None and self._entity.is_goal
            self._fill("description" if is_goal else "justification", "")

    def reading(self, mission: str | None) -> Reading:
        """What the blocks have become."""
        goals, management = self._drafts.in_order(), self._drafts.management()
        if not goals and not management:
            reason = "no goals or objectives were found"
            remedy = "check that it has headings such as 'Mission Goal 1: ...' and 'Objective 1.1: ...'"
            raise UnreadableSource(reason, file=self._name, remedy=remedy)
        priorities = self._sections.priorities
        body = FIELD_SEPARATOR.join((priorities, *(goal.description for goal in goals)))
        cover = read_cover(self._cover, self._furniture, body, self._name)
        version = Version(
            mission=canonical(mission or "") or cover.mission,
            title=cover.title,
            priorities=priorities,
            goals=goals,
            management_objectives=management,
            sections=self._sections.others(),
            unplaced=canonical(FIELD_SEPARATOR.join(_as_text(block) for block in cover.other)),
            positions=dict([*cover.positions, *self._sections.positions, *self._drafts.positions]),
            contents=self._outline.contents,
            headings=self._outline.headings,
        )
        return Reading(
            version,
            furniture=tuple(map(line_of, self._furniture)),
            structure=(*map(line_of, cover.named), *self._structure),
            unplaced=tuple(map(line_of, cover.other)),
        )


def line_of(block: Block, text: str | None = None) -> Line:
    """The words of a block, or some of them, that are in no field."""
    return Line(block.line, _as_text(block) if text is None else text, block.page)


def _numbered(block: Block) -> str:
    """The words of a block with the number of a list, which may be a section's."""
    return _as_text(block) if block.marker.rstrip(".)").isdigit() else block.text


def _head(block: Block, rest: str) -> str:
    """What stands in a block before the rest of it."""
    return f"{block.marker} {block.text.removesuffix(rest)}".strip()


def _as_text(block: Block) -> str:
    if block.kind is BlockKind.ITEM:
        return f"{block.marker} {block.text}"
    return f"| {block.text} |" if block.kind is BlockKind.ROW else block.text
