"""The same input gives the same bytes: at any hash seed, in any locale, time zone and folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import icsdiff

SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "de_DE.ISO-8859-1", "HOME": "/nonexistent"},
]


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_every_format_is_the_same_everywhere(repository: Path, form: str) -> None:
    outputs = {
        icsdiff("diff", "peru", "--format", form, environment=each, folder=repository).out for each in SURROUNDINGS
    }
    assert len(outputs) == 1
    assert str(repository) not in outputs.pop()
