"""With what reserve a figure is given: ``more than``, ``nearly``, ``up to``; ``the end of`` a year."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Each with the words that say the same. "No more than" sets a limit, "up to" tells a reach.
_BEFORE = {
    "more than": r"more than|greater than|higher than|in excess of|(?:just |well )?over|above|upwards of|exceeding|>",
    "nearly": r"nearly|almost|close to|just under|just short of|approaching|nearing",
    "about": r"about|approximately|approx\.?|roughly|around|some|circa|ca?\.|an estimated|estimated(?: at)?|~|≈",
    "up to": r"up to|as many as|as much as|as high as",
    "at most": r"at most|no more than|not more than|a maximum of|not exceeding|≤",
    "at least": r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of|≥",
    "less than": r"less than|fewer than|lower than|(?:well )?under|below|<",
    "as few as": r"as few as|as little as|as low as",
}
_BEFORE_TIME = {
    "end of": r"(?:the )?(?:end|close) of(?: the)?|(?:year-)?end",
    "middle of": r"(?:the )?middle of(?: the)?|mid",
    "beginning of": r"(?:the )?(?:beginning|start) of(?: the)?",
    "early": r"early(?: in)?",
    "late": r"late(?: in)?",
}
_AFTER = {"at least": r"\+|\s+(?:or|and)\s+(?:more|above|over)\b", "at most": r"\s+or\s+(?:less|fewer|below|under)\b"}
_REACH = 40
"""Characters before a figure in which its qualifier stands."""


def _any(forms: Iterable[str]) -> str:
    # The longest match ends where the figure begins, so that "no more than" is not read as "more than".
    return "|".join(f"(?P<q{at}>{words})" for at, words in enumerate(forms)).replace(" ", r"\s+")


_WORDS_BEFORE = re.compile(rf"(?<![\w.-])(?:{_any(_BEFORE.values())})\s*$")
_WORDS_BEFORE_TIME = re.compile(rf"(?<![\w-])(?:{_any(_BEFORE_TIME.values())})[\s-]+$")
_WORDS_AFTER = re.compile(_any(_AFTER.values()))


def qualifier_before(small: str, floor: int, start: int) -> tuple[str, int]:
    """The qualifier that stands before a figure in small letters, and where the figure begins with it."""
    return _found(_WORDS_BEFORE, _BEFORE, small, floor, start)


def time_qualifier(small: str, floor: int, start: int) -> tuple[str, int]:
    """The same for a year or a date: ``early``, ``the end of``."""
    return _found(_WORDS_BEFORE_TIME, _BEFORE_TIME, small, floor, start)


def qualifier_after(small: str, end: int) -> tuple[str, int]:
    """The qualifier that follows a figure, and where the figure ends with it: ``1,000+``, ``10 percent or more``."""
    match = _WORDS_AFTER.match(small, end)
    return (_name(match, _AFTER), match.end()) if match else ("", end)


def _found(pattern: re.Pattern[str], names: Iterable[str], small: str, floor: int, start: int) -> tuple[str, int]:
    match = pattern.search(small, max(floor, start - _REACH), start)
    return (_name(match, names), match.start()) if match else ("", start)


def _name(match: re.Match[str], names: Iterable[str]) -> str:
    return list(names)[int((match.lastgroup or "q0")[1:])]
