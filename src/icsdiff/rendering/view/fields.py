"""A field's text, paragraph by paragraph: both versions in one, and the old one's for those who read side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from icsdiff.comparison.redline import Run, RunKind
from icsdiff.model.version import FIELD_SEPARATOR
from icsdiff.rendering.view.excerpts import OPENING, opening
from icsdiff.rendering.view.model import Entry

_OLD = frozenset({RunKind.SAME, RunKind.REMOVED, RunKind.MOVED_AWAY})
_GONE = frozenset({RunKind.REMOVED, RunKind.MOVED_AWAY})
_COME = frozenset({RunKind.ADDED, RunKind.MOVED_HERE})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text."""

    kind: str
    """``same``, ``removed``, ``added``, ``moved-away``, ``moved-here``."""
    text: str
    change: str
    """The id of the change that it belongs to; empty for text that stands in both versions."""
    anchor: str
    """Its name in links, where it is the first of its change: ``t-<id>``, ``t-<id>-old`` where text moved away."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    kind: str
    """``same``, ``changed``, ``added`` or ``removed``."""
    pieces: tuple[Piece, ...]
    """Both versions in one."""
    old: tuple[Piece, ...]
    """The old version's words, of a paragraph that is ``changed``."""
    opening: str
    """The first words."""
    is_long: bool
    """Whether there is much more than these."""
    more: tuple[tuple[Piece, ...], ...]
    """The paragraphs behind it that stand in both versions as well, and are folded with it."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with its differences marked."""

    name: str
    """``Risks``; empty where the part is but one text."""
    path: str
    paragraphs: tuple[Paragraph, ...]
    changed: bool
    opening: str
    """The first words, for a field that is folded."""
    is_long: bool
    """Whether there is more than these."""
    entries: tuple[Entry, ...]
    """The changes in it, as they stand in the text; last those that it does not mark."""
    marked: frozenset[str]
    """The ids of those that it marks: ``t-<id>`` leads there."""


def paragraphs(runs: Iterable[Run], named: set[str]) -> Iterator[Paragraph]:
    """The paragraphs of a field's runs; ``named`` holds the names that stand in the page already."""
    for kind, group in groupby(_by_paragraph(runs), key=_kind):
        if kind == "same":
            first, *more = group
            yield _paragraph(kind, first, more, named)
        else:
            yield from (_paragraph(kind, each, (), named) for each in group)


def _paragraph(kind: str, runs: Sequence[Run], more: Sequence[Sequence[Run]], named: set[str]) -> Paragraph:
    text = "".join(run.text for run in runs)
    old = [run for run in runs if run.kind in _OLD] if kind == "changed" else []
    return Paragraph(
        kind,
        tuple(_piece(run, named) for run in runs),
        tuple(_piece(run, None) for run in old),
        opening(text),
        bool(more) or len(text.split()) > 2 * OPENING,
        tuple(tuple(_piece(run, named) for run in each) for each in more),
    )


def _kind(runs: Iterable[Run]) -> str:
    kinds = {run.kind for run in runs if run.text.strip()}
    if kinds <= {RunKind.SAME}:
        return "same"
    if kinds <= _COME:
        return "added"
    return "removed" if kinds <= _GONE else "changed"


def _piece(run: Run, named: set[str] | None) -> Piece:
    change = run.change.id if run.change else ""
    anchor = f"t-{change}-old" if run.kind is RunKind.MOVED_AWAY else f"t-{change}"
    if not change or named is None or anchor in named:
        return Piece(str(run.kind), run.text, change, "")
    named.add(anchor)
    return Piece(str(run.kind), run.text, change, anchor)


def _by_paragraph(runs: Iterable[Run]) -> Sequence[Sequence[Run]]:
    """The runs of a field by paragraph; a break inside a removed run breaks the page as well."""
    found: list[list[Run]] = [[]]
    for run in runs:
        for at, piece in enumerate(run.text.split(FIELD_SEPARATOR)):
            if at:
                found.append([])
            if piece:
                found[-1].append(Run(run.kind, piece, run.change))
    return [paragraph for paragraph in found if paragraph]
