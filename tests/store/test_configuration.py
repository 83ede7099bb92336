"""``icsdiff.toml``: pairs that a user pins or forbids."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from command import icsdiff
from icsdiff.model.changes import Kind, Significance

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
        ("alignments = 1", "unknown key alignments; the keys are hook, alignment"),
        ("alignment = 1", "alignment: a list of tables"),
        (TABLE + "pins = []", "alignment[0]: unknown key pins"),
        (TABLE + "pin = 1", "alignment[0]: pin is to be a list"),
        (TABLE + 'pin = ["one = two"]', "alignment[0]: 'one = two' is no pair"),
        (TABLE + 'pin = ["1.9 = 1.2"]', "alignment[0]: peru@2022-03-21 has no objective 1.9"),
        (TABLE.replace("strategy", "# "), "alignment[0]: strategy is missing"),
        ("hook = 1", "hook: a table is expected here; begin it with [hook]"),
        ("hook.blocks = []", "hook: unknown key blocks"),
        ('hook.block = ["risk-gone"]', "hook: block does not know 'risk-gone'"),
        ('hook.message = "loud"', "hook: message is not to be 'loud'; say one of comment, text, none"),
        ('hook.report = "../reports"', "hook: report leads out of the working tree"),
        ('hook.report = "/tmp"', "hook: report leads out of the working tree"),
        ('hook.report = ".git/hooks"', "hook: report leads out of the working tree"),
        ("hook.strict = 1", "hook: strict is to be true or false"),
        ('hook.paths = [""]', "hook: paths has an empty path"),
    ],
)
def test_what_is_wrong_with_it_is_said_in_one_line(project: Path, text: str, place: str) -> None:
    file = project / "icsdiff.toml"
    file.write_text(text)
    run = icsdiff("diff", "peru", folder=project)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"icsdiff: {file}: {place}")


def test_it_is_the_one_nearest_to_the_version_not_to_the_working_directory(project: Path, tmp_path: Path) -> None:
    (project / "icsdiff.toml").write_text(TABLE + 'pin = ["1.3 = 1.3"]\n')
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "icsdiff.toml").write_text("alignment = 1")
    files = [str(project / "versions/peru" / name) for name in ("2022-03-21.yaml", "2023-09-22.yaml")]
    run = icsdiff("diff", *files, "--format", "json", folder=elsewhere)
    assert (run.code, run.err) == (0, "")
    assert any(each["old"] == each["new"] == ["1.3"] for each in json.loads(run.out)["alignment"])


def test_pyproject_may_hold_it_too(project: Path) -> None:
    table = TABLE.replace("[[alignment]]", "[[tool.icsdiff.alignment]]")
    (project / "pyproject.toml").write_text(table + 'pin = ["1.3 = 1.3"]\n')
    (project / "drafts/pyproject.toml").write_text('[project]\nname = "not-about-icsdiff"\n')
    assert "1.3 = 1.3" in alignment(project, "peru@original", "peru@latest")


def test_two_in_one_folder_are_one_too_many(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.icsdiff.hook]\nstrict = true\n")
    (project / "icsdiff.toml").write_text("")
    run = icsdiff("config", "show", folder=project)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(
        f"icsdiff: {project}/pyproject.toml: [tool.icsdiff] stands here and icsdiff.toml beside it"
    )


def test_config_show_says_what_is_in_force_and_where_it_comes_from(project: Path) -> None:
    file = project / "icsdiff.toml"
    file.write_text('[hook]\nblock = ["invalid", "objective-removed"]\n' + TABLE + 'pin = ["1.3 = 1.2"]\n')
    run = icsdiff("config", "show", folder=project / "drafts")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[0] == str(file)
    assert f'hook.block = ["invalid", "objective-removed"]  # {file}' in run.out
    assert "hook.strict = false  # default" in run.out
    assert (
        f'alignment = [{{ strategy = "peru", old = "2022-03-21", new = "2023-09-22", pin = ["1.3 = 1.2"] }}]  # {file}'
        in (run.out)
    )


def test_config_show_gives_a_configuration_that_can_be_read_again(project: Path) -> None:
    shown = icsdiff("config", "show", folder=project).out
    (project / "icsdiff.toml").write_text(shown.partition("\n")[2])
    again = json.loads(icsdiff("config", "show", "--format", "json", folder=project).out)
    before = json.loads(icsdiff("config", "show", "--format", "json", folder=Path("/")).out)
    assert before["file"] == ""
    assert [(each["key"], each["value"]) for each in again["settings"]] == [
        (each["key"], each["value"]) for each in before["settings"]
    ]


def test_its_schema_takes_what_is_taken() -> None:
    schema = json.loads(icsdiff("schema", "config").out)
    hook = '[hook]\npaths = ["a.yaml"]\nblock = ["invalid", "substantive", "ICS005"]\nmessage = "text"\nreport = ""\n'
    jsonschema.validate(tomllib.loads(TABLE + 'pin = ["1.3 = 1.2", "goal 2 = goal 3", "M1 = M2"]\n' + hook), schema)


def test_its_schema_knows_every_kind_of_change() -> None:
    known = json.loads(icsdiff("schema", "config").out)["$defs"]["hook"]["properties"]["block"]["items"]["anyOf"][0][
        "enum"
    ]
    assert known == ["invalid", *Significance, *Kind]
