"""A table of the configuration, read key by key; what is wrong with it is said with its file and key."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from icsdiff.errors import InvalidConfiguration


class Table:
    """One table of a TOML file; every key in it is known."""

    def __init__(self, file: str, key: str, content: object, keys: Collection[str], *, head: str | None = None) -> None:
        self.file = file
        self.key = key
        if not isinstance(content, Mapping):
            raise self.problem("a table is expected here", f"begin it with {head or f'[{key}]'}")
        self._content: Mapping[str, object] = content
        for name in content:
            if name not in keys:
                raise self.problem(f"unknown key {name}", f"the keys are {', '.join(keys)}")

    @property
    def given(self) -> tuple[str, ...]:
        """The keys that the file has."""
        return tuple(self._content)

    def problem(self, reason: str, remedy: str) -> InvalidConfiguration:
        """What is wrong with this table."""
        return InvalidConfiguration(reason, file=self.file, key=self.key or None, remedy=remedy)

    def table(self, name: str, keys: Collection[str]) -> Table:
        """The table of that name; an empty one where there is none."""
        return Table(self.file, self._path(name), self._content.get(name, {}), keys)

    def tables(self, name: str, keys: Collection[str]) -> tuple[Table, ...]:
        """The list of tables of that name; none where there is none."""
        head, path = f"[[{name}]]", self._path(name)
        content = self._content.get(name, [])
        if not isinstance(content, list):
            reason, remedy = "a list of tables is expected here", f"begin each with {head}"
            raise InvalidConfiguration(reason, file=self.file, key=path, remedy=remedy)
        return tuple(Table(self.file, f"{path}[{at}]", each, keys, head=head) for at, each in enumerate(content))

    def text(self, name: str, default: str) -> str:
        """The text of that name."""
        value = self._content.get(name, default)
        if not isinstance(value, str):
            raise self.problem(f"{name} is to be a text in quotes", "write it so")
        return value

    def texts(self, name: str, default: Sequence[str] = (), example: str = "") -> tuple[str, ...]:
        """The list of texts of that name."""
        value = self._content.get(name, list(default))
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.problem(f"{name} is to be a list such as {example}", "write it so")
        return tuple(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """The truth value of that name."""
        value = self._content.get(name, default)
        if not isinstance(value, bool):
            raise self.problem(f"{name} is to be true or false", "write it without quotes")
        return value

    def _path(self, name: str) -> str:
        return f"{self.key}.{name}" if self.key else name
