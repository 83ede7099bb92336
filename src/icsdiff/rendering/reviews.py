"""What reviewers should know of each other: a line where one decided twice, or several differently."""

from __future__ import annotations

from collections.abc import Sequence

from icsdiff.model.review import Disposition
from icsdiff.rendering.plain import plain

_SUMMARY = 80
"""Characters of a summary that a line shows."""


def told_anew(file: str, old: Disposition, new: Disposition) -> str:
    """One line on a reviewer who decided twice."""
    before = f"was {old.decision}" if old.decision is not new.decision else "with another note"
    return plain(f"{file}: {new.name} decided anew on {_named(new)}: {new.decision}, {before}")


def told_conflict(dispositions: Sequence[Disposition]) -> str:
    """One line on a change that reviewers decided on differently."""
    said = "; ".join(f"{each.name}, {each.decision}" for each in dispositions)
    return plain(f"conflict on {_named(dispositions[0])}: {said}")


def _named(disposition: Disposition) -> str:
    return f"{disposition.change} ({shortened(disposition.summary, _SUMMARY)})"


def shortened(text: str, most: int) -> str:
    """The text, cut between two words where it is longer than so many characters."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
