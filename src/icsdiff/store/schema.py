"""The JSON Schemas of a structured version and of the changes as JSON."""

from __future__ import annotations

from pathlib import Path


def schema(name: str) -> str:
    """The text of the JSON Schema called ``version`` or ``changes``."""
    return Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
