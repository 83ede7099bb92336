from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generated import versions
from icsdiff.model.version import Extra, Goal, Ignored, Objective, Provenance, ProvenanceKind, Version, canonical, slug
from icsdiff.store.parse import parse
from icsdiff.store.write import write

# What YAML readers take for something else than the text that stands there, and what breaks emitters.
NASTY = [
    *("NO", "y", "Yes", "off", "null", "~", "Null", "true"),
    *("1.10", "46:1", "0x1F", "1e3", ".inf", "-1", "1_000", "0755", "2022-03-21", "12:30:45"),
    *(
        "#1 producer",
        "Peru is the #1 producer",
        "- item",
        "-",
        "--- ",
        "---",
        "...",
        "-- ---",
        "key: value",
        "a:",
        ": a",
    ),
    *(
        "? what",
        "! bang",
        "!tag",
        "& anchor",
        "&a",
        "* bold",
        "*a",
        "%TAG",
        "100 %",
        "@home",
        "`code`",
        "|",
        ">",
        "| cell |",
    ),
    *(
        "[words](target)",
        "{a: b}",
        "[a, b]",
        "a, b",
        '"quoted"',
        "'quoted'",
        'say "no"',
        "it's",
        "\\",
        "C:\\new",
        "a\\n",
    ),
    *("naïve Côte d’Ivoire", "日本語", "العربية \u200f\u202ex", "😀 ok", "\u200b", "\U0001fffe", "e\u0301", "\ue000"),
    *("a b", "a\u2028b", "a\u0085b", "a\x00b", "a\tb", "a\x1b[31mb", "a\ufeffb", "a\ufffeb"),
    *(
        "First.\n\nSecond.",
        "- item\n\n- item",
        "Ends with colon:\n\n- item",
        "One. Two. Three.",
        "U.S. Mission. It goes on.",
    ),
    *("<<", "=", "<<: *a", "schema: icsdiff/version/1", "number: 7"),
]

texts = (st.sampled_from(NASTY) | st.lists(st.sampled_from(NASTY)).map(" ".join) | st.text()).map(
    lambda text: canonical("".join(each for each in text if not "\ud800" <= each <= "\udfff"))
)
numbers = st.from_regex(r"M?[0-9]{1,2}(\.[0-9]{1,2}){0,2}[a-z]?", fullmatch=True)


def extras(*taken: str) -> st.SearchStrategy[tuple[Extra, ...]]:
    each = st.builds(Extra, name=texts.filter(lambda name: bool(name) and slug(name) not in taken), text=texts)
    return st.lists(each, max_size=3, unique_by=lambda extra: slug(extra.name)).map(tuple)


@st.composite
def nasty_versions(draw: st.DrawFn) -> Version:
    """Any version that the format can hold, of texts that are hard to write."""
    free = draw(st.lists(numbers, max_size=6, unique=True))
    identities = iter(draw(st.lists(texts.filter(bool), min_size=12, max_size=12, unique=True)))

    def objective(number: str) -> Objective:
        given_extras = draw(extras("statement", "framework_statement", "justification", "linkages", "risks"))
        identity = draw(st.sampled_from(["", next(identities)]))
        return Objective(
            number, identity, draw(texts), draw(texts), draw(texts), draw(texts), draw(texts), given_extras
        )

    def goal(number: str, objectives: tuple[Objective, ...]) -> Goal:
        given_extras = draw(extras("statement", "framework_statement", "description"))
        identity = draw(st.sampled_from(["", next(identities)]))
        return Goal(number, identity, draw(texts), draw(texts), draw(texts), given_extras, objectives)

    days = st.dates()
    return Version(
        mission=draw(texts.filter(bool)),
        title=draw(texts),
        approved=draw(st.none() | days),
        updated=tuple(draw(st.lists(days, max_size=3))),
        release=draw(texts),
        provenance=Provenance(draw(st.sampled_from(ProvenanceKind)), *(draw(texts) for _ in range(5))),
        priorities=draw(texts),
        goals=tuple(goal(number, tuple(map(objective, free[2:4]))) for number in free[:1]),
        management_objectives=tuple(map(objective, free[4:])),
        sections=draw(extras()),
        unplaced=draw(texts),
        ignored=tuple(draw(st.lists(st.builds(Ignored, texts.filter(bool), texts.filter(bool)), max_size=2))),
    )


@given(nasty_versions() | versions())
def test_what_is_written_is_read_again(version: Version) -> None:
    assert parse(write(version), name="v.yaml") == version


@given(nasty_versions() | versions())
def test_writing_what_was_read_gives_the_same_bytes(version: Version) -> None:
    text = write(version)
    assert write(parse(text, name="v.yaml")) == text


@given(nasty_versions())
def test_any_yaml_reader_finds_the_same_texts(version: Version) -> None:
    read = yaml.safe_load(write(version))
    assert read["mission"] == version.mission
    assert read.get("title", "") == version.title
    assert canonical(read.get("priorities", "")) == version.priorities
    assert [section["name"] for section in read.get("sections", ())] == [section.name for section in version.sections]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_that_looks_like_something_else_stays_text(text: str) -> None:
    text = canonical(text)
    if not text:
        return
    version = Version(text, text, release=text, priorities=text, sections=(Extra(text, text),), unplaced=text)
    assert parse(write(version), name="v.yaml") == version


@given(st.text())
def test_a_text_that_is_not_canonical_is_written_as_its_canonical_form(text: str) -> None:
    text = "".join(each for each in text if not "\ud800" <= each <= "\udfff")
    assert parse(write(Version("Peru", priorities=text)), name="v.yaml").priorities == canonical(text)


def test_the_file_reads_as_a_person_would_write_it() -> None:
    objective = Objective(
        "1.1",
        id="objective-91bc42",
        statement="Counties manage water sustainably.",
        risks="Drought may continue. To mitigate this risk, we will train 1,200 officers.\n\n- Item: one.",
        extras=(Extra("Key partners: donors", "UNICEF."),),
    )
    version = Version(
        "Kenya",
        title="Integrated Country Strategy",
        approved=date(2022, 3, 21),
        updated=(date(2023, 9, 22), date(2024, 1, 31)),
        release="NO",
        provenance=Provenance(ProvenanceKind.DRAFT, source="kenya.md", note="As sent to the U.S. bureau: third draft"),
        priorities="First sentence. Second sentence.\n\nSecond paragraph.",
        goals=(Goal("1", statement="Water for all.", objectives=(objective,)),),
        management_objectives=(Objective("M1", statement="Recruit well."),),
        sections=(Extra("Annex", "A list."),),
        unplaced="Stray words",
        ignored=(Ignored("0f3a5c9b2e71", "The two counts are of different years."),),
    )
    assert write(version) == EXPECTED
    assert parse(EXPECTED, name="v.yaml") == version


EXPECTED = """\
schema: icsdiff/version/1
mission: Kenya
title: Integrated Country Strategy
approved: 2022-03-21
updated:
  - 2023-09-22
  - 2024-01-31
release: "NO"
provenance:
  kind: draft
  source: kenya.md
  note: "As sent to the U.S. bureau: third draft"
priorities: |
  First sentence.
  Second sentence.

  Second paragraph.
goals:
  - number: "1"
    statement: |
      Water for all.
    objectives:
      - number: "1.1"
        id: objective-91bc42
        statement: |
          Counties manage water sustainably.
        risks: |
          Drought may continue.
          To mitigate this risk, we will train 1,200 officers.

          - Item: one.
        extras:
          - name: "Key partners: donors"
            text: |
              UNICEF.
management_objectives:
  - number: "M1"
    statement: |
      Recruit well.
sections:
  - name: Annex
    text: |
      A list.
unplaced: |
  Stray words
ignored:
  - finding: "0f3a5c9b2e71"
    reason: The two counts are of different years.
"""


def test_a_change_of_one_sentence_changes_one_line() -> None:
    old = Version("Kenya", priorities="Trade grew. Floods came. Courts were slow.")
    new = replace(old, priorities="Trade grew. Floods and droughts came. Courts were slow.")
    lines = zip(write(old).splitlines(), write(new).splitlines(), strict=True)
    assert [(a, b) for a, b in lines if a != b] == [("  Floods came.", "  Floods and droughts came.")]


def test_what_the_user_named_is_no_part_of_the_file() -> None:
    assert write(Version("Kenya", source="kenya@latest")) == write(Version("Kenya"))
