"""A strategy of any size and its next version: every second sentence has a figure that is revised."""

from __future__ import annotations

from icsdiff import Goal, Objective, Version

_TOPICS = (
    "clinics",
    "schools",
    "courts",
    "roads",
    "harbors",
    "farms",
    "libraries",
    "laboratories",
    "bridges",
    "markets",
)
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "po", "qu", "ra", "se", "ti", "vo", "xu", "ya", "ze")
_REVISED = 30
"""Figures revised in each field."""


def versions(changes: int) -> tuple[Version, Version]:
    """Two versions with at least as many changes between them."""
    return _version(changes, 0), _version(changes, 1)


def _version(changes: int, add: int) -> Version:
    objectives = tuple(_objective(number, add) for number in range(-(-changes // (2 * _REVISED))))
    goals = tuple(
        Goal(
            str(at + 1),
            statement=f"Goal of the {_word(at)} and {_word(at + 50)}.",
            objectives=objectives[start : start + 10],
        )
        for at, start in enumerate(range(0, len(objectives), 10))
    )
    return Version("Large", "Integrated Country Strategy", goals=goals)


def _objective(number: int, add: int) -> Objective:
    goal, place = divmod(number, 10)
    return Objective(
        f"{goal + 1}.{place + 1}",
        id=f"objective-{number}",
        statement=f"The {_TOPICS[place]} of {_word(number)} and {_word(number + 977)} are open to everyone.",
        justification=_text(number, add, "The Mission supports {count} {what} in {one}."),
        risks=_text(number + 5_000, add, "Floods around {one} may close {count} {what}."),
    )


def _text(number: int, add: int, revised: str) -> str:
    return " ".join(
        f"{revised.format(one=_word(at), count=100 + at % 800 + add, what=_TOPICS[at % 10])} "
        f"All of this stays as it is in {_word(at + 977)}."
        for at in range(number * _REVISED, (number + 1) * _REVISED)
    )


def _word(number: int) -> str:
    """A word of its own for each number: sentences that are alike but for a figure are nobody's strategy."""
    syllables = ""
    for _ in range(4):
        number, at = divmod(number * 3 + 7, len(_SYLLABLES))
        syllables += _SYLLABLES[at]
        number += at
    return syllables
