"""``ICS009``: dates out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from icsdiff.checks.names import Names
from icsdiff.checks.places import objectives, prose
from icsdiff.checks.rule import Case, Fault, Rule, part, whole
from icsdiff.language.calendar import dates
from icsdiff.language.references import references
from icsdiff.language.sentences import Sentence, sentences
from icsdiff.model.changes import Passage
from icsdiff.model.version import FIELD_SEPARATOR, Version

_PERIOD = re.compile(
    r"(?<![\w.-])(?:(?P<between>from|between)\s+)?(?P<since>(?:19|20)\d\d)"
    r"(?:\s?[-–—]\s?|\s+(?:(?(between)(?:to|and)|to)|until|through)\s+)(?P<until>(?:19|20)\d\d)(?![\w-])",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:subsequent|ensuing|resulting|following)\b[^.;]*", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?P<what>[^\W\d_]{4,})\s+(?:ended|ceased|stopped|subsided|concluded|was over|came to an end)\b", re.IGNORECASE
)


def find(case: Case) -> Iterator[Fault]:
    """Dates of the cover, periods that run backward, an end before its beginning, a document of the future."""
    yield from _cover(case.version)
    places = Names(case.version)
    for path, text in prose(case.version):
        for period in _PERIOD.finditer(text):
            if period["until"] < period["since"]:
                message = f"{places.whole(path)} gives a period that runs backward: “{period.group()}”"
                yield Fault(message, "Which years are meant?", (part(path, text, *period.span()),))
        yield from _ends_before_it_began(path, text, places)
    for path, name, entity in objectives(case.version):
        yield from _of_the_future(path, name, getattr(entity, "linkages", ""), case.version)


def _cover(version: Version) -> Iterator[Fault]:
    approved, updated = version.approved, version.updated
    fields = version.fields
    for day in updated:
        if approved and day < approved:
            message = f"The update of {day} comes before the approval of {approved}"
            places = (whole("metadata/updated", fields["metadata/updated"]), whole("metadata/approved", str(approved)))
            yield Fault(message, "Which of the two dates is right?", places)
    for one, other in pairwise(updated):
        if other <= one:
            message = f"The update of {other} is listed after that of {one}"
            yield Fault(message, "Are the dates right?", (whole("metadata/updated", fields["metadata/updated"]),))


def _ends_before_it_began(path: str, text: str, places: Names) -> Iterator[Fault]:
    """Something that followed an event and, in the next sentences of its paragraph, is over before that event."""
    for one, other in pairwise(sentences(text)):
        began, ended = _BEGAN.search(one.text), _ENDED.search(other.text)
        if not began or not ended or FIELD_SEPARATOR in text[one.end : other.start]:
            continue
        first, last = _only_date(one.text[: began.start()]), _only_date(other.text)
        if first and last and last < first and re.search(rf"\b{ended['what']}\b", began.group(), re.IGNORECASE):
            message = (
                f"{places.whole(path)}: the {ended['what']} ends ({_month(last)}) before it begins ({_month(first)})"
            )
            spots = (_spot(path, text, other), _spot(path, text, one))
            yield Fault(message, "Which of the two dates is right?", spots)


def _spot(path: str, text: str, sentence: Sentence) -> Passage:
    return part(path, text, sentence.start, sentence.end)


def _only_date(text: str) -> date | None:
    """The one date of a text; with several, nobody can tell which is meant."""
    found = [day.value for day in dates(text) if isinstance(day.value, date)]
    return found[0] if len(found) == 1 else None


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _of_the_future(path: str, name: str, linkages: str, version: Version) -> Iterator[Fault]:
    if version.date is None:
        return
    for reference in references(linkages):
        day = _only_date(reference.date)
        if day and day > version.date:
            message = f"{name} links to what is dated after this version ({version.date}): “{reference.label}”"
            place = part(f"{path}/linkages", linkages, reference.start, reference.end)
            yield Fault(message, "Is its date right?", (place,))


RULE = Rule(
    "ICS009",
    "dates out of order",
    "An update comes after the approval, and each after the one before; a period runs forward; what follows an event "
    "does not end before it; a strategy links to nothing that is younger than itself.",
    "“… removal from office in December 2022, and the subsequent unrest. However, the unrest ended in February 2022.”",
    find,
)
