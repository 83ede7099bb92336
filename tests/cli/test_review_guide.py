"""What docs/reviews.md says is what happens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from command import icsdiff
from icsdiff.store.reviews import parse_review
from reviewers import project


@pytest.fixture(scope="module")
def guide(repository: Path) -> str:
    return (repository / "docs" / "reviews.md").read_text(encoding="utf-8")


def test_every_command_of_the_guide_does_what_it_says(repository: Path, guide: str, tmp_path: Path) -> None:
    folder = project(repository, tmp_path)
    commands = re.findall(r"^    icsdiff (.+)$", guide, re.MULTILINE)
    assert len(commands) == 7
    told = ""
    for command in commands:
        done = icsdiff(*command.split(), folder=folder)
        assert done.code == ("--fail-on" in command), done.err
        told += done.err
    (conflict,) = re.findall(r"^icsdiff: conflict .+$", guide, re.MULTILINE)
    assert told == f"{conflict}\n"
    assert {each.name for each in folder.glob("*.html")} == {"changes.html", "decided.html", "newer.html"}


def test_the_file_in_the_guide_is_one_of_a_reviewer_of_the_guide(repository: Path, guide: str, tmp_path: Path) -> None:
    (shown,) = re.findall(r"```json\n(.+?)```", guide, re.DOTALL)
    parse_review(shown, name="docs/reviews.md")
    exported = json.loads((project(repository, tmp_path) / "ben.json").read_text(encoding="utf-8"))
    assert json.loads(shown)["dispositions"][0] in exported["dispositions"]
