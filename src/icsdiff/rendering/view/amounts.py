"""Figures in words: what they count, and by how much they were revised."""

from __future__ import annotations

from collections.abc import Mapping

from icsdiff.comparison.wording import share
from icsdiff.language.sentences import sentences
from icsdiff.model.changes import Change, Passage
from icsdiff.rendering.texts import Texts

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_WORDS_BEFORE = 5


def difference(change: Change, texts: Texts) -> str:
    """``+250,000``, ``−$20 million``, ``+3 points``; empty for ranges, and where only the reserve differs."""
    detail = change.detail
    delta, quantity, unit = detail["delta"], detail["quantity"], str(detail["unit"])
    if isinstance(detail["old"], list) or isinstance(detail["new"], list):
        return ""
    if not isinstance(delta, int | float) or not delta:
        return ""
    sign, size = "+" if delta > 0 else "−", abs(delta)
    if quantity == "money":
        symbol = _SYMBOLS.get(unit, "")
        return f"{sign}{symbol}{_scaled(size, texts)}{'' if symbol else f' {unit}'}"
    nouns = {"date": "day", "year": "year", "fiscal year": "year", "percentage": "point", "duration": unit}
    noun = nouns.get(str(quantity), "")
    number = _scaled(size, texts)
    if not noun:
        return f"{sign}{number}"
    unit = f"units.{noun}" if f"units.{noun}" in texts.entries else "units.other"
    return f"{sign}{texts.say(unit, 1 if size == 1 else 2, number=number, unit=noun)}"


def _scaled(size: float, texts: Texts) -> str:
    """``250,000``, ``1.4 billion``: in the largest scale that takes no more than two decimals."""
    for scale, word in _SCALES:
        if size >= scale and size * 100 % scale == 0:
            return texts.say(f"figures.{word}", number=_number(size / scale))
    return _number(size)


def _number(size: float) -> str:
    return f"{size:,.6f}".rstrip("0").rstrip(".")


def revised_by(change: Change, texts: Texts) -> str:
    """``+250,000, +18.9%``; empty where it cannot be said."""
    return texts.each_of((difference(change, texts), share(change.detail)))


def counted(change: Change, old: Mapping[str, str], new: Mapping[str, str], texts: Texts) -> str:
    """What a figure counts; where its sentence names no such thing, the words before it."""
    if subject := str(change.detail["subject"] or ""):
        return subject
    passage, fields = (change.new, new) if change.new else (change.old, old)
    words = _words_before(passage, fields.get(passage.path, "")) if passage else ""
    return words or texts.say(f"quantities.{change.detail['quantity']}")


def _words_before(passage: Passage, text: str) -> str:
    """``duty-free access until …``: the words of the sentence that lead up to a figure."""
    start = max((each.start for each in sentences(text) if each.start <= passage.start), default=0)
    words = text[start : passage.start].split()
    lead = "… " if len(words) > _WORDS_BEFORE else ""
    return f"{lead}{' '.join(words[-_WORDS_BEFORE:])} …" if words else ""
