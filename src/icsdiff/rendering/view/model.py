"""What every format says about a change set, put together once.

Named rows and parts that a template only writes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from icsdiff.comparison.pairs import FieldPair, field_pairs
from icsdiff.comparison.redline import Run, RunKind, marked, redline
from icsdiff.model.alignment import Level, Match, Relation
from icsdiff.model.changes import Change, ChangeSet, Kind, Significance
from icsdiff.model.version import FIELD_SEPARATOR, Goal, Objective, ProvenanceKind, Version, slug

_FIELD_NAMES = {
    "statement": "Statement",
    "framework_statement": "Statement in the framework",
    "description": "Description",
    "justification": "Justification",
    "linkages": "Linkages",
    "risks": "Risks",
}
_WARNINGS = {
    ProvenanceKind.RECONSTRUCTED: "This text was never released in this form",
    ProvenanceKind.DRAFT: "This text has not been approved",
}


@dataclass(frozen=True, slots=True)
class Head:
    """One version as the top of a report names it."""

    side: str
    label: str
    mission: str
    title: str
    approved: str
    updated: str
    release: str
    kind: str
    warning: str
    """Why the version is not what the mission published; empty where it is."""
    note: str
    origin: str
    """The source file that it was read from."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A revised figure."""

    id: str
    subject: str
    old: str
    new: str
    difference: str
    percent: str
    where: str


@dataclass(frozen=True, slots=True)
class MapRow:
    """A goal or objective, old beside new."""

    level: str
    anchor: str
    old: str
    new: str
    title: str
    runs: tuple[Run, ...]
    """The statement with its differences marked, where it was renamed."""
    fate: str
    """``renamed, renumbered``, ``added``, ``same``."""
    is_same: bool
    doubtful: bool
    """Whether the pairing rests on thin evidence."""
    score: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with its place in words, and what it brings along."""

    change: Change
    kind: str
    where: str
    runs: tuple[Run, ...]
    """The words that differ inside their sentence, where a sentence was reworded; else empty."""
    consequences: tuple[Entry, ...]

    @property
    def takes_along(self) -> str:
        """``3 risks, 2 linkages``: the consequences by what they are."""
        counts: dict[str, int] = {}
        for entry in self.consequences:
            subject = entry.kind.partition(" ")[0]
            counts[subject] = counts.get(subject, 0) + 1
        return ", ".join(plural(count, _NOUNS.get(subject, subject)) for subject, count in counts.items())


_NOUNS = {"text": "sentence"}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with its differences marked."""

    name: str
    path: str
    paragraphs: tuple[tuple[Run, ...], ...]
    changed: bool
    opening: str
    """The first words, for a field that is folded."""


@dataclass(frozen=True, slots=True)
class Part:
    """A goal, an objective, or another part of the document, with its changes and its fields."""

    anchor: str
    name: str
    title: str
    fate: str
    entries: tuple[Entry, ...]
    fields: tuple[FieldView, ...]

    @property
    def changed(self) -> bool:
        """Whether anything differs in it."""
        return bool(self.entries)


@dataclass(frozen=True, slots=True)
class View:
    """A whole report."""

    title: str
    heads: tuple[Head, Head]
    sentence: str
    counts: tuple[tuple[str, int], ...]
    """By subject, as readers ask: figures revised, risks added."""
    substantive: int
    editorial: int
    figures: tuple[FigureRow, ...]
    map: tuple[MapRow, ...]
    renumbered: tuple[str, ...]
    """Runs of renumbered objectives, a line each."""
    risks: tuple[Entry, ...]
    linkages: tuple[Entry, ...]
    metadata: tuple[Entry, ...]
    parts: tuple[Part, ...]
    rewrites: int


def view(changes: ChangeSet) -> View:
    """Everything that a report says."""
    places = _Places(changes)
    entries = _entries(changes, places)
    pairs = field_pairs(changes.old, changes.new, changes.alignment)
    significance = changes.summary.get("significance", {})
    kinds = changes.summary.get("kinds", {})
    return View(
        title=f"{changes.new.mission}: {changes.old.label} to {changes.new.label}",
        heads=(_head("Old", changes.old), _head("New", changes.new)),
        sentence=_sentence(changes),
        counts=tuple((kind.replace("-", " "), count) for kind, count in kinds.items()),
        substantive=significance.get(str(Significance.SUBSTANTIVE), 0),
        editorial=significance.get(str(Significance.EDITORIAL), 0),
        figures=tuple(_figures(changes, places)),
        map=tuple(_map(changes)),
        renumbered=tuple(_renumbered(changes.alignment)),
        risks=tuple(entries[each.id] for each in changes.changes if each.kind.startswith(("risk", "mitigation"))),
        linkages=tuple(entries[each.id] for each in changes.changes if each.kind.startswith("linkage")),
        metadata=tuple(entries[each.id] for each in changes.changes if each.kind is Kind.METADATA_CHANGED),
        parts=tuple(_parts(changes, pairs, entries)),
        rewrites=len(changes.rewrites),
    )


def plural(count: int, noun: str) -> str:
    """``1 risk``, ``2 risks``, ``2 summaries``."""
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"


def _head(side: str, version: Version) -> Head:
    provenance = version.provenance
    return Head(
        side,
        version.label,
        version.mission,
        version.title,
        version.approved.isoformat() if version.approved else "no date",
        ", ".join(day.isoformat() for day in version.updated),
        version.release,
        str(provenance.kind),
        _WARNINGS.get(provenance.kind, ""),
        provenance.note,
        provenance.source,
    )


def _sentence(changes: ChangeSet) -> str:
    """The one sentence that sums up."""
    significance = changes.summary.get("significance", {})
    substantive = significance.get(str(Significance.SUBSTANTIVE), 0)
    editorial = significance.get(str(Significance.EDITORIAL), 0)
    if not substantive and not editorial:
        return "No changes: the two versions say the same."
    if not substantive:
        return f"No substantive changes; {plural(editorial, 'editorial change')}."
    kinds = changes.summary.get("kinds", {})
    heard = [
        plural(kinds[kind], noun) + f" {fate}"
        for kind, noun, fate in (
            ("objective-added", "objective", "added"),
            ("objective-removed", "objective", "removed"),
            ("objective-renamed", "objective", "renamed"),
            ("objective-moved", "objective", "moved"),
            ("figure-revised", "figure", "revised"),
            ("risk-added", "risk", "added"),
            ("risk-removed", "risk", "removed"),
        )
        if kinds.get(kind)
    ]
    told = f", among them {', '.join(heard)}" if heard else ""
    also = f"; {plural(editorial, 'editorial change')}" if editorial else ""
    return f"{plural(substantive, 'substantive change')}{told}{also}."


class _Places:
    """Paths in a reader's words."""

    def __init__(self, changes: ChangeSet) -> None:
        self._names: dict[str, str] = {}
        for version in (changes.old, changes.new):
            self._names.update({f"sections/{slug(each.name)}": each.name for each in version.sections})
            holders: tuple[Goal | Objective, ...] = (*version.goals, *version.objectives)
            for entity in holders:
                self._names.update({slug(extra.name): extra.name for extra in entity.extras})

    def name(self, path: str) -> str:
        """``Objective 1.3, risks``."""
        folder, _, rest = path.partition("/")
        if folder in ("goals", "objectives"):
            number, _, field = rest.partition("/")
            return f"{entity_name(folder, number)}, {self.field(field).lower()}"
        if folder == "metadata":
            return f"Document, {rest}"
        return self._names.get(path, "Chief of Mission Priorities" if path == "priorities" else path.capitalize())

    def field(self, name: str) -> str:
        """A field's own name."""
        return _FIELD_NAMES.get(name) or self._names.get(name) or name.replace("_", " ").capitalize()


def entity_name(folder: str, number: str) -> str:
    """``Goal 2``, ``Objective 1.3``, ``Management Objective 1``."""
    if folder == "goals":
        return f"Goal {number}"
    return f"Management Objective {number[1:]}" if number.startswith("M") else f"Objective {number}"


def _path(change: Change) -> str:
    passage = change.new or change.old
    return passage.path if passage else ""


def _entries(changes: ChangeSet, places: _Places) -> dict[str, Entry]:
    """Every change by its id, those that it brings along inside it."""
    followers: dict[str, list[Change]] = {}
    for change in changes.changes:
        if change.part_of:
            followers.setdefault(change.part_of, []).append(change)

    def entry(change: Change) -> Entry:
        consequences = tuple(entry(each) for each in followers.get(change.id, ()))
        runs = marked(change) if change.kind.endswith(("revised", "renamed")) and "figure" not in change.kind else ()
        return Entry(change, change.kind.replace("-", " "), places.name(_path(change)), runs, consequences)

    return {change.id: entry(change) for change in changes.changes}


def _figures(changes: ChangeSet, places: _Places) -> Iterator[FigureRow]:
    for change in changes.changes:
        if change.kind is Kind.FIGURE_REVISED and change.old and change.new:
            percent = change.detail["percent"]
            yield FigureRow(
                change.id,
                str(change.detail["subject"] or change.detail["quantity"]),
                change.old.text.strip(),
                change.new.text.strip(),
                _difference(change),
                f"{percent:+.1f} %" if isinstance(percent, int | float) else "",
                places.name(_path(change)),
            )


def _difference(change: Change) -> str:
    delta, unit = change.detail["delta"], str(change.detail["unit"])
    if not isinstance(delta, int | float):
        return ""
    number = f"{delta:+,.2f}".rstrip("0").rstrip(".") if isinstance(delta, float) else f"{delta:+,}"
    if change.detail["quantity"] == "date":
        return f"{number} days"
    if change.detail["quantity"] == "percentage":
        return f"{number} points"
    return f"{number} {unit}".strip() if change.detail["quantity"] in ("money", "duration") else number


_DOUBTFUL = 0.6


def _map(changes: ChangeSet) -> Iterator[MapRow]:
    titles = [_titles(version) for version in (changes.old, changes.new)]
    statements = {_owner(change): marked(change) for change in changes.changes if change.kind in _RENAMES}
    for match in _by_goal(changes):
        old, new = "".join(match.old[:1]), "".join(match.new[:1])
        old_title, new_title = titles[0].get((match.level, old), ""), titles[1].get((match.level, new), "")
        fate = _fate(match)
        yield MapRow(
            str(match.level),
            _anchor(match),
            ", ".join(match.old),
            ", ".join(match.new),
            new_title or old_title,
            statements.get((match.level, new), ()) if match.renamed else (),
            fate,
            fate == "same",
            match.relation is Relation.MATCHED and match.score < _DOUBTFUL,
            f"{match.score:.2f}",
        )


_RENAMES = frozenset({Kind.GOAL_RENAMED, Kind.OBJECTIVE_RENAMED})


def _owner(change: Change) -> tuple[Level, str]:
    folder, number, _ = _path(change).split("/")
    return Level.GOAL if folder == "goals" else Level.OBJECTIVE, number


def _by_goal(changes: ChangeSet) -> list[Match]:
    """The alignment as a reader goes through the document.

    Each goal with its objectives, what was removed where it stood.
    """
    goals = [match for match in changes.alignment if match.level is Level.GOAL]
    rank = {
        (side, number): at
        for at, match in enumerate(goals)
        for side in ("old", "new")
        for number in getattr(match, side)
    }
    parents = {
        (side, objective.number): goal.number
        for side, version in (("old", changes.old), ("new", changes.new))
        for goal in version.goals
        for objective in goal.objectives
    }

    def place(match: Match) -> tuple[int, int]:
        side, number = ("new", match.new[0]) if match.new else ("old", match.old[0])
        home = number if match.level is Level.GOAL else parents.get((side, number), "")
        return rank.get((side, home), len(goals)), match.level is Level.OBJECTIVE

    return sorted(changes.alignment, key=place)


def _titles(version: Version) -> dict[tuple[Level, str], str]:
    goals = {(Level.GOAL, goal.number): goal.title for goal in version.goals}
    return {**goals, **{(Level.OBJECTIVE, each.number): each.title for each in version.objectives}}


def _fate(match: Match) -> str:
    if match.relation is not Relation.MATCHED:
        return str(match.relation)
    facets = [name for name in ("renamed", "renumbered", "moved") if getattr(match, name)]
    return ", ".join(facets) or "same"


def _anchor(match: Match) -> str:
    number = (match.new or match.old)[0].replace(".", "-")
    return f"{match.level}-{number}" + ("" if match.new else "-old")


def _renumbered(alignment: Iterable[Match]) -> Iterator[str]:
    """``3.2 to 3.5 became 3.3 to 3.6``: neighbours that were renumbered alike in one line."""
    moved = [
        (match.old[0], match.new[0])
        for match in alignment
        if match.level is Level.OBJECTIVE and match.renumbered and not match.moved
    ]
    run: list[tuple[str, str]] = []
    for pair in sorted(moved, key=lambda pair: [_sort_key(number) for number in pair]):
        if run and not (_follows(run[-1][0], pair[0]) and _follows(run[-1][1], pair[1])):
            yield _run(run)
            run = []
        run.append(pair)
    if run:
        yield _run(run)


def _sort_key(number: str) -> list[int]:
    return [int(part) for part in number.lstrip("M").split(".")]


def _follows(before: str, after: str) -> bool:
    *stem, last = _sort_key(before)
    return before[:1].isdigit() == after[:1].isdigit() and _sort_key(after) == [*stem, last + 1]


def _run(run: list[tuple[str, str]]) -> str:
    (old, new), (old_last, new_last) = run[0], run[-1]
    return f"{old} became {new}" if len(run) == 1 else f"{old} to {old_last} became {new} to {new_last}"


def _parts(changes: ChangeSet, pairs: Iterable[FieldPair], entries: Mapping[str, Entry]) -> Iterator[Part]:
    """The document in reading order, a part for each goal and objective and for each section."""
    places = _Places(changes)
    members: dict[str, list[FieldPair]] = {}
    for pair in pairs:
        members.setdefault(_part_key(pair), []).append(pair)
    new_keys = {pair.new_path: key for key, group in members.items() for pair in group if pair.new_path}
    old_keys = {pair.old_path: key for key, group in members.items() for pair in group if pair.old_path}
    found: dict[str, list[Entry]] = {}
    for change in changes.changes:
        if change.part_of is None:
            key = new_keys.get(change.new.path) if change.new else old_keys.get(_path(change))
            found.setdefault(key or "", []).append(entries[change.id])
    for key, group in members.items():
        yield _part(key, group, tuple(found.get(key, ())), changes, places)


def _part_key(pair: FieldPair) -> str:
    if pair.match:
        return _anchor(pair.match)
    return "document" if pair.name == "metadata" else slug(pair.new_path or pair.old_path or "")


def _part(key: str, members: list[FieldPair], entries: tuple[Entry, ...], changes: ChangeSet, names: _Places) -> Part:
    match = members[0].match
    fields = tuple(_field(pair, changes, names) for pair in members)
    if match is None:
        path = members[0].new_path or members[0].old_path or ""
        name = "The document" if key == "document" else names.name(path)
        return Part(key, name, "", "", entries, fields)
    number = (match.new or match.old)[0]
    folder = "goals" if match.level is Level.GOAL else "objectives"
    statement = next((pair for pair in members if pair.name in ("statement", "framework_statement")), None)
    title = (statement.new or statement.old) if statement else ""
    fate = _fate(match)
    if match.renumbered:
        fate = fate.replace("renumbered", f"was {match.old[0]}")
    return Part(key, entity_name(folder, number), title, "" if fate == "same" else fate, entries, fields)


def _field(pair: FieldPair, changes: ChangeSet, names: _Places) -> FieldView:
    runs = redline(changes, pair) if pair.old != pair.new else ()
    path = pair.new_path or pair.old_path or ""
    text = pair.new or pair.old
    changed = any(run.change for run in runs)
    own = path.rpartition("/")[2] if pair.match or pair.name == "metadata" else ""
    opening = " ".join(text.split()[:12])
    return FieldView(
        names.field(own) if own else "Text",
        path,
        _paragraphs(runs) if runs else tuple((Run(RunKind.SAME, each),) for each in text.split(FIELD_SEPARATOR)),
        changed,
        f"{opening} …" if len(text.split()) > 12 else opening,  # noqa: PLR2004
    )


def _paragraphs(runs: Iterable[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs of a field by paragraph; a break inside a removed run breaks the page as well."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        for at, piece in enumerate(run.text.split(FIELD_SEPARATOR)):
            if at:
                paragraphs.append([])
            if piece:
                paragraphs[-1].append(Run(run.kind, piece, run.change))
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)
