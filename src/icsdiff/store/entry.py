"""An entry of a version file, asked key by key; what is wrong with it is collected, not raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import yaml

from icsdiff.errors import IcsdiffError, InvalidVersion
from icsdiff.model.version import Position, canonical

_NUMBER = re.compile(r"M?[0-9]+(?:\.[0-9]+)*[a-zA-Z]?")
_POSITION = re.compile(r"(?!$)(?:page ([1-9]\d{0,8}))?(?:(?:^|, )line ([1-9]\d{0,8}))?", re.ASCII)
_PAGE = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_MOST_PROBLEMS = 100
"""A file with more of them is another kind of file."""


class Problems:
    """What is wrong with one file so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[IcsdiffError] = []
        self._first_lines: dict[tuple[str, str], int] = {}

    def add(self, node: yaml.Node, key: str, reason: str, remedy: str) -> None:
        """Note a problem; raise what was found when it is more than anyone would read."""
        self._found.append(IcsdiffError(reason, file=self._file, line=_line(node), key=key, remedy=remedy))
        if len(self._found) == _MOST_PROBLEMS:
            self.settle()

    def once(self, what: str, value: str, node: yaml.Node, key: str) -> None:
        """Note a problem where the file has this value already."""
        first = self._first_lines.setdefault((what, value), _line(node))
        if first != _line(node):
            self.add(node, key, f"{what} {value} stands twice, first on line {first}", "change one of the two")

    def settle(self) -> None:
        """Raise ``InvalidVersion`` with every problem, in the order of their lines, if there is one."""
        if self._found:
            raise InvalidVersion(*sorted(self._found, key=lambda problem: problem.line or 0))


class Entry:
    """The values of one mapping by their keys; what is missing or wrong reads as empty."""

    def __init__(self, node: yaml.Node, key: str, known: tuple[str, ...], problems: Problems) -> None:
        self._node = node
        self._key = key
        self._problems = problems
        self._values: dict[str, yaml.Node] = {}
        if not isinstance(node, yaml.MappingNode):
            problems.add(node, key, "keys with values are expected here", f"the keys are {', '.join(known)}")
            return
        for key_node, value in node.value:
            self._take(key_node, value, known)

    def _take(self, key_node: yaml.Node, value: yaml.Node, known: tuple[str, ...]) -> None:
        name = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        if name not in known:
            import difflib  # noqa: PLC0415  (only to say what may have been meant)

            near = difflib.get_close_matches(name[:40], known, 1)
            remedy = f"did you mean {near[0]}?" if near else f"the keys here are {', '.join(known)}"
            self._problems.add(key_node, self._path(name), "unknown key", remedy)
        elif name in self._values:
            first = _line(self._values[name])
            reason = f"this key stands twice, first on line {first}"
            self._problems.add(key_node, self._path(name), reason, "remove one of the two")
        else:
            self._values[name] = value

    def _path(self, name: str) -> str:
        return f"{self._key}.{name}" if self._key else name

    def problem(self, name: str, reason: str, remedy: str) -> None:
        """Note what is wrong with the value of a key, or with its absence."""
        self._problems.add(self._values.get(name, self._node), self._path(name), reason, remedy)

    def text(self, name: str) -> str:
        """A text of one or more paragraphs; the lines of a paragraph are joined."""
        node = self._values.get(name)
        return "" if node is None else self._text(node, self._path(name))

    def _text(self, node: yaml.Node, path: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._problems.add(node, path, "text is expected here", "write it below a |")
            return ""
        # Outside literal blocks and escapes YAML has joined the lines itself, and left one break for a blank line.
        folded = node.style not in ("|", '"')
        return canonical(node.value.replace("\n", "\n\n") if folded else node.value) if not _is_null(node) else ""

    def required(self, name: str, remedy: str) -> str:
        """A text that has to be there."""
        text = self.text(name)
        if not text and (name not in self._values or isinstance(self._values[name], yaml.ScalarNode)):
            self.problem(name, "this key is missing, or empty", remedy)
        return text

    def number(self, what: str) -> str:
        """The number of a goal or objective, which no other has."""
        number = self.required("number", 'give it, as in number: "1.2"')
        if number and not _NUMBER.fullmatch(number):
            self.problem("number", f"{number!r} is no number of a {what}", 'write it as "1", "1.2" or "M1"')
        elif number:
            self._problems.once(f"{what} number", number, self._values["number"], self._path("number"))
        return number

    def identity(self) -> str:
        """The id of a goal or objective, which no other has."""
        identity = self.text("id")
        if identity:
            self._problems.once("the id", identity, self._values["id"], self._path("id"))
        return identity

    def day(self, name: str) -> date | None:
        """A date, as ``2023-09-22``."""
        node = self._values.get(name)
        return None if node is None else self._day(node, self._path(name))

    def days(self, name: str) -> tuple[date, ...]:
        """A list of dates."""
        days = (self._day(node, path) for node, path in self._list(name))
        return tuple(day for day in days if day)

    def _day(self, node: yaml.Node, path: str) -> date | None:
        written = self._text(node, path)
        try:
            day = date.fromisoformat(written) if written else None
        except ValueError:
            day = None
        if written and (day is None or day.isoformat() != written):
            self._problems.add(node, path, f"{written!r} is no date", "write it as 2023-09-22")
            return None
        return day

    def page(self) -> int:
        """The number of a page; 0 where there is none."""
        written = self.text("page")
        if written and not _PAGE.fullmatch(written):
            self.problem("page", f"{written!r} is no number of a page", 'write it as "3"')
            return 0
        return int(written or 0)

    def positions(self, name: str) -> dict[str, Position]:
        """Where each text stands in its source, by its path."""
        node = self._values.get(name)
        if node is None or _is_null(node):
            return {}
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        paths = tuple(dict.fromkeys(key.value for key, _ in pairs if isinstance(key, yaml.ScalarNode)))
        places = Entry(node, self._path(name), paths or ("objectives/1.1/risks",), self._problems)
        return {path: places._position(path) for path in paths}

    def _position(self, path: str) -> Position:
        written = self.text(path)
        match = _POSITION.fullmatch(written)
        if match is None:
            self.problem(path, f"{written!r} is no place in a document", "write it as page 9, line 12, or leave it out")
        page, line = match.groups() if match else (None, None)
        return Position(int(line or 0), int(page or 0))

    def entry(self, name: str, known: tuple[str, ...]) -> Entry | None:
        """The mapping below a key."""
        node = self._values.get(name)
        return None if node is None or _is_null(node) else Entry(node, self._path(name), known, self._problems)

    def entries(self, name: str, known: tuple[str, ...]) -> Iterator[Entry]:
        """The mappings of a list."""
        return (Entry(node, path, known, self._problems) for node, path in self._list(name))

    def _list(self, name: str) -> Iterator[tuple[yaml.Node, str]]:
        node = self._values.get(name)
        if isinstance(node, yaml.SequenceNode):
            yield from ((each, f"{self._path(name)}[{at}]") for at, each in enumerate(node.value))
        elif node is not None and not _is_null(node):
            self.problem(name, "a list is expected here", "begin each of its entries with a dash")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")
