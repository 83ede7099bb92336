"""How a finding names a place: in English, as the messages of the checks are."""

from __future__ import annotations

from icsdiff.comparison.wording import PRIORITIES, numbered
from icsdiff.model.version import Goal, Objective, Version, slug

_ENTITIES = {"goals": "Goal", "objectives": "Objective"}


class Names:
    """The names of parts and fields of one version; what the contract has no name for keeps its author's."""

    def __init__(self, version: Version) -> None:
        holders: tuple[Goal | Objective, ...] = (*version.goals, *version.objectives)
        self._extras = {slug(extra.name): extra.name for holder in holders for extra in holder.extras}
        self._sections = {f"sections/{slug(each.name)}": each.name for each in version.sections}
        self._sections |= {"priorities": PRIORITIES, "unplaced": "Text under no heading"}

    def part(self, path: str) -> str:
        """``Objective 1.3``, ``Management Objective 1``, a section's name."""
        folder, _, rest = path.partition("/")
        if folder in _ENTITIES:
            return numbered(_ENTITIES[folder], [rest.partition("/")[0]])
        return self._sections.get(path, "The document")

    def whole(self, path: str) -> str:
        """``Objective 1.3, risks``; of a part that is but one text, its name."""
        folder, _, rest = path.partition("/")
        name = rest.rpartition("/")[2] if folder in {*_ENTITIES, "metadata"} else ""
        return ", ".join(filter(None, (self.part(path), self._extras.get(name, name.replace("_", " ")))))
