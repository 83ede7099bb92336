"""Which part of the report shows which goal or objective of either version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from icsdiff.comparison.pairs import FieldPair, entity_path, home
from icsdiff.model.alignment import Match, Relation


class Anchors:
    """The parts' names in links: ``objective-1-2``, and ``objective-1-3-old`` for what the new version lacks.

    What has a counterpart shares its part; of a goal or objective that was split or merged, the pieces whose fields
    are set side by side do.
    """

    def __init__(self, alignment: Iterable[Match], pairs: Iterable[FieldPair]) -> None:
        self._partners = _partners(alignment, pairs)

    def old(self, path: str) -> str:
        """The part of a goal or objective of the old version, ``objectives/1.1``."""
        partner = self._partners.get(path)
        return self.new(partner) if partner else f"{_anchor(path)}-old"

    def new(self, path: str) -> str:
        """The part of a goal or objective of the new version."""
        return _anchor(path)

    def of(self, pair: FieldPair) -> str:
        """The part of a goal's or objective's field."""
        return self.new(home(pair.new_path)) if pair.new_path else self.old(home(pair.old_path or ""))


def _partners(alignment: Iterable[Match], pairs: Iterable[FieldPair]) -> Mapping[str, str]:
    """The new goal or objective beside which each old one is shown."""
    found = {
        home(pair.old_path): home(pair.new_path) for pair in pairs if pair.match and pair.old_path and pair.new_path
    }
    for match in alignment:
        if match.relation is Relation.MATCHED:
            found[entity_path(match.level, match.old[0])] = entity_path(match.level, match.new[0])
    return found


def _anchor(path: str) -> str:
    folder, _, number = path.partition("/")
    return f"{folder[:-1]}-{re.sub(r'[^0-9A-Za-z]+', '-', number)}"
