"""Git merges version files with icsdiff: merge, rebase, cherry-pick and stash, on real repositories."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from clones import BASE, BOTH, CONFLICT, FILE, OTHERS, OURS, THEIRS, Clone, diverge, edited
from icsdiff.git.drivers import Scope, enable
from icsdiff.model.version import Version
from icsdiff.store.write import write


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    found = Clone(tmp_path)
    found.git("init", "-q", "-b", "main")
    monkeypatch.chdir(tmp_path)
    enable(Scope.REPOSITORY)
    (tmp_path / ".git/info/attributes").write_text("*.yaml merge=icsdiff\n")
    return found


def test_sentences_next_to_each_other_merge_where_git_alone_would_conflict(clone: Clone) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git("merge", "-q", "other")
    assert clone.text() == write(BOTH)


@pytest.mark.parametrize(
    "command", [("rebase", "-q", "other"), ("cherry-pick", "other")], ids=["rebase", "cherry-pick"]
)
def test_other_ways_to_merge_do_the_same(clone: Clone, command: tuple[str, ...]) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git(*command)
    assert clone.text() == write(BOTH)


def test_what_was_stashed_joins_what_came_since(clone: Clone) -> None:
    clone.commit(BASE)
    clone.write(THEIRS)
    clone.git("stash", "-q")
    clone.commit(OURS)
    clone.git("stash", "pop")
    assert clone.text() == write(BOTH)


def test_a_conflict_stands_in_its_field_alone_and_is_told(clone: Clone) -> None:
    diverge(clone, OURS, replace(OTHERS, title="Strategy"))
    told = clone.git("merge", "other", code=1)
    assert f"icsdiff: {FILE}: objectives/1.1/risks (Aim 1.1 is met.): conflict, both sides changed it" in told
    assert clone.text().count("<<<<<<<") == 1
    assert CONFLICT in clone.text()
    assert clone.text().replace(CONFLICT, "          Courts may stay slow for years.\n") == write(
        replace(OURS, title="Strategy")
    )
    assert clone.git("status", "--short") == f"UU {FILE}\n"


def test_a_conflict_that_was_resolved_is_committed_as_any_other(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    clone.git("rebase", "other", code=1)
    # In a rebase, ours is the branch that our commits are put upon.
    lines = [line for line in clone.text().splitlines(keepends=True) if not line.startswith(("<<<", "===", ">>>"))]
    clone.write("".join(line for line in lines if "2030" not in line))
    clone.git("add", "-A")
    clone.git("rebase", "--continue")
    assert clone.text() == write(OURS)


def test_a_file_that_one_side_renamed_is_merged_under_its_new_name(clone: Clone) -> None:
    clone.commit(BASE)
    clone.git("switch", "-qc", "other")
    clone.git("mv", FILE, "versions/peru/-2024 “new”.yaml")
    clone.commit(THEIRS, "versions/peru/-2024 “new”.yaml")
    clone.git("switch", "-q", "main")
    clone.commit(OURS)
    clone.git("merge", "-q", "other")
    assert clone.text("versions/peru/-2024 “new”.yaml") == write(BOTH)


def test_a_file_that_both_sides_added_has_no_base(clone: Clone) -> None:
    diverge(clone, edited(BASE, "1.1", linkages="JSP Goal 3."), edited(BASE, "1.1", linkages="JRS Goal 2."), None)
    clone.git("merge", "-q", "other")
    assert clone.text() == write(edited(BASE, "1.1", linkages="JSP Goal 3; JRS Goal 2."))


@pytest.mark.parametrize("name", ["-x.yaml", "--help.yaml", "a b'c$(touch pwned)`touch pwned`.yaml", "é\n.yaml"])
def test_a_name_is_only_a_name(clone: Clone, name: str) -> None:
    clone.commit(BASE, name)
    clone.git("switch", "-qc", "other")
    clone.commit(OTHERS, name)
    clone.git("switch", "-q", "main")
    clone.commit(OURS, name)
    assert "objectives/1.1/risks" in clone.git("merge", "other", code=1)
    assert CONFLICT in clone.text(name)
    assert not (clone.folder / "pwned").exists()


def test_a_conflict_that_is_left_is_told_by_line_and_field(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    clone.git("merge", "other", code=1)
    done = subprocess.run(
        [sys.executable, "-m", "icsdiff", "show", FILE], cwd=clone.folder, capture_output=True, check=False
    )
    line = clone.text().split("<<<<<<<")[0].count("\n") + 1
    expected = f"icsdiff: {FILE}:{line}: objectives/1.1/risks: unresolved merge conflict; keep one of the sides"
    assert done.stderr.decode().startswith(expected)
    assert done.returncode == 2


def test_the_size_of_markers_is_gits(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    (clone.folder / ".git/info/attributes").write_text("*.yaml merge=icsdiff conflict-marker-size=20\n")
    clone.git("merge", "other", code=1)
    assert f"\n{'<' * 20} ours\n" in clone.text()
    assert f"\n{'=' * 20}\n" in clone.text()


@pytest.mark.parametrize(
    ("from_", "to"),
    [
        (sys.executable, "/nowhere/python"),
        (" -m icsdiff ", " -m icsdiff_that_is_gone "),
        (" -m icsdiff ", " -c 'import os; os.kill(os.getpid(), 9)' "),
    ],
    ids=["no Python", "no icsdiff", "killed"],
)
def test_where_icsdiff_is_gone_git_merges_line_by_line(clone: Clone, from_: str, to: str) -> None:
    line = clone.git("config", "merge.icsdiff.driver").rstrip("\n")
    clone.git("config", "merge.icsdiff.driver", line.replace(from_, to))
    diverge(clone, OURS, edited(BASE, "1.2", linkages="JSP Goal 3."))
    told = clone.git("merge", "other")
    assert "icsdiff does not answer: merged line by line" in told
    assert clone.text() == write(edited(OURS, "1.2", linkages="JSP Goal 3."))
    clone.git("reset", "-q", "--hard", "HEAD^")
    clone.commit(edited(OURS, "1.2", linkages="JRS Goal 2."))
    clone.git("merge", "other", code=1)
    assert "<<<<<<< ours\n" in clone.text()
    assert ">>>>>>> theirs\n" in clone.text()


def crossed(clone: Clone, ours: Version, theirs: Version, first: Version, second: Version) -> None:
    """Two branches that each merged the other's first commit, as ``first`` and ``second`` have it."""
    diverge(clone, ours, theirs)
    clone.git("branch", "before")
    for branch, merged, result in (("main", "other", first), ("other", "before", second)):
        clone.git("switch", "-q", branch)
        clone.git("merge", "-q", "--no-commit", "-s", "ours", merged)
        clone.commit(result)


def test_two_branches_that_merged_each_other_before_merge_again(clone: Clone) -> None:
    crossed(clone, OURS, THEIRS, edited(BOTH, "1.2", linkages="JSP Goal 3."), replace(BOTH, title="Strategy"))
    clone.git("switch", "-q", "main")
    clone.git("merge", "-q", "other")
    assert clone.text() == write(replace(edited(BOTH, "1.2", linkages="JSP Goal 3."), title="Strategy"))


def test_a_conflict_that_two_branches_resolved_each_in_its_own_way_is_one_again(clone: Clone) -> None:
    crossed(clone, OURS, OTHERS, OURS, OTHERS)
    clone.git("merge", "main", code=1)
    assert "for years" in clone.text()
    assert "until 2030" in clone.text()
    assert "<<<<<<<" in clone.text()


def test_a_linked_worktree_merges_as_any_other(clone: Clone) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git("worktree", "add", "-q", "-b", "linked", "linked")
    linked = Clone(clone.folder / "linked")
    linked.git("merge", "-q", "other")
    assert linked.text() == write(BOTH)
    assert clone.text() == write(OURS)


def test_a_file_outside_a_sparse_checkout_is_merged_all_the_same(clone: Clone) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git("sparse-checkout", "set", "--cone", "notes")
    assert not (clone.folder / FILE).exists()
    clone.git("merge", "-q", "other")
    assert clone.git("show", f"HEAD:{FILE}") == write(BOTH)
    assert not (clone.folder / FILE).exists()


def test_a_conflict_outside_a_sparse_checkout_comes_into_it(clone: Clone) -> None:
    diverge(clone, OURS, OTHERS)
    clone.git("sparse-checkout", "set", "--cone", "notes")
    clone.git("merge", "other", code=1)
    assert CONFLICT in clone.text()


def test_a_repository_without_files_merges_too(clone: Clone) -> None:
    diverge(clone, OURS, THEIRS)
    clone.git("config", "core.bare", "true")
    bare = Clone(clone.folder / ".git")
    tree = bare.git("merge-tree", "--write-tree", "main", "other").splitlines()[0]
    assert bare.git("show", f"{tree}:{FILE}") == write(BOTH)
