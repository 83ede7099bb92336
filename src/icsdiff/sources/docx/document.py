"""A Word document's parts: which part is which, by the relations that the parts declare."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icsdiff.sources.docx.names import STRICT, tag
from icsdiff.sources.docx.tracked import is_tracked, settle
from icsdiff.sources.office.package import Package
from icsdiff.sources.sides import Side

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: another part, or an address that is outside and never looked up."""

    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds text, and what it refers to by the ids of its relations."""

    root: _Element
    relations: Mapping[str, Relation]

    def target(self, identifier: str | None) -> str:
        """Where a link leads, as the document writes it."""
        found = self.relations.get(identifier or "")
        return found.target if found and found.is_outside else ""


class Document:
    """The parts of one document, with its tracked changes settled for one side."""

    def __init__(self, data: bytes, file: str, side: Side) -> None:
        self._package = Package(data, file, "Word")
        self._side = side
        self.is_tracked = False
        """Whether the parts that were read so far have tracked changes."""
        start = (each.target for each in self._relations("").values() if each.kind == "officeDocument")
        self._main = next(start, "word/document.xml")
        self.body = self._part(self._main)
        if self.body.root.tag != tag("w:document"):
            raise self._package.refused("its main part is something else")

    def related(self, kind: str) -> Part | None:
        """The part that the text refers to as its styles, footnotes or another kind; none where it has none."""
        name = next((each.target for each in self.body.relations.values() if each.kind == kind), "")
        return self._optional(name)

    def referred(self, identifier: str | None) -> Part | None:
        """The part that stands behind the id of a relation of the text."""
        found = self.body.relations.get(identifier or "")
        return None if found is None or found.is_outside else self._optional(found.target)

    def running(self) -> Iterator[Part]:
        """The headers and footers that a section of the document shows, each once."""
        shown = self.body.root.iter(tag("w:headerReference"), tag("w:footerReference"))
        for identifier in dict.fromkeys(each.get(tag("r:id")) for each in shown):
            if (part := self.referred(identifier)) is not None:
                yield part

    def _optional(self, name: str) -> Part | None:
        return self._part(name) if name and self._package.has(name) else None

    def _part(self, name: str) -> Part:
        root = self._package.part(name, STRICT)
        if root is None:
            raise self._package.refused("it has no main part")
        self.is_tracked |= is_tracked(root)
        settle(root, self._side)
        _choose(root)
        return Part(root, self._relations(name))

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, file = posixpath.split(name)
        root = self._package.part(posixpath.join(folder, "_rels", f"{file}.rels"), STRICT)
        found: dict[str, Relation] = {}
        for each in () if root is None else root.iter(_RELATION):
            target, is_outside = each.get("Target", ""), each.get("TargetMode") == "External"
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relation(kind, target, is_outside)
        return found


def _choose(root: _Element) -> None:
    """Of each drawing that is given in several forms keep one, that for newer programs; they say the same."""
    for alternatives in list(root.iter(tag("mc:AlternateContent"))):
        first, other = alternatives.find(tag("mc:Choice")), alternatives.find(tag("mc:Fallback"))
        kept = first if first is not None else other
        parent = alternatives.getparent()
        if parent is not None:
            for each in () if kept is None else list(kept):
                alternatives.addprevious(each)
            parent.remove(alternatives)
