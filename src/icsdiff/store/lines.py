"""On which line of a version file each of its texts stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

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
        self._measures: dict[str, _Measure] = {}

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
        if path not in self._measures:
            self._measures[path] = self._measure(path, node)
        measure = self._measures[path]
        at = bisect_right(measure.at_line_ends, measure.before[min(offset, len(measure.before) - 1)])
        return measure.first + min(at, len(measure.at_line_ends) - 1) + 1

    def _measure(self, path: str, node: yaml.ScalarNode) -> _Measure:
        below = node.style in ("|", ">")
        first, last = node.start_mark.line + below, node.end_mark.line - below
        written = self._lines[first : last + 1] or [""]
        if not below:
            written[0] = written[0][node.start_mark.column + (node.style is not None) :]
        sizes = (len(canonical(line).replace(" ", "")) for line in written)
        before = accumulate((character not in " \n" for character in self._fields.get(path, "")), initial=0)
        return _Measure(first, list(accumulate(sizes)), list(before))


class _Measure(NamedTuple):
    """Of one field, how many characters that are no white space stand where."""

    first: int
    """The field's first line in the file, from 0."""
    at_line_ends: list[int]
    """Up to the end of each of its lines in the file."""
    before: list[int]
    """Before each character of its text in the version."""


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
