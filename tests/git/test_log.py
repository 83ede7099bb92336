"""``icsdiff log --git``: the commits that changed what a strategy says, and no others."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest

from command import icsdiff
from icsdiff.errors import IcsdiffError
from icsdiff.log_in_git import log_in_git
from icsdiff.model.log import Log
from icsdiff.rendering.log import render
from scratch import AUTHOR, Scratch, scratch, strategy

KENYA, LATER = "versions/kenya/2022-03-21.yaml", "versions/kenya/2023-09-22.yaml"
GHANA = "versions/ghana/2022-01-05.yaml"


@pytest.fixture
def clone(tmp_path: Path) -> Scratch:
    made = scratch(tmp_path / "clone")
    made.commit("Approve Kenya", {KENYA: strategy(20)})
    made.commit("Approve Ghana", {GHANA: strategy(7, "Ghana", day="2022-01-05"), "versions/kenya/notes.md": "None."})
    made.commit("Write it otherwise", {KENYA: f"# reviewed\n{strategy(20)}"})
    made.commit("Correct the figure", {KENYA: strategy(21)})
    made.commit("Update Kenya", {LATER: strategy(30, day="2023-09-22")})
    return made


def log(folder: Path, name: str) -> Log:
    with contextlib.chdir(folder):
        return log_in_git(name)


def told(found: Log) -> list[tuple[str, list[str]]]:
    """Of each commit its subject, and the kinds of its changes that say most."""
    kinds = {"figure-revised", "objective-renamed", "goal-added", "goal-removed"}
    return [
        (
            step.commit.subject if step.commit else "",
            [str(change.kind) for changes in step.changes for change in changes.changes if change.kind in kinds],
        )
        for step in found.steps
    ]


EXPECTED = [
    ("Update Kenya", ["figure-revised"]),
    ("Correct the figure", ["figure-revised"]),
    ("Approve Kenya", ["goal-added"]),
]


@pytest.mark.parametrize("name", ["kenya", "Kenya", "versions/kenya", "./versions/kenya/", KENYA])
def test_commits_that_changed_the_meaning_are_listed_the_newest_first(clone: Scratch, name: str) -> None:
    assert told(log(clone.folder, name)) == EXPECTED


def test_a_commit_tells_author_date_and_what_changed(clone: Scratch) -> None:
    (update, *_) = log(clone.folder, "kenya").steps
    assert update.commit is not None
    assert (update.commit.id, update.commit.author) == (clone.git("rev-parse", "HEAD"), AUTHOR)
    assert (update.commit.date, update.commit.email) == ("2024-05-06T10:00:00+03:00", "author@example.org")
    (changes,) = update.changes
    assert (changes.old.label, changes.new.label) == ("kenya@2022-03-21", "kenya@2023-09-22")


@pytest.mark.parametrize("new", ["versions/republic_of_kenya", "africa/versions/kenya"])
def test_a_strategy_is_followed_to_where_it_lay_before(clone: Scratch, new: str) -> None:
    (clone.folder / new).parent.mkdir(parents=True, exist_ok=True)
    clone.git("mv", "versions/kenya", new)
    clone.commit("Move it")
    assert told(log(clone.folder, new)) == EXPECTED
    clone.commit("Raise it", {f"{new}/2023-09-22.yaml": strategy(31, day="2023-09-22")})
    clone.git("mv", new, "versions/ke")
    clone.commit("Move and rename", {"versions/ke/2023-09-22.yaml": strategy(32, day="2023-09-22")})
    found = told(log(clone.folder, "ke"))
    assert found == [("Move and rename", ["figure-revised"]), ("Raise it", ["figure-revised"]), *EXPECTED]


def test_a_document_is_followed_when_it_is_renamed(tmp_path: Path) -> None:
    made = scratch(tmp_path)
    text = "**Mission Goal 1:** Trade grows.\n\n**Objective 1.1:** Exports reach {} percent of output.\n"
    made.commit("First", {"draft.md": text.format(20)})
    made.commit("Blank lines", {"draft.md": text.format(20).replace("\n\n", "\n\n\n")})
    made.commit("Second", {"draft.md": text.format(30)})
    made.git("mv", "draft.md", "kenya.md")
    made.commit("Rename")
    assert [subject for subject, _ in told(log(tmp_path, "kenya.md"))] == ["Second", "First"]


def test_a_strategy_that_is_gone_may_be_named_by_its_folder(clone: Scratch) -> None:
    clone.git("rm", "-r", "--quiet", "versions/kenya")
    clone.commit("Remove Kenya")
    assert told(log(clone.folder, "versions/kenya")) == [("Remove Kenya", ["goal-removed"]), *EXPECTED]


def test_a_version_that_is_withdrawn_while_the_one_before_is_edited_tells_both(clone: Scratch) -> None:
    clone.commit("Withdraw", {LATER: None, KENYA: strategy(22)})
    (withdrawn, *_) = log(clone.folder, "kenya").steps
    assert [(each.old.label, each.new.label) for each in withdrawn.changes] == [
        ("kenya@2023-09-22", "kenya@2022-03-21"),
        ("kenya@2022-03-21", "kenya@2022-03-21"),
    ]


def branched(made: Scratch, ours: str, theirs: str, result: str) -> None:
    """Two branches that each wrote a file, and their merge with a result of its own."""
    made.git("checkout", "--quiet", "-b", "side")
    made.commit("On the side", {LATER: theirs})
    made.git("checkout", "--quiet", "main")
    made.commit("On main", {LATER: ours})
    made.git("merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    made.commit("Merge", {LATER: result})


@pytest.mark.parametrize(
    ("result", "is_listed"),
    [
        (strategy(40, day="2023-09-22", objective="Trade doubles."), False),
        (strategy(45, day="2023-09-22", objective="Trade doubles."), True),
        (strategy(40, day="2023-09-22", objective="Trade trebles."), True),
    ],
    ids=["both sides", "a figure of its own", "a name of its own"],
)
def test_a_merge_is_listed_for_what_neither_side_said(clone: Scratch, result: str, is_listed: bool) -> None:
    ours, theirs = strategy(40, day="2023-09-22"), strategy(30, day="2023-09-22", objective="Trade doubles.")
    branched(clone, ours, theirs, result)
    subjects = [subject for subject, _ in told(log(clone.folder, "kenya"))]
    assert subjects[: 3 if is_listed else 2] == [*(["Merge"] if is_listed else []), "On main", "On the side"]


def test_a_merge_that_takes_one_side_brings_nothing(clone: Scratch) -> None:
    ours = strategy(40, day="2023-09-22")
    branched(clone, ours, strategy(50, day="2023-09-22"), ours)
    assert told(log(clone.folder, "kenya"))[0][0] == "On main"


def test_a_commit_whose_version_cannot_be_read_is_listed_with_the_reason(clone: Scratch) -> None:
    clone.commit("Break it", {LATER: "goals: [\n"})
    clone.commit("Mend it", {LATER: strategy(31, day="2023-09-22")})
    mended, broken, *rest = log(clone.folder, "kenya").steps
    for step in (mended, broken):
        assert step.changes == ()
        assert f":{LATER}:" in step.problem
    assert len(rest) == len(EXPECTED)


def test_a_shallow_clone_lists_what_it_can_know(clone: Scratch, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    clone.git("clone", "--quiet", "--depth=2", f"file://{clone.folder}", str(shallow))
    run = icsdiff("log", "kenya", "--git", folder=shallow)
    assert run.code == 0
    assert run.out.startswith(
        f"{clone.git('rev-parse', '--short=12', 'HEAD')}  2024-05-06  {AUTHOR}\n    Update Kenya\n"
    )
    assert "Correct the figure" not in run.out
    assert run.err.startswith("icsdiff: this clone is shallow: what commit ")


def test_a_bare_clone_a_worktree_and_a_subfolder_list_the_same(clone: Scratch, tmp_path: Path) -> None:
    clone.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare"))
    clone.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    for folder in (tmp_path / "bare", tmp_path / "tree", clone.folder / "versions" / "ghana"):
        assert told(log(folder, "kenya")) == EXPECTED
    assert told(log(tmp_path / "bare", "versions/kenya")) == EXPECTED
    assert told(log(clone.folder / "versions", "kenya")) == EXPECTED
    assert told(log(clone.folder / "versions" / "ghana", "../kenya")) == EXPECTED


@pytest.mark.parametrize("folder", ["with blank", 'quo"te', "new\nline", "-dash", "Côte d’Ivoire", "*"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, folder: str) -> None:
    made = scratch(tmp_path)
    path = f"versions/{folder}/2022-03-21.yaml"
    made.commit("One", {path: strategy(20), GHANA: strategy(7, "Ghana", day="2022-01-05")})
    made.commit("Two", {path: strategy(30)})
    made.commit("Ghana", {GHANA: strategy(8, "Ghana", day="2022-01-05")})
    assert [subject for subject, _ in told(log(tmp_path, f"versions/{folder}"))] == ["Two", "One"]
    assert [subject for subject, _ in told(log(tmp_path, folder))] == ["Two", "One"]


def test_what_git_has_no_log_of_is_told(clone: Scratch, tmp_path: Path) -> None:
    clone.commit("Two of a name", {f"africa/{KENYA}": strategy(20)})
    for name, beginning in (
        ("chad", "chad: there is no such strategy in HEAD; there are ghana, kenya"),
        ("versions/chad", "versions/chad: no commit has a version there"),
        (".", ".: no commit has a version there"),
        (
            "kenya",
            "kenya: there are several strategies of this name in HEAD; name its folder: africa/versions/kenya or",
        ),
    ):
        with pytest.raises(IcsdiffError, match=r".+; .+") as error:
            log(clone.folder, name)
        assert str(error.value).startswith(beginning)
    empty = scratch(tmp_path / "empty")
    with pytest.raises(IcsdiffError, match="there are no commits yet"):
        log(empty.folder, "kenya")


def test_a_strategy_goes_before_a_folder_of_its_name(clone: Scratch) -> None:
    clone.write("kenya/photos/readme.txt", "None yet.")
    assert told(log(clone.folder, "kenya")) == EXPECTED
    clone.commit("Two of a name", {f"africa/{KENYA}": strategy(20)})
    assert told(log(clone.folder / "versions", "kenya")) == EXPECTED


def test_subjects_and_names_do_not_act_on_a_terminal(clone: Scratch) -> None:
    clone.git("config", "user.name", "unused")
    clone.commit("Red \x1b[31malert", {LATER: strategy(31, day="2023-09-22")})
    assert "\x1b" not in render(log(clone.folder, "kenya"), "text")
    assert "\x1b" not in render(log(clone.folder, "kenya"), "json")


@pytest.mark.parametrize(
    "setting", ["log.showSignature=true", "log.follow=true", "log.date=relative", "color.ui=always"]
)
def test_settings_of_git_change_nothing(clone: Scratch, setting: str) -> None:
    expected = log(clone.folder, "kenya")
    clone.git("config", *setting.split("="))
    assert log(clone.folder, "kenya") == expected


# As typed


def test_as_text_and_as_json_the_log_says_the_same(clone: Scratch) -> None:
    text = icsdiff("log", "kenya", "--git", folder=clone.folder).out
    head = clone.git("rev-parse", "HEAD")
    sentence = "2 substantive changes, among them 1 figure revised."
    assert text.split("\n\n")[0] == (
        f"{head[:12]}  2024-05-06  {AUTHOR}\n    Update Kenya\n    kenya@2022-03-21 → kenya@2023-09-22: {sentence}"
    )
    found = json.loads(icsdiff("log", "kenya", "--git", "--format", "json", folder=clone.folder).out)
    assert (found["schema"], found["strategy"]) == ("icsdiff/log/1", "kenya")
    assert [step["commit"]["subject"] for step in found["steps"]] == [subject for subject, _ in EXPECTED]
    first, *_, last = found["steps"]
    assert first["commit"]["id"] == head
    assert first["comparisons"][0]["sentence"] == sentence
    assert first["comparisons"][0]["new"]["source"] == f"{head[:12]}:{LATER}"
    assert last["comparisons"][0]["old"] is None


def test_without_git_the_versions_on_disk_are_listed(clone: Scratch) -> None:
    run = icsdiff("log", "kenya", folder=clone.folder)
    update, approval = run.out.split("\n\n")
    assert update == "kenya@2022-03-21 → kenya@2023-09-22\n    2 substantive changes, among them 1 figure revised."
    assert approval.startswith("kenya@2022-03-21\n    The strategy is new: 5 substantive changes")
    assert icsdiff("log", "versions/kenya", folder=clone.folder).out == run.out
    assert icsdiff("log", ".", folder=clone.folder / "versions" / "kenya").out == run.out
    found = json.loads(icsdiff("log", "kenya", "--format", "json", folder=clone.folder).out)
    assert [step["commit"] for step in found["steps"]] == [None, None]
    assert icsdiff("log", "chad", folder=clone.folder).err.startswith("icsdiff: chad: there is no such ")
    assert icsdiff("log", "", folder=clone.folder).err.startswith("icsdiff: a strategy has an empty name; ")


def test_a_version_that_was_never_published_is_marked(clone: Scratch, repository: Path) -> None:
    peru = (repository / "versions/peru/2022-03-21.yaml").read_text(encoding="utf-8")
    clone.commit("Peru", {"versions/peru/2022-03-21.yaml": peru})
    for arguments in (["--git"], []):
        assert "peru@2022-03-21 (reconstructed)" in icsdiff("log", "peru", *arguments, folder=clone.folder).out
