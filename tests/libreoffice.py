"""LibreOffice as a reader of Word documents: what they say with every tracked change accepted, or rejected."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from instruments import where

# One start of LibreOffice answers for a whole folder. A paragraph is a line: its style, a tab, its text.
_BASIC = """
Sub Main(folder As String)
  Dim name As String
  name = Dir(folder & "*.docx")
  Do While name <> ""
    Answer folder & name, "AcceptAllTrackedChanges", folder & name & ".accepted"
    Answer folder & name, "RejectAllTrackedChanges", folder & name & ".rejected"
    name = Dir()
  Loop
End Sub

Sub Answer(source As String, act As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim nothing_more()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & act, "", 0, nothing_more())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextOutputStream")
  lines.setOutputStream(files.openFileWrite(ConvertToURL(target)))
  lines.setEncoding("UTF-8")
  paragraphs = document.Text.createEnumeration()
  Do While paragraphs.hasMoreElements()
    paragraph = paragraphs.nextElement()
    If paragraph.supportsService("com.sun.star.text.Paragraph") Then
      lines.writeString(paragraph.ParaStyleName & Chr(9) & paragraph.String & Chr(10))
    End If
  Loop
  lines.closeOutput()
  document.close(True)
End Sub
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
 <library:element library:name="Answers"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Answers" script:language="StarBasic"
>{basic}</script:module>
"""


class Paragraph(NamedTuple):
    """A paragraph of a document."""

    style: str
    text: str


class Answer(NamedTuple):
    """A document's paragraphs, tables left out."""

    accepted: tuple[Paragraph, ...]
    rejected: tuple[Paragraph, ...]


def answers(documents: Mapping[str, bytes], folder: Path) -> dict[str, Answer]:
    """What LibreOffice makes of each document, by its name."""
    profile = folder / "profile"
    start = [where("soffice"), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    # The first start fills the profile, and would take the place of any macro there.
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=60)
    basic = profile / "user/basic/Standard"
    escaped = _BASIC.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    (basic / "Answers.xba").write_text(_MODULE.format(basic=escaped), encoding="utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    files = folder / "documents"
    files.mkdir()
    for name, data in documents.items():
        (files / f"{name}.docx").write_bytes(data)
    macro = f'macro:///Standard.Answers.Main("{files}/")'
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=120 + 10 * len(documents))
    return {name: Answer(_read(files, name, "accepted"), _read(files, name, "rejected")) for name in documents}


def _read(files: Path, name: str, what: str) -> tuple[Paragraph, ...]:
    lines = (files / f"{name}.docx.{what}").read_text(encoding="utf-8").split("\n")[:-1]
    return tuple(Paragraph(*line.split("\t", 1)) for line in lines)


def compared_text(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of the versions, without those of the report before them and the one after them."""
    return tuple(each for each in paragraphs[:-1] if not each.style.startswith("Report "))
