"""Every command in docs/revisions.md does what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from command import icsdiff
from scratch import Scratch, scratch, strategy

PAGE = Path(__file__).parents[2] / "docs" / "revisions.md"
COMMANDS = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]
SHOWN = re.findall(r"^```console\n\$ (.*?)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)

DOCUMENT = "**Mission Goal 1:** Trade grows.\n\n**Objective 1.1:** Exports reach {} percent of output.\n"
PERU, CHILE = "versions/peru/2022-03-21.yaml", "versions/chile/2022-01-05.yaml"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """The repository that the page speaks of."""
    made = scratch(tmp_path_factory.mktemp("revisions"))
    made.commit("Approve Peru", {PERU: strategy(20, "Peru")})
    made.commit("Approve Chile", {CHILE: strategy(7, "Chile", day="2022-01-05"), "docs/peru.md": DOCUMENT.format(20)})
    made.git("tag", "approved")
    made.git("branch", "peru")
    made.git("branch", "feature")
    made.commit("Update Peru", {"versions/peru/2023-09-22.yaml": strategy(30, "Peru", day="2023-09-22")})
    raised = {CHILE: strategy(8, "Chile", day="2022-01-05"), "docs/peru.md": DOCUMENT.format(30)}
    made.commit("Raise the target of Chile", raised)
    made.commit("Lay Chile out anew", {CHILE: f"# As approved\n{raised[CHILE]}"})
    made.git("checkout", "--quiet", "feature")
    made.commit("Correct Peru", {PERU: strategy(21, "Peru")})
    made.git("checkout", "--quiet", "main")
    return made


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_of_the_page_works(repository: Scratch, line: str) -> None:
    program, *arguments = shlex.split(line, comments=True)
    assert program == "icsdiff"
    run = icsdiff(*arguments, folder=repository.folder)
    assert (run.code, run.err) == (0, "")
    assert run.out or "-o" in arguments


@pytest.mark.parametrize(("line", "output"), SHOWN)
def test_what_the_page_shows_is_what_the_command_writes(repository: Scratch, line: str, output: str) -> None:
    program, *arguments = shlex.split(line)
    assert program == "icsdiff"
    assert _without_hashes(icsdiff(*arguments, folder=repository.folder).out).startswith(_without_hashes(output))


def _without_hashes(text: str) -> str:
    return re.sub(r"^[0-9a-f]{12} ", "", text, flags=re.MULTILINE)


def test_the_page_has_commands_and_an_output() -> None:
    assert len(COMMANDS) > 10
    assert len(SHOWN) == 1
