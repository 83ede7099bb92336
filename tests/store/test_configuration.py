"""``icsdiff.toml``: pairs that a user pins or forbids."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from command import icsdiff

TABLE = '[[alignment]]\nstrategy = "peru"\nold = "2022-03-21"\nnew = "2023-09-22"\n'


@pytest.fixture
def project(tmp_path: Path, repository: Path) -> Path:
    """A folder with the versions and, inside, the folder that a user works in."""
    (tmp_path / "versions").symlink_to(repository / "versions")
    (tmp_path / "drafts").mkdir()
    return tmp_path


def alignment(project: Path, *names: str) -> set[str]:
    run = icsdiff("diff", *names, "--format", "json", folder=project / "drafts")
    assert run.err == ""
    return {f"{'+'.join(each['old'])} = {'+'.join(each['new'])}" for each in json.loads(run.out)["alignment"]}


def test_a_pinned_pair_is_one_and_a_forbidden_one_is_none_in_either_direction(project: Path) -> None:
    (project / "icsdiff.toml").write_text(TABLE + 'pin = ["1.3 = 1.3"]\nforbid = ["2.1 = 2.1"]\n')
    assert {"1.3 = 1.3", "2.1 = ", " = 2.1"} <= alignment(project, "peru@original", "peru@latest")
    assert {"1.3 = 1.3", "2.1 = ", " = 2.1"} <= alignment(project, "peru@latest", "peru@original")


def test_a_table_about_other_versions_says_nothing(project: Path) -> None:
    (project / "icsdiff.toml").write_text(TABLE.replace("2023", "2024") + 'pin = ["9.9 = 9.9"]\n')
    assert "1.3 = 1.2" in alignment(project, "peru")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[alignment", "this is no TOML"),
        ("alignments = 1", "alignments: unknown key"),
        ("alignment = 1", "alignment: a list of tables"),
        (TABLE + "pins = []", "alignment[0]: unknown key pins"),
        (TABLE + "pin = 1", "alignment[0]: pin is to be a list"),
        (TABLE + 'pin = ["one = two"]', "alignment[0]: 'one = two' is no pair"),
        (TABLE + 'pin = ["1.9 = 1.2"]', "alignment[0]: peru@2022-03-21 has no objective 1.9"),
        (TABLE.replace("strategy", "# "), "alignment[0]: strategy is missing"),
    ],
)
def test_what_is_wrong_with_it_is_said_in_one_line(project: Path, text: str, place: str) -> None:
    file = project / "icsdiff.toml"
    file.write_text(text)
    run = icsdiff("diff", "peru", folder=project)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"icsdiff: {file}: {place}")


def test_its_schema_takes_what_is_taken() -> None:
    schema = json.loads(icsdiff("schema", "config").out)
    jsonschema.validate(tomllib.loads(TABLE + 'pin = ["1.3 = 1.2", "goal 2 = goal 3", "M1 = M2"]'), schema)
