"""A version, a seed, a case: one seed gives one case, on any machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from random import Random

from benchmarks.accuracy.generate import moves, sentences, structure
from benchmarks.accuracy.generate.draft import Draft, Part
from benchmarks.accuracy.generate.linkages import edit_linkages, rewrite_list
from benchmarks.accuracy.generate.outcome import entity_labels, inverse, rows, term_labels
from benchmarks.accuracy.generate.pool import Pool
from benchmarks.accuracy.labels import Case, Row, without_ids
from icsdiff.model.changes import Kind
from icsdiff.model.version import Version

MOST = 0.5
"""The share of a document that is edited at the most."""

_STRUCTURE: tuple[tuple[sentences.Edit, int], ...] = (
    (structure.rename, 4),
    (structure.copy_edit, 1),
    (structure.reorder, 3),
    (structure.move, 2),
    (structure.add, 2),
    (structure.remove, 2),
    (structure.add_goal, 1),
    (structure.remove_goal, 1),
    (structure.split, 2),
    (structure.merge, 2),
)


def _linkages(draft: Draft, pool: Pool, rng: Random) -> bool:
    return _relink(draft, rng, lambda part: edit_linkages(draft, part, pool.linkages, rng))


def _linkages_rewritten(draft: Draft, _pool: Pool, rng: Random) -> bool:
    return _relink(draft, rng, lambda part: rewrite_list(draft, part, rng))


def _relink(draft: Draft, rng: Random, edit: Callable[[Part], bool]) -> bool:
    parts = [part for part in draft.objectives() if part.has_free_list]
    if not parts:
        return False
    part = rng.choice(parts)
    part.relinked = edit(part)
    return part.relinked


_PROSE: tuple[tuple[sentences.Edit, int], ...] = (
    (sentences.revise_figures, 6),
    (sentences.reword, 8),
    (sentences.add, 4),
    (sentences.remove, 3),
    (sentences.exchange, 2),
    (sentences.copy_edit, 3),
    (sentences.renotate, 2),
    (sentences.requalify, 1),
    (sentences.drop_figure, 1),
    (sentences.divide, 1),
    (sentences.join, 1),
    (moves.move_within, 2),
    (moves.move_elsewhere, 4),
    (_linkages, 6),
)
_NOTATION: tuple[tuple[sentences.Edit, int], ...] = ((sentences.renotate, 2), (_linkages_rewritten, 1))


def edited_case(bases: Sequence[Version], seed: int, share: float | None = None) -> Case:
    """A base with edits of every sort in up to ``share`` of its sentences, read forwards or backwards."""
    rng = Random(seed)
    draft, pool = _start(bases, rng)
    share = rng.choice((0.05, 0.15, 0.3, MOST)) if share is None else share
    free = sum(phrase.free for place in draft.places() for phrase in place.phrases)
    _apply(_STRUCTURE, rng.randint(1, 2 + ceil(share * sum(1 for _ in draft.objectives()))), draft, pool, rng)
    _rewrite(draft, pool, rng)
    _apply(_PROSE, max(1, round(share * free)), draft, pool, rng)
    if rng.random() < 0.5:
        _date(draft, rng)
    return _case(f"edits {seed}", draft, backwards=rng.random() < 0.5)


def _date(draft: Draft, rng: Random) -> None:
    """The day of the review that made the edits."""
    before = draft.base.updated
    draft.updated = (*before, date(2026, rng.randint(1, 12), rng.randint(1, 28)))
    old, new = ("; ".join(day.isoformat() for day in days) for days in (before, draft.updated))
    draft.say(Kind.METADATA_CHANGED, old, new)


def _rewrite(draft: Draft, pool: Pool, rng: Random) -> None:
    """Now and then an objective whose text is new for the greater part, so that it is hard to know."""
    found = [part for part in draft.objectives() if not part.closed and not part.several]
    if found and rng.random() < 0.5:
        draft.focus = rng.choice(found)
        free = sum(phrase.free for place in draft.places() for phrase in place.phrases)
        _apply(_PROSE, round(0.6 * free), draft, pool, rng)
        draft.focus = None


def notation_case(bases: Sequence[Version], seed: int) -> Case:
    """A base in which figures and references are only written another way."""
    rng = Random(seed)
    draft, pool = _start(bases, rng)
    _apply(_NOTATION, rng.randint(4, 20), draft, pool, rng)
    return _case(f"notation {seed}", draft, backwards=False)


def positional(base: Version) -> Version:
    """A base without ids, numbered by position."""
    return Draft.of(without_ids(base)).version()


def _start(bases: Sequence[Version], rng: Random) -> tuple[Draft, Pool]:
    base = rng.choice(bases)
    pool = Pool.of(bases, base, rng)
    return Draft.of(positional(base)), pool


def _apply(edits: Sequence[tuple[sentences.Edit, int]], times: int, draft: Draft, pool: Pool, rng: Random) -> None:
    """So many edits; one that does not fit is drawn again, some times."""
    tools: list[Callable[[Draft, Pool, Random], bool]] = [edit for edit, _ in edits]
    weights = [weight for _, weight in edits]
    for _ in range(times):
        any(edit(draft, pool, rng) for edit in rng.choices(tools, weights, k=4))


def _case(name: str, draft: Draft, *, backwards: bool) -> Case:
    old, new = draft.base, draft.version()
    alignment = rows(draft)
    labels = (*entity_labels(draft, alignment), *draft.labels, *term_labels(draft, old, new))
    case = Case(name, old, new, labels, alignment, tuple(draft.pairs))
    return _backwards(case) if backwards else case


def _backwards(case: Case) -> Case:
    return replace(
        case,
        old=case.new,
        new=case.old,
        labels=tuple(inverse(label) for label in case.labels),
        rows=tuple(Row(row.level, row.new, row.old) for row in case.rows or ()),
        sentences=tuple((new, old) for old, new in case.sentences or ()),
    )
