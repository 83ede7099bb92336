"""Reviewers' dispositions on disk: ``icsdiff/review/1``, which the change report exports.

Such a file comes from a stranger. Every text of it is bounded or cut where it is shown, and none is believed.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from icsdiff.errors import IcsdiffError, InvalidReview, InvalidVersion
from icsdiff.model.changes import Kind
from icsdiff.model.characters import HAZARD, escaped_in_json
from icsdiff.model.review import Decision, Disposition, Review, ReviewedVersion
from icsdiff.store.files import decode, read_bytes

if TYPE_CHECKING:
    from icsdiff.store.entry import Entry

SCHEMA = "icsdiff/review/1"
"""Name and version of the format: the value of the key ``schema``."""
_LONGEST_NAME = 200
_LONGEST_NOTE = _LONGEST_MISSION = 10_000
_LONGEST_SUMMARY = 500
"""Characters; what is longer is refused, but a summary is cut."""

_REVIEW = ("schema", "old", "new", "dispositions")
_VERSION = ("mission", "label")
_DISPOSITION = ("change", "kind", "summary", "decision", "note", "name")
_ID = re.compile(r"[0-9a-f]{12}")
_MISSING = "this key is missing, or empty"
_EXPORT = "export it again from the change report"

_Words = TypeVar("_Words", Kind, Decision)


def read_review(file: str) -> Review:
    """The review in a file.

    Raises ``InvalidReview`` with every problem, ``UnreadableSource`` where there is no text to read.
    """
    return parse_review(decode(read_bytes(Path(file)), file), name=file)


def parse_review(text: str, *, name: str) -> Review:
    """The review in a JSON text; ``name`` is the file for messages."""
    from icsdiff.store.entry import Entry, Problems  # noqa: PLC0415  (not for writing)
    from icsdiff.store.tree import tree  # noqa: PLC0415

    data = _checked(text, name)
    try:
        # Every JSON text is YAML, but for characters that YAML wants escaped: so each problem has its line.
        root = tree(HAZARD.sub(_escaped, text), name)
    except InvalidVersion as error:
        reason = error.reason.replace("YAML", "JSON")
        raise InvalidReview(IcsdiffError(reason, file=name, line=error.line, remedy=_EXPORT)) from None
    problems = Problems(name, InvalidReview)
    review = _review(Entry(root, "", _REVIEW, problems), data)
    problems.settle()
    return review


def _escaped(match: re.Match[str]) -> str:
    return match.group() if match.group() == "\r" else escaped_in_json(match.group())


def _checked(text: str, name: str) -> Mapping[str, object]:
    """The data of a review's text; raise where it is no JSON, or not a review's."""
    line, remedy = 1, _EXPORT
    try:
        data = json.loads(text, parse_int=str)
    except json.JSONDecodeError as error:
        line, reason = error.lineno, f"not valid JSON at column {error.colno}: {error.msg.lower().removesuffix(' at')}"
    except RecursionError:
        reason = "not valid JSON: nested too deep"
    else:
        if isinstance(data, Mapping) and "schema" in data:
            return data
        reason = f"this is no review: it has no key schema with {SCHEMA}"
        remedy = "name a file that was exported from the change report"
    raise InvalidReview(IcsdiffError(reason, file=name, line=line, remedy=remedy))


def _review(entry: Entry, data: Mapping[str, object]) -> Review:
    schema = entry.quoted("schema", _LONGEST_NAME, _EXPORT)
    if schema and schema != SCHEMA:
        entry.problem("schema", f"{schema[:40]!r} is not {SCHEMA}", "read it with the icsdiff that wrote it")
    if data.get("dispositions") is None:
        entry.problem("dispositions", _MISSING, _EXPORT)
    return Review(_version(entry, "old"), _version(entry, "new"), tuple(_dispositions(entry)))


def _version(entry: Entry, side: str) -> ReviewedVersion:
    version = entry.entry(side, _VERSION)
    if version is None:
        entry.problem(side, _MISSING, _EXPORT)
        return ReviewedVersion("", "")
    return ReviewedVersion(*(_line(version.quoted(key, _LONGEST_MISSION, _EXPORT)) for key in _VERSION))


def _dispositions(entry: Entry) -> Iterator[Disposition]:
    """The dispositions, each reviewer's on each change once."""
    seen: set[tuple[str, str]] = set()
    for each in entry.entries("dispositions", _DISPOSITION):
        found = _disposition(each)
        if found.key in seen:
            each.problem("name", f"{found.name[:40]!r} has decided on {found.change} before", "keep one decision")
        elif all(found.key):
            seen.add(found.key)
        yield found


def _disposition(entry: Entry) -> Disposition:
    change = entry.quoted("change", _LONGEST_NAME, _EXPORT)
    if change and not _ID.fullmatch(change):
        entry.problem("change", f"{change[:40]!r} is no id of a change", _EXPORT)
    return Disposition(
        change,
        _one_of(Kind, entry, "kind", "icsdiff schema review lists the kinds"),
        _cut(_line(entry.quoted("summary", sys.maxsize, _EXPORT))),
        _one_of(Decision, entry, "decision", "write accept, query or object"),
        entry.quoted("note", _LONGEST_NOTE).strip(),
        unicodedata.normalize("NFC", _line(entry.quoted("name", _LONGEST_NAME, "say who decided"))),
    )


def _one_of(words: type[_Words], entry: Entry, key: str, remedy: str) -> _Words:
    """A word of a closed set; the first of them where it is none."""
    written = entry.quoted(key, _LONGEST_NAME, _EXPORT)
    known = {str(each): each for each in words}
    if written and written not in known:
        entry.problem(key, f"{written[:40]!r} is no {key}", remedy)
    return known.get(written, next(iter(words)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 2]} …"


def write_review(review: Review) -> str:
    """The text of a review's file; ``parse_review`` makes the same review of it, and the same review the same text."""
    document = {
        "schema": SCHEMA,
        "old": {key: getattr(review.old, key) for key in _VERSION},
        "new": {key: getattr(review.new, key) for key in _VERSION},
        "dispositions": [{key: getattr(each, key) for key in _DISPOSITION} for each in review.dispositions],
    }
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"
