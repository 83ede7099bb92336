"""The words that reports say of themselves: one catalogue, so that another language is one file.

``templates/texts.toml`` holds them by section and key; ``say("map.title")`` looks one up. Words of the documents are
never in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from icsdiff.errors import InvalidTemplate
from icsdiff.model.changes import Change

if TYPE_CHECKING:
    from icsdiff.rendering.templates import Templates

NAME = "texts.toml"

_FORMS = frozenset({"one", "other"})
_PLACE = re.compile(r"\{(\w+)\}")

_Text = str | Mapping[str, str]
"""A text, or its two forms: ``one`` and ``other``."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A catalogue of texts by ``section.key``."""

    entries: Mapping[str, _Text]

    def say(self, key: str, count: int = 1, **values: object) -> str:
        """A text with its values in place; ``count`` chooses between its forms and is a value, too."""
        text = self.entries[key]
        if not isinstance(text, str):
            text = text["one" if count == 1 else "other"]
        values["count"] = count
        return _PLACE.sub(lambda place: str(values[place[1]]), text)

    def count(self, key: str, count: int) -> str:
        """``3 risks``."""
        return self.say("list.count", count=count, what=self.say(key, count))

    def all_of(self, items: Iterable[str]) -> str:
        """``a``, ``a and b``, ``a, b and c``."""
        *first, last = items
        return self.say("list.and", first=self.each_of(first), last=last) if first else last

    def each_of(self, items: Iterable[str], between: str = "list.comma") -> str:
        """``a, b, c``, without what is empty; ``between`` names the text that joins two of them."""
        told = ""
        for item in filter(None, items):
            told = self.say(between, first=told, last=item) if told else item
        return told

    def place(self, part: str, field: str) -> str:
        """``Objective 1.3, risks``."""
        return self.say("list.place", part=part, field=field) if field else part

    def reason(self, english: str) -> str:
        """Why a change was classed so: the comparison says it in English, in phrases that the catalogue translates."""
        moved, separator, revised = english.partition(", revised: ")
        if separator:
            return self.say("reasons.moved-and-revised", moved=self._phrase(moved), revised=self.reason(revised))
        return "; ".join(map(self._phrase, english.split("; ")))

    def because(self, change: Change) -> str:
        """``editorial: spelling``."""
        significance = self.say(f"significance.{change.significance}")
        return self.say("significance.because", significance=significance, reason=self.reason(change.reason))

    def _phrase(self, english: str) -> str:
        key = f"reasons.{english}"
        return self.say(key) if key in self.entries else english


@cache
def shipped() -> Texts:
    """The catalogue that comes with icsdiff."""
    from icsdiff.rendering.templates import Templates  # noqa: PLC0415  (it makes catalogues of its own with this module)

    return Templates().texts


def read_texts(templates: Templates) -> Texts:
    """The catalogue of some templates; a user's own may leave out what it leaves as it is.

    ``InvalidTemplate`` says where one is no TOML, holds a text that there is not, or a value that nothing gives.
    """
    entries: dict[str, _Text] = {}
    for file in templates.versions_of(NAME):
        own = dict(_parsed(file.text, file.name))
        if entries:
            _check(own, entries, file.name)
        entries |= own
    return Texts(entries)


def _parsed(text: str, file: str) -> Iterator[tuple[str, _Text]]:
    import tomllib  # noqa: PLC0415  (only where something is said)

    try:
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        reason, _, _ = str(error).partition(" (at")
        remedy = "write it as TOML, each text in quotation marks"
        raise InvalidTemplate(reason, file=file, line=int(line[1]) if line else None, remedy=remedy) from None
    for section, texts in sections.items():
        if not isinstance(texts, dict):
            raise InvalidTemplate(
                "a section is expected here", file=file, key=section, remedy="begin it with [section]"
            )
        for key, value in texts.items():
            name = f"{section}.{key}"
            if not _is_text(value):
                remedy = "write one text in quotation marks, or { one = ..., other = ... }"
                raise InvalidTemplate("this is no text", file=file, key=name, remedy=remedy)
            yield name, value


def _is_text(value: object) -> bool:
    if isinstance(value, dict):
        return value.keys() == _FORMS and all(isinstance(each, str) for each in value.values())
    return isinstance(value, str)


def _check(own: Mapping[str, _Text], known: Mapping[str, _Text], file: str) -> None:
    for key, text in own.items():
        if key not in known:
            remedy = f"see the keys of the {NAME} that comes with icsdiff"
            raise InvalidTemplate("there is no such text", file=file, key=key, remedy=remedy)
        if stray := _places(text) - _places(known[key]) - {"count"}:
            remedy = f"the values are {', '.join(sorted(_places(known[key]))) or 'none'}"
            raise InvalidTemplate(f"nothing gives {{{min(stray)}}}", file=file, key=key, remedy=remedy)


def _places(text: _Text) -> set[str]:
    return set(_PLACE.findall(text if isinstance(text, str) else " ".join(text.values())))
