"""On which line of a version file a text stands, whoever wrote the file and however."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from generated import versions
from icsdiff import Version
from icsdiff.store.lines import Lines
from icsdiff.store.parse import parse
from icsdiff.store.write import write

LITERAL = """\
schema: icsdiff/version/1
mission: Kenya
updated:
  - 2023-09-22
goals:
  - number: "1"
    statement: |
      Trade grows.
    objectives:
      - number: "1.1"
        risks: |

          Drought
          may deter investors.


          Elections may.
"""
FOLDED = LITERAL.replace("risks: |", "risks: >")
PLAIN = LITERAL.replace("risks: |\n\n", "risks:\n")
QUOTED = LITERAL.replace("risks: |\n\n          Drought", 'risks: "Drought').replace(
    "Elections may.", 'Elections may."'
)
AS_JSON = """{"schema": "icsdiff/version/1", "mission": "Kenya", "updated": ["2023-09-22"],
"goals": [{"number": "1", "statement": "Trade grows.", "objectives":
  [{"number": "1.1",
    "risks": "Drought may deter investors.\\n\\nElections may."}]}]}
"""


@given(versions())
def test_every_word_of_a_file_that_icsdiff_wrote_is_found_on_its_line(version: Version) -> None:
    text = write(version)
    lines = Lines(text, version)
    for path, field in parse(text, name="v.yaml").fields.items():
        if not path.startswith("metadata/"):
            found = ((lines.of(path, word.start()), word.group()) for word in re.finditer(r"\S+", field))
            assert all(at and word in text.split("\n")[at - 1] for at, word in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LITERAL, {"Drought": 13, "deter": 14, "Elections": 17}),
        (FOLDED, {"Drought": 13, "deter": 14, "Elections": 17}),
        (PLAIN, {"Drought": 12, "deter": 13, "Elections": 16}),
        (QUOTED, {"Drought": 11, "deter": 12, "Elections": 15}),
        (AS_JSON, {"Drought": 4, "deter": 4, "Elections": 4}),
        (LITERAL.replace("\n", "\r\n"), {"Drought": 13, "deter": 14, "Elections": 17}),
    ],
    ids=["literal", "folded", "plain", "quoted", "JSON", "CRLF"],
)
def test_a_file_written_by_hand_has_its_own_lines(text: str, words: dict[str, int]) -> None:
    version = parse(text, name="kenya.yaml")
    risks = version.fields["objectives/1.1/risks"]
    lines = Lines(text, version)
    assert {word: lines.of("objectives/1.1/risks", risks.index(word)) for word in words} == words


def test_goals_objectives_and_dates_have_a_line_and_what_is_not_there_has_none() -> None:
    lines = Lines(LITERAL, parse(LITERAL, name="kenya.yaml"))
    expected = {
        "metadata/mission": 2,
        "metadata/updated": 4,
        "goals/1": 6,
        "goals/1/statement": 8,
        "objectives/1.1": 10,
    }
    assert {path: lines.of(path) for path in expected} == expected
    assert lines.of("objectives/1.2") is None
    assert lines.of("goals/1/description") is None
