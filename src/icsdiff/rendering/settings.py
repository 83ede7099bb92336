"""The configuration that is in force, each value with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from icsdiff.rendering.plain import plain
from icsdiff.store.configuration import Configuration


class _Setting(NamedTuple):
    key: str
    value: object
    origin: str


def settings(configuration: Configuration, form: str) -> str:
    """Every key as ``text`` or ``json``."""
    if form == "json":
        rows = [setting._asdict() for setting in _settings(configuration)]
        return json.dumps({"file": _file(configuration), "settings": rows}, ensure_ascii=False, indent=2) + "\n"
    lines = [_file(configuration) or "no icsdiff.toml and no [tool.icsdiff] from here upward", ""]
    lines += (f"{key} = {_toml(value)}  # {origin}" for key, value, origin in _settings(configuration))
    return "".join(f"{plain(line)}\n" for line in lines)


def _settings(configuration: Configuration) -> Iterator[_Setting]:
    values: dict[str, object] = {f"hook.{name}": value for name, value in configuration.hook._asdict().items()}
    values["alignment"] = [
        {name: value for name, value in entry._asdict().items() if name != "table" and value}
        for entry in configuration.alignment
    ]
    for key, value in values.items():
        yield _Setting(key, value, _file(configuration) if key in configuration.given else "default")


def _file(configuration: Configuration) -> str:
    return str(configuration.file or "")


def _toml(value: object) -> str:
    """The value as a TOML file would have it, on one line."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(each)}' for name, each in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
