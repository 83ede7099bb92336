"""Each field knows where it begins in its source, and the account knows where each word ended."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import DOCUMENTS, reading_of, text_of
from icsdiff.errors import IcsdiffError, InvalidVersion
from icsdiff.model.version import Listed, Position, Version, canonical
from icsdiff.sources.blocks import Block, BlockKind
from icsdiff.sources.build import build
from icsdiff.sources.read import read
from icsdiff.sources.reading import Reading, Words, count_words
from icsdiff.store.parse import parse
from icsdiff.store.write import write
from sources.made.page import page

WORD = re.compile(r"[^\W_]+")


def first_words(text: str) -> list[str]:
    return WORD.findall(text)[:2]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_field_begins_on_the_line_that_its_position_names(name: str) -> None:
    version = reading_of(name).version
    lines = text_of(name).replace("\r\n", "\n").split("\n")
    for path, text in version.fields.items():
        if path.startswith("metadata/") or not first_words(text):
            continue
        position = version.position(path)
        assert position is not None, path
        around = WORD.findall(" ".join(lines[position.line - 1 : position.line + 6]).replace("\u00ad", ""))
        assert first_words(text)[0] in around, (path, position)


def test_the_seed_s_fields_are_where_it_has_them(repository: Path) -> None:
    source = (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")
    version = read(source, name="peru.md").version
    lines = source.split("\n")
    assert version.positions.keys() == version.fields.keys()
    for path, text in version.fields.items():
        if not path.startswith("metadata/"):
            position = version.position(path)
            assert position is not None
            said = canonical(lines[position.line - 1].replace("\\", "").replace("**", ""))
            assert " ".join(text.split()[:4]) in said, path


def test_fields_of_a_page_are_where_its_tags_are() -> None:
    html = page(text_of("kenya.md"))
    version = read(html.encode(), name="kenya.html").version
    lines = html.split("\n")
    for path, text in version.fields.items():
        position = version.position(path)
        if position and not path.startswith("metadata/"):
            assert first_words(text)[0] in " ".join(lines[position.line - 1 : position.line + 1]), (path, position)
    assert version.position("objectives/1.1/risks")


def test_a_position_reads_as_people_say_it() -> None:
    assert [str(each) for each in (Position(12, 9), Position(12), Position(page=9))] == [
        "page 9, line 12",
        "line 12",
        "page 9",
    ]


POSITIONS = {"priorities": Position(3), "objectives/1.1/risks": Position(12, 9), "sections/a b": Position(page=2)}
CONTENTS = (Listed("1. Chief of Mission Priorities", 3), Listed("Annex: #1"))


def test_positions_and_contents_are_kept_in_the_file_and_are_no_part_of_the_text() -> None:
    bare = Version("Tamberland", priorities="Peace.")
    version = replace(bare, positions=POSITIONS, contents=CONTENTS, headings=CONTENTS[:1])
    again = parse(write(version), name="x.yaml")
    assert (again.positions, again.contents, again.headings) == (POSITIONS, CONTENTS, CONTENTS[:1])
    assert write(again) == write(version)
    assert version == bare
    assert hash(version) == hash(bare)
    assert write(version).startswith(write(bare))


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("positions:\n  priorities: 12", "x.yaml:4: positions.priorities: '12' is no place in a document"),
        ("positions:\n  priorities: line 0", "x.yaml:4: positions.priorities: 'line 0' is no place in a document"),
        ("positions:\n  a: line 1\n  a: line 2", "x.yaml:5: positions.a: this key stands twice"),
        ("positions: line 1", "x.yaml:3: positions: keys with values are expected here"),
        ("contents:\n  - page: 3", "x.yaml:4: contents[0].text: this key is missing"),
        ("contents:\n  - text: A\n    page: ix", "x.yaml:5: contents[0].page: 'ix' is no number of a page"),
    ],
)
def test_what_is_wrong_with_them_is_told_with_its_line(key: str, problem: str) -> None:
    with pytest.raises(InvalidVersion) as caught:
        parse(f"schema: icsdiff/version/1\nmission: Tamberland\n{key}\n", name="x.yaml")
    assert str(caught.value).startswith(problem)


def words_of(reading: Reading) -> int:
    words = reading.words
    return words.fields + words.structure + words.furniture + words.unplaced


@given(st.tuples(*[st.integers(0, 10_000)] * 4))
def test_shares_add_up(counts: tuple[int, int, int, int]) -> None:
    words = Words(*counts)
    assert sum(words.shares) == (1000 if any(counts) else 0)
    assert all(
        abs(share - 1000 * count / max(1, sum(counts))) < 1 for share, count in zip(words.shares, counts, strict=True)
    )


TEXTS = st.sampled_from(
    (
        "Ports are safe.|Risks: None.|Justification:|Chief of Mission Priorities|Mission Goal 2: Trade.|Objective 2.1|3"
        "|Objective 1.2: Courts work.|Page 3 of 9|UNCLASSIFIED|Table of Contents|Key partners|[^1]: Source.|and then"
        "|Mitigation: Train.|Annex A: Staff|Integrated Country Strategy|Approved: March 21, 2022|1.2 Roads last."
        "|Mission Strategic Framework|Peru Integrated Country Strategy 2022|Mission Goal 1: A goal. (continued)|Pre-war"
    ).split("|")
) | st.text(st.sampled_from("ab1 :.|-[]()"), max_size=12).map(canonical)


@st.composite
def blocks(draw: st.DrawFn) -> list[Block]:
    found = [
        Block(BlockKind.HEADING, "Mission Goal 1: A goal.", 1, 2),
        Block(BlockKind.HEADING, "Objective 1.1: An aim.", 2, 3),
    ]
    for line, text in enumerate(draw(st.lists(TEXTS, max_size=25)), 3):
        kind = draw(st.sampled_from(list(BlockKind)))
        level = draw(st.integers(1, 4)) if kind in (BlockKind.HEADING, BlockKind.ITEM) else 0
        bold = text if draw(st.booleans()) else ""
        found.append(Block(kind, text, line, level, bold, marker="-" if kind is BlockKind.ITEM else ""))
    return draw(st.permutations(found)) if draw(st.booleans()) else found


@given(blocks())
def test_every_word_of_any_document_is_counted_once(stream: list[Block]) -> None:
    try:
        found = build(stream, "x.md", None)
    except IcsdiffError:
        return
    texts = [block.text for block in stream if block.kind is not BlockKind.NOTE]
    assert words_of(found) == sum(map(count_words, texts))
    assert len(found.notes) == sum(block.kind is BlockKind.NOTE for block in stream)
