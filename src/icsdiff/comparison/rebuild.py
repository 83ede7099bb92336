"""One version's fields from the other's and the change set: the proof that a change set is complete.

The words outside every change and rewrite are the same on both sides and in the same order. So a new field is the
passages that the changes and rewrites name in it, and between them what they leave of the old field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from icsdiff.comparison.pairs import entity_path
from icsdiff.model.changes import Change, ChangeSet, Passage, Rewrite
from icsdiff.model.version import Version


def rebuild(old: Version, changes: ChangeSet) -> Mapping[str, str]:
    """The new version's fields, by path, from the old version and what differs."""
    differences: tuple[Change | Rewrite, ...] = (*changes.changes, *changes.rewrites)
    homes = {
        entity_path(match.level, match.old[0]): entity_path(match.level, match.new[0])
        for match in changes.alignment
        if match.old and match.new
    }
    return _rebuilt(old.fields, homes, [each.old for each in differences], [each.new for each in differences])


def rebuild_old(new: Version, changes: ChangeSet) -> Mapping[str, str]:
    """The old version's fields, by path, from the new version and what differs."""
    differences: tuple[Change | Rewrite, ...] = (*changes.changes, *changes.rewrites)
    homes = {
        entity_path(match.level, match.new[0]): entity_path(match.level, match.old[0])
        for match in changes.alignment
        if match.old and match.new
    }
    return _rebuilt(new.fields, homes, [each.new for each in differences], [each.old for each in differences])


def _rebuilt(
    fields: Mapping[str, str],
    homes: Mapping[str, str],
    taken: Iterable[Passage | None],
    given: Iterable[Passage | None],
) -> dict[str, str]:
    taken_by_path, given_by_path = _by_path(taken), _by_path(given)
    left = {_target(path, homes): _outside(text, taken_by_path[path]) for path, text in fields.items()}
    paths = [*(path for path in left if path is not None), *given_by_path]
    woven = {path: _woven(left.get(path, ""), given_by_path[path]) for path in dict.fromkeys(paths)}
    return {path: text for path, text in woven.items() if text}


def _by_path(passages: Iterable[Passage | None]) -> defaultdict[str, list[Passage]]:
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage is not None:
            found[passage.path].append(passage)
    for path in found:
        found[path].sort(key=lambda passage: (passage.start, passage.end))
    return found


def _target(path: str, homes: Mapping[str, str]) -> str | None:
    """Where a field stands on the other side; None for a field of a goal or objective that has no counterpart."""
    home, _, name = path.rpartition("/")
    if home.startswith(("goals/", "objectives/")):
        return f"{homes[home]}/{name}" if home in homes else None
    return path


def _outside(text: str, passages: list[Passage]) -> str:
    """What remains of a text without the passages."""
    kept, at = [], 0
    for passage in passages:
        kept.append(text[at : passage.start])
        at = max(at, passage.end)
    return "".join((*kept, text[at:]))


def _woven(left: str, passages: list[Passage]) -> str:
    """The passages at their places, the characters that are left in the gaps between them."""
    pieces: list[str] = []
    length = used = 0
    for passage in passages:
        gap = max(0, passage.start - length)
        fresh = passage.text[max(0, length - passage.start) :]
        pieces += (left[used : used + gap], fresh)
        used += gap
        length += gap + len(fresh)
    return "".join((*pieces, left[used:]))
