"""Names in a text: acronyms, programmes, partners, organisations, documents.

Precision before recall: a term that enters or leaves a version is told to a reviewer, and a capital letter at the
start of a sentence is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple


class TermKind(StrEnum):
    """What kind of name."""

    ACRONYM = "acronym"
    """Capitals that stand for a name: ``PGII``."""
    NAME = "name"
    """A name of several words: ``Partnership for Global Infrastructure and Investment``."""


class Term(NamedTuple):
    """A name as half-open offsets into its text; ``name`` is it without plural, article and possessive."""

    start: int
    end: int
    text: str
    name: str
    kind: TermKind


class _Word(NamedTuple):
    start: int
    end: int
    text: str


_ACRONYM = re.compile(r"(?<![\w.])[A-Z][A-Z0-9&]+(?:[-/][A-Z0-9]+)*s?\+?(?!\w)")
_GROUP_OF_STATES = re.compile(r"G\d{1,3}")
_FISCAL_YEAR = re.compile(r"FY\d")
_NUMERAL = re.compile(r"[IVXLC]+")
_CONNECTIVES = frozenset({"of", "for", "on", "in", "to", "and", "the", "with", "at", "against"})
# What may be part of a name: capitals, years, small words.
_WORD = re.compile(rf"(?<![\w’'-])(?:[^\W_a-z][\w’'-]*|(?:{'|'.join(sorted(_CONNECTIVES))})(?![\w’'-]))")
# What may stand between two words of one name, with "the" after it or not.
_INSIDE = frozenset({"of", "for", "on", "to", "against", "and"})
# "and" joins two names, unless one that is about something is under way: Partnership for Infrastructure and Investment.
_ABOUT = frozenset({"of", "for", "on", "against"})
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
# USAID-funded, Ministry-led: what stands before it says whose the name is that follows.
_OWNED_BY = re.compile(r"-(?:[a-z]+ed|led|run|wide|built|driven|style|class|based)$")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:Dr|Mr|Mrs|Ms|St|No|Gen|Col|Lt|Sen|Rep|Amb))\.$")
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_LOOK_BACK = 12
"""Characters before a name that say whether it opens a sentence."""
_LONGEST = 20
"""Words of the longest name."""

# Parts of the document, places of the calendar, offices: what every strategy names and no reviewer asks about.
_COMMON = frozenset(
    "Goal Goals Objective Objectives Mission Embassy Post Management Justification Linkages Risks Description "
    "Strategic Framework Section Chief Monday Tuesday Wednesday Thursday Friday Saturday Sunday January "
    "February March April May June July August September October November December President Minister "
    "Ambassador Secretary Government Department State States United America American Americans North South East "
    "West Northern Southern Eastern Western First Second Third Finally ICS FY U.S USG US USD EUR GBP AUD".split()
)
_STARTERS = frozenset(
    "The This These Those That A An In On At By For From With As To Of If When While Through Under Over After "
    "Before During Since Although Though However Despite Without Within Because Our Its Their His Her We It "
    "They He She Each Every All Both Many Most Some Several Such Recognizing Strengthening Enhanced Improved "
    "Reducing Failure Failing Likewise Meanwhile Additionally Moreover Furthermore Also And But Or Nor Yet So "
    "Partners Strengthened Interim Incorporates Includes Including See Local Former Weak Corrupt Rural Young "
    "Recent Other New Key What How Why Where Locally Newly".split()
)
_NO_NAME_FIRST = frozenset(
    "Annex Appendix Article Chapter Embassy Figure Goal Government Management Mission Objective Part Phase "
    "Recommendation Table Tier Title".split()
)
_NO_NAME_LAST = frozenset(
    "Chief Director Minister Ministers Mission Officer Officers President Response Secretary".split()
)
# Owners that are part of a name: the President's Emergency Plan.
_NAMED_OWNERS = frozenset("President People Women Children Workers Farmers Veterans Nurses Teachers Youth Men".split())
_TITLES = frozenset(
    "Admiral Ambassador Captain Chancellor Chief Colonel Commissioner Deputy Director Governor Justice King Mayor "
    "Minister Pope President Prime Prince Princess Queen Representative Secretary Senator Sheikh Sultan Vice".split()
)
_GIVEN_NAMES = 2
# What a name of several words ends with, or begins with before "of" and "for".
_HEADS = frozenset(
    "Academy Act Administration Agency Agreement Alliance Assembly Association Authority Bank Board Bureau Center "
    "Centre Coalition Code Commission Committee Compact Company Conference Convention Corporation Council Court "
    "Department Directorate Force Forum Foundation Framework Fund Group Initiative Institute League Ministry "
    "Network Office Organisation Organization Partnership Plan Program Programme Project Protocol Report Review "
    "Secretariat Society Strategy Summit Taskforce Treaty Union University".split()
)
# What is known by its year: Agenda 2030.
_DATED = frozenset({"Agenda", "Horizon", "Vision"})
_YEAR = re.compile(r"\d{4}")
_COUNTRIES = frozenset(
    (
        "Burkina Faso|Cabo Verde|Cape Verde|Central African Republic|Costa Rica|Dominican Republic|El Salvador|"
        "Equatorial Guinea|Hong Kong|Marshall Islands|New Zealand|North Korea|North Macedonia|Papua New Guinea|"
        "Puerto Rico|San Marino|Saudi Arabia|Sierra Leone|Solomon Islands|South Africa|South Korea|South Sudan|"
        "Sri Lanka|United Arab Emirates|United Kingdom|Viet Nam|Western Sahara"
    ).split("|")
)
_NATIONALITY = re.compile(r"\w+(?:ian|can|yan|ese|ish|ern|rean|ndan|guan)s?")


def terms(text: str) -> tuple[Term, ...]:
    """The names in a text, in order; a name inside a longer one is part of it."""
    text = _LINK_TARGET.sub(lambda match: " " * len(match.group()), text)
    names = list(_names(text))
    by_place = sorted((*names, *_acronyms(text)), key=lambda term: (term.start, -term.end))
    found: list[Term] = []
    for term in by_place:
        if not found or term.start >= found[-1].end:
            found.append(term)
    return tuple(found)


def _acronyms(text: str) -> Iterator[Term]:
    for match in _ACRONYM.finditer(text):
        written = match.group()
        name = written.removesuffix("s")
        several = sum(map(str.isupper, name)) > 1 or _GROUP_OF_STATES.fullmatch(name)
        if several and not _FISCAL_YEAR.match(name) and name not in _COMMON and not _NUMERAL.fullmatch(name):
            yield Term(match.start(), match.end(), written, name, TermKind.ACRONYM)


def _names(text: str) -> Iterator[Term]:
    for run in _runs(text):
        opens = _opens_sentence(text[max(0, run[0].start - _LOOK_BACK) : run[0].start])
        for words in _by_owner(run):
            for single in _apart(words):
                named = _trimmed(single, opens=opens and single[0] is run[0])
                if _is_name([word.text for word in named]):
                    yield _term(text, named)


def _runs(text: str) -> Iterator[list[_Word]]:
    """Capitalised words one after the other, with the small words that may stand inside a name."""
    run: list[_Word] = []
    between: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        word = _Word(match.start(), match.end(), match.group())
        apart = bool(text[end : word.start].strip())
        end = word.end
        small = [each.text for each in between]
        if word.text[0].isupper() and not apart and 0 < len(run) < _LONGEST and _may_stand_inside(small):
            run += [*between, word]
            between = []
        elif run and not (apart or between) and run[-1].text in _DATED and _YEAR.fullmatch(word.text):
            run.append(word)
        elif run and not apart and word.text in _CONNECTIVES and not word.text[0].isupper():
            between.append(word)
        else:
            if len(run) > 1:
                yield run
            run, between = ([word], []) if word.text[0].isupper() else ([], [])
    if len(run) > 1:
        yield run


def _may_stand_inside(small: Sequence[str]) -> bool:
    return not small or ((small[0] in _INSIDE and small[1:] in ([], ["the"])) and small != ["and", "the"])


def _opens_sentence(before: str) -> bool:
    before = before.rstrip()
    return not before or (before[-1] in ".!?" and not _ABBREVIATION.search(before))


def _by_owner(words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """An owner and what it owns are two names: the African Union's Development Programme."""
    start = 0
    for at, word in enumerate(words[:-1], 1):
        bare = _POSSESSIVE.sub("", word.text)
        if bare != word.text and bare not in _NAMED_OWNERS:
            yield words[start:at]
            start = at
    yield words[start:]


def _apart(words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """A run of capitalised words without what ``and`` only puts beside it."""
    for at, word in enumerate(words):
        if word.text == "and" and not _is_one_name([each.text for each in words], at):
            yield words[:at]
            yield from _apart(words[at + 1 :])
            return
    yield words


def _is_one_name(words: Sequence[str], at: int) -> bool:
    """Whether the ``and`` at a place is part of a name, as in the Food *and* Agriculture Organization."""
    before = {*words[:at]}
    after = list(takewhile(lambda word: word not in _CONNECTIVES, words[at + 1 :]))
    titled = len(after) > 1 and after[-1] in _HEADS
    if _ABOUT & before:
        return not titled
    return titled and not _HEADS & before and not any(map(_ACRONYM.fullmatch, before))


def _trimmed(words: Sequence[_Word], *, opens: bool) -> Sequence[_Word]:
    """The name without a sentence's first word, a connective, or an owner before it."""
    owned = [at for at, word in enumerate(words) if _OWNED_BY.search(word.text)]
    words = words[owned[-1] + 1 :] if owned else words
    while words:
        first = words[0].text
        opener = opens and len(words) > 1 and words[1].text in _CONNECTIVES and first not in _HEADS
        country = [word.text for word in words[:2]] == ["United", "States"]
        if country and len(words) > len("us"):
            words = words[2:]
        elif first in _STARTERS or first in _CONNECTIVES or opener:
            words = words[1:]
        else:
            break
        opens = False
    return words


def _is_name(words: Sequence[str]) -> bool:
    capitalised = [_POSSESSIVE.sub("", word) for word in words if word not in _CONNECTIVES]
    if len(capitalised) <= 1 or " ".join(capitalised) in _COUNTRIES or _COMMON.issuperset(capitalised):
        return False
    first, *between, last = capitalised
    of_a_country = not between and _NATIONALITY.fullmatch(last)
    return not (first in _NO_NAME_FIRST or last in _NO_NAME_LAST or of_a_country)


def _term(text: str, words: Sequence[_Word]) -> Term:
    start, end = words[0].start, words[-1].end
    name = _POSSESSIVE.sub("", text[start:end]).rstrip("'’-")
    return Term(start, start + len(name), name, " ".join(name.split()), TermKind.NAME)


def surname(name: str) -> str | None:
    """What a person named with a title is known by: ``Castillo`` for ``President Pedro Castillo``; else None."""
    *before, last = name.split()
    titled = [at for at, word in enumerate(before) if word in _TITLES]
    given = before[titled[-1] + 1 :] if titled else []
    person = titled and len(given) <= _GIVEN_NAMES and not {*given, last} & (_TITLES | _CONNECTIVES | _HEADS)
    return last if person else None
