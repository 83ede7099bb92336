"""Comparisons of git revisions: which strategies and which of their versions are told."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from icsdiff.comparison.compare import compare
from icsdiff.comparisons import Comparisons, named
from icsdiff.errors import IcsdiffError
from icsdiff.model.changes import ChangeSet, Kind
from scratch import Scratch, scratch, strategy

KENYA, LATER = "versions/kenya/2022-03-21.yaml", "versions/kenya/2023-09-22.yaml"
GHANA = "versions/ghana/2022-01-05.yaml"
FIRST = {KENYA: strategy(20), GHANA: strategy(7, "Ghana", day="2022-01-05")}


@pytest.fixture
def clone(tmp_path: Path) -> Scratch:
    """Two strategies, of which one was updated by a version of a later date."""
    made = scratch(tmp_path / "clone")
    made.commit("Two strategies", FIRST)
    made.git("tag", "--annotate", "approved", "--message", "both")
    made.commit("Update Kenya", {LATER: strategy(30, day="2023-09-22")})
    return made


def comparisons(folder: Path, old: str, new: str | None = None, *, paths: Sequence[str] | None = None) -> Comparisons:
    with contextlib.chdir(folder):
        return named(old, new, paths)


def told(folder: Path, *names: str, paths: Sequence[str] | None = None) -> list[tuple[str, str, list[str]]]:
    """Of each comparison both sources, and what became of the figures."""
    pairs = comparisons(folder, *names, paths=paths).pairs
    return [(old.source, new.source, list(_figures(compare(old, new)))) for old, new in pairs]


def _figures(changes: ChangeSet) -> Iterator[str]:
    for change in changes.changes:
        if change.old and change.new and change.kind is Kind.FIGURE_REVISED:
            yield f"{change.old.text} → {change.new.text}"


def refusal(folder: Path, *names: str, paths: Sequence[str] | None = None) -> str:
    with pytest.raises(IcsdiffError) as error:
        comparisons(folder, *names, paths=paths)
    return str(error.value)


@pytest.mark.parametrize(
    "names",
    [
        ["HEAD~1", "HEAD"],
        ["HEAD^", "@"],
        ["HEAD~1..HEAD"],
        ["HEAD~1.."],
        ["approved..main"],
        ["approved...main"],
        ["approved", "refs/heads/main"],
        ["main^{/^Two}", "main"],
        [":/^Two", "main"],
        ["main@{1}", "main@{0}"],
    ],
)
def test_the_latest_version_then_is_compared_with_the_latest_now(clone: Scratch, names: list[str]) -> None:
    ((old, new, figures),) = told(clone.folder, *names)
    assert old.endswith(f":{KENYA}")
    assert new.endswith(f":{LATER}")
    assert figures == ["20 percent → 30 percent"]


def test_one_revision_is_compared_with_the_working_tree(clone: Scratch) -> None:
    clone.write(LATER, strategy(31, day="2023-09-22"))
    assert told(clone.folder, "HEAD") == [(f"HEAD:{LATER}", LATER, ["30 percent → 31 percent"])]
    new = "versions/kenya/2024-01-01.yaml"
    clone.write(new, strategy(32, day="2024-01-01"))
    assert told(clone.folder, "main")[0] == (f"main:{LATER}", new, ["30 percent → 32 percent"])
    clone.write(".gitignore", "2024*\n")
    assert [new for _, new, _ in told(clone.folder, "main")] == [LATER]
    (clone.folder / ".gitignore").unlink()
    assert told(clone.folder / "versions" / "ghana", "main")[0][1] == "../kenya/2024-01-01.yaml"


def test_a_version_that_was_deleted_is_not_in_the_working_tree(clone: Scratch) -> None:
    (clone.folder / LATER).unlink()
    assert told(clone.folder, "HEAD") == [(f"HEAD:{LATER}", KENYA, ["30 percent → 20 percent"])]


def test_three_dots_are_what_a_branch_changed_since_it_parted(clone: Scratch) -> None:
    clone.git("checkout", "--quiet", "-b", "feature", "main~1")
    clone.commit("Ghana on the branch", {GHANA: strategy(8, "Ghana", day="2022-01-05")})
    fork = clone.git("rev-parse", "--short=12", "main~1")
    edit = (f"{fork}:{GHANA}", f"feature:{GHANA}", ["7 percent → 8 percent"])
    assert told(clone.folder, "main...feature") == [edit]
    assert [new for _, new, _ in told(clone.folder, "main..feature")] == [f"feature:{GHANA}", f"feature:{KENYA}"]


def test_an_edit_of_an_earlier_version_is_told_beside_the_update(clone: Scratch) -> None:
    clone.commit("Correct the approved text", {KENYA: strategy(21)})
    assert told(clone.folder, "HEAD~2", "HEAD") == [
        (f"HEAD~2:{KENYA}", f"HEAD:{LATER}", ["20 percent → 30 percent"]),
        (f"HEAD~2:{KENYA}", f"HEAD:{KENYA}", ["20 percent → 21 percent"]),
    ]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["versions/kenya/"], [LATER, KENYA]),
        (["versions/ghana"], [GHANA]),
        ([KENYA], [KENYA]),
        ([LATER], [LATER]),
        ([":(exclude)versions/kenya"], [GHANA]),
        (["versions/*/2022-01*"], [GHANA]),
        (["versions"], [GHANA, LATER, KENYA]),
        ([], [GHANA, LATER, KENYA]),
    ],
)
def test_paths_limit_what_is_told(clone: Scratch, paths: list[str], expected: list[str]) -> None:
    clone.commit("All", {KENYA: strategy(21), GHANA: strategy(8, "Ghana", day="2022-01-05")})
    found = told(clone.folder, "HEAD~2", "HEAD", paths=paths)
    assert [new for _, new, _ in found] == [f"HEAD:{path}" for path in expected]


def test_paths_count_from_the_working_directory(clone: Scratch) -> None:
    here = clone.folder / "versions" / "kenya"
    whole = told(clone.folder, "HEAD~1", "HEAD")
    assert told(here, "HEAD~1", "HEAD") == whole
    assert told(here, "HEAD~1", "HEAD", paths=["."]) == whole
    clone.write(LATER, strategy(31, day="2023-09-22"))
    assert told(here, "HEAD", paths=["."])[0][1] == "2023-09-22.yaml"
    assert "outside repository" in refusal(here, "HEAD", paths=["../../.."])


def test_a_document_is_compared_if_it_is_named_itself(tmp_path: Path) -> None:
    made = scratch(tmp_path)
    text = "**Mission Goal 1:** Trade grows.\n\n**Objective 1.1:** Exports reach {} percent of output.\n"
    made.commit("A document", {"kenya.md": text.format(20), "notes.md": "Nothing of a strategy."})
    made.commit("An edit", {"kenya.md": text.format(30)})
    edit = ("HEAD~1:kenya.md", "HEAD:kenya.md", ["20 percent → 30 percent"])
    assert told(tmp_path, "HEAD~1..HEAD", paths=["kenya.md"]) == [edit]
    assert refusal(tmp_path, "HEAD~1..HEAD", paths=["."]).startswith("neither HEAD~1 nor HEAD has a version under .")
    made.commit("Moved", {"kenya.md": None, "docs/kenya.md": text.format(40)})
    move = ("HEAD~2:kenya.md", "HEAD:docs/kenya.md", ["20 percent → 40 percent"])
    assert told(tmp_path, "HEAD~2..HEAD", paths=["kenya.md", "docs/kenya.md"]) == [move]


@pytest.mark.parametrize(
    "new",
    [
        "versions/kenya/2022-03-22.yaml",
        "versions/republic_of_kenya/2022-03-21.yaml",
        "africa/versions/kenya/2023-01-01.yaml",
    ],
    ids=["another date", "another name", "elsewhere"],
)
def test_a_strategy_that_was_moved_or_renamed_is_the_same_one(tmp_path: Path, new: str) -> None:
    made = scratch(tmp_path)
    made.commit("Two", FIRST)
    made.commit("Moved", {KENYA: None, new: strategy(21)})
    assert told(tmp_path, "HEAD~1", "HEAD") == [(f"HEAD~1:{KENYA}", f"HEAD:{new}", ["20 percent → 21 percent"])]


def test_a_strategy_of_another_mission_is_another_one(tmp_path: Path) -> None:
    made = scratch(tmp_path)
    made.commit("Kenya", {KENYA: strategy(20)})
    made.commit("Ghana instead", {KENYA: None, GHANA: FIRST[GHANA]})
    assert told(tmp_path, "HEAD~1", "HEAD") == [("HEAD~1", f"HEAD:{GHANA}", []), (f"HEAD~1:{KENYA}", "HEAD", [])]


def test_a_move_alone_is_no_difference(clone: Scratch) -> None:
    clone.git("mv", "versions/kenya", "versions/ke")
    clone.commit("Move Kenya")
    assert told(clone.folder, "HEAD~1", "HEAD") == []
    new = "versions/ke/2023-09-22.yaml"
    assert told(clone.folder, "HEAD~1", "HEAD", paths=["versions/ke"]) == [(f"HEAD~1:{LATER}", f"HEAD:{new}", [])]


def test_a_version_beside_those_compared_is_left_out_and_named(clone: Scratch) -> None:
    older = "versions/kenya/2018-01-01.yaml"
    clone.commit("An older one", {older: strategy(3, day="2018-01-01")})
    found = comparisons(clone.folder, "HEAD~1", "HEAD")
    assert (found.pairs, found.left_out) == ((), (f"HEAD:{older}",))
    assert comparisons(clone.folder, "HEAD", "HEAD~1").left_out == (f"HEAD:{older}",)
    assert comparisons(clone.folder, "HEAD~1", "HEAD", paths=["versions/ghana"]).left_out == ()


def test_an_earlier_version_that_got_another_date_is_the_same_one(clone: Scratch) -> None:
    new = "versions/kenya/2022-03-20.yaml"
    clone.git("mv", KENYA, new)
    clone.commit("Another date")
    assert comparisons(clone.folder, "HEAD~1", "HEAD") == Comparisons((), "HEAD~1 and HEAD")
    clone.commit("And an edit", {new: strategy(22)})
    assert told(clone.folder, "HEAD~2", "HEAD") == [(f"HEAD~2:{KENYA}", f"HEAD:{new}", ["20 percent → 22 percent"])]


@pytest.mark.parametrize("path", ["ics/*.yaml", ":(glob)ics/*.yaml", ":!versions"])
def test_the_configuration_says_which_files_are_strategies(tmp_path: Path, path: str) -> None:
    made = scratch(tmp_path)
    made.commit("One", {"ics/kenya.yaml": strategy(20), KENYA: strategy(1)})
    made.commit("Two", {"ics/kenya.yaml": strategy(30), KENYA: strategy(2)})
    made.write("icsdiff.toml", f'[hook]\npaths = ["{path}", ":(exclude)icsdiff.toml"]\n')
    edit = ("HEAD~1:ics/kenya.yaml", "HEAD:ics/kenya.yaml", ["20 percent → 30 percent"])
    assert told(tmp_path / "versions", "HEAD~1", "HEAD") == [edit]
    assert [old for old, _, _ in told(tmp_path, "HEAD")] == ["HEAD:ics/kenya.yaml"]


def test_a_file_that_only_reads_otherwise_as_yaml_is_no_difference(clone: Scratch) -> None:
    clone.commit("Comments", {GHANA: f"# reviewed\n{FIRST[GHANA]}"})
    assert told(clone.folder, "HEAD~1", "HEAD") == []


# Names


def test_a_file_or_a_strategy_goes_before_a_revision_of_that_name(clone: Scratch) -> None:
    for name in ("kenya", "kenya.yaml", "versions"):
        clone.git("branch", name, "HEAD~1")
    clone.write("kenya.yaml", strategy(40))
    assert told(clone.folder, "kenya")[0][:2] == ("kenya@previous", "kenya@latest")
    assert told(clone.folder, "kenya.yaml", KENYA)[0][:2] == ("kenya.yaml", KENYA)
    assert told(clone.folder, "versions", "main")[0][0] == f"versions:{KENYA}"
    assert refusal(clone.folder, "kenya", "main").startswith("kenya: this is a version, and main a git revision; ")


@pytest.mark.parametrize("name", ["kenya", "kenya.yaml"])
def test_after_two_dashes_a_name_is_a_revision(clone: Scratch, name: str) -> None:
    clone.git("branch", name, "HEAD~1")
    clone.write("kenya.yaml", strategy(40))
    assert told(clone.folder, name, "main", paths=[])[0][0] == f"{name}:{KENYA}"


@pytest.mark.parametrize("name", ["-x", "--output=taken", "$(touch taken)", "a;touch taken", "`touch taken`"])
def test_a_branch_is_never_taken_for_an_option_or_a_command(clone: Scratch, name: str) -> None:
    reference = f"refs/heads/{name}".replace(" ", "\N{NO-BREAK SPACE}")
    clone.git("update-ref", reference, "HEAD~1")
    assert told(clone.folder, reference, "main")[0][0] == f"{reference}:{KENYA}"
    assert not (clone.folder / "taken").exists()


@pytest.mark.parametrize("names", [["-x", "main"], ["main..--output=taken"], ["--all"]])
def test_a_revision_that_begins_with_a_dash_is_refused(clone: Scratch, names: list[str]) -> None:
    assert "no revision begins with a dash" in refusal(clone.folder, *names, paths=[])
    assert not (clone.folder / "taken").exists()


@pytest.mark.parametrize(
    "folder",
    ["with blank", 'quo"te', "it's", "new\nline", "-dash", "Côte d’Ivoire", os.fsdecode(b"latin-\xf4"), "a..b"],
)
def test_any_name_of_a_folder_will_do(tmp_path: Path, folder: str) -> None:
    made = scratch(tmp_path)
    path = f"versions/{folder}/2022-03-21.yaml"
    made.commit("One", {path: strategy(20)})
    made.commit("Two", {path: strategy(30)})
    edit = (f"HEAD~1:{path}", f"HEAD:{path}", ["20 percent → 30 percent"])
    for paths in ([], [f"versions/{folder}"], [path]):
        assert told(tmp_path, "HEAD~1", "HEAD", paths=paths) == [edit]
    made.write(path, strategy(40))
    assert told(tmp_path, "HEAD") == [(f"HEAD:{path}", path, ["30 percent → 40 percent"])]


@pytest.mark.parametrize(
    ("names", "beginning"),
    [
        (["HEAD~9", "HEAD"], "HEAD~9: there is no such revision; git log"),
        (["main", "nobody"], "nobody: there is no such revision"),
        (["main..nobody"], "nobody: there is no such revision"),
        (["main..HEAD", "HEAD"], "main..HEAD: a further revision stands beside this range"),
        (["HEAD^{tree}", "HEAD"], "HEAD^{tree}: this is no commit"),
        (["main", KENYA], f"{KENYA}: this is a version, and main a git revision"),
        (["nobody", "nobody.md"], "nobody: there is no such file, and no such strategy in versions/"),
        (["main", "../x.md"], "../x.md: there is no such revision"),
        (["main", ""], "a revision has an empty name"),
    ],
)
def test_what_git_does_not_know_is_told(clone: Scratch, names: list[str], beginning: str) -> None:
    assert refusal(clone.folder, *names).startswith(beginning)


def test_a_version_that_cannot_be_read_is_named_with_its_revision(clone: Scratch) -> None:
    clone.commit("Broken", {LATER: "goals: [\n"})
    assert refusal(clone.folder, "HEAD~1", "HEAD").startswith(f"HEAD:{LATER}:")


# Places


def test_a_repository_without_commits_says_so(tmp_path: Path) -> None:
    scratch(tmp_path).write(KENYA, strategy())
    assert refusal(tmp_path, "HEAD").startswith("HEAD: there are no commits yet")


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path, "HEAD~1", "HEAD").startswith("HEAD~1: git finds no repository here")


def test_branches_without_a_common_commit_are_told(clone: Scratch) -> None:
    clone.git("checkout", "--quiet", "--orphan", "other")
    clone.commit("Another root")
    assert refusal(clone.folder, "main...other").startswith("main and other have no common commit")
    assert told(clone.folder, "main..other") == []


def test_a_detached_head_a_worktree_and_a_bare_clone_tell_the_same(clone: Scratch, tmp_path: Path) -> None:
    whole = told(clone.folder, "main~1", "main")
    tree, bare = tmp_path / "tree", tmp_path / "bare"
    clone.git("worktree", "add", "--quiet", str(tree), "main~1", "--detach")
    assert told(tree, "main~1", "main") == whole
    assert told(tree, "main")[0][:2] == (f"main:{LATER}", KENYA)
    clone.git("clone", "--quiet", "--bare", ".", str(bare))
    assert told(bare, "main~1", "main") == whole
    assert [figures for _, _, figures in told(bare, "HEAD~1", "HEAD")] == [figures for _, _, figures in whole]
    assert "bare" in refusal(bare, "main")
    clone.git("checkout", "--quiet", "--detach", "main~1")
    assert told(clone.folder, "main~1", "main") == whole


def test_a_shallow_clone_says_what_it_lacks(clone: Scratch, tmp_path: Path) -> None:
    shallow = Scratch(tmp_path / "shallow")
    clone.git("clone", "--quiet", "--depth=1", f"file://{clone.folder}", str(shallow.folder))
    reason = "HEAD~1: there is no such revision; this clone is shallow: git fetch --unshallow"
    assert refusal(shallow.folder, "HEAD~1", "HEAD").startswith(reason)
    shallow.git("fetch", "--quiet", "--unshallow")
    assert told(shallow.folder, "HEAD~1", "HEAD")[0][2] == ["20 percent → 30 percent"]


def test_what_a_sparse_checkout_leaves_out_did_not_change(clone: Scratch) -> None:
    clone.git("sparse-checkout", "set", "versions/ghana")
    assert not (clone.folder / LATER).exists()
    assert told(clone.folder, "HEAD") == []
    assert told(clone.folder, "HEAD~1", paths=[LATER])[0][2] == ["20 percent → 30 percent"]


def test_a_submodule_is_a_repository_of_its_own(clone: Scratch, tmp_path: Path) -> None:
    outer = scratch(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(clone.folder), "missions")
    outer.commit("With a submodule", {KENYA: strategy(50)})
    assert told(outer.folder / "missions", "HEAD~1", "HEAD") == told(clone.folder, "HEAD~1", "HEAD")
    assert told(outer.folder, "HEAD") == [(f"HEAD:{KENYA}", KENYA, [])]


def test_hashes_of_another_length_will_do(tmp_path: Path) -> None:
    made = scratch(tmp_path, "--object-format=sha256")
    made.commit("One", {KENYA: strategy(20)})
    made.commit("Two", {KENYA: strategy(30)})
    assert told(tmp_path, "HEAD~1", "HEAD")[0][2] == ["20 percent → 30 percent"]
    assert told(tmp_path, "HEAD") == [(f"HEAD:{KENYA}", KENYA, [])]


@pytest.mark.parametrize(
    "setting",
    ["diff.noprefix=true", "diff.relative=true", "core.quotePath=true", "diff.external=false", "color.ui=always"],
)
def test_settings_of_git_change_nothing(clone: Scratch, setting: str) -> None:
    expected = told(clone.folder, "HEAD~1", "HEAD")
    clone.git("config", *setting.split("="))
    assert told(clone.folder / "versions", "HEAD~1", "HEAD") == expected


def test_the_callers_environment_does_not_change_what_a_path_means(
    clone: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = told(clone.folder, "HEAD~1", "HEAD")
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert told(clone.folder, "HEAD~1", "HEAD") == expected
