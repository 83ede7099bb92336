"""The words of a paragraph: its lines joined, links as ``[words](target)``, signs of notes as ``[^1]``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

from icsdiff.sources.pdf.lines import Line
from icsdiff.sources.pdf.pages import Piece
from icsdiff.sources.pdf.words import Vocabulary, plain


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one style and target; ``text`` begins with the blank that parts them from those before."""

    text: str
    bold: bool
    target: str


def composed(lines: Sequence[Line], marker: str, notes: Mapping[int, Set[str]], words: Vocabulary) -> tuple[str, str]:
    """The text of lines behind their marker, and the bold words that it begins with."""
    runs = _runs(lines, skip=bool(marker), notes=notes, words=words)
    text, bold, leading = "", "", True
    for target, group in groupby(runs, key=lambda run: run.target):
        for at, run in enumerate(each := list(group)):
            piece = run.text
            if target and at == 0:
                blank = " " if piece.startswith(" ") else ""
                piece = f"{blank}[{piece.lstrip()}"
            if target and at == len(each) - 1:
                piece = f"{piece}]({target})"
            text += piece
            leading = leading and (run.bold or not any(map(str.isalnum, run.text)))
            if leading and run.bold:
                bold = text
    return text.strip(), bold.strip()


def _runs(lines: Sequence[Line], *, skip: bool, notes: Mapping[int, Set[str]], words: Vocabulary) -> list[_Run]:
    runs: list[_Run] = []
    for at, line in enumerate(lines):
        for place, piece in enumerate(line.pieces[1:] if skip and at == 0 else line.pieces):
            text = _text(piece, notes.get(line.page, frozenset()))
            if not runs:
                runs.append(_Run(text, piece.bold, piece.target))
            elif place == 0 and at > 0:
                end, blank = words.joined(runs[-1].text, text)
                runs[-1] = replace(runs[-1], text=end)
                runs.append(_Run(blank + text, piece.bold, piece.target))
            else:
                runs.append(_Run(text if piece.glued else f" {text}", piece.bold, piece.target))
    return [_Run(_cleaned(run.text), run.bold, run.target) for run in runs if run.text.strip()]


def _text(piece: Piece, notes: Set[str]) -> str:
    return f"[^{piece.text}]" if piece.raised and piece.text in notes else piece.text


def _cleaned(text: str) -> str:
    blank = " " if text.startswith(" ") else ""
    return blank + plain(text)
