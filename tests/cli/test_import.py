"""What ``icsdiff import`` says it understood, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import icsdiff
from sources.made import embassy
from sources.made.page import body

GOAL = "**Mission Goal 1:** Trade grows.\n\n"
FIRST = "**Objective 1.1:** Ports open.\n\n**Justification:** Ports pay.\n\n**Linkages:** JSP 1.\n\n**Risks:** Sea.\n\n"
SECOND = "**Objective 1.2:** Roads last.\n\n**Justification:** Roads crack.\n\n"
COVER = "Integrated Country Strategy: Tamberland\n\nA photograph shows the port of Tam at dawn in 2021.\n\n"


def written(folder: Path, text: str, name: str = "strategy.md") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_an_import_tells_outline_missing_fields_and_where_the_words_went(tmp_path: Path) -> None:
    run = icsdiff("import", written(tmp_path, COVER + GOAL + FIRST + SECOND), folder=tmp_path)
    assert run.code == 0
    assert run.err.splitlines() == [
        "tamberland: 1 goal, 2 objectives",
        "  goal 1: 1.1, 1.2",
        "  missing: linkages of 1.2, risks of 1.2",
        "  41 words: 31.7 % in fields, 41.5 % headings and labels, 0.0 % page furniture, 26.8 % unplaced",
        "  unplaced, line 3: A photograph shows the port of Tam at dawn in 2021.",
    ]
    assert "unplaced: |\n  A photograph" in run.out


def test_a_document_that_is_understood_whole_says_so_in_three_lines(tmp_path: Path) -> None:
    run = icsdiff("import", written(tmp_path, GOAL + FIRST), "--strict", folder=tmp_path)
    assert run.code == 0
    assert len(run.err.splitlines()) == 3
    assert "missing" not in run.err
    assert "0.0 % unplaced" in run.err


def test_strict_writes_nothing_where_text_could_be_placed_nowhere(tmp_path: Path) -> None:
    name = written(tmp_path, COVER + GOAL + FIRST)
    run = icsdiff("import", name, "--strict", "-o", "version.yaml", folder=tmp_path)
    assert (run.code, run.out) == (1, "")
    assert run.err.splitlines()[-1].startswith("icsdiff: strategy.md: line 3: text that could be placed nowhere")
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_strict_leaves_an_earlier_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "version.yaml").write_text("kept")
    assert (
        icsdiff("import", written(tmp_path, COVER + GOAL), "--strict", "-o", "version.yaml", folder=tmp_path).code == 1
    )
    assert (tmp_path / "version.yaml").read_text() == "kept"


def test_a_long_list_of_what_is_unplaced_is_shortened(tmp_path: Path) -> None:
    cover = COVER + "".join(f"Photograph number {at} shows a port of the country at dawn.\n\n" for at in range(2, 8))
    lines = icsdiff("import", written(tmp_path, cover + GOAL + FIRST), folder=tmp_path).err.splitlines()
    assert len([line for line in lines if line.startswith("  unplaced")]) == 3
    assert lines[-1] == "  and 4 more unplaced"


def test_hostile_text_in_the_account_is_only_text(tmp_path: Path) -> None:
    text = COVER.replace("dawn", "\x1b[31mdawn\x9b2J\u202e") + GOAL + FIRST
    run = icsdiff("import", written(tmp_path, text), folder=tmp_path)
    assert not set("\x1b\x9b\u202e") & set(run.err)


def test_a_page_is_imported_compared_and_shown_like_any_document(tmp_path: Path, repository: Path) -> None:
    seed = (repository / "versions/peru/source/peru-ics-2023-09-22.md").read_text(encoding="utf-8")
    name = written(tmp_path, embassy.wordpress(body(seed)), "peru.html")
    run = icsdiff("import", name, "--strict", "-o", "peru.yaml", folder=tmp_path)
    assert run.code == 0
    assert "importer: html" in (tmp_path / "peru.yaml").read_text(encoding="utf-8")
    published = str(repository / "versions/peru/2023-09-22.yaml")
    for each in (name, "peru.yaml"):
        assert icsdiff("diff", published, each, "--exit-code", folder=tmp_path).code == 0


@pytest.mark.parametrize("name", ["versions/peru/2023-09-22.yaml", "versions/peru/source/peru-ics-2023-09-22.md"])
def test_show_tells_where_each_field_stands(name: str, repository: Path) -> None:
    shown = icsdiff("show", name, "--source", folder=repository).out
    assert "In peru-ics-2023-09-22.md:\n" in shown
    assert "objectives/1.1/risks                line 113\n" in shown
    data = json.loads(icsdiff("show", name, "--source", "--format", "json", folder=repository).out)
    assert data["positions"]["objectives/1.1/risks"] == {"page": None, "line": 113}


def test_show_without_it_stays_as_it_was(repository: Path) -> None:
    name = "versions/peru/2023-09-22.yaml"
    assert "line 113" not in icsdiff("show", name, folder=repository).out
    assert "positions" not in json.loads(icsdiff("show", name, "--format", "json", folder=repository).out)


def test_a_version_without_positions_says_how_to_get_them(repository: Path) -> None:
    shown = icsdiff("show", "versions/peru/2022-03-21.yaml", "--source", folder=repository).out
    assert shown.endswith("  no place was noted; import the document anew to note them\n")
