"""Several reviewers, one change report, and the next version: the commands as they are typed."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from command import Run
from command import icsdiff as run
from hostile import ACTING, HOSTILE
from icsdiff import ChangeSet
from icsdiff.store.reviews import read_review, write_review
from reviewers import NEWER, PAIR, changes_of, figure_of, project, review_of


@pytest.fixture(scope="module")
def folder(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(repository, tmp_path_factory.mktemp("project"))


def status(folder: Path, versions: tuple[str, str], *files: str) -> dict[str, Any]:
    reviews = [argument for file in files for argument in ("--review", file)]
    done = run("review", "status", *versions, *reviews, "--format", "json", folder=folder)
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_two_reviewers_become_one_file_and_their_conflict_is_named(folder: Path) -> None:
    done = run("review", "merge", "ana.json", "ben.json", folder=folder)
    figure = figure_of(changes_of(folder))
    said = "Figure revised (Venezuelan migrants in Peru): 1.32 million became 1.57 million …"
    assert done.code == 0
    assert done.err == f"icsdiff: conflict on {figure} ({said}): Ana, accept; Ben, object\n"
    (folder / "printed.json").write_text(done.out, encoding="utf-8")
    assert len(read_review(str(folder / "printed.json")).dispositions) == 24 + 2
    assert run("review", "merge", "ben.json", "ana.json", "ana.json", folder=folder) == done


def test_where_one_reviewer_decides_twice_the_later_file_stands_and_that_is_said(folder: Path) -> None:
    changes = changes_of(folder)
    again = review_of(changes, "Ana", {figure_of(changes): "query"})
    (folder / "again.json").write_text(write_review(again))
    done = run("review", "merge", "ana.json", "again.json", folder=folder)
    assert re.fullmatch(r"icsdiff: again\.json: Ana decided anew on \w{12} \(Fig.*\): query, was accept\n", done.err)
    assert json.loads(done.out)["dispositions"].count(json.loads(write_review(again))["dispositions"][0]) == 1
    back = run("review", "merge", "again.json", "ana.json", folder=folder)
    assert "accept, was query" in back.err


def test_status_counts_what_reviewers_decided(folder: Path) -> None:
    figure = figure_of(changes_of(folder))
    assert status(folder, PAIR)["counts"] == {
        **dict.fromkeys(("conflict", "objected", "queried", "accepted", "lapsed"), 0),
        "open": 24,
        "not-needed": 2,
    }
    found = status(folder, PAIR, "ana.json", "ben.json")
    assert {name: count for name, count in found["counts"].items() if count} == {
        "conflict": 1,
        "accepted": 23,
        "not-needed": 2,
    }
    (conflict,) = [each for each in found["changes"] if each["standing"] == "conflict"]
    assert (conflict["id"], conflict["significance"]) == (figure, "substantive")
    assert conflict["dispositions"] == [
        {"decision": "accept", "note": "", "name": "Ana"},
        {"decision": "object", "note": "Which source?", "name": "Ben"},
    ]


def test_status_as_text_lists_what_needs_an_answer_first(folder: Path) -> None:
    lines = run("review", "status", *PAIR, "--review", "ben.json", folder=folder).out.splitlines()
    assert lines[:2] == [
        "peru@2022-03-21 to peru@2023-09-22",
        "22 open, 1 accepted, 1 objected to, 2 editorial that need no decision; 0 lapsed",
    ]
    assert [line for line in lines if line and not line.startswith(" ")][2:] == ["Objected to", "Open", "Accepted"]
    assert "      Ben, object: Which source?" in lines
    assert any("[Objective 3.2, risks] Risk added: “Political instability" in line for line in lines)


@pytest.mark.parametrize(
    ("versions", "files", "asked_for", "code"),
    [
        (PAIR, [], ["open"], 1),
        (PAIR, ["ana.json"], ["open", "query", "object", "conflict", "lapsed"], 0),
        (PAIR, ["ben.json"], ["query", "object"], 1),
        (PAIR, ["ana.json", "ben.json"], ["conflict"], 1),
        (PAIR, ["ana.json", "ben.json"], ["object"], 1),
        (NEWER, ["ana.json"], ["lapsed"], 1),
    ],
)
def test_a_gate_is_closed_by_what_it_asks_for(
    folder: Path, versions: tuple[str, str], files: list[str], asked_for: list[str], code: int
) -> None:
    reviews = [argument for file in files for argument in ("--review", file)]
    gates = [argument for sign in asked_for for argument in ("--fail-on", sign)]
    assert run("review", "status", *versions, *reviews, *gates, folder=folder).code == code


def test_a_newer_version_keeps_what_is_the_same_and_lists_what_lapsed(folder: Path) -> None:
    found = status(folder, NEWER, "ana.json", "ben.json")
    assert {name: count for name, count in found["counts"].items() if count} == {
        "accepted": 20,
        "open": 6,
        "not-needed": 2,
        "lapsed": 5,
    }
    assert [(each["kind"], each["name"], each["decision"], each["note"]) for each in found["lapsed"]] == [
        ("objective-renumbered", "Ana", "accept", ""),
        ("figure-revised", "Ana", "accept", ""),
        ("figure-revised", "Ben", "object", "Which source?"),
        ("metadata-changed", "Ana", "accept", ""),
        ("text-revised", "Ana", "accept", ""),
    ]
    assert "1.32 million became 1.57 million" in found["lapsed"][1]["summary"]


def test_a_review_of_the_newer_version_is_put_together_with_the_older_one(folder: Path) -> None:
    newer = changes_of(folder, "2024-05-01")
    (folder / "second.json").write_text(write_review(review_of(newer, "Ben", dict.fromkeys(every_id(newer), "query"))))
    merged = run("review", "merge", "second.json", "ana.json", folder=folder)
    assert json.loads(merged.out)["new"]["label"] == "peru@2024-05-01"
    assert run("review", "merge", "ana.json", "second.json", folder=folder).out == merged.out


def every_id(changes: ChangeSet) -> list[str]:
    return [each.id for each in changes.changes]


def test_the_report_shows_decisions_beside_their_changes_and_lists_what_lapsed(folder: Path) -> None:
    reviews = ("--review", "ana.json", "--review", "ben.json")
    assert run("report", *PAIR, *reviews, "-o", "first.html", folder=folder) == Run(0, "", "")
    page = (folder / "first.html").read_text(encoding="utf-8")
    entry = page.partition(f'id="c-{figure_of(changes_of(folder))}"')[2].partition("</ul>")[0]
    assert re.findall(r"<bdi class=\"name\">(\w+)</bdi> <b>(\w+)</b>", entry) == [
        ("Ana", "accepts"),
        ("Ben", "objects"),
    ]
    assert "Reviewers disagree" in entry
    assert "Which source?" in entry
    assert 'id="lapsed"' not in page
    assert run("report", *NEWER, *reviews, "-o", "second.html", folder=folder).code == 0
    lapsed = (folder / "second.html").read_text(encoding="utf-8").partition('id="lapsed"')[2].partition("</section>")[0]
    assert "1.32 million became 1.57 million" in lapsed
    assert "Which source?" in lapsed


def test_every_decision_is_in_the_report(folder: Path) -> None:
    changes = changes_of(folder)
    (folder / "all.json").write_text(write_review(review_of(changes, "Zoe", dict.fromkeys(every_id(changes), "query"))))
    run("report", *PAIR, "--review", "all.json", "-o", "all.html", folder=folder)
    page = (folder / "all.html").read_text(encoding="utf-8")
    assert page.count('<bdi class="name">Zoe</bdi>') == len(changes.changes)


@pytest.mark.parametrize("versions", [PAIR, NEWER], ids=["decided", "lapsed"])
def test_what_a_reviewer_writes_is_text_and_nothing_else(folder: Path, versions: tuple[str, str]) -> None:
    changes = changes_of(folder)
    hostile = json.loads(write_review(review_of(changes, "x", dict.fromkeys(every_id(changes), "object"), HOSTILE)))
    for each in hostile["dispositions"]:
        each |= {"name": HOSTILE[:200], "summary": HOSTILE}
    (folder / "hostile.json").write_text(json.dumps(hostile))
    reviews = ("--review", "hostile.json", "--review", "ana.json")
    outputs = [
        run("review", "merge", "hostile.json", "ana.json", folder=folder),
        run("review", "status", *versions, *reviews, folder=folder),
        run("review", "status", *versions, *reviews, "--format", "json", folder=folder),
        run("report", *versions, *reviews, "-o", "-", folder=folder),
    ]
    for output in outputs:
        assert output.code == 0
        assert not set(output.out + output.err) & ACTING
    page = outputs[-1].out
    assert page.count("<script") == page.count("</script>") == 1
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in unescape(page)


def test_a_review_of_another_strategy_is_refused(folder: Path) -> None:
    text = (folder / "ana.json").read_text(encoding="utf-8")
    (folder / "kenya.json").write_text(text.replace('"mission": "Peru"', '"mission": "Kenya"'), encoding="utf-8")
    told = "icsdiff: kenya.json: this is a review of Kenya, not of Peru; name reviews of one strategy\n"
    assert run("review", "merge", "ana.json", "kenya.json", folder=folder) == Run(2, "", told)
    assert run("review", "status", *PAIR, "--review", "kenya.json", folder=folder) == Run(2, "", told)
    assert run("report", *PAIR, "--review", "kenya.json", "-o", "no.html", folder=folder) == Run(2, "", told)
    assert not (folder / "no.html").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["merge"], "Missing argument 'FILE...'; see icsdiff review merge --help"),
        (["merge", "nowhere.json"], "nowhere.json: cannot be read: no such file or directory; "),
        (["merge", "versions/peru/2022-03-21.yaml"], "versions/peru/2022-03-21.yaml:1: not valid JSON at column 1: "),
        (["merge", "ana.json", "-o", "ana.json"], "ana.json: the result would take the place of what it was made of"),
        (["status", "peru", "--review", "versions"], "versions: cannot be read: is a directory; "),
        (["status", "peru", "--review", "ana.json", "-o", "ana.json"], "ana.json: the result would take the place"),
        (["status"], "Missing argument 'OLD'; see icsdiff review status --help"),
        (["status", "peru", "--fail-on", "x"], "Invalid value for '--fail-on': 'x' is not one of"),
        (["vote"], "No such command 'vote'; see icsdiff review --help"),
        ([], "Missing command; see icsdiff review --help"),
    ],
)
def test_bad_input_is_one_line(folder: Path, arguments: list[str], told: str) -> None:
    before = (folder / "ana.json").read_bytes()
    done = run("review", *arguments, folder=folder)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"icsdiff: {told}")
    assert (folder / "ana.json").read_bytes() == before


@pytest.mark.parametrize("command", [(), ("merge",), ("status",)])
def test_help_teaches_by_example(command: tuple[str, ...]) -> None:
    done = run("review", *command, "--help")
    assert "\n    icsdiff review " in done.out.partition("Options:")[0]
