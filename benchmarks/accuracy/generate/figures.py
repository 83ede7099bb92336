"""Figures in a sentence, found by patterns of the generator's own, and given another value or another notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Sort(StrEnum):
    """How a figure is written."""

    MONEY = "money"
    """``$91 billion``, ``€2.2 million``, ``$85``."""
    PERCENT = "percent"
    """``22 percent``, ``22%``."""
    DATE = "date"
    """``May 9, 2022``."""
    YEAR = "year"
    """``2022``, also after a month or ``fiscal year``."""
    SCALED = "scaled"
    """``1.32 million``."""
    COUNT = "count"
    """``1,200``, ``46``."""
    WORD = "word"
    """``three`` before a plural."""


@dataclass(frozen=True, slots=True)
class Token:
    """A figure as half-open offsets into its sentence."""

    sort: Sort
    start: int
    end: int
    text: str


_MONTHS = "January February March April May June July August September October November December".split()
_SMALL = "two three four five six seven eight nine ten eleven twelve".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: at for at, word in enumerate(_SMALL, 2)} | {word: at * 10 for at, word in enumerate(_TENS, 2)}
_SPELLED = {value: word for word, value in _WORDS.items()}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_FREE = r"(?<![\w.,$€£-])"
_CLOSED = r"(?![\w-]|[.,:/]\d)"
_PATTERN = re.compile(
    rf"(?P<money>(?<!\w)[$€£](?:{_NUMBER})(?: (?:million|billion))?{_CLOSED})"
    rf"|(?P<percent>{_FREE}(?:{_NUMBER}|{'|'.join(_TENS)})(?: percent(?!age)\b|%))"
    rf"|(?P<date>\b(?:{'|'.join(_MONTHS)}) \d{{1,2}}, (?:19|20)\d\d{_CLOSED})"
    rf"|(?P<year>{_FREE}(?:19|20)\d\d{_CLOSED})"
    rf"|(?P<scaled>{_FREE}(?:{_NUMBER}) (?:million|billion)(?![\w-]))"
    rf"|(?P<count>{_FREE}(?:{_NUMBER}){_CLOSED}(?= [a-z]))"
    rf"|(?P<word>{_FREE}(?<!and )(?:{'|'.join(_WORDS)})"
    r"(?= [a-z-]{3,}s\b)(?! (?:thirds|fifths|quarters|tenths)))"
)
_NUMBERISH = re.compile(
    rf"\d|\b(?:{'|'.join(_WORDS)}|one|once|twice|half|halves|doubled?|tripled?|thirds?|quarters?|fifths?|tenths?|"
    r"hundreds?|thousands?|millions?|billions?|dozens?|first|second|third|fourth|fifth|sole|single|zero|minority|majority|annual\w*|decades?|century|"
    r"year|month|week|day|hour|quarterly|monthly|weekly|daily|eighteen|percent)\b",
    re.IGNORECASE,
)
_UNSAFE = re.compile(
    r"\b(?:Objectives?|Goals?|Section|Chapter|Article|Resolution|Orders?|No\.)\b| out of |\b[Oo]ne \w+ in \w+\b"
    r"|\d-\d|\d (?:to|and) [$€£]?\d"
)
_VALUE = re.compile(_NUMBER)
_LOOKS_LIKE_A_YEAR = 1000
_FACTORS = (0.4, 0.55, 0.7, 0.85, 1.15, 1.3, 1.6, 2.2)


def tokens(text: str) -> tuple[Token, ...]:
    """The figures of a sentence in order, none where a reader may doubt what they count."""
    if _UNSAFE.search(text):
        return ()
    return tuple(
        Token(Sort(match.lastgroup or ""), match.start(), match.end(), match.group())
        for match in _PATTERN.finditer(text)
    )


def numberish(text: str) -> int:
    """How many words of a text might be called a figure by anybody."""
    return sum(1 for _ in _NUMBERISH.finditer(text))


def other_value(token: Token, rng: Random) -> str:
    """The same figure with another value, in the same notation."""
    if token.sort is Sort.WORD:
        return rng.choice([word for word in (_SMALL if token.text in _SMALL else _TENS) if word != token.text])
    if token.sort is Sort.YEAR:
        return str(int(token.text) + rng.choice((-3, -2, -1, 1, 2, 3)))
    if token.sort is Sort.DATE:
        return rng.choice([month for month in _MONTHS if month not in token.text]) + token.text[token.text.index(" ") :]
    if (word := token.text.partition(" ")[0]) in _TENS:
        return rng.choice([other for other in _TENS if other != word]) + token.text[len(word) :]
    most = 99.0 if token.sort is Sort.PERCENT else float("inf")
    return _VALUE.sub(lambda match: _scaled(match.group(), most, rng), token.text, count=1)


def _scaled(number: str, most: float, rng: Random) -> str:
    """Another number with as many decimals, and with commas only if this one has them."""
    decimals, grouped = len(number.partition(".")[2]), "," in number
    value = float(number.replace(",", ""))
    step = 10.0**-decimals
    others = [abs(value * factor + by * step) for factor in _FACTORS for by in (-2, -1, 1, 2)]
    written = [f"{other:{',' * grouped}.{decimals}f}" for other in others if other <= max(most, value)]
    if value < _LOOKS_LIKE_A_YEAR:
        written = [each for each in written if float(each.replace(",", "")) < _LOOKS_LIKE_A_YEAR]
    return rng.choice([each for each in written if float(each.replace(",", "")) not in (0, 1, value)])


def notations(token: Token) -> Iterator[str]:
    """The same value written another way."""
    match token.sort:
        case Sort.PERCENT:
            yield from _percent_notations(token.text)
        case Sort.SCALED | Sort.MONEY if token.text.endswith("million"):
            sign, number = re.match(r"([$€£]?)(.*) million", token.text).groups()  # type: ignore[union-attr]
            yield f"{sign}{round(float(number.replace(',', '')) * 1_000_000):,}"
        case Sort.DATE:
            month, day, year = token.text.replace(",", "").split()
            yield f"{day} {month} {year}"
        case Sort.WORD:
            yield str(_WORDS[token.text])
        case Sort.COUNT if token.text.isdigit() and int(token.text) in _SPELLED:
            yield _SPELLED[int(token.text)]


def _percent_notations(text: str) -> Iterator[str]:
    number = text.removesuffix("%").removesuffix(" percent")
    if number in _WORDS:
        yield f"{_WORDS[number]} percent"
        yield f"{_WORDS[number]}%"
        return
    yield f"{number} percent" if text.endswith("%") else f"{number}%"
    if number.isdigit() and int(number) in _SPELLED and int(number) >= 20:
        yield f"{_SPELLED[int(number)]} percent"
