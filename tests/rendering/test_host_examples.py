"""The shell parts of the examples for GitHub and GitLab, run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from repositories import FILE, NEW, OLD, commit, git, repository, write

ADDED = "versions/kenya/2023-09-22.yaml"
FIRST = "versions/côte d'ivoire/2023-01-01.yaml"
NEW_STRATEGY = re.compile(r"^## New: versions/c(ô|_+)te d_ivoire/2023-01-01\.yaml$", re.MULTILINE)
"""A file name that formats nothing, in whatever locale the runner has."""
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]


@pytest.fixture
def request_to_merge(tmp_path: Path) -> Path:
    """A clone at a branch that edits one version, adds its successor, and adds a strategy of its own."""
    clone = repository(tmp_path / "clone")
    write(clone, "versions/chad/2022-01-01.yaml", OLD.replace("Kenya", "Chad"))
    commit(clone)
    git(clone, "tag", "base")
    git(clone, "switch", "-qc", "feature")
    write(clone, ADDED, NEW.replace("mission: Kenya\n", "mission: Kenya\nupdated:\n  - 2023-09-22\n", 1))
    write(clone, "versions/chad/2022-01-01.yaml", NEW.replace("Kenya", "Chad"))
    write(clone, FIRST, OLD.replace("Kenya", "Côte d'Ivoire"))
    commit(clone)
    git(clone, "switch", "-q", "main")
    write(clone, "elsewhere.txt", "main has gone on")
    commit(clone)
    git(clone, "switch", "-q", "feature")
    return clone


def run(script: str, clone: Path, environment: dict[str, str]) -> str:
    """Run a part of a job as its runner does, with ``icsdiff`` to be found."""
    found = write(clone.parent, "bin/icsdiff", f'#!/bin/sh\nexec "{sys.executable}" -P -m icsdiff "$@"\n')
    found.chmod(0o755)
    full = {**os.environ, "PATH": f"{found.parent}{os.pathsep}{os.environ['PATH']}", **environment}
    done = subprocess.run([*BASH, script], cwd=clone, env=full, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def steps_of_github(repository: Path) -> dict[str, dict[str, Any]]:
    workflow = yaml.safe_load((repository / "docs/github-workflow.yml").read_bytes())
    return {step["name"]: step for step in workflow["jobs"]["changes"]["steps"] if "name" in step}


def test_github_shows_the_changes_beside_the_lines_and_in_the_summary(
    repository: Path, request_to_merge: Path, tmp_path: Path
) -> None:
    environment = {
        "BASE": git(request_to_merge, "rev-parse", "main").out.strip(),
        "REPORT": str(tmp_path / "report.md"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    step = steps_of_github(repository)["Compare"]
    assert set(environment) == {*step["env"], "GITHUB_STEP_SUMMARY"}
    told = run(step["run"], request_to_merge, environment)
    lines = (request_to_merge / ADDED).read_text().splitlines()
    line = next(at for at, text in enumerate(lines, 1) if "30 clinics" in text)
    assert f"::warning file={ADDED},line={line},title=Objective 1.1%2C justification::Figure revised" in told
    assert "::warning file=versions/chad/2022-01-01.yaml,line=" in told
    assert all(each.startswith("::") for each in told.splitlines())
    report = (tmp_path / "report.md").read_text()
    assert (tmp_path / "summary.md").read_text() == report
    assert report.startswith("<!-- icsdiff -->\n")
    assert report.count("| clinics | 20 | 30 | +10, +50% |") == 2
    assert NEW_STRATEGY.search(report)
    assert FILE not in told


@pytest.mark.parametrize(
    ("there", "expected"),
    [("", "--method POST repos/o/r/issues/7/comments"), ("41", "--method PATCH repos/o/r/issues/comments/41")],
)
def test_github_gets_one_comment_that_is_renewed(repository: Path, tmp_path: Path, there: str, expected: str) -> None:
    # The network's part is the command gh; here it answers which comment is there, and notes how it was called.
    clone = tmp_path / "clone"
    clone.mkdir()
    gh = write(
        tmp_path,
        "bin/gh",
        f'#!/bin/sh\necho "$@" >> "{tmp_path}/called"\ntest "$2" = --paginate && echo {there}\ntrue\n',
    )
    gh.chmod(0o755)
    environment = {"GH_TOKEN": "", "PULL_REQUEST": "repos/o/r/issues/7", "COMMENTS": "repos/o/r/issues/comments"}
    environment["REPORT"] = str(tmp_path / "report.md")
    step = steps_of_github(repository)["Comment"]
    assert set(environment) == set(step["env"])
    run(step["run"], clone, environment)
    asked, told = (tmp_path / "called").read_text().splitlines()
    assert asked.startswith("api --paginate repos/o/r/issues/7/comments --jq ")
    assert told == f"api --silent {expected} --field body=@{tmp_path}/report.md"


def test_gitlab_gets_one_quality_report_for_all_files(repository: Path, request_to_merge: Path) -> None:
    jobs = yaml.safe_load((repository / "docs/gitlab-ci.yml").read_bytes())
    base = git(request_to_merge, "merge-base", "main", "feature").out.strip()
    job = jobs["strategies"]
    run("\n".join(job["script"]), request_to_merge, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
    entries = json.loads((request_to_merge / job["artifacts"]["reports"]["codequality"]).read_bytes())
    assert {entry["location"]["path"] for entry in entries} == {ADDED, "versions/chad/2022-01-01.yaml"}
    assert len({entry["fingerprint"] for entry in entries if entry["location"]["path"] == ADDED}) > 1
    (report,) = job["artifacts"]["paths"]
    assert NEW_STRATEGY.search((request_to_merge / report).read_text())


def test_gitlab_gets_an_empty_quality_report_where_nothing_changed(repository: Path, request_to_merge: Path) -> None:
    jobs = yaml.safe_load((repository / "docs/gitlab-ci.yml").read_bytes())
    run("\n".join(jobs["strategies"]["script"]), request_to_merge, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"})
    assert json.loads((request_to_merge / "gl-code-quality-report.json").read_bytes()) == []


def test_a_version_that_cannot_be_read_fails_the_job(repository: Path, request_to_merge: Path, tmp_path: Path) -> None:
    write(request_to_merge, ADDED, "name: value\n")
    commit(request_to_merge)
    environment = {"BASE": "main", "REPORT": str(tmp_path / "r"), "GITHUB_STEP_SUMMARY": str(tmp_path / "s")}
    with pytest.raises(AssertionError, match=re.escape(f"icsdiff: {ADDED}:1: this is no structured version")):
        run(steps_of_github(repository)["Compare"]["run"], request_to_merge, environment)


def test_no_script_of_github_holds_what_a_stranger_wrote(repository: Path) -> None:
    assert not [step for step in steps_of_github(repository).values() if "${{" in step["run"]]
