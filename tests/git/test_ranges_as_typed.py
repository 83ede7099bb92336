"""``icsdiff diff`` and ``icsdiff report`` with git revisions, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import Run, icsdiff
from scratch import Scratch, scratch, strategy

KENYA, GHANA = "versions/kenya/2022-03-21.yaml", "versions/ghana/2022-01-05.yaml"


@pytest.fixture
def clone(tmp_path: Path) -> Scratch:
    """Two strategies, and an edit of both."""
    made = scratch(tmp_path / "clone")
    made.commit("Two", {KENYA: strategy(20), GHANA: strategy(7, "Ghana", day="2022-01-05")})
    made.commit("Both", {KENYA: strategy(30), GHANA: strategy(8, "Ghana", day="2022-01-05")})
    return made


def diff(made: Scratch, *arguments: str) -> Run:
    return icsdiff("diff", *arguments, folder=made.folder)


def test_several_strategies_are_told_one_after_the_other(clone: Scratch) -> None:
    pairs = [f"{at} of 2: HEAD~1:{file} → HEAD:{file}" for at, file in enumerate((GHANA, KENYA), 1)]
    text = diff(clone, "HEAD~1", "HEAD").out.splitlines()
    assert [line for line in text if line.startswith("===")] == [f"=== {each} ===" for each in pairs]
    markdown = diff(clone, "HEAD~1..HEAD", "--format", "markdown").out.splitlines()
    assert [line for line in markdown if line.startswith("# ")] == [
        f"# {each[:7]} `{each.partition(': ')[2]}`" for each in pairs
    ]


def test_json_has_a_line_for_each_comparison(clone: Scratch) -> None:
    run = diff(clone, "HEAD~1", "HEAD", "--format", "json")
    assert [json.loads(line)["new"]["source"] for line in run.out.splitlines()] == [f"HEAD:{GHANA}", f"HEAD:{KENYA}"]
    one = diff(clone, "HEAD~1", "HEAD", "--format", "json", "--", KENYA).out
    assert one.count("\n") == 1
    assert json.loads(one) == json.loads(diff(clone, f"HEAD~1:{KENYA}", f"HEAD:{KENYA}", "--format", "json").out)
    assert diff(clone, "HEAD", "HEAD", "--format", "json") == Run(0, "", "")


def test_one_that_cannot_be_read_hides_no_other(clone: Scratch) -> None:
    clone.commit("Break", {KENYA: "schema: icsdiff/version/1\nmisson: Kenya\n", GHANA: strategy(9, "Ghana")})
    run = diff(clone, "HEAD~1", "HEAD", "--fail-on", "figure-revised")
    assert run.code == 2
    assert "8 percent → 9 percent" in " ".join(run.out.split())
    assert [line.partition(": ")[2] for line in run.err.splitlines()] == [
        f"HEAD:{KENYA}:1: mission: this key is missing, or empty; give the mission's name, as in mission: Peru",
        f"HEAD:{KENYA}:2: misson: unknown key; did you mean mission?",
    ]
    alone = diff(clone, "HEAD~1", "HEAD", "--", KENYA)
    assert (alone.code, alone.out, alone.err) == (2, "", run.err)


def test_a_page_shows_one_strategy(clone: Scratch, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    several = icsdiff("report", "HEAD~1", "HEAD", "-o", str(page), folder=clone.folder)
    assert (several.code, several.out, several.err.count("\n")) == (2, "", 1)
    assert several.err.startswith("icsdiff: html shows one comparison, and between HEAD~1 and HEAD there are 2; ")
    assert not page.exists()
    one = icsdiff("report", "HEAD~1..HEAD", "-o", str(page), "--", "versions/kenya", folder=clone.folder)
    assert one == Run(0, "", "")
    assert "20 percent" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("names", "fate"), [(["HEAD~1", "HEAD"], "new"), (["HEAD", "HEAD~1"], "gone")])
def test_a_strategy_that_one_side_does_not_have_is_told_as_new_or_gone(
    clone: Scratch, names: list[str], fate: str
) -> None:
    clone.commit("Chad", {"versions/chad/2024-05-02.yaml": strategy(9, "Chad", day="2024-05-02")})
    for form in ("text", "markdown", "html"):
        out = diff(clone, *names, "--format", form).out
        assert f"The strategy is {fate}" in out, form
        assert "There is none in HEAD" in out, form
    run = diff(clone, *names, "--format", "json", "--fail-on", f"goal-{'added' if fate == 'new' else 'removed'}")
    assert run.code == 1
    absent = json.loads(run.out)["old" if fate == "new" else "new"]
    assert (absent["mission"], absent["label"], absent["approved"]) == ("Chad", "chad", None)
    assert absent["provenance"]["note"] == "There is none in HEAD~1."


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["HEAD~1", "HEAD", "--exit-code"], 1),
        (["HEAD", "HEAD", "--exit-code"], 0),
        (["HEAD~1..HEAD", "--fail-on", "figure-revised", "--", "versions"], 1),
        (["HEAD~1..HEAD", "--fail-on", "goal-removed"], 0),
    ],
)
def test_gates_look_at_every_strategy(clone: Scratch, arguments: list[str], code: int) -> None:
    assert diff(clone, *arguments).code == code


def test_where_nothing_differs_it_is_said(clone: Scratch) -> None:
    told = "No strategy differs between HEAD and the working tree: each reads the same to the letter.\n"
    assert diff(clone, "HEAD") == Run(0, told, "")
    assert "No changes: the comparison is complete" in diff(clone, "HEAD", "--", "versions/kenya").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["HEAD", "HEAD", "--", "nowhere"], "neither HEAD nor HEAD has a version under nowhere; "),
        (["nobody", "--"], "nobody: there is no such revision; "),
        (["kenya", "HEAD"], "kenya: this is a version, and HEAD a git revision; "),
        (["HEAD~1..HEAD", "--format", "html"], "html shows one comparison, "),
    ],
)
def test_what_cannot_be_compared_is_told_in_one_line(clone: Scratch, arguments: list[str], told: str) -> None:
    run = diff(clone, *arguments)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"icsdiff: {told}")


def test_a_version_that_is_not_compared_is_named(clone: Scratch) -> None:
    older = "versions/kenya/2018-01-01.yaml"
    clone.commit("An older one", {older: strategy(3, day="2018-01-01")})
    run = diff(clone, "HEAD~1", "HEAD")
    assert run.err.startswith(f"icsdiff: HEAD:{older}: a version that came or went beside those that are compared")


def test_files_may_still_be_named_after_two_dashes(clone: Scratch) -> None:
    clone.write("-old.yaml", strategy(1))
    clone.write("-new.yaml", strategy(2))
    found = json.loads(diff(clone, "--format", "json", "--", "-old.yaml", "-new.yaml").out)
    assert (found["old"]["source"], found["new"]["source"]) == ("-old.yaml", "-new.yaml")


def test_a_name_that_is_no_text_harms_no_output(clone: Scratch) -> None:
    name = "versions/Côte\x1b[31m\udcf4/2022-03-21.yaml"
    clone.commit("One", {name: strategy(1, "Ivory")})
    for form in ("text", "json", "markdown", "html"):
        run = diff(clone, "HEAD~1", "HEAD", "--format", form)
        assert (run.code, run.err) == (0, ""), form
        assert "\x1b" not in run.out
    assert "\x1b" not in diff(clone, "HEAD~2", "HEAD").out
