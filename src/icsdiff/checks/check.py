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


def check(
    version: Version, baseline: Version | None = None, rules: Iterable[str] = tuple(RULES)
) -> tuple[Finding, ...]:
    """What is wrong inside a version, rule by rule, but for the findings that the version says to ignore.

    With a baseline, also which figures went stale.
    """
    ignored = {each.finding for each in version.ignored}
    return tuple(finding for finding in every_finding(version, baseline, rules) if finding.id not in ignored)


def every_finding(version: Version, baseline: Version | None, rules: Iterable[str]) -> Iterator[Finding]:
    """What is wrong inside a version, whether or not it is ignored."""
    case = Case(version, baseline)
    for code in rules:
        yield from RULES[code].findings(case)
