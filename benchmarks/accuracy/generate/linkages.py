"""Edits of a linkages field: references added, removed, revised; the list in another order or spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.accuracy.generate.draft import Draft, Part
from icsdiff.model.changes import Kind

_ENTRIES = re.compile(r";\s+|(?<=[a-z0-9)])\.\s+(?=[A-Z])")
_NUMBERED = re.compile(r"[A-Z][\w -]{1,40}? (?:Development )?[Oo]bjective \d+(?:\.\d+)?")
_NAMED = re.compile(
    r"(?:the )?[A-Z][\w,'’ -]{8,90}"
    r"(?:Strategy|Plan|Policy|Framework|Initiative|Compact|Guidance)(?: \([A-Z]\w+ \d{4}\))?"
)
_LIST = re.compile(r"(?P<lead>[A-Z][\w -]*? [Oo]bjectives?) (?P<numbers>\d\.\d(?:(?:, and |, | and )\d\.\d)+)")
_EACH = re.compile(r"\d\.\d")
_DATED = re.compile(r"\([A-Z]\w+ (?P<year>\d{4})\)")
_FEWEST = 2


def entries(text: str) -> list[str]:
    """The entries of the list, none where the field is not plainly a list."""
    found = _ENTRIES.split(text.rstrip("."))
    plain = all(_is_single(each) or _LIST.fullmatch(each) or _dated(each) for each in found)
    return found if text and plain and len(found) >= _FEWEST else []


def singles(text: str) -> Iterator[str]:
    """Entries that name one reference each."""
    return (each for each in _ENTRIES.split(text.rstrip(".")) if _is_single(each))


def _is_single(entry: str) -> bool:
    return _NUMBERED.fullmatch(entry) is not None or (_NAMED.fullmatch(entry) is not None and " and USAID" not in entry)


def _dated(entry: str) -> re.Match[str] | None:
    return _DATED.search(entry)


def _joined(found: list[str], before: str) -> str:
    return "; ".join(found) + ("." if before.endswith(".") else "")


def _numbers(text: str) -> set[str]:
    return set(_EACH.findall(text))


def add_entry(draft: Draft, part: Part, stock: list[str], rng: Random) -> bool:
    """Insert a reference that the field does not name."""
    found = entries(part.linkages)
    words = set(part.linkages.casefold().split())
    for entry in stock:
        telling = {word for word in entry.casefold().split() if len(word) > len("strategy")}
        if found and not _numbers(entry) & _numbers(part.linkages) and not telling & words:
            stock.remove(entry)
            found.insert(rng.randint(0, len(found)), entry)
            part.linkages = _joined(found, part.linkages)
            draft.say(Kind.LINKAGE_ADDED, new=entry)
            draft.say(Kind.TERM_ADDED, new=entry, optional=True)
            return True
    return False


def remove_entry(draft: Draft, part: Part, rng: Random) -> bool:
    """Take out an entry that names one reference."""
    found = entries(part.linkages)
    candidates = [each for each in found if _is_single(each)]
    if len(found) <= _FEWEST or not candidates:
        return False
    entry = rng.choice(candidates)
    found.remove(entry)
    part.linkages = _joined(found, part.linkages)
    draft.say(Kind.LINKAGE_REMOVED, old=entry)
    draft.say(Kind.TERM_REMOVED, old=entry, optional=True)
    return True


def change_numbers(draft: Draft, part: Part, rng: Random) -> bool:
    """Add a number to a list of numbers, or take one out."""
    candidates = [match for each in entries(part.linkages) if (match := _LIST.fullmatch(each))]
    if not candidates:
        return False
    match = rng.choice(candidates)
    numbers = _EACH.findall(match["numbers"])
    if rng.random() < 0.5:
        free = sorted({f"{goal}.{at}" for goal in range(1, 6) for at in range(1, 6)} - _numbers(part.linkages))
        number = rng.choice(free)
        numbers = sorted({*numbers, number})
        draft.say(Kind.LINKAGE_ADDED, new=number)
    else:
        number = rng.choice(numbers[1:])
        numbers.remove(number)
        draft.say(Kind.LINKAGE_REMOVED, old=number)
    lead = match["lead"].removesuffix("s") + ("s" if len(numbers) > 1 else "")
    part.linkages = part.linkages.replace(match.group(), f"{lead} {_listed(numbers)}", 1)
    return True


def _listed(numbers: list[str]) -> str:
    if len(numbers) <= 2:
        return " and ".join(numbers)
    return f"{', '.join(numbers[:-1])}, and {numbers[-1]}"


def redate(draft: Draft, part: Part, rng: Random) -> bool:
    """Give a dated document another year."""
    candidates = [(each, match) for each in entries(part.linkages) if (match := _dated(each))]
    if not candidates:
        return False
    entry, match = rng.choice(candidates)
    year = str(int(match["year"]) + rng.choice((1, 2, 3)))
    other = f"{entry[: match.start('year')]}{year}{entry[match.end('year') :]}"
    part.linkages = part.linkages.replace(entry, other, 1)
    draft.say(Kind.LINKAGE_REVISED, entry, other)
    return True


def reorder(_draft: Draft, part: Part, rng: Random) -> bool:
    """The same entries in another order: nothing that a reviewer would list."""
    found = entries(part.linkages)
    if not found or any(not _NUMBERED.match(each) and not _NAMED.match(each) for each in found):
        return False
    shuffled = rng.sample(found, len(found))
    part.linkages = _joined(shuffled, part.linkages)
    return shuffled != found


_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("State-USAID", "State - USAID"),
    lambda text: text.replace("State - USAID", "State-USAID"),
    lambda text: re.sub(r"\bObjective(?=s? \d)", "objective", text),
    lambda text: re.sub(r"\bobjective(?=s? \d)", "Objective", text),
    lambda text: text.removesuffix("."),
    lambda text: re.sub(r"(\d\.\d), and (?=\d\.\d)", r"\1 and ", text),
)


def respell(_draft: Draft, part: Part, rng: Random) -> bool:
    """The same references in another spelling: nothing that a reviewer would list."""
    spelled = rng.choice(_SPELLINGS)(part.linkages)
    if not entries(part.linkages) or spelled == part.linkages:
        return False
    part.linkages = spelled
    return True


def rewrite_list(draft: Draft, part: Part, rng: Random) -> bool:
    """The same list in another order or spelling."""
    edits = [reorder, respell]
    rng.shuffle(edits)
    return any(edit(draft, part, rng) for edit in edits)


def edit_linkages(draft: Draft, part: Part, stock: list[str], rng: Random) -> bool:
    """One edit of a field."""
    edits: list[Callable[[], bool]] = [
        lambda: add_entry(draft, part, stock, rng),
        lambda: remove_entry(draft, part, rng),
        lambda: change_numbers(draft, part, rng),
        lambda: redate(draft, part, rng),
        lambda: rewrite_list(draft, part, rng),
    ]
    rng.shuffle(edits)
    return any(edit() for edit in edits)
