"""Bad input: one clear line on standard error, exit code 2, nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import Run, icsdiff

DOCUMENT = "**Mission Goal 1:** A.\n\n**Objective 1.1:** One.\n"
TWICE = "**Mission Goal 1:** A.\n\n**Objective 1.1:** One.\n\n**Objective 1.1:** Two.\n"
HEAD = b"schema: icsdiff/version/1\nmission: Peru\n"
BAD = {
    "empty.md": (b"", "empty.md: the file is empty"),
    "empty.yaml": (b"\n", "empty.yaml: the file is empty"),
    "binary.md": (b"Mission Goal 1: \x00\x01", "binary.md: a zero byte at offset 16"),
    "latin.md": ("Mission Goal 1: Côte".encode("latin-1"), "latin.md:1: not valid UTF-8 at byte offset 17"),
    "latin.yaml": ("mission: Côte".encode("latin-1"), "latin.yaml:1: not valid UTF-8 at byte offset 10"),
    "letter.md": (b"Just a letter.", "letter.md: no goals or objectives were found"),
    "twice.md": (TWICE.encode(), "twice.md:5: objective 1.1 stands twice, first on line 3"),
    "list.yaml": (b"- a\n- b\n", "list.yaml:1:"),
    "other.yaml": (b"name: value\n", "other.yaml:1:"),
    "laughs.yaml": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "laughs.yaml:1:"),
    "deep.yaml": (b"[" * 100_000, "deep.yaml:1: nested more than"),
    "deep.md": (b"> " * 100_000 + b"x", "deep.md:1: lists or quotations nested more than"),
    "tag.yaml": (b"mission: !!python/object:os.system x\n", "tag.yaml:1:"),
    "cut.yaml": (HEAD + b"priorities: the #1 producer\n", "cut.yaml:3: what follows # is no text to YAML"),
    "tab.yaml": (HEAD + b"goals:\n\t- number: 1\n", "tab.yaml:4: a tab in the indentation"),
    "report.pdf": (b"%PDF-1.7\x00", "report.pdf: this is no PDF, or a broken one"),
}


@pytest.fixture
def version(repository: Path) -> str:
    return str(repository / "versions/peru/2023-09-22.yaml")


def refused(run: Run, beginning: str) -> None:
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith(f"icsdiff: {beginning}")
    assert run.err.count("\n") == 1
    assert "Traceback" not in run.err


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_version_is_refused(tmp_path: Path, version: str, name: str) -> None:
    data, beginning = BAD[name]
    (tmp_path / name).write_bytes(data)
    refused(icsdiff("diff", version, name, "-o", "out.txt", folder=tmp_path), beginning)
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("missing.md", "missing.md: there is no such file"),
        (".", ".: cannot be read: is a directory"),
        ("", "a version has an empty name"),
        ("no\nsuch\x1b[31m.md", "no such [31m.md: there is no such file"),
        ("peru@2020-01-01", "peru@2020-01-01: there is no such version; there are 2022-03-21, 2023-09-22"),
        ("perou@latest", "perou@latest: there is no such file, and no such strategy in versions/; did you mean peru?"),
        ("HEAD:nowhere.md", "HEAD:nowhere.md: "),
        ("nobody:README.md", "nobody:README.md: there is no revision nobody"),
    ],
)
def test_a_name_that_leads_to_no_version_is_refused(repository: Path, version: str, name: str, beginning: str) -> None:
    if not (repository / ".git").exists() and ":" in name:
        pytest.skip("this copy of the project is no git repository")
    refused(icsdiff("diff", version, name, folder=repository), beginning)


@pytest.mark.parametrize(
    "arguments",
    [
        ["diff"],
        ["dif"],
        ["diff", "a", "b", "--format", "xml"],
        ["report", "a", "b"],
        ["diff", "a", "b", "--fail-on", "x"],
    ],
)
def test_wrong_usage_is_refused_with_a_hint(arguments: list[str]) -> None:
    run = icsdiff(*arguments)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "--help" in run.err


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (["nowhere.md"], "nowhere.md: cannot be read: no such file"),
        ([""], "the document has an empty name"),
        (["."], ".: cannot be read: is a directory"),
        (["k.yaml"], "k.yaml: this is a structured version already"),
        (["k.md", "-o", "k.md"], "k.md: the result would take the place of what it was made of"),
        (["k.md", "-o", "link.md"], "link.md: the result would take the place of what it was made of"),
        (["k.md", "--baseline", "nowhere.md"], "nowhere.md: there is no such file"),
        (["k.md", "--baseline", "letter.md"], "letter.md: no goals or objectives were found"),
        (["k.md", "-o", "nowhere/k.yaml"], "nowhere/k.yaml: its folder does not exist"),
        (["k.md", "-o", "k.md/k.yaml"], "k.md/k.yaml: cannot be written: not a directory"),
    ],
)
def test_an_import_that_cannot_be_done_writes_nothing(tmp_path: Path, arguments: list[str], beginning: str) -> None:
    (tmp_path / "k.md").write_text(DOCUMENT)
    (tmp_path / "k.yaml").write_bytes(HEAD)
    (tmp_path / "letter.md").write_text("Just a letter.")
    (tmp_path / "link.md").symlink_to("k.md")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    refused(icsdiff("import", *arguments, folder=tmp_path), beginning)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_working_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    script = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m icsdiff show"
    for name, told in (("HEAD:a.md", "the working directory does not exist"), ("peru", "no folder of versions")):
        done = subprocess.run(["/bin/sh", "-c", f"{script} {name}"], capture_output=True, check=False, cwd=tmp_path)
        assert done.returncode == 2
        assert told in done.stderr.decode()


def test_an_output_folder_that_does_not_exist_is_named(tmp_path: Path, version: str) -> None:
    target = tmp_path / "nowhere" / "out.html"
    refused(icsdiff("report", version, version, "-o", str(target)), f"{target}: its folder does not exist")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(version: str) -> None:
    refused(icsdiff("diff", version, version, "-o", "/dev/full"), "/dev/full: cannot be written")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "icsdiff", "diff", version, version, "--format", "json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "icsdiff: standard output: No space left on device; write somewhere else, or make room there\n"
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path, version: str) -> None:
    tmp_path.chmod(0o500)
    target = tmp_path / "out.txt"
    refused(icsdiff("diff", version, version, "-o", str(target)), f"{target}: cannot be written")


def test_a_reader_that_goes_away_is_no_error(version: str) -> None:
    command = f"{sys.executable} -m icsdiff diff {version} {version} --format html | head -c 10"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("closed", [">&-", "2>&-", "2>/dev/full", "<&-"])
def test_a_closed_or_full_stream_changes_no_exit_code(version: str, closed: str) -> None:
    for name, code in ((version, 0), ("missing.md", 2)):
        command = f"{sys.executable} -m icsdiff diff {name} {version} {closed}"
        done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
        assert done.returncode == code
        assert b"Traceback" not in done.stderr


def test_a_result_never_takes_the_place_of_what_it_was_made_of(tmp_path: Path, version: str) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(Path(version).read_bytes())
    refused(icsdiff("diff", str(mine), version, "-o", str(mine)), f"{mine}: the result would take the place")
    assert mine.read_bytes() == Path(version).read_bytes()


@pytest.mark.parametrize("name", ["huge.yaml", "huge.md", "huge.pdf", "huge.docx", "huge.html"])
def test_a_file_of_half_a_gigabyte_is_refused_before_it_is_read_whole(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(500_000_000)
    refused(icsdiff("show", name, folder=tmp_path), f"{name}: larger than 200 MB, as no strategy is")
