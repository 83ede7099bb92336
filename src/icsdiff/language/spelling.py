"""Whether two forms are one word: in another spelling, or inflected.

Small letters only; what is a name, a number, a negation or a modal verb is for the caller to know. What might be
another word is one: neighbours such as ``casual`` and ``causal`` are told apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# American against British forms. The lengths keep real pairs apart: prise and prize, filling and filing.
_VARIANTS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\bpractis(?=e|ing)", "practic"),
        (r"(?<=\w{3})is(?=(?:e[drs]?|ers|ing|ations?)$)", "iz"),
        (r"(?<=\w{3})ys(?=(?:e[drs]?|ers|ing)$)", "yz"),
        (r"(?<=\w{3})our(?=(?:s|ed|ers?|ing|ite|ites|able|ably|al|ally|ful|hood|hoods)?$)", "or"),
        (r"(?<=\w{2}[tb])re(?=s?$)", "er"),
        (r"(?<=\bcent)red$", "ered"),
        (r"\bcheque(?=s?$)", "check"),
        (r"(?<=\bpl)ough", "ow"),
        (r"(?<=\bm)ould(?=s?$)", "old"),
        (r"\bjewellery$", "jewelry"),
        (r"\btyre(?=s?$)", "tire"),
        (r"(?<=\w{4})ll(?=(?:ed|ing|ers?)$)", "l"),
        (r"(?<=fulfi)ll(?=$|s|ment)", "l"),
        (r"(?<=enro)ll(?=$|s|ment)", "l"),
        (r"(?<=\bski)ll(?=ful)", "l"),
        (r"(?<=\w{2}en)ce(?=(?:s|d|less)?$)", "se"),
        (r"(?<=gram)me(?=s?$)", ""),
        (r"(?<=log)ue(?=s?$)", ""),
        (r"(?<=dg)e(?=ments?$)", ""),
        (r"(?<=\bag)e(?=ing$)", ""),
        (r"\b(?=(?:anaem|anaesth|archaeo|haem|paed|gynaec|orthopaed|mediaev|encyclopaed))(\w*?)ae", r"\1e"),
        (r"\b(?=(?:manoeuv|diarrhoea|foet))(\w*?)oe", r"\1e"),
        (r"\bmaneuvr(?=ed|ing)|\bmaneuvre", "maneuver"),
        (r"\bsceptic", "skeptic"),
        (r"\bgrey", "gray"),
        (r"\baluminium\b", "aluminum"),
        (r"(?<=\btoward)s$", ""),
        (r"(?<=\bafterward)s$", ""),
        (r"(?<=\bamong)st$", ""),
        (r"(?<=\bwhil)st$", "e"),
        (r"(?<=\badvis)or(?=s?$)", "er"),
        (r"(?<=\bprotest)or(?=s?$)", "er"),
        (r"\blearnt$", "learned"),
        (r"\bburnt$", "burned"),
        (r"(?<=[aeiou]\w)([bgmnpst])\1(?=(?:ed|ing)$)", r"\1"),
    )
)
# Slips that are seen again and again; other ones are only believed where no other word is near.
_SLIPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"goverm|govenm", "governm"),
        (r"enviro(?:m|nm)ent", "environment"),
        (r"seperat", "separat"),
        (r"independant", "independent"),
        (r"existance", "existence"),
        (r"persistant", "persistent"),
        (r"consistant", "consistent"),
        (r"maintainance|maintenence", "maintenance"),
        (r"\bneccess|\bneces(?=ar)", "necess"),
        (r"\boccur(?=ed|ing|enc)", "occurr"),
        (r"\brefer(?=ed$|ing$)", "referr"),
        (r"accomod", "accommod"),
        (r"\bcomm?itt?e(?=e)", "committe"),
        (r"\bbegining", "beginning"),
        (r"\bpublically", "publicly"),
        (r"\bdevelope(?=ment)", "develop"),
        (r"\bteh$", "the"),
    )
)
# Forms in -s that are no plural of the form without it, or mean something of their own.
_OTHER_WORDS = frozenset(
    "academics affairs analytics arms authorities basics bound chemicals classics conditions contents criminals "
    "customs damages dynamics earnings economics elders electronics ethics evening evenings forces forensics "
    "found funds generals genetics goods grounds heads holdings humanities individuals interests locals logistics "
    "manners mathematics means mechanics media minutes nationals news officials operations optics outstanding "
    "peoples physics politics premises proceeds professionals provisions quarters relations remains returns "
    "rights savings securities specifics spirits split statistics tactics talks terms works wound".split()
)
_AGREEMENT = tuple(map(frozenset, (("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"))))
_AGREEMENT += tuple(map(frozenset, (("this", "these"), ("that", "those"))))
_IRREGULAR_PAST = (
    "build built, hold held, lead led, keep kept, make made, meet met, send sent, spend spent, bring brought, "
    "seek sought, teach taught, think thought, buy bought, sell sold, tell told, pay paid, say said, hear heard, "
    "feel felt, stand stood, understand understood, win won, lose lost, come came, become became, run ran, "
    "grow grew grown, rise rose risen, fall fell fallen, take took taken, give gave given, write wrote written, "
    "begin began begun, know knew known, show shown, draw drew drawn, drive drove driven, choose chose chosen, "
    "speak spoke spoken, break broke broken, undertake undertook undertaken, withdraw withdrew withdrawn, "
    "oversee oversaw overseen, rebuild rebuilt, uphold upheld, strive strove striven, overcome overcame"
)
_IRREGULAR_PLURAL = (
    "woman women, man men, child children, criterion criteria, crisis crises, analysis analyses, "
    "forum fora, life lives, thief thieves, phenomenon phenomena, curriculum curricula, memorandum memoranda, "
    "hypothesis hypotheses, datum data"
)
_IRREGULAR = {
    form: (base, ending)
    for table, ending in ((_IRREGULAR_PAST, "ed"), (_IRREGULAR_PLURAL, "s"))
    for base, *forms in map(str.split, table.split(","))
    for form in forms
}
# No base is shorter: "bed" is not "be", "shed" not "she".
_SHORTEST_BASE = 3
_VOWELS = re.compile(r"[aeiouy]+")
_SHORT_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy][^aeiouywx]")
"""One syllable that doubles its last letter before an ending: plan and planned, against plane and planed."""
_LONG_WORD = 3
"""Syllables from which one letter too many or too few is a slip: shorter words have neighbours (scarred and scared)."""


def same_spelling(old: str, new: str) -> bool:
    """Whether two words in small letters are one and the same form, spelled in two ways."""
    before, after = _plain(old), _plain(new)
    return before == after or _slip(before, after)


def same_variant(old: str, new: str) -> bool:
    """Whether two words are the American and the British spelling of one, accents aside."""
    return american(old) == american(new)


def same_inflected(old: str, new: str) -> bool:
    """Whether two words in small letters are forms of one: singular and plural, present and past.

    Doing and done are not: ``developing`` countries are no ``developed`` ones.
    """
    if frozenset((old, new)) in _AGREEMENT:
        return True
    if {old, new} & _OTHER_WORDS:
        return False
    before, after = dict(_readings(_plain(old))), dict(_readings(_plain(new)))
    return any({before[base], after[base]} != {"ed", "ing"} for base in before.keys() & after.keys())


def counted_otherwise(old: str, new: str) -> bool:
    """Whether two forms of one word differ in an ``s``: one thing and several, or a verb's third person."""
    before, after = dict(_readings(_plain(old))), dict(_readings(_plain(new)))
    return any({before[base], after[base]} == {"", "s"} for base in before.keys() & after.keys())


def bases(word: str) -> tuple[str, ...]:
    """The base forms that a word in small letters may be a form of, itself among them."""
    return tuple(base for base, _ in _readings(_plain(word.removesuffix("'s"))))


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """The American spelling of a word, without accents."""
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, replacement in _VARIANTS:
        plain = pattern.sub(replacement, plain)
    return plain


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    for pattern, replacement in _SLIPS:
        word = pattern.sub(replacement, word)
    return american(word)


def _slip(old: str, new: str) -> bool:
    """``ie`` for ``ei``, or one letter doubled or not, inside a long word."""
    if old.replace("ei", "ie") == new.replace("ei", "ie"):
        return True
    short, long = sorted((old, new), key=len)
    if len(long) != len(short) + 1 or len(_VOWELS.findall(short)) < _LONG_WORD:
        return False
    return any(
        long[at] == long[at - 1] and long[at] not in "aeiouy" and long[:at] + long[at + 1 :] == short
        for at in range(1, len(long))
    )


def _readings(word: str) -> Iterator[tuple[str, str]]:
    """The base forms that a word may be a form of, each with the ending it has there."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_BASE:
        yield word[:-1], "s"
        if word.endswith("ies"):
            yield word[:-3] + "y", "s"
        elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield word[:-2], "s"
    for ending in ("ed", "ing"):
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= _SHORTEST_BASE - 1:
            yield from ((base, ending) for base in _bases(kept))
    yield word, ""


def _bases(kept: str) -> Iterator[str]:
    """What may have stood before -ed or -ing."""
    if len(kept) >= _SHORTEST_BASE and _VOWELS.search(kept) and not _SHORT_SYLLABLE.fullmatch(kept):
        yield kept
    if _VOWELS.search(kept) and (len(kept) >= _SHORTEST_BASE or not kept.endswith("e")):
        yield kept + "e"
    if kept[-1] == kept[-2] and len(kept) > _SHORTEST_BASE:
        yield kept[:-1]
    if kept.endswith("i"):
        yield kept[:-1] + "y"
