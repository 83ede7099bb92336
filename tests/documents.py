"""The example strategies in tests/sources/: invented, each in the layout of another converter or office."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from icsdiff.model.version import Objective, Version
from icsdiff.sources.read import read
from icsdiff.sources.reading import Reading

HERE = Path(__file__).parent / "sources"
DOCUMENTS = sorted(each.name for each in HERE.iterdir() if each.suffix in (".md", ".txt"))


def text_of(name: str) -> str:
    return (HERE / name).read_bytes().decode()


def reading_of(name: str) -> Reading:
    return read(text_of(name), name=name)


def version_of(name: str) -> Version:
    return reading_of(name).version


def objectives_of(name: str) -> dict[str, Objective]:
    return {each.number: each for each in version_of(name).objectives}


_TAG = re.compile(r"</?\w+[^<>]*>")


def words(text: str) -> Counter[str]:
    """The words of a text, whatever marks and tags stand around them."""
    return Counter(re.findall(r"[^\W_]+", _TAG.sub(" ", text).casefold()))


def words_read(reading: Reading) -> Counter[str]:
    """Every word that a reading holds: of its fields, of the furniture, and of headings and labels."""
    fields = (text for path, text in reading.version.fields.items() if not path.startswith("metadata/"))
    return words("\n".join((*fields, *(line.text for line in (*reading.furniture, *reading.structure)))))
