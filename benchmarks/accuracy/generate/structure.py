"""Edits of whole objectives and goals: added, removed, renamed, reordered, moved, split, merged.

Numbers follow from the place, so that what is renumbered is only known when all edits are done.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from random import Random

from benchmarks.accuracy.generate.draft import Draft, Part
from benchmarks.accuracy.generate.figures import numberish
from benchmarks.accuracy.generate.language import language
from benchmarks.accuracy.generate.phrases import Phrase
from benchmarks.accuracy.generate.pool import Pool
from benchmarks.accuracy.generate.wording import edited, reworded, with_other_word
from icsdiff.model.alignment import Level
from icsdiff.model.changes import Kind, Significance

_HALVES = 2
_FEWEST_SENTENCES = 4


def add(draft: Draft, pool: Pool, rng: Random) -> bool:
    """An objective of another strategy."""
    part = pool.objective()
    if part is None:
        return False
    goal = rng.choice(draft.goals)
    goal.objectives.insert(rng.randint(0, len(goal.objectives)), _closed(replace(deepcopy(part), sources=())))
    return True


def remove(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """An objective less."""
    found = [(goal, part) for goal in draft.goals for part in goal.objectives if _untouched(part)]
    if len(found) <= _HALVES:
        return False
    goal, part = rng.choice(found)
    goal.objectives.remove(part)
    return True


def add_goal(draft: Draft, pool: Pool, rng: Random) -> bool:
    """A goal of another strategy, with objectives."""
    parts = [part for _ in range(_HALVES) if (part := pool.objective())]
    if not pool.goals or not parts:
        return False
    goal = _closed(replace(deepcopy(pool.goals.pop()), sources=(), objectives=[]))
    goal.objectives += [_closed(replace(deepcopy(part), sources=())) for part in parts]
    draft.goals.insert(rng.randint(1, len(draft.goals)), goal)
    return True


def remove_goal(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A goal less, with its objectives."""
    found = [goal for goal in draft.goals if _untouched(goal) and all(map(_untouched, goal.objectives))]
    if len(draft.goals) <= _HALVES or not found:
        return False
    draft.goals.remove(rng.choice(found))
    return True


def rename(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """Another statement for a goal or objective: by a word, by a clause, or all in other words."""
    found = [part for part in (*draft.objectives(), *draft.goals) if _nameable(part)]
    if not found:
        return False
    part = rng.choice(found)
    known = language().statement(part.statement) if part.level is Level.OBJECTIVE else None
    ways = [with_other_word(part.statement, rng), reworded(part.statement, rng), known.paraphrase if known else None]
    statements = [statement for statement in ways if statement]
    if statements:
        _rename(draft, part, rng.choice(statements), Significance.SUBSTANTIVE)
    return bool(statements)


def copy_edit(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """A statement in better English."""
    found = [part for part in draft.objectives() if _nameable(part)]
    for part in rng.sample(found, len(found)):
        if statement := edited(part.statement, rng):
            _rename(draft, part, statement, Significance.EDITORIAL)
            return True
    return False


def reorder(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """The objectives of a goal, or the goals, in another order."""
    lists: list[list[Part]] = [goal.objectives for goal in draft.goals if len(goal.objectives) > 1]
    lists += [draft.goals] if len(draft.goals) > 1 and rng.random() < 0.3 else []
    if not lists:
        return False
    chosen = rng.choice(lists)
    part = chosen.pop(rng.randrange(len(chosen)))
    chosen.insert(rng.randint(0, len(chosen)), part)
    return True


def move(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """An objective under another goal."""
    homes = [goal for goal in draft.goals if len(goal.objectives) > 1]
    if not homes or len(draft.goals) == 1:
        return False
    home = rng.choice(homes)
    part = rng.choice([each for each in home.objectives if each.sources] or home.objectives)
    other = rng.choice([goal for goal in draft.goals if goal is not home])
    home.objectives.remove(part)
    other.objectives.insert(rng.randint(0, len(other.objectives)), part)
    return True


def split(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """An objective as two, each with a statement of its own and a part of the text."""
    found = [
        (goal, part)
        for goal in draft.goals
        for part in goal.objectives
        if _untouched(part) and len(part.prose["justification"]) >= _FEWEST_SENTENCES
    ]
    if not found:
        return False
    goal, part = rng.choice(found)
    known = language().statement(part.statement)
    statements = known.parts if known else _statements_from(part)
    if statements is None:
        return False
    at = goal.objectives.index(part)
    turns = known is not None and rng.random() < 0.4
    halves = [_half(part, statement, half, turns=turns) for half, statement in enumerate(statements)]
    goal.objectives[at : at + 1] = halves
    for half in halves:
        _excuse(draft, part, half)
    return True


def merge(draft: Draft, _pool: Pool, rng: Random) -> bool:
    """Two objectives as one, mostly two of one goal."""
    found = [(goal, part) for goal in draft.goals for part in goal.objectives if _untouched(part)]
    pairs = [(one, other) for at, one in enumerate(found) for other in found[at + 1 :]]
    near = [(one, other) for one, other in pairs if one[0] is other[0]]
    chosen = near if near and rng.random() < 0.7 else pairs
    if not chosen:
        return False
    (goal, one), (home, other) = rng.choice(chosen)
    if home is not goal and len(home.objectives) == 1:
        return False
    merged = Part(
        Level.OBJECTIVE,
        statement := _both(one.statement, other.statement),
        statement if one.framework_statement and other.framework_statement else "",
        "; ".join(each.linkages.rstrip(".") for each in (one, other) if each.linkages),
        {
            name: [*one.prose.get(name, []), *other.prose.get(name, [])]
            for name in dict.fromkeys((*one.prose, *other.prose))
        },
        one.sources + other.sources,
        several=True,
    )
    goal.objectives[goal.objectives.index(one)] = merged
    home.objectives.remove(other)
    for part in (one, other):
        _excuse(draft, part, merged)
    return True


def _rename(draft: Draft, part: Part, statement: str, significance: Significance) -> None:
    """Another name; that the framework prints it too, some reports tell again."""
    old = part.statement
    in_framework = part.framework_statement == old
    part.rename(statement, significance)
    draft.changed(old, statement)
    if in_framework or numberish(old + statement):
        _excuse_text(draft, old, statement)


def _nameable(part: Part) -> bool:
    return not part.closed and not part.several and not part.renamed and bool(part.statement)


def _untouched(part: Part) -> bool:
    return _nameable(part) and not any(phrase.touched for held in part.prose.values() for phrase in held)


def _closed(part: Part) -> Part:
    part.closed = True
    return part


def _half(part: Part, statement: str, half: int, *, turns: bool) -> Part:
    def share(held: Sequence[Phrase]) -> list[Phrase]:
        middle = (len(held) + 1) // _HALVES
        in_turns = turns and not any(phrase.goes_on or phrase.opens for phrase in held[1:])
        own = held[half::_HALVES] if in_turns else held[middle:] if half else held[:middle]
        taken = [replace(phrase) for phrase in own]
        if taken:
            taken[0].opens = True
        return taken

    framework = statement if part.framework_statement else ""
    prose = {name: share(held) for name, held in part.prose.items()}
    return replace(part, statement=statement, framework_statement=framework, prose=prose, several=True)


def _statements_from(part: Part) -> tuple[str, str] | None:
    """A statement of its own for each half: the first plain sentence there, up to its first comma."""
    held = part.prose["justification"]
    middle = (len(held) + 1) // _HALVES
    found = [
        next((words for each in half if each.sure and _is_statement(words := each.text.partition(",")[0])), None)
        for half in (held[:middle], held[middle:])
    ]
    first, second = found
    return (first.rstrip(".") + ".", second.rstrip(".") + ".") if first and second else None


def _is_statement(words: str) -> bool:
    return 6 <= len(words.split()) <= 18 and not words.startswith(("In ", "By ", "With ", "To ", "As ", "While "))


def _both(one: str, other: str) -> str:
    if not one or not other:
        return one or other
    first = other.partition(" ")[0]
    small = other if first.isupper() or "'s" in first else other[:1].lower() + other[1:]
    return f"{one.rstrip('.')}, and {small}"


def _excuse(draft: Draft, old: Part, new: Part) -> None:
    """What a report may say beside a split or merger: about the statements, and about a list that is there twice."""
    draft.changed(old.statement, new.statement)
    _excuse_text(draft, old.statement, new.statement)
    _excuse_text(draft, old.framework_statement, new.framework_statement)
    _excuse_text(draft, old.linkages, new.linkages)
    for _ in old.linkages.split():
        draft.say(Kind.LINKAGE_ADDED, new=new.linkages, optional=True)
        draft.say(Kind.LINKAGE_REMOVED, old=old.linkages, optional=True)


def _excuse_text(draft: Draft, old: str, new: str) -> None:
    """A text that a report may call revised, or removed and added, with its figures; it need not."""
    if not old or not new:
        return
    draft.say(Kind.TEXT_REVISED, old, new, None, optional=True)
    draft.say(Kind.TEXT_REMOVED, old=old, optional=True)
    draft.say(Kind.TEXT_ADDED, new=new, optional=True)
    for _ in range(numberish(old)):
        draft.say(Kind.FIGURE_REMOVED, old=old, optional=True)
    for _ in range(numberish(new)):
        draft.say(Kind.FIGURE_ADDED, new=new, optional=True)
