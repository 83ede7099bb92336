"""Every rule over one version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.checks import (
    ics001_statements,
    ics002_cut_off,
    ics003_missing,
    ics004_numbering,
    ics005_stale,
    ics006_two_figures,
    ics007_names_nothing,
    ics008_unmitigated,
    ics009_dates,
    ics010_contents,
)
from icsdiff.checks.rule import Case, Rule
from icsdiff.comparison.compare import compare
from icsdiff.model.changes import ChangeSet
from icsdiff.model.findings import Finding
from icsdiff.model.version import Version

RULES: dict[str, Rule] = {
    module.RULE.code: module.RULE
    for module in (
        ics001_statements,
        ics002_cut_off,
        ics003_missing,
        ics004_numbering,
        ics005_stale,
        ics006_two_figures,
        ics007_names_nothing,
        ics008_unmitigated,
        ics009_dates,
        ics010_contents,
    )
}
"""Every rule by its code, in order."""


def check(version: Version, baseline: Version | None = None) -> tuple[Finding, ...]:
    """What is wrong inside a version, rule by rule, but for the findings that the version says to ignore.

    With a baseline, also which figures went stale.
    """
    changes = compare(baseline, version) if baseline else None
    return standing(version, findings(version, changes))


def findings(version: Version, changes: ChangeSet | None, rules: Iterable[str] = tuple(RULES)) -> Iterator[Finding]:
    """What some rules find, whether or not it is ignored; ``changes`` lead to the version from its baseline."""
    case = Case(version, changes)
    for code in rules:
        yield from RULES[code].findings(case)


def standing(version: Version, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that the version does not say to ignore."""
    ignored = {each.finding for each in version.ignored}
    return tuple(finding for finding in found if finding.id not in ignored)
