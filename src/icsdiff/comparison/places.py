"""Where a change stands, in a reader's words."""

from __future__ import annotations

from icsdiff.comparison.wording import METADATA, PRIORITIES, numbered
from icsdiff.model.version import Goal, Objective, Version, slug

_FIELDS = {
    "statement": "statement",
    "framework_statement": "statement in the framework",
    "description": "description",
    "justification": "justification",
    "linkages": "linkages",
    "risks": "risks",
}
_PARTS = {"metadata": "The document", "priorities": PRIORITIES, "unplaced": "Text under no heading"}
_ENTITIES = {"goals": "Goal", "objectives": "Objective"}


def entity_name(folder: str, number: str) -> str:
    """``Goal 2``, ``Objective 1.3``, ``Management Objective 1``."""
    return numbered(_ENTITIES[folder], [number])


class Places:
    """The names of parts and fields; those that the contract has no name for keep their authors' own."""

    def __init__(self, *versions: Version) -> None:
        self._sections: dict[str, str] = {}
        self._extras: dict[str, str] = {}
        for version in versions:
            self._sections.update({f"sections/{slug(each.name)}": each.name for each in version.sections})
            holders: tuple[Goal | Objective, ...] = (*version.goals, *version.objectives)
            self._extras.update({slug(extra.name): extra.name for holder in holders for extra in holder.extras})

    def part(self, path: str) -> str:
        """``Objective 1.3``, ``Chief of Mission Priorities``, a section's name."""
        folder, _, rest = path.partition("/")
        if folder in _ENTITIES:
            return entity_name(folder, rest.partition("/")[0])
        return _PARTS.get(folder) or self._sections.get(path, path)

    def field(self, path: str) -> str:
        """``risks``; empty for a part that is but one text."""
        folder, _, rest = path.partition("/")
        if folder == "metadata":
            return METADATA.get(rest, rest)
        name = rest.partition("/")[2] if folder in _ENTITIES else ""
        return _FIELDS.get(name) or self._extras.get(name, name)

    def whole(self, path: str) -> str:
        """``Objective 1.3, risks``."""
        return ", ".join(filter(None, (self.part(path), self.field(path))))
