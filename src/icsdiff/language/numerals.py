"""Numbers in digits and in words: ``30,000``, ``2.5 million``, ``two hundred and fifty``, ``half a billion``.

Everything here reads text in small letters.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_LARGE = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_SCALES = {name: Decimal(size) for name, size in {"hundred": 100, "dozen": 12, **_LARGE, **_SHORT}.items()}
_VALUES = {
    **{word: Decimal(value) for value, word in enumerate(("zero", *ONES, *_TEENS))},
    **{word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)},
    "half": Decimal("0.5"),
}
_MOST_DIGITS = 15
"""A number with more of them is an account or a code, no amount."""
_GROUPED = 1000
"""From here on a number stands for itself: ``5,000 to 1 million``."""

_ONE, _TEEN, _TEN, _LONG = ("|".join(words) for words in (ONES, _TEENS, _TENS, _LARGE))
_TO_99 = rf"(?:(?:{_TEN})(?:[\s-]+(?:{_ONE}))?|{_TEEN}|{_ONE}|zero)\b"
# The looks ahead after *and*: "between one hundred and two hundred" holds no "one hundred and two".
_TO_999 = (
    rf"(?:(?:half\s+)?an?(?=[\s-]+(?:hundred|dozen|{_LONG})\b)|(?:an?[\s-]+)?half(?=[\s-]+(?:{_LONG})\b)|{_TO_99})"
    rf"(?:[\s-]+(?:hundred\b(?:\s+(?:and\s+(?![\w-]+\s+hundred))?{_TO_99})?|dozen\b|and[\s-]+a[\s-]+half\b))?"
)
_WORDS = re.compile(
    rf"(?:{_TO_999}[\s-]+(?:{_LONG})\s+(?:and\s+(?![\w-]+\s+(?:[\w-]+\s+){{0,2}}(?:{_LONG})\b))?){{0,3}}"
    rf"{_TO_999}(?:[\s-]+(?:{_LONG})\b)?"
)
_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{2,3}){0,4},\d{3}(?:\.\d+)?(?!\d)"  # 30,000; in India also 1,20,000
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?!\d)"  # 30 000
    r"|\d{1,3}(?:\.\d{3}){2,4}(?![.\d])"  # 1.320.000
    r"|\d{1,3},\d{1,2}(?=\s?%|\s(?:per\s?cent|million|billion)\b)"  # 3,5 million
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.])\.\d+"  # .5
)
BEGINNING = re.compile(
    rf"(?<!\d)\d|(?<![\w.])\.(?=\d)|(?<!\w)(?:{_ONE}|{_TEEN}|{_TEN}|zero|half|an?[\s-]+(?:hundred|dozen|{_LONG}|{'|'.join(FRACTIONS)}))\b"
)
"""Where a number or a fraction may begin."""
# The single letter is a million before what can be counted: "3.5m people", but "a 30m tower".
_MILLION = r"m(?=\s(?:people|children|women|men|[a-z]{4,}s)\b)"
_SCALE = re.compile(rf"[\s-]+(?P<long>hundred|{_LONG})\b|\s?(?P<short>k|mn|mln|bn|tn|{_MILLION})(?!\w)")
_SCALE_OF_MONEY = re.compile(rf"[\s-]+(?P<long>hundred|{_LONG})\b|\s?(?P<short>k|mn|mln|mm|bn|tn|m|b)(?!\w)")
_AND_A_PART = re.compile(r"\s?(?P<sign>[½¼¾⅓⅔])|\s(?P<top>\d)/(?P<size>[1-9])(?![\d/])")
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_AGAIN = re.compile(r"\s?\((?=\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Number(NamedTuple):
    """A number up to ``end``, its scale included."""

    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    """What its figures were multiplied by."""
    in_words: bool = False
    is_yearlike: bool = False
    """Four digits that may stand for a calendar year."""

    def scaled_like(self, other: Number) -> Number:
        """Under the other's scale, where it has none of its own: the ``5`` of ``5 to 10 million``."""
        if self.scale != 1 or self.value >= _GROUPED:
            return self
        return self._replace(value=self.value * other.scale, scale=other.scale)


def number_at(small: str, at: int, *, money: bool = False) -> Number | None:
    """The number that begins at an offset; single letters (``3.5m``) are a scale of money only.

    Written twice, as contracts do (``thirty (30)``), it is one number.
    """
    number = _one_number(small, at, money=money)
    if number and (bracket := _AGAIN.match(small, number.end)):
        again = _one_number(small, bracket.end(), money=money)
        if again and again.value == number.value and small[again.end : again.end + 1] == ")":
            return number._replace(end=again.end + 1)
    return number


def _one_number(small: str, at: int, *, money: bool) -> Number | None:
    if match := _DIGITS.match(small, at):
        return _in_digits(small, match, money=money)
    if match := _WORDS.match(small, at):
        return _in_words(match)
    return None


def _in_digits(small: str, match: re.Match[str], *, money: bool) -> Number | None:
    digits = match.group()
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS:
        return None
    whole, comma, part = digits.rpartition(",")
    if comma and len(part) < 3:  # noqa: PLR2004  (a decimal comma)
        digits = f"{whole}.{part}"
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    value, end, scale = Decimal(re.sub(r"[^\d.]", "", digits)), match.end(), Decimal(1)
    if digits.isdigit() and (more := _AND_A_PART.match(small, end)):  # 5½, 5 1/2
        value += _PARTS[more["sign"]] if more["sign"] else Decimal(more["top"]) / Decimal(more["size"])
        end = more.end()
    pattern = _SCALE_OF_MONEY if money else _SCALE
    for _ in range(2):  # "3 hundred thousand"
        if found := pattern.match(small, end):
            scale *= _SCALES[found["long"] or found["short"]]
            end = found.end()
    return Number(end, value * scale, scale, is_yearlike=end == match.end() and bool(_YEAR.fullmatch(digits)))


def _in_words(match: re.Match[str]) -> Number:
    total, part, scale = Decimal(0), Decimal(0), Decimal(1)
    for word in re.split(r"[\s-]+", match.group()):
        if word in _SCALES:
            size = _SCALES[word]
            scale *= size
            part = (part or Decimal(1)) * size
            if size >= 1000:  # noqa: PLR2004  (hundreds belong to the thousands that follow them)
                total, part = total + part, Decimal(0)
        elif word in _VALUES:
            part += _VALUES[word]
            scale = Decimal(1)
    return Number(match.end(), total + part, scale, in_words=True)
