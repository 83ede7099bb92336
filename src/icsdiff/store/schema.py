"""The JSON Schemas of a structured version, of the changes as JSON, of the configuration and of a review."""

from __future__ import annotations

from pathlib import Path


def schema(name: str) -> str:
    """The text of the JSON Schema called ``version``, ``changes``, ``config`` or ``review``."""
    return Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
