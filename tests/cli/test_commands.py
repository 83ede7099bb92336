"""The commands as a user types them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from command import Run, icsdiff
from icsdiff import __version__

OLD, NEW = "versions/peru/2022-03-21.yaml", "versions/peru/2023-09-22.yaml"
SOURCE = "versions/peru/source/peru-ics-2023-09-22.md"


@pytest.fixture(autouse=True)
def in_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)


def test_the_version_is_told() -> None:
    assert icsdiff("--version") == Run(0, f"icsdiff {__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["import"], ["diff"], ["report"], ["show"], ["log"], ["review"], ["schema"]])
def test_help_teaches_by_example(command: list[str]) -> None:
    run = icsdiff(*command, "--help")
    assert run.code == 0
    assert "\\b" not in run.out
    examples = run.out.partition("Options:")[0].splitlines()[1:]
    assert [line for line in examples if line.strip().startswith("icsdiff ")]


def test_a_call_without_a_command_says_where_to_look() -> None:
    run = icsdiff()
    assert (run.code, run.out, run.err) == (2, "", "icsdiff: Missing command; see icsdiff --help\n")


@pytest.mark.parametrize("names", [("peru",), ("peru@previous", "peru@latest"), ("peru@2022-03-21", NEW), (OLD, NEW)])
def test_versions_are_named_in_several_ways(names: tuple[str, ...]) -> None:
    run = icsdiff("diff", *names, "--format", "json")
    found = json.loads(run.out)
    assert (found["old"]["label"], found["new"]["label"]) == ("peru@2022-03-21", "peru@2023-09-22")


@pytest.mark.parametrize("name", ["peru@PREVIOUS", "Peru@previous", "./versions/peru/2022-03-21.yaml"])
def test_capitals_and_folders_do_not_matter_in_a_name(name: str) -> None:
    assert json.loads(icsdiff("show", name, "--format", "json").out)["label"] == "peru@2022-03-21"


def test_names_work_in_a_folder_of_the_clone(repository: Path) -> None:
    folder = repository / "versions" / "peru" / "source"
    assert icsdiff("show", "peru@latest", folder=folder) == icsdiff("show", "peru@latest", folder=repository)


def test_the_source_and_its_structured_version_do_not_differ() -> None:
    run = icsdiff("diff", NEW, SOURCE, "--exit-code")
    assert run.code == 0
    assert "No changes" in run.out


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        ([], 0),
        (["--exit-code"], 1),
        (["--fail-on", "figure-revised"], 1),
        (["--fail-on", "editorial"], 1),
        (["--fail-on", "goal-removed"], 0),
        (["--fail-on", "goal-removed", "--fail-on", "risk-added"], 1),
    ],
)
def test_gates_answer_for_scripts(gate: list[str], code: int) -> None:
    assert icsdiff("diff", OLD, NEW, *gate).code == code


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    page = tmp_path / "changes.html"
    assert icsdiff("report", OLD, NEW, "-o", str(page)) == Run(0, "", "")
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert list(tmp_path.iterdir()) == [page]


def test_an_import_gives_the_version_that_the_repository_holds(repository: Path) -> None:
    run = icsdiff("import", SOURCE, "--baseline", OLD)
    assert run.code == 0
    assert run.out == (repository / NEW).read_text(encoding="utf-8")
    assert "4 goals, 11 objectives" in run.err


def test_a_baseline_may_be_a_document(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    goal = "**Mission Goal 1:** Trade grows.\n\n"
    old.write_text(f"{goal}**Objective 1.1:** Exports grow.\n\n- **Justification:** Exports pay for schools.\n")
    new.write_text(
        f"{goal}**Objective 1.1:** Ports are new.\n\n- **Justification:** Ports leak.\n\n"
        "**Objective 1.2:** Exports grow faster.\n\n- **Justification:** Exports pay for schools.\n"
    )
    ids = re.compile(r"id: (objective-\w+)")
    (first,) = ids.findall(icsdiff("import", str(old)).out)
    assert ids.findall(icsdiff("import", str(new), "--baseline", str(old)).out)[1] == first
    assert ids.findall(icsdiff("import", str(new)).out)[1] != first


def test_a_document_may_be_read_from_git(repository: Path) -> None:
    if not (repository / ".git").exists():
        pytest.skip("this copy of the project is no git repository")
    from_file = icsdiff("import", SOURCE)
    assert icsdiff("import", f"HEAD:{SOURCE}") == from_file


def test_an_import_takes_kind_note_and_mission(tmp_path: Path) -> None:
    file = tmp_path / "draft.yaml"
    options = ["--kind", "draft", "--note", "Third draft: for the bureau", "--mission", "Republic of Peru"]
    assert icsdiff("import", SOURCE, *options, "-o", str(file)).code == 0
    shown = icsdiff("show", str(file)).out
    assert shown.startswith("republic_of_peru@2023-09-22")
    assert "This is a draft version" in shown
    assert "Third draft: for the bureau" in shown


def test_a_reconstructed_version_says_so_wherever_it_is_shown() -> None:
    outputs = [icsdiff("diff", OLD, NEW, "--format", form).out for form in ("text", "json", "markdown", "html")]
    outputs.append(icsdiff("show", OLD).out)
    assert all("reconstructed" in output.casefold() for output in outputs)


def test_an_outline_as_json_lists_the_fields() -> None:
    found = json.loads(icsdiff("show", NEW, "--format", "json").out)
    assert [goal["number"] for goal in found["goals"]] == ["1", "2", "3", "4"]
    assert found["management_objectives"][0]["words"]["risks"] > 0


@pytest.mark.parametrize("name", ["version", "changes", "review"])
def test_schemas_are_json_schemas(name: str) -> None:
    assert json.loads(icsdiff("schema", name).out)["$schema"].startswith("https://json-schema.org/")


def test_rewrites_are_shown_when_asked_for() -> None:
    assert "--rewrites shows them" in icsdiff("diff", OLD, NEW).out
    assert "notation [" in icsdiff("diff", OLD, NEW, "--rewrites").out


def test_colour_is_for_terminals_and_on_request() -> None:
    assert "\x1b[" not in icsdiff("diff", OLD, NEW).out
    assert "\x1b[" in icsdiff("diff", OLD, NEW, "--color", "always").out


def test_the_shell_completes_versions_and_commands() -> None:
    words = {"_ICSDIFF_COMPLETE": "bash_complete", "COMP_CWORD": "2", "COMP_WORDS": "icsdiff diff peru@"}
    assert "plain,peru@latest" in icsdiff(environment=words).out
    words |= {"COMP_CWORD": "1", "COMP_WORDS": "icsdiff re"}
    assert icsdiff(environment=words).out == "plain,report\nplain,review\n"
