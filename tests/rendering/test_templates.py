"""Templates, styles, scripts and texts of the user's own: what they may do, and what is said where they may not."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import icsdiff
from command import icsdiff as command
from icsdiff import ChangeSet, Goal, Objective, Options, Version
from icsdiff.comparison import redline
from icsdiff.errors import InvalidTemplate
from icsdiff.model import changes as model
from icsdiff.model import review
from icsdiff.rendering.view import fields, figures, map, questions, register  # noqa: A004  (the map of a report)
from icsdiff.rendering.view import model as view_model

PAIR = ("versions/peru/2022-03-21.yaml", "versions/peru/2023-09-22.yaml")


@pytest.fixture(scope="module")
def changes() -> ChangeSet:
    old, new = (
        Version("Kenya", goals=(Goal("1", statement="Trade.", objectives=(Objective("1.1", statement=text),)),))
        for text in ("Kenya buys 20 ships.", "Kenya buys 30 ships.")
    )
    return icsdiff.compare(old, new)


def with_files(folder: Path, **files: str) -> Options:
    """A folder of templates; two underscores in a name are a slash, one before the last word a dot."""
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_html", ".html").replace("_j2", ".j2").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Options(templates=folder)


def page_of(template: str, changes: ChangeSet, folder: Path) -> str:
    return icsdiff.render(changes, "html", with_files(folder, report_html_j2=template))


def test_a_file_takes_the_place_of_the_one_of_its_name_and_all_others_stay(changes: ChangeSet, tmp_path: Path) -> None:
    own = with_files(tmp_path, heads_html_j2="<p>our house</p>", style__99_css="h1 { color: teal; }")
    page = icsdiff.render(changes, "html", own)
    assert "<p>our house</p>" in page
    assert "h1 { color: teal; }" in page.partition("</style>")[0]
    assert "figure revised" in page


def test_another_language_is_one_file(changes: ChangeSet, tmp_path: Path) -> None:
    texts = """
[page]
language = "es"
[summary]
substantive = { one = "{count} cambio sustantivo", other = "{count} cambios sustantivos" }
named = "{substantive}, entre ellos {named}."
[counted]
figure-revised = { one = "cifra revisada", other = "cifras revisadas" }
[reasons]
"a figure differs" = "una cifra difiere"
"""
    page = icsdiff.render(changes, "html", with_files(tmp_path, texts_toml=texts))
    assert '<html lang="es"' in page
    assert "2 cambios sustantivos, entre ellos 1 objective renamed; 1 cifra revisada." in page
    assert "substantive: una cifra difiere" in page


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ("[map]\ntitel = 'Ziele'", "map.titel: there is no such text"),
        ("[map]\ntitle = 'Ziele {nummer}'", "map.title: nothing gives {nummer}"),
        ("[map]\ntitle = 3", "map.title: this is no text"),
        ("map = 'Ziele'", "map: a section is expected here"),
        ("[map]\ntitle = Ziele", "texts.toml:2: "),
    ],
)
def test_a_text_that_cannot_be_said_is_an_error(texts: str, reason: str, changes: ChangeSet, tmp_path: Path) -> None:
    with pytest.raises(InvalidTemplate, match=re.escape(reason)):
        icsdiff.render(changes, "html", with_files(tmp_path, texts_toml=texts))


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.__class__ }}",
        "{{ view.__class__.__mro__ }}",
        "{{ say.__func__.__globals__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.listdir('/') }}",
        "{{ view.title.format.__self__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ view | attr('__class__') }}",
        "{{ view.parts.__iter__ }}",
        "{% include '../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'leads_out.html.j2' %}",
        "{% import 'os' as os %}",
        "{{ lipsum() }}",
    ],
)
def test_a_template_reaches_neither_files_nor_python(template: str, changes: ChangeSet, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root:x", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/leads_out.html.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(InvalidTemplate) as caught:
        page_of(template, changes, tmp_path / "own")
    assert "root:x" not in str(caught.value)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>\n{% if %}</p>", 2),
        ("<p>\n\n{{ view.no_such_thing }}</p>", 3),
        ("<p>\n{{ say('no.such.text') }}</p>", 2),
        ("<p>\n{{ 1 / 0 }}</p>", 2),
        ("{# a comment #}\n{% include 'report.html.j2' %}", 2),
    ],
)
def test_a_template_that_cannot_be_written_out_is_told_by_file_and_line(
    template: str, line: int, changes: ChangeSet, tmp_path: Path
) -> None:
    with pytest.raises(InvalidTemplate) as caught:
        page_of(template, changes, tmp_path)
    assert caught.value.file == str(tmp_path / "report.html.j2")
    assert caught.value.line == line


def test_the_command_says_it_in_one_line_and_writes_no_page(repository: Path, tmp_path: Path) -> None:
    with_files(tmp_path / "own", report_html_j2="<p>\n{{ oops }}")
    output = tmp_path / "page.html"
    done = command("report", *PAIR, "-o", str(output), "--template-dir", str(tmp_path / "own"), folder=repository)
    assert (done.code, done.out, output.exists()) == (2, "", False)
    assert done.err.count("\n") == 1
    assert "report.html.j2:2: 'oops' is undefined" in done.err


def test_a_folder_that_is_not_there_is_an_error(repository: Path) -> None:
    for arguments in (("report", *PAIR, "-o", "-"), ("diff", *PAIR, "--format", "html")):
        done = command(*arguments, "--template-dir", "no/such/folder", folder=repository)
        assert (done.code, done.out) == (2, "")
        assert "no/such/folder: there is no such folder" in done.err


def received() -> Iterator[tuple[str, dict[str, str]]]:
    """The types that templates receive, each with its names and their types."""
    modules = (view_model, map, figures, register, questions, fields, redline, model, review)
    named = re.findall(r"(?m)^### `(\w+)`", DOCUMENTED)
    for name in named:
        kind = next(getattr(module, name) for module in modules if hasattr(module, name))
        if dataclasses.is_dataclass(kind):
            own = {each.name: str(each.type) for each in dataclasses.fields(kind)}
        else:
            own = {each: getattr(of, "__forward_arg__", of) for each, of in kind.__annotations__.items()}
        properties = inspect.getmembers(kind, lambda member: isinstance(member, property))
        yield name, own | {each: of.fget.__annotations__["return"] for each, of in properties}


DOCUMENTED = (Path(__file__).parents[2] / "docs/templates.md").read_text(encoding="utf-8")


def test_the_documentation_names_all_that_a_template_receives_with_its_types() -> None:
    for name, own in received():
        section = DOCUMENTED.partition(f"### `{name}`")[2].partition("\n### ")[0]
        rows = dict(re.findall(r"(?m)^\| `(\w+)` \| `([^`]+)` \|", section.replace("\\|", "|")))
        assert rows == own, name


_ENUMS_AND_PLAIN = {"Kind", "Significance", "RunKind", "RewriteReason", "Decision", "Detail", "Edit", "None"}


def test_the_types_that_the_documentation_names_are_all_explained() -> None:
    explained = {name for name, _ in received()} | _ENUMS_AND_PLAIN
    named = {word for _, own in received() for of in own.values() for word in re.findall(r"\b[A-Z]\w+", of)}
    assert named <= explained


def test_every_name_that_the_documentation_gives_a_template_is_there(changes: ChangeSet, tmp_path: Path) -> None:
    table = DOCUMENTED.partition("## What a template receives")[2].partition("###")[0]
    names = re.findall(r"(?m)^\| `(\w+)", table)
    page = page_of("".join(f"{name}: {{{{ {name} is defined }}}}\n" for name in names), changes, tmp_path)
    assert page.splitlines() == [f"{name}: True" for name in names]
