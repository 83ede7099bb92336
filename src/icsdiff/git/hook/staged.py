"""The hook before a commit: what the staged strategies change, and what stops it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from icsdiff.errors import InvalidConfiguration
from icsdiff.git.hook.strategies import Read, Strategy, in_working_tree, strategy
from icsdiff.git.hook.touched import INDEX, Touched, before_next, touched
from icsdiff.model.changes import ChangeSet
from icsdiff.model.findings import Finding
from icsdiff.model.version import Version
from icsdiff.store.configuration import INVALID
from icsdiff.store.configuration import Hook as Settings


@dataclass(frozen=True, slots=True)
class Staged:
    """What a commit is about to do to one strategy."""

    strategy: Strategy
    findings: tuple[Finding, ...]
    """What the rules that ``hook.block`` names find in it, and did not find in the version before it."""
    reasons: tuple[str, ...]
    """Why it is to be stopped, in the configuration's words."""


def staged(settings: Settings) -> tuple[Touched, ...]:
    """Every strategy that is staged."""
    return touched(before_next(), INDEX, settings.paths)


def judged(each: Touched, settings: Settings, read: Read) -> Staged:
    """A staged strategy, with what the configuration stops a commit for.

    Raises ``InvalidConfiguration`` where that names a rule that there is not.
    """
    return _judged(strategy(each, read), settings)


def validated(path: str, settings: Settings, read: Read) -> Staged:
    """A file that is not staged: the pre-commit framework may be asked about any (``--all-files``, ``--from-ref``)."""
    told = in_working_tree(path, read)
    return Staged(told, (), (INVALID,) if told.problems and INVALID in settings.block else ())


def _judged(told: Strategy, settings: Settings) -> Staged:
    findings = tuple(_new_findings(told, settings))
    changes = told.changes.changes if told.changes else ()
    present = {str(word) for change in changes for word in (change.kind, change.significance)}
    present |= {finding.rule for finding in findings}
    if told.problems:
        present.add(INVALID)
    return Staged(told, findings, tuple(word for word in settings.block if word in present))


def _new_findings(told: Strategy, settings: Settings) -> Iterator[Finding]:
    """What stood in the version before stops nobody: it is not this commit that brings it."""
    if told.version is None or not settings.rules:
        return
    before = told.changes.old if told.changes else None
    known = {finding.id for finding in _findings(before, None, settings.rules)} if before else ()
    found = _findings(told.version, told.changes, settings.rules)
    yield from (finding for finding in found if finding.id not in known)


def _findings(version: Version, changes: ChangeSet | None, rules: Sequence[str]) -> tuple[Finding, ...]:
    from icsdiff.checks.check import RULES, findings, standing  # noqa: PLC0415  (where a rule is named, and only there)

    if unknown := sorted(set(rules) - set(RULES)):
        reason, remedy = f"block names {unknown[0]}, and there is no such rule", f"name one of {', '.join(RULES)}"
        raise InvalidConfiguration(reason, key="hook", remedy=remedy)
    return standing(version, findings(version, changes, rules))
