"""Three versions of a strategy, and what two reviewers of the first two exported from the change report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from shutil import copy

import icsdiff
from icsdiff import ChangeSet, Significance
from icsdiff.model.review import Decision, Disposition, Review, ReviewedVersion
from icsdiff.store.reviews import write_review

PAIR = ("peru@2022-03-21", "peru@2023-09-22")
NEWER = ("peru@2022-03-21", "peru@2024-05-01")
# What the newer version says where the one before it says something else: a date, a figure, a number, a sentence more.
_EDITS = {
    "  - 2023-09-22": "  - 2023-09-22\n  - 2024-05-01",
    "1.57 million": "1.61 million",
    'number: "1.3"': 'number: "1.4"',
    "  However, the widespread unrest": "  Inflation reached 8 percent in 2023.\n  However, the widespread unrest",
}


def project(repository: Path, folder: Path) -> Path:
    """A folder with three versions, and the files of Ana, who accepts all, and of Ben, who does not."""
    versions = folder / "versions" / "peru"
    versions.mkdir(parents=True)
    for day in ("2022-03-21", "2023-09-22"):
        copy(repository / "versions" / "peru" / f"{day}.yaml", versions)
    newer = (versions / "2023-09-22.yaml").read_text(encoding="utf-8")
    for old, new in _EDITS.items():
        newer = newer.replace(old, new, 1)
    (versions / "2024-05-01.yaml").write_text(newer, encoding="utf-8")
    changes = changes_of(folder)
    substantive = {each.id: "accept" for each in changes.changes if each.significance is Significance.SUBSTANTIVE}
    (risk,) = [each.id for each in changes.changes if each.kind == "risk-added"]
    ben = review_of(changes, "Ben", {figure_of(changes): "object", risk: "accept"}, "Which source?")
    (folder / "ana.json").write_text(write_review(review_of(changes, "Ana", substantive)), encoding="utf-8")
    (folder / "ben.json").write_text(write_review(ben), encoding="utf-8")
    return folder


def changes_of(folder: Path, day: str = "2023-09-22") -> ChangeSet:
    """What differs between the first version of a project and a later one."""
    versions = folder / "versions" / "peru"
    return icsdiff.compare(icsdiff.load(versions / "2022-03-21.yaml"), icsdiff.load(versions / f"{day}.yaml"))


def figure_of(changes: ChangeSet) -> str:
    """The id of the figure that Ben objects to."""
    (figure,) = [each.id for each in changes.changes if each.kind == "figure-revised" and "1.57" in each.summary]
    return figure


def review_of(changes: ChangeSet, name: str, decisions: Mapping[str, str], note: str = "") -> Review:
    """One reviewer's decisions, by the id of the change."""
    old, new = (ReviewedVersion(each.mission, each.label) for each in (changes.old, changes.new))
    dispositions = (
        Disposition(each.id, each.kind, each.summary, Decision(decisions[each.id]), note, name)
        for each in changes.changes
        if each.id in decisions
    )
    return Review(old, new, tuple(dispositions))
