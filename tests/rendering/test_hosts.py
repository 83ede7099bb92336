"""Annotations for GitHub and GitLab: beside the right line, complete, and nothing in a text is taken for a command."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import icsdiff
from command import icsdiff as run
from generated import STATEMENTS, edited, versions
from hostile import HOSTILE, hostile_version
from icsdiff import ChangeSet, Goal, Objective, Options, Version
from icsdiff.rendering.places import Places
from icsdiff.rendering.texts import shipped
from icsdiff.rendering.view.anchors import Anchors
from icsdiff.rendering.view.entries import entries
from icsdiff.store.write import write

EDITED = versions().flatmap(lambda version: st.tuples(st.just(version), edited(version)))
# The form of a workflow command, as GitHub's runner reads it.
COMMAND = re.compile(r"::(warning|notice) file=([^,:\r\n]*)(?:,line=(\d+))?,title=([^,:\r\n]*)::([^\r\n]*)")
PERU = "versions/peru/2023-09-22.yaml"


class Command(NamedTuple):
    level: str
    file: str
    line: str
    title: str
    message: str


def commands(output: str) -> list[Command]:
    """The commands of an output that consists of nothing else, as a runner understands them."""
    matches = [COMMAND.fullmatch(line) for line in output.splitlines()]
    assert all(matches)
    return [Command(*(unquote(part or "") for part in match.groups())) for match in matches if match]


def github(changes: ChangeSet, options: Options) -> list[Command]:
    return commands(icsdiff.render(changes, "github", options))


def gitlab(changes: ChangeSet, options: Options) -> list[dict[str, Any]]:
    return list(json.loads(icsdiff.render(changes, "gitlab", options)))


@given(EDITED)
def test_both_tell_every_change_that_stands_for_itself_once_and_on_the_same_line(pair: tuple[Version, Version]) -> None:
    changes = icsdiff.compare(*pair)
    options = Options(new_file="versions/x.yaml", new_text=write(pair[1]))
    own = entries(changes, Places(shipped(), *pair), Anchors(*pair, changes.alignment))
    of_gitlab, of_github = gitlab(changes, options), github(changes, options)
    assert [each["fingerprint"] for each in of_gitlab] == [each.id for each in own]
    assert len({each["fingerprint"] for each in of_gitlab}) == len(own)
    assert [int(each.line or 1) for each in of_github] == [each["location"]["lines"]["begin"] for each in of_gitlab]
    assert [each.level == "notice" for each in of_github] == [each["severity"] == "info" for each in of_gitlab]
    assert {each.file for each in of_github} <= {"versions/x.yaml"}


def test_nothing_in_a_text_or_a_file_name_ends_a_command() -> None:
    changes = icsdiff.compare(hostile_version("A plain statement."), hostile_version(f"{HOSTILE} 100% ::error::x"))
    name = "a,b:c%0A\n::error::%.yaml"
    told = github(changes, Options(new_file=name))
    assert {each.file for each in told} == {name}
    assert any("100% ::error::x" in each.message for each in told)


def test_what_is_gone_is_told_where_it_stood() -> None:
    stays = Objective(
        "1.1", statement=STATEMENTS[0], risks="Drought may deter investors. Elections may lead to unrest."
    )
    goes = Objective("1.2", statement=STATEMENTS[2])
    old = Version("Kenya", goals=(Goal("1", statement=STATEMENTS[1], objectives=(stays, goes)),), priorities="First.")
    new = Version("Kenya", goals=(Goal("1", statement=STATEMENTS[1], objectives=(replace(stays, risks=""),)),))
    text = write(new)
    told = github(icsdiff.compare(old, new), Options(new_file="kenya.yaml", new_text=text))
    assert {(each.title, text.splitlines()[int(each.line) - 1].strip() if each.line else "") for each in told} == {
        ("Objective 1.1, risks", '- number: "1.1"'),
        ("Objective 1.2", ""),
        ("Chief of Mission Priorities", ""),
    }


def test_a_version_that_was_never_published_is_said_to_be_so_in_every_annotation(repository: Path) -> None:
    told = commands(run("diff", "peru", "--format", "github", folder=repository).out)
    listed = json.loads(run("diff", "peru", "--format", "gitlab", folder=repository).out)
    assert len(told) == len(listed) > 20
    assert all("[old version: reconstructed]" in each for each in (*(each.message for each in told), *map(str, listed)))


def test_versions_without_a_difference_have_no_annotation(repository: Path) -> None:
    assert run("diff", PERU, PERU, "--format", "github", folder=repository).out == ""
    assert run("diff", PERU, PERU, "--format", "gitlab", folder=repository).out == "[]\n"


@pytest.fixture
def clone(tmp_path: Path, repository: Path) -> Path:
    """A repository with Peru's versions, the later one under a name that is no plain word."""
    folder = tmp_path / "versions" / "peru"
    folder.mkdir(parents=True)
    for day in ("2022-03-21", "2023-09-22"):
        (folder / f"{day}.yaml").write_bytes((repository / f"versions/peru/{day}.yaml").read_bytes())
    (tmp_path / "a, b: 100%.yaml").write_bytes((repository / PERU).read_bytes())
    (tmp_path / "plain.md").write_bytes((repository / "versions/peru/source/peru-ics-2023-09-22.md").read_bytes())
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "versions"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize(
    ("new", "file", "line"),
    [
        ([], PERU, "22"),
        (["peru@latest"], PERU, "22"),
        ([PERU], PERU, "22"),
        ([f"./versions/../{PERU}"], PERU, "22"),
        ([f"HEAD:{PERU}"], PERU, "22"),
        ([f":{PERU}"], PERU, "22"),
        (["a, b: 100%.yaml"], "a, b: 100%.yaml", "22"),
        (["plain.md"], "plain.md", ""),
        (["HEAD:plain.md"], "plain.md", ""),
    ],
)
def test_the_file_is_named_from_the_folder_one_is_in(clone: Path, new: list[str], file: str, line: str) -> None:
    old = "versions/peru/2022-03-21.yaml" if new else "peru"
    done = run("diff", old, *new, "--format", "github", folder=clone)
    assert done.code == 0, done.err
    told = commands(done.out)
    assert {each.file for each in told} == {file}
    assert [each.line for each in told if "1.57 million (+18.9" in each.message] == [line]
