"""What the hooks say and do at each kind of commit: the text they read is the one that is committed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hooked import FILE, Clone, new_clone, version
from icsdiff.git.hook.shim import Hook

QUIET = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": "/nowhere"}
"""The environment of a commit without hooks."""
REVISED = "Figure revised (Exports of coffee): $10 million became $20 million"


@pytest.fixture
def empty(tmp_path: Path) -> Clone:
    clone = new_clone(tmp_path / "clone")
    clone.install()
    return clone


@pytest.fixture
def clone(empty: Clone) -> Clone:
    """A strategy is committed already."""
    empty.stage(10)
    empty.write("README", b"read me\n")
    empty.ok("add", "README")
    empty.ok("commit", "-qm", "first", environment=QUIET)
    return empty


@pytest.fixture
def telling(clone: Clone) -> Clone:
    """Only what is told before the commit is asked for."""
    (clone.hooks / "post-commit").unlink()
    return clone


def test_the_first_commit_tells_what_is_new(empty: Clone) -> None:
    empty.stage()
    told = empty.ok("commit", "-m", "first").err
    assert f"icsdiff: {FILE}: new, with 1 goal and 1 objective." in told
    assert not (empty.folder / "icsdiff-reports").exists()


def test_what_is_staged_is_told_and_not_what_lies_in_the_working_tree(telling: Clone) -> None:
    telling.stage(20)
    telling.write(FILE, b"not a version")
    assert REVISED in telling.ok("commit", "-m", "update").err


def test_commit_all_reads_the_index_that_git_makes_for_it(telling: Clone) -> None:
    telling.write(FILE, version(20))
    assert REVISED in telling.ok("commit", "-am", "update").err


def test_commit_by_path_leaves_out_what_else_is_staged(telling: Clone) -> None:
    telling.stage(30, "versions/uganda/2022-01-01.yaml")
    telling.write(FILE, version(20))
    told = telling.ok("commit", "-m", "update", "--", FILE).err
    assert REVISED in told
    assert "uganda" not in told


def test_an_invalid_version_stops_the_commit_with_file_line_and_key(telling: Clone) -> None:
    telling.write(FILE, version(20).replace(b'number: "1.1"', b"nummer: 7"))
    done = telling.git("commit", "-am", "update")
    assert done.code == 1
    assert f"icsdiff: {FILE}:8: goals[0].objectives[0].nummer: unknown key; did you mean number?" in done.err
    assert "hook.block names invalid" in done.err
    assert telling.ok("log", "--format=%s").out == "first\n"


def test_only_what_the_configuration_names_stops_a_commit(telling: Clone) -> None:
    telling.write("icsdiff.toml", b'[hook]\nblock = ["figure-revised"]\n')
    telling.write(FILE, version(20))
    assert telling.git("commit", "-am", "update").code == 1
    telling.write("icsdiff.toml", b'[hook]\nblock = ["risk-removed"]\n')
    telling.write("versions/uganda/2022-01-01.yaml", b"invalid")
    telling.ok("add", ".")
    told = telling.ok("commit", "-m", "update").err
    assert "no structured version" in told
    assert REVISED in told


def test_amend_tells_what_it_adds_and_its_note_what_the_whole_commit_changes(clone: Clone) -> None:
    clone.write(FILE, version(15))
    clone.ok("commit", "-qam", "update", environment=QUIET)
    clone.write(FILE, version(20))
    told = clone.ok("commit", "-qa", "--amend", "--no-edit").err
    assert "$15 million became $20 million" in told
    assert [change["summary"].split(": ")[1][:30] for change in json.loads(clone.note_of())["changes"]] == [
        "$10 million became $20 million"
    ]


def test_a_renamed_file_is_compared_with_itself(telling: Clone) -> None:
    telling.ok("mv", FILE, "draft.yaml")
    telling.ok("commit", "-qm", "away", environment=QUIET)
    telling.write("draft.yaml", version(10))
    (telling.folder / "versions/kenya").mkdir(parents=True, exist_ok=True)
    telling.ok("mv", "draft.yaml", "versions/kenya/2023-01-01.yaml")
    telling.stage(20, "versions/kenya/2023-01-01.yaml")
    assert REVISED in telling.ok("commit", "-m", "back").err


def test_a_new_dated_version_is_compared_with_the_one_before_it(telling: Clone) -> None:
    telling.stage(20, "versions/kenya/2023-01-01.yaml")
    told = telling.ok("commit", "-m", "update").err
    assert "versions/kenya/2023-01-01.yaml: 1 substantive change" in told
    assert REVISED in told


def test_a_strategy_that_is_removed_or_only_moved_is_told_so(telling: Clone) -> None:
    telling.ok("mv", FILE, "versions/kenya/2022-02-02.yaml")
    assert f"the same text as {FILE}" in telling.ok("commit", "-m", "move").err
    telling.ok("rm", "-q", "versions/kenya/2022-02-02.yaml")
    assert "2022-02-02.yaml: removed." in telling.ok("commit", "-m", "remove").err


def test_the_report_is_written_where_git_ignores_it(clone: Clone) -> None:
    clone.write(FILE, version(20))
    told = clone.ok("commit", "-am", "update").err
    report = clone.folder / f"icsdiff-reports/{FILE}.html"
    assert f"the report is in icsdiff-reports/{FILE}.html" in told
    assert "$20 million" in report.read_text()
    assert clone.ok("status", "--porcelain").out == ""


def test_the_note_holds_one_document_a_line_for_each_strategy(clone: Clone) -> None:
    other = "versions/uganda/2022-01-01.yaml"
    clone.stage(1, other)
    clone.ok("commit", "-qm", "uganda", environment=QUIET)
    clone.stage(2, other)
    clone.write(FILE, version(20))
    clone.ok("commit", "-qam", "both")
    documents = [json.loads(line) for line in clone.note_of().splitlines()]
    assert [(each["schema"], each["new"]["source"]) for each in documents] == [
        ("icsdiff/changes/1", FILE),
        ("icsdiff/changes/1", other),
    ]


def test_a_merge_with_conflicts_is_told_against_the_branch_it_is_made_on(clone: Clone) -> None:
    clone.ok("checkout", "-qb", "side")
    clone.write(FILE, version(30))
    clone.ok("commit", "-qam", "side", environment=QUIET)
    clone.ok("checkout", "-q", "main")
    clone.write(FILE, version(15))
    clone.ok("commit", "-qam", "main", environment=QUIET)
    assert clone.git("merge", "side").code == 1
    clone.stage(20)
    told = clone.ok("commit", "--no-edit").err
    assert "$15 million became $20 million" in told
    assert "Figure" not in clone.ok("log", "-1", "--format=%B").out
    assert "$15 million became $20 million" in clone.note_of()


def test_a_rebase_goes_through_a_conflict_and_keeps_every_message(clone: Clone) -> None:
    clone.ok("checkout", "-qb", "side")
    clone.write(FILE, version(30))
    clone.ok("commit", "-qam", "side", environment=QUIET)
    clone.ok("checkout", "-q", "main")
    clone.write(FILE, version(15))
    clone.ok("commit", "-qam", "main", environment=QUIET)
    clone.ok("checkout", "-q", "side")
    assert clone.git("rebase", "main").code == 1
    clone.stage(20)
    clone.ok("rebase", "--continue", environment={"GIT_EDITOR": "true"})
    assert clone.ok("log", "--format=%s").out == "side\nmain\nfirst\n"
    assert "$15 million became $20 million" in clone.note_of()


def test_a_cherry_pick_gets_a_note_of_its_own(clone: Clone) -> None:
    clone.ok("checkout", "-qb", "side")
    clone.write(FILE, version(20))
    clone.ok("commit", "-qam", "side", environment=QUIET)
    clone.ok("checkout", "-q", "main")
    clone.ok("cherry-pick", "side")
    assert clone.ok("log", "-1", "--format=%B").out == "side\n\n"
    assert REVISED in clone.note_of()


def test_a_stash_is_left_alone(telling: Clone) -> None:
    telling.write(FILE, version(20))
    telling.ok("stash")
    telling.ok("stash", "pop")
    assert (telling.folder / FILE).read_bytes() == version(20)


def test_a_detached_head_commits_as_a_branch_does(clone: Clone) -> None:
    clone.ok("checkout", "-q", "--detach")
    clone.write(FILE, version(20))
    assert REVISED in clone.ok("commit", "-am", "update").err
    assert REVISED.split(": ", maxsplit=1)[0] in clone.note_of()


def test_a_shallow_clone_commits_and_amends(clone: Clone, tmp_path: Path) -> None:
    clone.write(FILE, version(15))
    clone.ok("commit", "-qam", "update", environment=QUIET)
    clone.ok("clone", "-q", "--depth=1", f"file://{clone.folder}", str(tmp_path / "shallow"))
    shallow = Clone(tmp_path / "shallow")
    shallow.install()
    shallow.write(FILE, version(20))
    assert "$15 million became $20 million" in shallow.ok("commit", "-am", "update").err
    shallow.ok("commit", "--amend", "-m", "again")


def test_a_sparse_checkout_tells_of_what_it_does_not_show(telling: Clone) -> None:
    other = "versions/uganda/2022-01-01.yaml"
    telling.stage(1, other)
    telling.ok("commit", "-qm", "uganda", environment=QUIET)
    telling.ok("sparse-checkout", "set", "versions/uganda")
    assert not (telling.folder / FILE).exists()
    telling.stage(2, other)
    told = telling.ok("commit", "-m", "update").err
    assert "$1 million became $2 million" in told
    assert "kenya" not in told


def test_a_commit_from_a_folder_below_is_told_too(telling: Clone) -> None:
    below = Clone(telling.folder / "versions/kenya")
    telling.write(FILE, version(20))
    assert REVISED in below.ok("commit", "-am", "update").err


def test_a_partial_stage_is_what_counts(telling: Clone) -> None:
    telling.write(FILE, version(20) + b"unplaced: More.\n")
    telling.git("-c", "diff.context=0", "add", "--patch", "--", FILE, stdin=b"s\ny\nn\n")
    told = telling.ok("commit", "-m", "half").err
    assert REVISED in told
    assert "More" not in told
    assert "More" in telling.ok("diff").out


def test_a_symbolic_link_in_a_strategys_place_is_not_followed(telling: Clone) -> None:
    (telling.folder / "versions/kenya/2023-01-01.yaml").symlink_to("/etc/passwd")
    telling.ok("add", ".")
    told = telling.ok("commit", "-m", "link").err
    assert "root" not in told


@pytest.mark.parametrize(
    ("configuration", "reason"),
    [(b"[hook\n", "icsdiff.toml: this is no TOML"), (b'[hook]\npaths = ["a\\u0000b"]\n', "a path holds a NUL")],
)
def test_a_configuration_that_cannot_be_read_stops_nothing_and_is_told(
    telling: Clone, configuration: bytes, reason: str
) -> None:
    telling.write("icsdiff.toml", configuration)
    telling.write(FILE, version(20))
    told = telling.ok("commit", "-am", "update").err
    assert reason in told
    assert "git goes on without icsdiff" in told


def test_a_bare_clone_has_no_hooks_and_takes_commits_with_their_notes(clone: Clone, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    clone.ok("clone", "-q", "--bare", ".", str(bare))
    clone.write(FILE, version(20))
    clone.ok("commit", "-qam", "update")
    clone.ok("push", "-q", str(bare), "main", "refs/notes/icsdiff")
    received = Clone(bare)
    assert not [each for each in Hook if (bare / "hooks" / each).exists()]
    assert received.note_of("main") == clone.note_of()
    assert "figure-revised" in received.note_of("main")
