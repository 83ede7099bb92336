"""What only the whole shows: alignment, numbers, terms that entered or left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from benchmarks.accuracy.generate.draft import Draft, Part
from benchmarks.accuracy.labels import Label, Row
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind
from icsdiff.model.version import Version

Numbered = tuple[tuple[str, Part], ...]

_KINDS = {
    level: {name: Kind(f"{level}-{name}") for name in "added removed renamed renumbered moved split merged".split()}
    for level in Level
}
_ACRONYM = re.compile(r"(?<![\w./-])[A-Z]{3,}(?:-[A-Z]{2,})?s?(?![\w/-])")
_CAPITALS = re.compile(
    r"[A-Z][\w’'&-]*(?:(?:\s+(?:of|for|on|and|the|to|in|against)){0,2}\s+[A-Z][\w’'&-]*)+|[A-Z]{2,}[\w-]*"
)
_NAME = re.compile(
    r"(?<=[a-z,] )(?:[A-Z][a-z]+ )+"
    r"(?:Bank|Fund|Initiative|Program|Corporation|Network|Council|Partnership|Policy|Agency)"
    r"(?![\w-]| [A-Z]| (?:of|for|on|and)\b)"
)
_LONGEST_NAME = 10
_PLACES_AND_OFFICES = re.compile(
    r"\b(?:USG|ICS|Mission|Ministry|Embassy|Post|State|Island|January|March|May|June|July|August)\b"
)


def rows(draft: Draft) -> tuple[Row, ...]:
    """The whole alignment."""
    base = Draft.of(draft.base)
    return (
        *_rows(Level.GOAL, [goal.sources[0] for goal in base.goals], _goals(draft)),
        *_rows(Level.OBJECTIVE, [part.sources[0] for part in base.objectives()], _objectives(draft)),
    )


def _rows(level: Level, old: Iterable[str], new: Numbered) -> Iterator[Row]:
    heirs = {number: tuple(after for after, part in new if number in part.sources) for number in old}
    yield from (Row(level, (), (number,)) for number, part in new if not part.sources)
    yield from (Row(level, (number,), ()) for number, after in heirs.items() if not after)
    done: set[tuple[str, ...]] = set()
    for number, part in new:
        if part.sources and part.sources not in done:
            done.add(part.sources)
            yield Row(level, part.sources, heirs[part.sources[0]] or (number,))


def entity_labels(draft: Draft, alignment: Iterable[Row]) -> Iterator[Label]:
    """What a reviewer says of goals and objectives as wholes."""
    parts = {**dict(_goals(draft)), **dict(_objectives(draft))}
    alignment = tuple(alignment)
    goal_of = {row.old[0]: row.new[0] for row in alignment if row.level is Level.GOAL and row.old and row.new}
    gone_goals = {row.old[0] for row in alignment if row.level is Level.GOAL and not row.new}
    new_goals = {row.new[0] for row in alignment if row.level is Level.GOAL and not row.old}
    for row in alignment:
        old, new = " + ".join(row.old), " + ".join(row.new)
        kinds = _KINDS[row.level]
        if not row.old:
            yield Label(kinds["added"], new=new, optional=_goal(new) in new_goals)
        elif not row.new:
            yield Label(kinds["removed"], old=old, optional=_goal(old) in gone_goals)
        elif row.is_several:
            yield Label(kinds["split" if len(row.old) == 1 else "merged"], old, new)
            yield from _facets_of_several(row)
        else:
            yield from _facets(parts[new], row, goal_of)


def _facets_of_several(row: Row) -> Iterator[Label]:
    kinds = _KINDS[row.level]
    old, new = " + ".join(row.old), " + ".join(row.new)
    for name in ("renamed", "renumbered", "moved"):
        yield Label(kinds[name], old, new, optional=True)
        yield from (Label(kinds[name], one, other, optional=True) for one in row.old for other in row.new)


def _facets(part: Part, row: Row, goal_of: dict[str, str]) -> Iterator[Label]:
    kinds = _KINDS[row.level]
    (old,), (new,) = row.old, row.new
    if part.renamed:
        yield Label(kinds["renamed"], old, new, part.renamed)
    moved = row.level is Level.OBJECTIVE and goal_of.get(_goal(old), "") != (_goal(new) if "." in new else "")
    if moved:
        yield Label(kinds["moved"], old, new)
    if old != new:
        follows = row.level is Level.OBJECTIVE and _goal(old) != _goal(new) and (moved or _last(old) == _last(new))
        yield Label(kinds["renumbered"], old, new, optional=follows)
        if row.level is Level.GOAL:
            yield Label(kinds["moved"], old, new, optional=True)


def _goals(draft: Draft) -> Numbered:
    return tuple((str(at), part) for at, part in enumerate(draft.goals, 1))


def _objectives(draft: Draft) -> Numbered:
    inside = tuple(
        (f"{at}.{place}", part) for at, goal in _goals(draft) for place, part in enumerate(goal.objectives, 1)
    )
    return (*inside, *((f"M{at}", part) for at, part in enumerate(draft.management, 1)))


def _goal(number: str) -> str:
    return number.partition(".")[0] if "." in number else ""


def _last(number: str) -> str:
    return number.rpartition(".")[2]


def term_labels(draft: Draft, old: Version, new: Version) -> Iterator[Label]:
    """The names in what was edited that the other version does not have at all.

    One that an objective brought along as well may be told with that.
    """
    with_wholes = _closed_texts(draft)
    for name, sure in _terms(draft.gone, new).items():
        yield Label(Kind.TERM_REMOVED, old=name, optional=not sure)
        yield from (Label(Kind.TERM_REMOVED, old=name, optional=True) for _ in _further(name))
    for name, sure in _terms(draft.come, old).items():
        yield Label(Kind.TERM_ADDED, new=name, optional=not sure or name in with_wholes)
        yield from (Label(Kind.TERM_ADDED, new=name, optional=True) for _ in _further(name))


def _terms(texts: Iterable[str], other: Version) -> dict[str, bool]:
    """Names that the other version lacks, and whether everybody would call them a term."""
    says = _folded("\n".join(other.fields.values()))
    found: dict[str, bool] = {}
    for text in dict.fromkeys(texts):
        for name in _CAPITALS.findall(text):
            if _lacks(says, name.removeprefix("The ")):
                found.setdefault(name.removeprefix("The "), False)
        for pattern in (_ACRONYM, _NAME):
            for name in pattern.findall(text):
                if _lacks(says, name.removesuffix("s")) and not _PLACES_AND_OFFICES.search(name):
                    words, spelled = _spelled_out(name, text)
                    found[words or name] = _lacks(says, spelled or name)
    longer = {name: any(name != other and name in other for other in found) for name in found}
    return {name: sure and not longer[name] for name, sure in found.items()}


def _further(name: str) -> list[str]:
    """``National Integrity and Anti-Corruption Plan``: a report may take what "and" joins for two names."""
    return name.split(" and ")[1:]


def _spelled_out(acronym: str, text: str) -> tuple[str, str]:
    """The words up to an acronym in parentheses, which a report may name with it; and those that spell it out."""
    before, mark, _ = text.partition(f" ({acronym})")
    words = before.split()
    if mark:
        for length in range(len(acronym) - 1, min(len(words), len(acronym) + 3) + 1):
            if words[-length][0].upper() == acronym[0]:
                return " ".join(words[-_LONGEST_NAME:]) + mark, " ".join(words[-length:])
    return "", ""


def _lacks(says: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_folded(name))}s?(?!\w)", says) is None


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _closed_texts(draft: Draft) -> str:
    closed = (part for part in draft.objectives() if part.closed)
    return "\n".join(phrase.text for part in closed for held in part.prose.values() for phrase in held)


def inverse(label: Label) -> Label:
    """The label of the way back."""
    return Label(_WAY_BACK.get(label.kind, label.kind), label.new, label.old, label.significance, label.optional)


def _way_back() -> Iterator[tuple[Kind, Kind]]:
    for kind in Kind:
        for one, other in (("added", "removed"), ("split", "merged")):
            if kind.endswith(f"-{one}"):
                back = Kind(f"{kind.removesuffix(one)}{other}")
                yield kind, back
                yield back, kind


_WAY_BACK = dict(_way_back())
