"""Reviewers' files: read with every problem named, written to the same bytes, believed in nothing."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hostile import ACTING, HOSTILE
from icsdiff.errors import InvalidReview
from icsdiff.model.changes import Kind
from icsdiff.model.review import Decision, Disposition, Review, ReviewedVersion
from icsdiff.store.reviews import parse_review, read_review, write_review
from icsdiff.store.schema import schema

DISPOSITION = {
    "change": "45351177f353",
    "kind": "figure-revised",
    "summary": "Figure revised: 44 to 1 became 46 to 1",
    "decision": "query",
    "note": "Which year?",
    "name": "Ana",
}
VERSIONS = {
    "old": {"mission": "Peru", "label": "peru@2022-03-21"},
    "new": {"mission": "Peru", "label": "peru@2023-09-22"},
}


def data(*dispositions: dict[str, Any], **changed: object) -> dict[str, Any]:
    return {"schema": "icsdiff/review/1", **VERSIONS, "dispositions": list(dispositions), **changed}


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidReview) as caught:
        parse_review(text, name="ana.json")
    return [str(each) for each in (caught.value, *caught.value.others)]


def test_a_review_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ana.json"
    file.write_text(json.dumps(data(DISPOSITION)))
    review = read_review(str(file))
    assert review.new == ReviewedVersion("Peru", "peru@2023-09-22")
    kind, decision = Kind.FIGURE_REVISED, Decision.QUERY
    summary = "Figure revised: 44 to 1 became 46 to 1"
    assert review.dispositions == (Disposition("45351177f353", kind, summary, decision, "Which year?", "Ana"),)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize(
    "note", ["one\n two \\ / \" ' {{ x }} # & * é 日本 \U0001f600", HOSTILE, "\x7f\x85\u2028\ufffe"]
)
def test_a_note_is_kept_to_the_character(indent: int | str | None, escaped: bool, note: str) -> None:
    text = json.dumps(data({**DISPOSITION, "note": note}), indent=indent, ensure_ascii=escaped)
    for line_end in ("\n", "\r\n"):
        (disposition,) = parse_review(text.replace("\n", line_end), name="ana.json").dispositions
        assert disposition.note == note.strip()


def test_a_name_is_one_name_however_it_is_composed_and_spaced() -> None:
    names = ("Jos\u00e9 Paz", " Jose\u0301\n Paz ")
    reviews = [parse_review(json.dumps(data({**DISPOSITION, "name": name})), name="x") for name in names]
    assert reviews[0] == reviews[1]


def test_a_long_summary_is_cut_once() -> None:
    review = parse_review(json.dumps(data({**DISPOSITION, "summary": "x" * 1_000_000})), name="x")
    assert len(review.dispositions[0].summary) == 500
    assert parse_review(write_review(review), name="x") == review


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
REVIEWS = st.builds(
    Review,
    st.builds(ReviewedVersion, LINES, LINES),
    st.builds(ReviewedVersion, LINES, LINES),
    st.lists(
        st.builds(
            Disposition,
            st.from_regex("[0-9a-f]{12}", fullmatch=True),
            st.sampled_from(Kind),
            LINES,
            st.sampled_from(Decision),
            TEXTS.map(str.strip),
            st.sampled_from(["Ana", "Ben", "Renée", "\u202eevil", "<b>"]),
        ),
        max_size=5,
        unique_by=lambda each: each.key,
    ).map(tuple),
)


@given(REVIEWS)
def test_what_was_written_reads_the_same_and_is_written_to_the_same_bytes(review: Review) -> None:
    text = write_review(review)
    assert parse_review(text, name="ana.json") == review
    assert write_review(parse_review(text, name="ana.json")) == text
    Draft202012Validator(json.loads(schema("review"))).validate(json.loads(text))


def test_no_character_of_a_written_review_acts_on_a_terminal() -> None:
    review = parse_review(json.dumps(data({**DISPOSITION, "note": HOSTILE, "name": "\u202e\x9bAna"})), name="x")
    assert not set(write_review(review)) & ACTING


def test_every_problem_is_named_with_its_line_and_key() -> None:
    wrong = {"change": 5, "kind": "figure", "summary": None, "decision": "yes", "note": ["x"], "name": " ", "when": 1}
    text = json.dumps(data(DISPOSITION, wrong, DISPOSITION, old=None), indent=1)
    assert problems(text) == [
        "ana.json:3: old: this key is missing, or empty; export it again from the change report",
        "ana.json:18: dispositions[1].change: text is expected here; write it in quotes",
        "ana.json:19: dispositions[1].kind: 'figure' is no kind; icsdiff schema review lists the kinds",
        "ana.json:20: dispositions[1].summary: text is expected here; write it in quotes",
        "ana.json:21: dispositions[1].decision: 'yes' is no decision; write accept, query or object",
        "ana.json:22: dispositions[1].note: text is expected here; write it in quotes",
        "ana.json:25: dispositions[1].name: this key is missing, or empty; say who decided",
        "ana.json:26: dispositions[1].when: unknown key; the keys here are change, kind, summary, decision, note, name",
        "ana.json:34: dispositions[2].name: 'Ana' has decided on 45351177f353 before; keep one decision",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "ana.json:1: this is no review: it has no key schema with icsdiff/review/1; name a file that was"),
        ("{}", "ana.json:1: this is no review: it has no key schema"),
        ("schema: icsdiff/review/1", "ana.json:1: not valid JSON at column 1: expecting value"),
        ('{\n"schema": "icsdiff/review/1",\n}', "ana.json:3: not valid JSON at column 1: "),
        ("[" * 100_000, "ana.json:1: not valid JSON: nested too deep"),
        (json.dumps(data(x=json.loads("[" * 500 + "]" * 500))), "ana.json:1: nested more than 20 levels deep"),
        (json.dumps(data(schema="icsdiff/review/2")), "ana.json:1: schema: 'icsdiff/review/2' is not icsdiff/review/1"),
        (json.dumps(data(dispositions=None)), "ana.json:1: dispositions: this key is missing, or empty"),
        (json.dumps(data(dispositions={})), "ana.json:1: dispositions: a list is expected here"),
        (json.dumps(data()).replace("{", '{"schema": "x", ', 1), "ana.json:1: schema: this key stands twice"),
        (json.dumps(data({**DISPOSITION, "note": "\ud800"})), "ana.json:1: not valid JSON: found invalid Unicode"),
        (json.dumps(data({**DISPOSITION, "change": "../../etc"})), "ana.json:1: dispositions[0].change: '../../etc'"),
        (
            json.dumps(data({**DISPOSITION, "note": "x" * 10_000_000})),
            "ana.json:1: dispositions[0].note: 10,000,000 characters are too many; write 10,000 at most",
        ),
        (json.dumps(data()).replace('"icsdiff/review/1"', "9" * 5_000), "ana.json:1: schema: text is expected here"),
    ],
    ids=range(14),
)
def test_what_is_no_review_is_refused(text: str, problem: str) -> None:
    assert problems(text)[0].startswith(problem)


KEYS = st.sampled_from(["schema", "old", "dispositions", "change", "name", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(JSON)
def test_any_json_is_a_review_or_refused(value: object) -> None:
    for document in (value, data(dispositions=value), data(old=value)):
        with contextlib.suppress(InvalidReview):
            parse_review(json.dumps(document), name="ana.json")
