"""``ICS001``: the framework words a goal or objective otherwise than its own section does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from icsdiff.checks.places import holders
from icsdiff.checks.rule import Case, Fault, Rule, part
from icsdiff.language.words import diff_words, same_reading
from icsdiff.model.version import FIELD_SEPARATOR

_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
"""What the framework adds behind a statement: ``(Incorporates USAID CDCS DO1)``."""
_MOST = 3
"""Differences that a message shows."""


def find(case: Case) -> Iterator[Fault]:
    """Statements whose two wordings read differently; a remark behind one, and its full stop, are no wording."""
    for path, name, entity in holders(case.version):
        own, framework = _worded(entity.statement), _worded(entity.framework_statement)
        if own and framework and not same_reading(own.rstrip(". "), framework.rstrip(". ")):
            how = _differences(framework, own)
            message = f"{name} is worded one way in the framework and another way in its own section: {how}"
            places = (
                part(f"{path}/statement", entity.statement, 0, len(own)),
                part(f"{path}/framework_statement", entity.framework_statement, 0, len(framework)),
            )
            yield Fault(message, "Which of the two wordings was approved?", places)


def _worded(statement: str) -> str:
    """The statement itself, without a remark behind it."""
    return _REMARK.sub("", statement.partition(FIELD_SEPARATOR)[0])


def _differences(framework: str, own: str) -> str:
    """``“views” there, “view” here``, as far as a line can hold them."""
    edits = diff_words(framework, own).edits
    shown = "; ".join(
        f"{_quoted(framework[slice(*edit.old)])} there, {_quoted(own[slice(*edit.new)])} here" for edit in edits[:_MOST]
    )
    return shown + "; and more" * (len(edits) > _MOST)


def _quoted(words: str) -> str:
    return f"“{words.strip()}”" if words.strip() else "nothing"


RULE = Rule(
    "ICS001",
    "framework statement and objective statement differ",
    "The framework section prints each statement once more. Where the two differ, one of them was revised and the "
    "other was forgotten, and nobody can tell which was approved. A remark in brackets behind the statement is no "
    "difference.",
    "Framework: “Deter threats and their networks.” Objective 2.1: “Deter threats to their networks.”",
    find,
)
