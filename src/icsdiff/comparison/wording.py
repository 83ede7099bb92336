"""One plain sentence for a reviewer about each finding: what changed, not where."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from icsdiff.comparison.findings import Finding
from icsdiff.model.changes import Detail, Kind, Passage, Scalar

PRIORITIES = "Chief of Mission Priorities"
METADATA = {
    "mission": "Mission",
    "title": "Title",
    "approved": "Date of approval",
    "updated": "Date of update",
    "release": "Release marking",
}
"""The entries of a version's head, in words."""

_LENGTH = 160
"""Characters after which a quotation is cut."""
_LEAST = 0.1
"""Percent below which a second decimal is given."""


def summary(finding: Finding) -> str:
    """The sentence for one finding."""
    return _SENTENCES[finding.kind](finding)


def _quote(passage: Passage | None) -> str:
    words = " ".join(passage.text.split()) if passage else ""
    if len(words) > _LENGTH:
        words = words[:_LENGTH].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


def _came(what: str) -> Callable[[Finding], str]:
    return lambda finding: f"{what} added: {_quote(finding.new)}"


def _went(what: str) -> Callable[[Finding], str]:
    return lambda finding: f"{what} removed: {_quote(finding.old)}"


def _reworded(what: str) -> Callable[[Finding], str]:
    return lambda finding: f"{what}: {_quote(finding.old)} became {_quote(finding.new)}"


def _entity(what: str, fate: str) -> Callable[[Finding], str]:
    def sentence(finding: Finding) -> str:
        number = numbers_of(finding.detail["number"])
        return f"{numbered(what, number)} {fate}: {_quote(finding.new or finding.old)}"

    return sentence


def _became(what: str, became: str) -> Callable[[Finding], str]:
    """Of numbers: one became another, or several."""

    def sentence(finding: Finding) -> str:
        old, new = numbers_of(finding.detail["from"]), numbers_of(finding.detail["to"])
        # What was split is known by the statement it had, all others by the one they have.
        known = (len(new) > 1 and finding.old) or finding.new or finding.old
        return f"{numbered(what, old)} {became} {numbered(what, new)}: {_quote(known)}"

    return sentence


def numbered(what: str, numbers: Sequence[str]) -> str:
    """``Objective 1.2``, ``Objectives 1.2 and 1.3``, ``Management Objective 1``."""
    if all(number.startswith("M") for number in numbers):
        what, numbers = f"Management {what}", [number[1:] for number in numbers]
    return f"{what}{'s' if len(numbers) > 1 else ''} {in_words(numbers)}"


def numbers_of(value: Scalar | list[Scalar]) -> tuple[str, ...]:
    """What a change's detail says under ``number``, ``from`` or ``to``: one number as printed, or several."""
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def in_words(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def _figure_revised(finding: Finding) -> str:
    difference = share(finding.detail)
    return f"Figure revised{_counted(finding)}: {_change(finding)}{f' ({difference})' if difference else ''}"


def share(detail: Detail) -> str:
    """``+18.9%``: by how much a figure was revised; empty where that cannot be said in one number."""
    percent = detail.get("percent")
    of_ranges = isinstance(detail.get("old"), list) or isinstance(detail.get("new"), list)
    if of_ranges or not isinstance(percent, int | float) or not percent:
        return ""
    digits = 1 if abs(percent) >= _LEAST else 2
    return f"{percent:+,.{digits}f}".removesuffix(".0").replace("-", "−") + "%"


def _figure(fate: str) -> Callable[[Finding], str]:
    return lambda finding: f"Figure {fate}{_counted(finding)}: {_bare(finding.new or finding.old)}"


def _counted(finding: Finding) -> str:
    return f" ({finding.detail['subject']})" if finding.detail["subject"] else ""


def _linkage(fate: str) -> Callable[[Finding], str]:
    return lambda finding: f"Linkage {fate}: {reference(finding.detail)}"


def reference(detail: Detail) -> str:
    """``State-USAID JSP objective 1.4``: what a linkage names."""
    return " ".join(str(detail[key]) for key in ("framework", "element", "number") if detail[key])


def _linkage_revised(finding: Finding) -> str:
    name = reference(finding.detail)
    told = name in _bare(finding.old) and name in _bare(finding.new)
    return f"Linkage revised{'' if told else f' ({name})'}: {_change(finding)}"


def _metadata(finding: Finding) -> str:
    entry = METADATA.get(str(finding.detail["key"]), str(finding.detail["key"]).capitalize())
    if finding.old is None:
        return f"{entry} added: {_bare(finding.new)}"
    if finding.new is None:
        return f"{entry} removed: {_bare(finding.old)}"
    return f"{entry}: {_change(finding)}"


def _change(finding: Finding) -> str:
    return f"{_bare(finding.old)} became {_bare(finding.new)}"


def _bare(passage: Passage | None) -> str:
    return " ".join(passage.text.split()) if passage else ""


def _moved(finding: Finding) -> str:
    detail = finding.detail
    where = "within its field" if detail["same_field"] else f"from {_place(detail['from'])} to {_place(detail['to'])}"
    return f"Sentence moved {where}{' and revised' if detail['revised'] else ''}: {_quote(finding.new)}"


def _place(path: object) -> str:
    """``Objective 4.2, justification``: a path in words."""
    folder, _, rest = str(path).partition("/")
    number, _, field = rest.partition("/")
    name = field.replace("_", " ")
    if folder == "goals":
        return f"{numbered('Goal', [number])}, {name}"
    if folder == "objectives":
        return f"{numbered('Objective', [number])}, {name}"
    return PRIORITIES if folder == "priorities" else str(path).replace("sections/", "section ").replace("_", " ")


_SENTENCES: dict[Kind, Callable[[Finding], str]] = {
    Kind.GOAL_ADDED: _entity("Goal", "added"),
    Kind.GOAL_REMOVED: _entity("Goal", "removed"),
    Kind.GOAL_SPLIT: _became("Goal", "was split into"),
    Kind.GOAL_MERGED: _became("Goal", "were merged into"),
    Kind.GOAL_RENAMED: _reworded("Goal renamed"),
    Kind.GOAL_MOVED: _became("Goal", "moved to"),
    Kind.GOAL_RENUMBERED: _became("Goal", "became"),
    Kind.OBJECTIVE_ADDED: _entity("Objective", "added"),
    Kind.OBJECTIVE_REMOVED: _entity("Objective", "removed"),
    Kind.OBJECTIVE_SPLIT: _became("Objective", "was split into"),
    Kind.OBJECTIVE_MERGED: _became("Objective", "were merged into"),
    Kind.OBJECTIVE_RENAMED: _reworded("Objective renamed"),
    Kind.OBJECTIVE_MOVED: _became("Objective", "moved to another goal as"),
    Kind.OBJECTIVE_RENUMBERED: _became("Objective", "became"),
    Kind.FIGURE_REVISED: _figure_revised,
    Kind.FIGURE_ADDED: _figure("added"),
    Kind.FIGURE_REMOVED: _figure("removed"),
    Kind.RISK_ADDED: _came("Risk"),
    Kind.RISK_REMOVED: _went("Risk"),
    Kind.RISK_REVISED: _reworded("Risk revised"),
    Kind.MITIGATION_ADDED: _came("Mitigation"),
    Kind.MITIGATION_REMOVED: _went("Mitigation"),
    Kind.MITIGATION_REVISED: _reworded("Mitigation revised"),
    Kind.LINKAGE_ADDED: _linkage("added"),
    Kind.LINKAGE_REMOVED: _linkage("removed"),
    Kind.LINKAGE_REVISED: _linkage_revised,
    Kind.METADATA_CHANGED: _metadata,
    Kind.TEXT_ADDED: _came("Sentence"),
    Kind.TEXT_REMOVED: _went("Sentence"),
    Kind.TEXT_REVISED: _reworded("Sentence revised"),
    Kind.TEXT_MOVED: _moved,
    Kind.TERM_ADDED: lambda finding: f"First mention of {finding.detail['term']}",
    Kind.TERM_REMOVED: lambda finding: f"No more mention of {finding.detail['term']}",
}
