"""On which line of a version file each of its texts stands."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from icsdiff.model.version import Version, canonical, slug
from icsdiff.store.tree import LINE_END, tree

_METADATA = frozenset({"mission", "title", "approved", "updated", "release"})
_ENTITIES = {"goals": "goals", "objectives": "objectives", "management_objectives": "objectives"}
_EXTRAS = {"extras": "", "sections": "sections"}

_Place = tuple[str, yaml.Node]


class Lines:
    """The lines of one version file: ``text`` is what stands in it, ``version`` what ``parse`` made of that."""

    def __init__(self, text: str, version: Version) -> None:
        self._lines = LINE_END.split(text)
        self._fields = version.fields
        self._nodes = dict(_places(tree(text, version.source), ""))

    def of(self, path: str, offset: int = 0) -> int | None:
        """The line, from 1, of a character of a field; of the first line of a goal or objective (``goals/2``).

        None where the file has no such field. A version's text differs from the file's in nothing but white space, so
        that the other characters are counted.
        """
        node = self._nodes.get(path)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            return int(node.start_mark.line) + 1
        before = _size(self._fields.get(path, "")[:offset])
        below = node.style in ("|", ">")
        first, last = node.start_mark.line + below, node.end_mark.line - below
        for at in range(first, last):
            start = node.start_mark.column + (node.style is not None) if at == node.start_mark.line else 0
            before -= _size(self._lines[at][start:])
            if before < 0:
                return at + 1
        return max(first, last) + 1


def _size(text: str) -> int:
    """The characters of a text that are no white space."""
    return len("".join(canonical(text).split()))


def _places(node: yaml.Node, home: str) -> Iterator[_Place]:
    """The texts, goals and objectives of the file, or of one goal or objective, by their paths."""
    for key, value in _pairs(node):
        if key in _ENTITIES:
            for each in value.value:
                entity = f"{_ENTITIES[key]}/{dict(_pairs(each))['number'].value}"
                yield entity, each
                yield from _places(each, entity)
        elif key in _EXTRAS:
            for each in map(dict, map(_pairs, value.value)):
                if "text" in each:
                    yield f"{home or _EXTRAS[key]}/{slug(each['name'].value)}", each["text"]
        elif home or key in _METADATA:
            yield f"{home or 'metadata'}/{key}", value
        else:
            yield key, value


def _pairs(node: yaml.Node) -> Iterator[_Place]:
    return ((key.value, value) for key, value in node.value)
