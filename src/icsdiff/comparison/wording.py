"""One plain sentence for a reviewer about each finding: what changed, not where."""

from __future__ import annotations

from collections.abc import Callable

from icsdiff.comparison.findings import Finding
from icsdiff.model.changes import Kind, Passage

_LENGTH = 160
"""Characters after which a quotation is cut."""


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


def _became(what: str) -> Callable[[Finding], str]:
    return lambda finding: f"{what}: {_quote(finding.old)} became {_quote(finding.new)}"


def _numbered(what: str, became: str) -> Callable[[Finding], str]:
    def sentence(finding: Finding) -> str:
        return f"{what} {finding.detail['from']} {became} {finding.detail['to']}: {_quote(finding.new)}"

    return sentence


def _entity(what: str, fate: str) -> Callable[[Finding], str]:
    return lambda finding: f"{what} {finding.detail['number']} {fate}: {_quote(finding.new or finding.old)}"


def _family(what: str, became: str) -> Callable[[Finding], str]:
    def sentence(finding: Finding) -> str:
        sides = (finding.detail["from"], finding.detail["to"])
        old, new = (" and ".join(map(str, side)) if isinstance(side, list) else str(side) for side in sides)
        return f"{what} {old} {became} {new}: {_quote(finding.new)}"

    return sentence


def _figure_revised(finding: Finding) -> str:
    detail = finding.detail
    old, new = _bare(finding.old), _bare(finding.new)
    percent = detail["percent"]
    difference = f" ({percent:+g} %)" if isinstance(percent, int | float) and percent else ""
    subject = f" ({detail['subject']})" if detail["subject"] else ""
    return f"Figure revised{subject}: {old} became {new}{difference}"


def _bare(passage: Passage | None) -> str:
    return " ".join(passage.text.split()) if passage else ""


def _figure(fate: str) -> Callable[[Finding], str]:
    def sentence(finding: Finding) -> str:
        subject = f" ({finding.detail['subject']})" if finding.detail["subject"] else ""
        return f"Figure {fate}{subject}: {_bare(finding.new or finding.old)}"

    return sentence


def _linkage(fate: str) -> Callable[[Finding], str]:
    def sentence(finding: Finding) -> str:
        detail = finding.detail
        name = " ".join(str(detail[key]) for key in ("framework", "element", "number") if detail[key])
        return f"Linkage {fate}: {name}"

    return sentence


def _linkage_revised(finding: Finding) -> str:
    return f"Linkage revised: {_bare(finding.old)} became {_bare(finding.new)}"


def _metadata(finding: Finding) -> str:
    key = str(finding.detail["key"]).capitalize()
    if finding.old is None:
        return f"{key} added: {_bare(finding.new)}"
    if finding.new is None:
        return f"{key} removed: {_bare(finding.old)}"
    return f"{key}: {_bare(finding.old)} became {_bare(finding.new)}"


def _moved(finding: Finding) -> str:
    detail = finding.detail
    old, new = _place(str(detail["from"])), _place(str(detail["to"]))
    where = "inside its field" if detail["same_field"] else f"from {old} to {new}"
    return f"Sentence moved {where}{' and revised' if detail['revised'] else ''}: {_quote(finding.new)}"


def _place(path: str) -> str:
    """``objective 4.2, justification``: a path in words."""
    folder, _, rest = path.partition("/")
    number, _, field = rest.partition("/")
    if folder not in ("goals", "objectives"):
        return path.replace("sections/", "section ").replace("_", " ")
    return f"{folder[:-1]} {number}, {field.replace('_', ' ')}"


def _term(fate: str) -> Callable[[Finding], str]:
    return lambda finding: f"{finding.detail['term']} {fate}"


_SENTENCES: dict[Kind, Callable[[Finding], str]] = {
    Kind.GOAL_ADDED: _entity("Goal", "added"),
    Kind.GOAL_REMOVED: _entity("Goal", "removed"),
    Kind.GOAL_SPLIT: _family("Goal", "was split into"),
    Kind.GOAL_MERGED: _family("Goals", "were merged into"),
    Kind.GOAL_RENAMED: _became("Goal renamed"),
    Kind.GOAL_MOVED: _numbered("Goal", "moved to"),
    Kind.GOAL_RENUMBERED: _numbered("Goal", "became"),
    Kind.OBJECTIVE_ADDED: _entity("Objective", "added"),
    Kind.OBJECTIVE_REMOVED: _entity("Objective", "removed"),
    Kind.OBJECTIVE_SPLIT: _family("Objective", "was split into"),
    Kind.OBJECTIVE_MERGED: _family("Objectives", "were merged into"),
    Kind.OBJECTIVE_RENAMED: _became("Objective renamed"),
    Kind.OBJECTIVE_MOVED: _numbered("Objective", "moved to another goal as"),
    Kind.OBJECTIVE_RENUMBERED: _numbered("Objective", "became"),
    Kind.FIGURE_REVISED: _figure_revised,
    Kind.FIGURE_ADDED: _figure("added"),
    Kind.FIGURE_REMOVED: _figure("removed"),
    Kind.RISK_ADDED: _came("Risk"),
    Kind.RISK_REMOVED: _went("Risk"),
    Kind.RISK_REVISED: _became("Risk revised"),
    Kind.MITIGATION_ADDED: _came("Mitigation"),
    Kind.MITIGATION_REMOVED: _went("Mitigation"),
    Kind.MITIGATION_REVISED: _became("Mitigation revised"),
    Kind.LINKAGE_ADDED: _linkage("added"),
    Kind.LINKAGE_REMOVED: _linkage("removed"),
    Kind.LINKAGE_REVISED: _linkage_revised,
    Kind.METADATA_CHANGED: _metadata,
    Kind.TEXT_ADDED: _came("Sentence"),
    Kind.TEXT_REMOVED: _went("Sentence"),
    Kind.TEXT_REVISED: _became("Sentence revised"),
    Kind.TEXT_MOVED: _moved,
    Kind.TERM_ADDED: _term("enters the version"),
    Kind.TERM_REMOVED: _term("leaves the version"),
}
