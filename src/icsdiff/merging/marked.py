"""A file with conflict markers, as git leaves one, from two that differ only where there is a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.language.words import common_runs


def marked(ours: str, theirs: str, size: int) -> str:
    """The lines that both texts have, and between markers of this size what each has of its own."""
    return "\n".join(_lines(ours.split("\n"), theirs.split("\n"), size))


def _lines(ours: list[str], theirs: list[str], size: int) -> Iterator[str]:
    for same, mine, yours in common_runs(ours, theirs):
        if same:
            yield from ours[slice(*mine)]
        else:
            yield f"{'<' * size} ours"
            yield from ours[slice(*mine)]
            yield "=" * size
            yield from theirs[slice(*yours)]
            yield f"{'>' * size} theirs"
