"""What the formats say of the Peru pair: golden files, the same counts, and a schema that holds."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import icsdiff
from conftest import Golden
from generated import edited, versions
from icsdiff import ChangeSet, Options, Version
from icsdiff.rendering import TEXT_FORMATS, TextFormat
from icsdiff.rendering.view import view
from icsdiff.rendering.view.entries import everything
from icsdiff.rendering.view.model import Entry
from icsdiff.store.schema import schema

EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))
PROSE_FORMATS: tuple[TextFormat, ...] = ("text", "markdown", "html")
MAPPED = ("goal", "objective")
"""What the kinds begin with that a map tells, not a list."""
SUFFIXES = {
    "text": "txt",
    "json": "json",
    "markdown": "md",
    "html": "html",
    "github": "github.txt",
    "gitlab": "gitlab.json",
}


@pytest.fixture(scope="module")
def changes(repository: Path) -> ChangeSet:
    folder = repository / "versions/peru"
    old, new = (icsdiff.load(str(folder / f"{day}.yaml")) for day in ("2022-03-21", "2023-09-22"))
    return icsdiff.compare(from_anywhere(old), from_anywhere(new))


def from_anywhere(version: Version) -> Version:
    """The version without the path that it was read from, which differs from clone to clone."""
    return replace(version, source=version.label)


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_each_format_reads_as_it_did_when_it_was_last_looked_at(
    changes: ChangeSet, golden: Golden, form: TextFormat
) -> None:
    golden(f"peru.{SUFFIXES[form]}", icsdiff.render(changes, form))


@given(EDITED)
def test_all_formats_agree_in_their_counts(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    counted = json.loads(icsdiff.render(changes, "json"))["summary"]
    listed = re.findall(r'id="c-([0-9a-f]+)"', icsdiff.render(changes, "html"))
    assert sorted(listed) == sorted(change.id for change in changes.changes)
    sentence = view(changes).sentence
    if substantive := counted["significance"]["substantive"]:
        assert sentence.startswith(f"{substantive} substantive change")
    assert all(sentence in " ".join(unescape(icsdiff.render(changes, form)).split()) for form in PROSE_FORMATS)


@given(EDITED)
def test_text_and_markdown_list_as_many_of_each_kind_as_the_json_counts(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    kinds = json.loads(icsdiff.render(changes, "json"))["summary"]["kinds"]
    repeated = Counter(each.change.kind for entry in everything(own(changes)) for each in entry.also)
    counted = {kind: count for kind, count in (Counter(kinds) - repeated).items() if not kind.startswith(MAPPED)}
    text = re.findall(r"(?m)^  - ([a-z]+ [a-z]+)(?: \[|: )", icsdiff.render(changes, "text", Options(width=100_000)))
    assert Counter(kind.replace(" ", "-") for kind in text) == counted
    markdown = re.findall(r"(?m)^- \*\*([a-z]+ [a-z]+)\*\*(?: \(|: )", icsdiff.render(changes, "markdown"))
    tables = Counter({"figure": len(view(changes).figure_rows)})
    assert _by_subject(markdown) + tables == _by_subject(kind.replace("-", " ") for kind in Counter(counted).elements())


def _by_subject(kinds: Iterable[str]) -> Counter[str]:
    return Counter(kind.partition(" ")[0] for kind in kinds)


def own(changes: ChangeSet) -> tuple[Entry, ...]:
    return tuple(entry for part in view(changes).parts for entry in part.entries)


@given(EDITED)
def test_the_json_is_what_its_schema_says(pair: tuple[Version, Version]) -> None:
    document = json.loads(icsdiff.render(icsdiff.compare(*pair), "json"))
    jsonschema.Draft202012Validator(json.loads(schema("changes"))).validate(document)


def test_no_changes_is_said_where_there_are_none(changes: ChangeSet) -> None:
    same = icsdiff.compare(changes.new, changes.new)
    assert all("No changes: the comparison is complete" in icsdiff.render(same, form) for form in PROSE_FORMATS)


def test_what_is_only_written_another_way_is_counted_and_shown_on_request(changes: ChangeSet) -> None:
    respelled = replace(changes.new, priorities=changes.new.priorities.replace("22 percent", "22%"))
    same = icsdiff.compare(changes.new, respelled)
    for form in PROSE_FORMATS:
        assert "1 place is only written another way (1 notation)." in icsdiff.render(same, form)
        assert "22 percent" not in icsdiff.render(same, form).partition("</header>")[0]
        shown = icsdiff.render(same, form, Options(rewrites=True))
        assert "22 percent" in shown
        assert "22%" in shown


def test_a_reconstructed_version_is_said_first(changes: ChangeSet) -> None:
    assert "! Reconstructed version" in icsdiff.render(changes, "text").partition("\nNew ")[0]
    assert "**Old version: reconstructed.**" in icsdiff.render(changes, "markdown").partition("###")[0]
    assert "<title>(reconstructed)" in icsdiff.render(changes, "html")


class Page(HTMLParser):
    """The elements of a page, and whether each is closed."""

    VOID = frozenset({"meta", "br", "link", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "srcset")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(page: str) -> Page:
    parser = Page()
    parser.feed(page)
    parser.close()
    return parser


def test_the_page_is_well_formed_and_loads_nothing(changes: ChangeSet) -> None:
    page = parsed(icsdiff.render(changes, "html"))
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
