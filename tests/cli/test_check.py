"""``icsdiff check`` and ``icsdiff rule``: findings where users, hosts and editors look for them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from command import icsdiff

NEW = "versions/peru/2023-09-22.yaml"
OLD = "versions/peru/2022-03-21.yaml"


@pytest.fixture
def project(tmp_path: Path, repository: Path) -> Path:
    for name in (OLD, NEW):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((repository / name).read_bytes())
    return tmp_path


def test_each_finding_is_a_line_with_its_file_its_line_and_its_rule(project: Path) -> None:
    run = icsdiff("check", "peru@latest", "--baseline", "peru@original", folder=project)
    assert (run.code, run.err) == (0, "")
    text = (project / NEW).read_text().splitlines()
    for line in run.out.splitlines():
        place, rule, message = line.split(" ", 2)
        file, number = place.removesuffix(":").rsplit(":", 1)
        assert (file, rule[:3], bool(message)) == (NEW, "ICS", True)
        assert text[int(number) - 1].strip()
    stale = next(line for line in run.out.splitlines() if "ICS005" in line)
    assert "1.32 million displaced Venezuelans" in text[int(stale.split(":")[1]) - 1]


def test_only_the_selected_rules_are_asked_but_for_the_ignored(project: Path) -> None:
    run = icsdiff("check", NEW, "--select", "ICS002,ics007", "--ignore", "ICS007", folder=project)
    assert [line.split()[1] for line in run.out.splitlines()] == ["ICS002"]


def test_a_script_is_told_by_the_exit_code_only_where_it_asks(project: Path) -> None:
    assert icsdiff("check", NEW, folder=project).code == 0
    assert icsdiff("check", NEW, "--exit-code", folder=project).code == 1
    assert icsdiff("check", NEW, "--exit-code", "--select", "ICS003", folder=project).code == 0


def test_a_finding_is_ignored_by_its_id_with_a_reason_in_the_version_file(project: Path) -> None:
    findings = json.loads(icsdiff("check", NEW, "--format", "json", folder=project).out)["findings"]
    cut = next(each for each in findings if each["rule"] == "ICS002")
    with (project / NEW).open("a") as file:
        file.write(f'ignored:\n  - finding: "{cut["id"]}"\n    reason: The published text ends so.\n')
    run = icsdiff("check", NEW, folder=project)
    assert "ICS002" not in run.out
    assert run.err == f"icsdiff: {NEW}: 1 finding ignored, as the version says\n"
    assert icsdiff("diff", OLD, NEW, "--fail-on", "metadata-changed", folder=project).code == 1


def test_what_is_missing_is_found_at_the_objective_that_misses_it(project: Path) -> None:
    file = project / NEW
    lines = file.read_text().splitlines()
    at = next(index for index, line in enumerate(lines) if line.strip() == "risks: |")
    del lines[at : at + 2]
    file.write_text("\n".join(lines) + "\n")
    (line,) = icsdiff("check", NEW, "--select", "ICS003", folder=project).out.splitlines()
    assert line.endswith("ICS003 Objective 1.1 lacks its risks")
    assert 'number: "1.1"' in lines[int(line.split(":")[1]) - 1]


def test_sarif_validates_against_its_schema_and_knows_every_rule(project: Path) -> None:
    schema = json.loads((Path(__file__).parent.parent / "checks/sarif-2.1.0.schema.json").read_text())
    log = json.loads(icsdiff("check", NEW, OLD, "--format", "sarif", folder=project).out)
    jsonschema.Draft4Validator(schema).validate(log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    files = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert files == {OLD, NEW}


def test_github_shows_a_warning_beside_the_line(project: Path) -> None:
    run = icsdiff("check", NEW, "--select", "ICS002", "--format", "github", folder=project)
    line = next(
        number
        for number, text in enumerate((project / NEW).read_text().splitlines(), 1)
        if "create conditions that hinder U.S. business" in text and "Failure" in text
    )
    assert run.out.startswith(
        f"::warning file={NEW},line={line},title=ICS002::Objective 1.1, risks stops in the middle"
    )


def test_a_source_document_is_checked_as_well(repository: Path) -> None:
    run = icsdiff("check", "versions/peru/source/peru-ics-2023-09-22.md", "--select", "ICS001", folder=repository)
    assert [line.split()[1] for line in run.out.splitlines()] == ["ICS001"] * 4


def test_a_rule_explains_itself_with_an_example() -> None:
    listed = icsdiff("rule").out.splitlines()
    for line in listed:
        code = line.split()[0]
        run = icsdiff("rule", code.lower())
        assert run.code == 0
        assert run.out.startswith(f"{code}: ")
        assert "Example:\n  " in run.out


def test_a_rule_that_there_is_not_is_told_in_one_line() -> None:
    for command in (("rule", "ICS999"), ("check", NEW, "--select", "ICS999")):
        run = icsdiff(*command)
        assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
        assert "there is no rule 'ICS999'; the rules are ICS001" in run.err


def test_no_text_of_a_document_acts_in_a_finding(project: Path) -> None:
    file = project / NEW
    file.write_text(file.read_text().replace("hinder U.S. business", "hinder \u202e%0A::error::x <b> and the"))
    for form in ("text", "github", "sarif", "json"):
        out = icsdiff("check", NEW, "--select", "ICS002", "--format", form, folder=project).out
        assert "\u202e" not in out
        assert "\n::error" not in out
