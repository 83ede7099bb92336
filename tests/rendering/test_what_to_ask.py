"""What to ask the mission: in every form of the report, and never in the way of a change."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

import icsdiff
from icsdiff import ChangeSet, Goal, Objective, Version
from icsdiff.rendering import Options, TextFormat, docx, markdown

QUESTION = "What will be done about these risks?"


def strategy(justification: str, objectives: int = 1) -> Version:
    found = tuple(
        Objective(f"1.{at}", id=f"o-{at}", statement=f"Courts of {at}.", justification=justification, risks="It fails.")
        for at in range(1, objectives + 1)
    )
    return Version("Kenya", goals=(Goal("1", statement="Kenya's economy grows.", objectives=found),))


@pytest.fixture
def changes() -> ChangeSet:
    return icsdiff.compare(strategy("It began."), strategy("It went on."))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_form_asks(changes: ChangeSet, form: TextFormat) -> None:
    told = " ".join(icsdiff.render(changes, form).split())
    assert "What to ask" in told
    assert QUESTION in told
    assert "ICS008" in told
    nothing = replace(changes, new=Version("Kenya"))
    assert QUESTION not in icsdiff.render(icsdiff.compare(changes.old, nothing.new), form)


def test_a_word_document_asks_before_the_text(changes: ChangeSet) -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(changes, Options()))) as package:
        words = "".join(ElementTree.fromstring(package.read("word/document.xml")).itertext())
    assert words.index(QUESTION) < words.index("The text with its changes")


def test_many_questions_are_folded_under_their_number() -> None:
    told = icsdiff.render(icsdiff.compare(strategy("It began.", 20), strategy("It went on.", 20)), "markdown")
    assert re.search(r"<details><summary>\d\d questions</summary>", told)


def test_a_cut_takes_questions_before_changes(changes: ChangeSet) -> None:
    whole = markdown.render(changes, Options())
    cut = markdown.render(changes, Options(limit=len(whole.encode()) - 1))
    assert "text revised" in whole
    assert QUESTION not in cut
