"""Inside git diff, git show and git log, a strategy is shown by what changed in its meaning; nothing stops git."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from command import icsdiff
from repositories import CHANGED, FILE, NEW, OLD, REFORMATTED, commit, git, repository, write

DAY = "2022-03-21.yaml"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which git asks icsdiff, and which has committed that."""
    folder = repository(tmp_path_factory.mktemp("original"))
    assert icsdiff("git", "enable", folder=folder).code == 0
    commit(folder, "enable")
    return folder


@pytest.fixture
def clone(original: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(original, tmp_path / "clone")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("diff HEAD~1", CHANGED),
        ("diff HEAD~1 HEAD", CHANGED),
        ("show --ext-diff", CHANGED),
        ("log -p --ext-diff", CHANGED),
        ("diff --no-ext-diff HEAD~1", "@@ Objective 1.1, justification\n"),
        ("show", "@@ Objective 1.1, justification\n"),
        ("log -p", "@@ Objective 1.1, justification\n"),
        ("log -p --no-textconv", "@@ goals:\n"),
    ],
)
def test_each_command_shows_the_meaning_or_sentences_under_their_places(clone: Path, command: str, told: str) -> None:
    write(clone, FILE, NEW)
    commit(clone)
    shown = git(clone, *command.split())
    assert (shown.code, shown.err) == (0, "")
    assert told in shown.out


def test_it_works_from_any_folder_and_for_what_is_staged(clone: Path) -> None:
    write(clone, FILE, NEW)
    git(clone, "add", ".")
    write(clone, FILE, OLD)
    assert "30 → 20" in git(clone / "versions", "diff").out
    assert CHANGED in git(clone / "versions", "diff", "--cached").out


def test_another_layout_is_no_difference(clone: Path) -> None:
    write(clone, FILE, REFORMATTED)
    assert "No changes: the comparison is complete" in git(clone, "diff").out
    assert "@@" not in git(clone, "diff", "--no-ext-diff").out


def test_the_exit_code_that_git_was_asked_for_is_about_bytes(clone: Path) -> None:
    assert git(clone, "diff", "--exit-code").code == 0
    write(clone, FILE, REFORMATTED)
    assert git(clone, "diff", "--exit-code").code == 1
    assert git(clone, "diff", "--quiet").code == 1


def test_a_new_version_is_shown_by_its_outline(clone: Path) -> None:
    write(clone, f"versions/togo/{DAY}", OLD.replace("Kenya", "Togo"))
    git(clone, "add", "-N", ".")
    shown = git(clone, "diff").out
    assert shown.startswith(f"diff --icsdiff a/versions/togo/{DAY} b/versions/togo/{DAY}\nnew file mode 100644\nNew v")
    assert "togo@2022-03-21" in shown
    assert "1.1  Clinics stay open." in shown


def test_a_removed_version_is_shown_by_its_outline(clone: Path) -> None:
    (clone / FILE).unlink()
    shown = git(clone, "diff").out
    assert shown.startswith(f"diff --icsdiff a/{FILE} b/{FILE}\ndeleted file mode 100644\nRemoved version\n")
    assert "1.1  Clinics stay open." in shown


def test_a_renamed_version_is_shown_under_both_names(clone: Path) -> None:
    git(clone, "mv", FILE, f"versions/kenya/r{DAY}")
    renamed = git(clone, "diff", "-M", "HEAD").out
    assert renamed == (
        f"diff --icsdiff a/{FILE} b/versions/kenya/r{DAY}\nsimilarity index 100%\n"
        f"rename from {FILE}\nrename to versions/kenya/r{DAY}\n"
    )
    write(clone, f"versions/kenya/r{DAY}", NEW)
    edited = git(clone, "diff", "-M", "HEAD").out
    assert f"rename to versions/kenya/r{DAY}\n" in edited
    assert CHANGED in edited


def test_a_mode_alone_is_told_alone(clone: Path) -> None:
    (clone / FILE).chmod(0o755)
    modes = f"diff --icsdiff a/{FILE} b/{FILE}\nold mode 100644\nnew mode 100755\n"
    assert git(clone, "diff").out == modes
    write(clone, FILE, NEW)
    shown = git(clone, "diff").out
    assert shown.startswith(modes)
    assert CHANGED in shown


@pytest.mark.parametrize(
    ("content", "why", "lines"),
    [
        (OLD.replace("mission: Kenya\n", ""), "this key is missing, or empty", "-mission: Kenya\n"),
        ("goals: [", "not valid YAML", "+goals: ["),
        ("name: value\n", "this is no structured version", "+name: value\n"),
        ("", "the file is empty", "-mission: Kenya\n"),
        (OLD.replace("Clinics", "Clínicas").encode("latin-1"), "not valid UTF-8", "-          Clinics stay open.\n"),
        (b"\0\1\2", "a zero byte", "icsdiff: the contents are binary, and differ\n"),
    ],
    ids=["invalid", "broken", "other", "empty", "latin-1", "binary"],
)
def test_what_is_no_version_is_shown_line_by_line(clone: Path, content: str | bytes, why: str, lines: str) -> None:
    write(clone, FILE, content)
    shown = git(clone, "diff")
    assert (shown.code, shown.err) == (0, "")
    assert f"icsdiff: by lines: {FILE}" in shown.out
    assert why in shown.out
    assert lines in shown.out
    commit(clone)
    logged = git(clone, "log", "-p", "-1")
    assert (logged.code, logged.err) == (0, "")
    assert why in logged.out


def test_a_symbolic_link_is_shown_by_where_it_leads(clone: Path) -> None:
    link = clone / "versions/kenya/latest.yaml"
    link.symlink_to("a")
    commit(clone)
    link.unlink()
    link.symlink_to("b")
    shown = git(clone, "diff")
    assert shown.code == 0
    assert "-a\n" in shown.out
    assert "+b\n" in shown.out


def test_a_conflict_is_told(clone: Path) -> None:
    git(clone, "switch", "-qc", "other")
    write(clone, FILE, NEW)
    commit(clone)
    git(clone, "switch", "-q", "main")
    write(clone, FILE, OLD.replace("20 clinics", "40 clinics"))
    commit(clone)
    git(clone, "-c", "merge.icsdiff.driver=false", "merge", "other")
    shown = git(clone, "diff")
    assert (shown.code, shown.err) == (0, "")
    assert FILE in shown.out


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_document_that_cannot_be_read_is_said_to_differ(clone: Path, suffix: str) -> None:
    name = f"versions/kenya/source/strategy{suffix}"
    write(clone, name, b"%PDF\0one")
    commit(clone)
    write(clone, name, b"%PDF\ntwo")
    by_driver = git(clone, "diff")
    assert (by_driver.code, by_driver.err) == (0, "")
    assert f"{name}: " in by_driver.out
    by_lines = git(clone, "diff", "--no-ext-diff")
    assert (by_lines.code, by_lines.err) == (0, "")
    told = [line for line in by_lines.out.splitlines() if line.startswith(("-icsdiff: ", "+icsdiff: "))]
    assert len(told) == 2
    assert all(f"strategy{suffix}: " in line and "(8 bytes, SHA-256 " in line for line in told)


NAMES = [
    "a b.yaml",
    'it\'s "quoted".yaml',
    "-x.yaml",
    "--help.yaml",
    "línea.yaml",
    "two\nlines.yaml",
    "$(touch pwned).yaml",
    "; touch pwned; .yaml",
    "`touch pwned`.yaml",
    "%O %P.yaml",
    "HEAD:a.yaml",
    "peru@latest.yaml",
    os.fsdecode(b"latin-\xe9.yaml"),
]


def test_a_file_name_is_nothing_but_a_name(clone: Path) -> None:
    write(clone, ".gitattributes", "* diff=icsdiff\n")
    for name in NAMES:
        write(clone, name, OLD)
    commit(clone)
    for name in NAMES:
        write(clone, name, NEW)
    by_driver = git(clone, "diff")
    assert (by_driver.code, by_driver.err) == (0, "")
    assert by_driver.out.count("diff --icsdiff a/") == by_driver.out.count(CHANGED) == len(NAMES)
    some = NAMES[1:4] + NAMES[-1:]
    by_lines = git(clone, "--literal-pathspecs", "diff", "--no-ext-diff", "--", *some)
    assert (by_lines.code, by_lines.err) == (0, "")
    assert by_lines.out.count("+  The country has 30 clinics") == len(some)
    assert sorted(each.name for each in clone.iterdir()) == sorted([".git", ".gitattributes", "versions", *NAMES])


def test_a_clone_cannot_bring_python_of_its_own(clone: Path) -> None:
    evil = f"open({str(clone / 'pwned')!r}, 'w')\n"
    for name in ("click.py", "icsdiff/__init__.py", "sitecustomize.py", "encodings/__init__.py", "yaml.py"):
        write(clone, name, evil)
    commit(clone)
    write(clone, FILE, NEW)
    assert CHANGED in git(clone, "diff").out
    assert "+  The country has 30 clinics" in git(clone, "diff", "--no-ext-diff").out
    assert not (clone / "pwned").exists()


def test_a_configuration_that_does_not_hold_stops_nothing(clone: Path) -> None:
    write(clone, "icsdiff.toml", "nonsense = [")
    write(clone, FILE, NEW)
    shown = git(clone, "diff")
    assert shown.code == 0
    assert "icsdiff.toml: " in shown.out
    assert "+          The country has 30 clinics" in shown.out


def test_a_defect_of_icsdiff_stops_nothing(clone: Path, tmp_path: Path) -> None:
    broken = write(tmp_path, "broken/sentencex.py", "raise RuntimeError('out of order')\n").parent
    path = os.pathsep.join(filter(None, (str(broken), os.environ.get("PYTHONPATH"))))
    write(clone, FILE, NEW)
    for arguments in (["diff"], ["diff", "--no-ext-diff"]):
        shown = git(clone, *arguments, environment={"PYTHONPATH": path})
        assert (shown.code, shown.err) == (0, "")
        assert "+          The country has 30 clinics" in shown.out
    converted = icsdiff("git", "textconv", str(clone / FILE), environment={"PYTHONPATH": path})
    assert converted.out == f"icsdiff: not read as a strategy: internal error: RuntimeError: out of order\n{NEW}"


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What git writes to a terminal."""
    ours, theirs = pty.openpty()
    full = {**os.environ, "TERM": "xterm", "GIT_PAGER": "", **environment}
    with subprocess.Popen(["git", *arguments], cwd=folder, env=full, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:  # the other end was closed
            pass
    os.close(ours)
    return written.decode()


@pytest.mark.parametrize(
    ("content", "options", "environment", "colored"),
    [
        (NEW, [], {}, True),
        ("a: b\n", [], {}, True),
        (NEW, [], {"GIT_PAGER": "cat -u"}, True),
        (NEW, ["-c", "color.pager=false"], {"GIT_PAGER": "cat -u"}, False),
        ("a: b\n", ["-c", "color.ui=false"], {}, False),
        (NEW, ["-c", "color.diff=never"], {}, False),
        (NEW, [], {"NO_COLOR": "1"}, False),
        (NEW, [], {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_as_git_has_it(
    clone: Path, content: str, options: list[str], environment: dict[str, str], colored: bool
) -> None:
    write(clone, FILE, content)
    shown = on_a_terminal(clone, *options, "diff", **environment)
    assert ("\x1b[1mdiff --icsdiff" in shown) is colored
    assert ("\x1b[" in shown.replace("\x1b[1mdiff --icsdiff", "")) is colored


def test_what_is_piped_has_no_colour_unless_git_was_told_so(clone: Path) -> None:
    write(clone, FILE, NEW)
    assert "\x1b" not in git(clone, "diff").out
    assert "\x1b[1mdiff --icsdiff" in git(clone, "-c", "color.diff=always", "diff").out


def test_a_reader_that_goes_away_is_no_error(clone: Path) -> None:
    write(clone, FILE, NEW)
    done = subprocess.run(["/bin/sh", "-c", "git diff | head -c 10"], cwd=clone, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"icsdiff" not in done.stderr


def test_what_git_does_by_lines_stays_as_it_was(clone: Path) -> None:
    write(clone, FILE, NEW)
    commit(clone, "edit")
    patch = git(clone, "format-patch", "-1", "--stdout").out
    git(clone, "reset", "-q", "--hard", "HEAD~1")
    write(clone, "p.patch", patch)
    assert git(clone, "apply", "p.patch").code == 0
    assert (clone / FILE).read_text() == NEW
    assert git(clone, "stash").code == git(clone, "stash", "pop").code == 0
