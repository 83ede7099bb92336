"""The sentence that each change is told by, and the marks in the text around it."""

from __future__ import annotations

import pytest

import icsdiff
from icsdiff import Goal, Kind, Objective, Passage, Version
from icsdiff.comparison.findings import Finding
from icsdiff.comparison.pairs import field_pairs
from icsdiff.comparison.redline import RunKind, marked, redline
from icsdiff.comparison.wording import summary
from icsdiff.model.changes import Detail

STATEMENT = Passage("objectives/1.2/statement", 0, 11, "Ports work.")
OTHER = Passage("objectives/1.4/statement", 0, 11, "Rail works.")


@pytest.mark.parametrize(
    ("kind", "detail", "sentence"),
    [
        (Kind.OBJECTIVE_ADDED, {"number": "1.4"}, "Objective 1.4 added: “Rail works.”"),
        (Kind.OBJECTIVE_REMOVED, {"number": "M2"}, "Management Objective 2 removed: “Rail works.”"),
        (
            Kind.OBJECTIVE_SPLIT,
            {"from": ["1.2"], "to": ["1.2", "1.4"], "shares": [0.6, 0.4]},
            "Objective 1.2 was split into Objectives 1.2 and 1.4: “Ports work.”",
        ),
        (
            Kind.OBJECTIVE_MERGED,
            {"from": ["1.1", "1.2", "1.3"], "to": ["1.4"], "shares": [0.5, 0.3, 0.2]},
            "Objectives 1.1, 1.2 and 1.3 were merged into Objective 1.4: “Rail works.”",
        ),
        (Kind.GOAL_SPLIT, {"from": "1", "to": ["1", "2"]}, "Goal 1 was split into Goals 1 and 2: “Ports work.”"),
        (
            Kind.OBJECTIVE_MOVED,
            {"from": "M1", "to": "1.4"},
            "Management Objective 1 moved to another goal as Objective 1.4: “Rail works.”",
        ),
        (
            Kind.FIGURE_REVISED,
            {"subject": "ports", "percent": -12.21, "old": 213, "new": 187},
            "Figure revised (ports): Ports work. became Rail works. (−12.2%)",
        ),
        (
            Kind.FIGURE_REVISED,
            {"subject": "", "percent": 20.0, "old": [20, 30], "new": [25, 40]},
            "Figure revised: Ports work. became Rail works.",
        ),
        (Kind.METADATA_CHANGED, {"key": "release"}, "Release marking: Ports work. became Rail works."),
        (
            Kind.TEXT_MOVED,
            {"from": "priorities", "to": "goals/1/description", "same_field": False, "revised": True},
            "Sentence moved from Chief of Mission Priorities to Goal 1, description and revised: “Rail works.”",
        ),
        (Kind.TERM_ADDED, {"term": "PGII"}, "First mention of PGII"),
    ],
)
def test_each_kind_has_a_plain_sentence(kind: Kind, detail: Detail, sentence: str) -> None:
    added, removed = kind is Kind.OBJECTIVE_ADDED, kind is Kind.OBJECTIVE_REMOVED
    finding = Finding(kind, None if added else OTHER if removed else STATEMENT, None if removed else OTHER, detail)
    assert summary(finding) == sentence


def strategy(justification: str = "", linkages: str = "") -> Version:
    objective = Objective("1.1", statement="Ports work.", justification=justification, linkages=linkages)
    return Version("Kenya", goals=(Goal("1", statement="Kenya trades.", objectives=(objective,)),))


def shown(old: Version, new: Version, path: str) -> str:
    """A field with its marks, as text shows them."""
    changes = icsdiff.compare(old, new)
    marks = {RunKind.REMOVED: "[-{}-]", RunKind.ADDED: "{{+{}+}}"}
    (pair,) = [each for each in field_pairs(old, new, changes.alignment) if each.new_path == path]
    return "".join(marks.get(run.kind, "{}").format(run.text) for run in redline(changes, pair))


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("It has 7 ports.", "It has 9 ports.", "It has [-7-]{+9+} ports."),
        (
            "It owns 60% of the ports and trains a pilot.",
            "It owns sixty percent of the ports and trains a diver.",
            "It owns sixty percent of the ports and trains a [-pilot-]{+diver+}.",
        ),
    ],
)
def test_what_is_only_written_another_way_is_not_marked(old: str, new: str, marks: str) -> None:
    versions = strategy(justification=old), strategy(justification=new)
    assert shown(*versions, "objectives/1.1/justification") == marks


def test_a_reference_stands_where_it_stood_though_the_list_has_another_order() -> None:
    old = strategy(linkages="JSP objective 1.1; AF JRS objectives 3.1 and 3.2")
    new = strategy(linkages="AF JRS objectives 3.1 and 3.3; JSP objective 1.1")
    assert shown(old, new, "objectives/1.1/linkages") == "AF JRS objectives 3.1 and [-3.2-]{+3.3+}; JSP objective 1.1"


def test_a_sentence_is_marked_without_what_is_only_written_another_way() -> None:
    old = strategy(justification="We must act, as debt reached $13.04 billion.")
    new = strategy(justification="We should act, as debt reached $13.04 bn.")
    changes = icsdiff.compare(old, new)
    (change,) = changes.changes
    assert [run.text for run in marked(change, changes.rewrites) if run.kind is not RunKind.SAME] == ["must", "should"]
