"""Where a change stands, in a reader's words."""

from __future__ import annotations

from collections.abc import Sequence

from icsdiff.model.alignment import Level
from icsdiff.model.version import Goal, Objective, Version, slug
from icsdiff.rendering.texts import Texts

_PARTS = {"metadata": "document", "priorities": "priorities", "unplaced": "unplaced"}
_ENTITIES = {"goals": Level.GOAL, "objectives": Level.OBJECTIVE}


def numbered(level: Level, numbers: Sequence[str], texts: Texts) -> str:
    """``Goal 2``, ``Objectives 1.2 and 1.3``, ``Management Objective 1``."""
    key = names(level, numbers)
    if _are_management(numbers):
        numbers = [number[1:] for number in numbers]
    return texts.say(key, len(numbers), numbers=texts.all_of(numbers))


def names(level: Level, numbers: Sequence[str]) -> str:
    """The key of the text that names such goals or objectives."""
    return f"names.{'management-' if _are_management(numbers) else ''}{level}"


def _are_management(numbers: Sequence[str]) -> bool:
    return all(number.startswith("M") for number in numbers)


class Places:
    """The names of parts and fields; those that the contract has no name for keep their authors' own."""

    def __init__(self, texts: Texts, *versions: Version) -> None:
        self.texts = texts
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
            return numbered(_ENTITIES[folder], [rest.partition("/")[0]], self.texts)
        return self.texts.say(f"names.{_PARTS[folder]}") if folder in _PARTS else self._sections.get(path, path)

    def field(self, path: str) -> str:
        """``risks``; empty for a part that is but one text."""
        folder, _, rest = path.partition("/")
        name = rest.partition("/")[2] if folder in _ENTITIES else rest if folder == "metadata" else ""
        key = f"fields.{name}"
        return self.texts.say(key) if key in self.texts.entries else self._extras.get(name, name)

    def whole(self, path: str) -> str:
        """``Objective 1.3, risks``."""
        return self.texts.place(self.part(path), self.field(path))
