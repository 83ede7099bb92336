"""Texts in few words, for where the whole of them stands nearby."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icsdiff.comparison.redline import Run, RunKind

OPENING = 12
"""Words of a folded text that are shown."""
_AROUND = 5
"""Words shown before and behind a difference."""


def opening(text: str) -> str:
    """The first words of a text."""
    words = text.split(maxsplit=OPENING)
    return f"{' '.join(words[:OPENING])} …" if len(words) > OPENING else " ".join(words)


def brief(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with what differs in them and the words around it; of a long run that differs its first words."""
    return tuple(_brief(tuple(runs)))


def _brief(runs: tuple[Run, ...]) -> Iterator[Run]:
    for at, run in enumerate(runs):
        if run.kind is RunKind.SAME and len(runs) > 1:
            is_first, is_last = at == 0, at == len(runs) - 1
            yield run._replace(text=_around(run.text, before=not is_first, behind=not is_last))
        else:
            yield run._replace(text=_ends(run.text, opening(run.text)))


def _around(text: str, *, before: bool, behind: bool) -> str:
    """A stretch between two differences, or before the first or behind the last of them, without its middle."""
    words = text.split()
    if len(words) <= _AROUND * (before + behind) + 1:
        return text
    head = " ".join(words[:_AROUND]) if before else ""
    tail = " ".join(words[-_AROUND:]) if behind else ""
    return _ends(text, " ".join(filter(None, (head, "…", tail))))


def _ends(text: str, short: str) -> str:
    """The short text with the blanks that the long one begins and ends with."""
    return f"{' ' * text[:1].isspace()}{short}{' ' * text[-1:].isspace()}"
