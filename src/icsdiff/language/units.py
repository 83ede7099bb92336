"""Units after a number: percent, lengths of time, physical measures that have a sign of their own."""

from __future__ import annotations

import re

from icsdiff.language.quantities import Quantity

# Each with the ways to write it; blanks and hyphens are the same. Kilowatt-hours come before kilowatts.
_MEASURES = {
    "m": r"met(?:er|re)s?",
    "km": r"km|kilomet(?:er|re)s?",
    "km2": r"km2|km²|sq\.? km|square kilomet(?:er|re)s?",
    "m3": r"m3|m³|cubic met(?:er|re)s?",
    "ha": r"ha|hectares?",
    "acre": r"acres?",
    "mi2": r"square miles?",
    "nmi": r"nautical miles?",
    "mi": r"miles?",
    "ft": r"foot|feet",
    "kg": r"kg|kilos?|kilogram(?:me)?s?",
    "tonne": r"tonnes?|metric tons?",
    "ton": r"tons?",
    "L": r"lit(?:er|re)s?",
    "gallon": r"gallons?",
    "barrel": r"barrels?",
    "°C": r"[°º] ?c|degrees? celsius",
    "°F": r"[°º] ?f|degrees? fahrenheit",
    "kWh": r"kwh|kilowatt hours?",
    "MWh": r"mwh|megawatt hours?",
    "GWh": r"gwh|gigawatt hours?",
    "TWh": r"twh|terawatt hours?",
    "kW": r"kw|kilowatts?",
    "MW": r"mw|megawatts?",
    "GW": r"gw|gigawatts?",
    "Mbps": r"mbps|megabits per second",
}
_MEASURE = re.compile(
    "|".join(f"(?P<m{at}>{forms})" for at, forms in enumerate(_MEASURES.values()))
    .replace(" ", r"[\s-]")
    .join((r"[\s-]?(?:", r")(?!\w)"))
)
_PERCENT = re.compile(
    r"\s?(?:%|(?P<pp>pp|ppts?)\b|(?P<bps>bps?)\b)"
    r"|[\s-]+(?:per\s?cent|pct)(?:(?P<points>[\s-]+points?)|(?P<age>age[\s-]+points?))?\b"
    r"|[\s-]+(?P<basis>basis[\s-]+points?)\b"
)
_TIME = re.compile(
    r"[\s-]+(?:(?P<sort>working|business|calendar|consecutive|fiscal|academic|school)\s+)?"
    r"(?P<time>year|month|week|day|hour|minute|decade|quarter(?=s))s?\b(?![\s-]+olds?\b)"
)

Unit = tuple[Quantity, str, int]


def unit_at(small: str, end: int) -> Unit | None:
    """Quantity, unit and end of the unit that follows a number in small letters, if one does."""
    if match := _PERCENT.match(small, end):
        points = match["pp"] or match["points"] or match["age"]
        basis = match["bps"] or match["basis"]
        name = "percentage points" if points else "basis points" if basis else "percent"
        return Quantity.PERCENTAGE, name, match.end()
    if match := _TIME.match(small, end):
        return Quantity.DURATION, " ".join(filter(None, (match["sort"], match["time"]))), match.end()
    if match := _MEASURE.match(small, end):
        return Quantity.COUNT, list(_MEASURES)[int((match.lastgroup or "m0")[1:])], match.end()
    return None
