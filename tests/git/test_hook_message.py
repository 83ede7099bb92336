"""The summary in the message of a commit: offered to whoever writes one, and never left where nobody wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooked import FILE, Clone, new_clone, script, version
from icsdiff.git.hook.message import is_offered, offer
from icsdiff.git.hook.shim import Hook

GITS = "\n# Please enter the commit message for your changes. Lines starting\n# with '#' will be ignored.\n#\n"
CUT = (
    "# ------------------------ >8 ------------------------\n"
    "# Do not modify or remove the line above.\n# Everything below it will be ignored.\n"
)
LINES = ("kenya.yaml: 1 change.", "  - Figure revised: 1 became 2")
COMMENT = "# kenya.yaml: 1 change.\n#   - Figure revised: 1 became 2\n"
TEXT = "kenya.yaml: 1 change.\n  - Figure revised: 1 became 2\n"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    clone = new_clone(tmp_path / "clone")
    monkeypatch.chdir(clone.folder)
    return clone


def offered(clone: Clone, message: str, form: str = "comment") -> str:
    file = clone.write("MESSAGE", message.encode(errors="surrogateescape"))
    offer(file, LINES, form)
    return file.read_bytes().decode(errors="surrogateescape")


@pytest.mark.parametrize(
    ("message", "form", "expected"),
    [
        (GITS, "comment", GITS + COMMENT),
        ("A template\n" + GITS, "comment", "A template\n" + GITS + COMMENT),
        (GITS + CUT + "diff --git\n", "comment", GITS + CUT + COMMENT + "diff --git\n"),
        (GITS, "text", "\n\n" + TEXT + GITS),
        ("A template \udcff\n" + GITS, "text", "A template \udcff\n\n" + TEXT + GITS),
        ("\n" + CUT + "diff --git\n", "text", "\n\n" + TEXT + "\n" + CUT + "diff --git\n"),
    ],
    ids=["new", "template", "scissors", "text", "text behind a template", "text above scissors"],
)
def test_where_the_summary_stands(clone: Clone, message: str, form: str, expected: str) -> None:
    told = offered(clone, message, form)
    assert [line for line in told.splitlines() if line] == [line for line in expected.splitlines() if line]
    assert told.startswith(expected[:1])


@pytest.mark.parametrize(
    ("setting", "message", "mark"),
    [
        (";", "\n; Please enter\n", "; "),
        ("auto", "\n# Please enter\n", "# "),
        ("auto", "# a heading\n\n; Please enter\n", "; "),
        ("auto", "#1\n; 2\n@ ------------------------ >8 ------------------------\n", "@ "),
    ],
)
def test_a_comment_begins_as_git_was_told(clone: Clone, setting: str, message: str, mark: str) -> None:
    clone.ok("config", "core.commentChar", setting)
    assert f"{mark}kenya.yaml: 1 change." in offered(clone, message).splitlines()


@pytest.mark.parametrize("message", ["", "\n", "A template\n", GITS.replace("ignored", "kept")])
def test_no_comment_is_written_where_git_wrote_none_or_keeps_its_own(clone: Clone, message: str) -> None:
    assert offered(clone, message) == message


@pytest.mark.parametrize("cleanup", ["verbatim", "whitespace"])
def test_no_comment_is_written_where_git_would_leave_it(clone: Clone, cleanup: str) -> None:
    clone.ok("config", "commit.cleanup", cleanup)
    assert offered(clone, GITS) == GITS


@pytest.mark.parametrize(
    ("source", "is_wanted"),
    [("", True), ("template", True), ("message", False), ("merge", False), ("squash", False), ("commit", False)],
)
def test_only_a_message_that_is_about_to_be_written_gets_one(source: str, is_wanted: bool) -> None:
    assert is_offered(source) is is_wanted


def test_no_message_gets_one_where_no_editor_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_EDITOR", ":")
    assert not is_offered("")


@pytest.fixture
def update(clone: Clone) -> Clone:
    """An update is about to be committed, with the hook of messages alone."""
    clone.stage(10)
    clone.ok("commit", "-qm", "first")
    clone.install()
    for hook in (Hook.PRE_COMMIT, Hook.POST_COMMIT):
        (clone.hooks / hook).unlink()
    clone.stage(20)
    return clone


def committed(update: Clone, *options: str) -> tuple[str, str]:
    """What the author saw, and the message that was committed after a subject was written above it."""
    script(update.folder / "../editor", 'cp "$1" ../seen', '{ echo Subject; cat ../seen; } >"$1"')
    update.ok(*options[:2], "commit", *options[2:], environment={"GIT_EDITOR": "../editor"})
    return (update.folder / "../seen").read_text(), update.ok("log", "-1", "--format=%B").out


@pytest.mark.parametrize(
    "options",
    [
        ("-c", "core.commentChar=#"),
        ("-c", "core.commentChar=;"),
        ("-c", "core.commentChar=auto"),
        ("-c", "core.commentChar=#", "--verbose"),
        ("-c", "core.commentChar=#", "--cleanup=scissors"),
        ("-c", "core.commentChar=#", "--cleanup=whitespace", "--verbose"),
    ],
)
def test_the_author_sees_the_summary_and_git_drops_it(update: Clone, options: tuple[str, ...]) -> None:
    seen, message = committed(update, *options)
    assert f"{FILE}: 1 substantive change" in seen
    assert "$10 million became $20 million" in " ".join(seen.split()).replace("# ", "").replace("; ", "")
    assert "substantive" not in message


@pytest.mark.parametrize("options", [("--cleanup=whitespace",), ("--cleanup=verbatim", "--no-status")])
def test_where_git_keeps_comments_the_author_sees_none(update: Clone, options: tuple[str, ...]) -> None:
    seen, message = committed(update, "-c", "core.commentChar=#", *options)
    assert "substantive" not in seen + message


def test_as_text_it_stays_in_the_message(update: Clone) -> None:
    update.write("icsdiff.toml", b'[hook]\nmessage = "text"\n')
    _, message = committed(update, "-c", "core.commentChar=#")
    assert message.startswith(f"Subject\n\n{FILE}: 1 substantive change")


def test_a_message_on_the_command_line_stays_as_it_is(update: Clone) -> None:
    update.write("icsdiff.toml", b'[hook]\nmessage = "text"\n')
    update.ok("commit", "-m", "Subject")
    assert update.ok("log", "-1", "--format=%B").out == "Subject\n\n"
    update.write(FILE, version(30))
    update.ok("commit", "-a", "--amend", "--no-edit")
    assert update.ok("log", "-1", "--format=%B").out == "Subject\n\n"
