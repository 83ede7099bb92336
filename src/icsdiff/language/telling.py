"""What a single word tells: a number, a negation, a modal verb, how much, how likely, who.

Where such a word comes, goes or is replaced, the sentence says something else.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from icsdiff.language.risks import severity_words
from icsdiff.language.spelling import bases


class Tells(StrEnum):
    """What a word tells, the weightiest first; the value is what its difference is called."""

    NEGATION = "a negation came or went"
    """``not``, ``without``, ``lacks``."""
    NUMBER = "a number differs"
    """``1,200``, ``sixty``, ``million``, ``third``."""
    MODAL = "a modal verb differs"
    """``will``, ``may``, ``must``, ``plans to``."""
    SEVERITY = "a word of likelihood or severity differs"
    """``likely``, ``severe``."""
    QUANTITY = "a word of quantity, degree or time differs"
    """``all``, ``most``, ``only``, ``more``, ``still``."""
    ACTOR = "an actor differs"
    """``government``, ``partners``, ``they``; also what threatens them, as nobody may miss another threat."""
    LINK = "a linking word differs"
    """``and``, ``to``, ``because``, ``is``: what relates to what."""


_CLOSED = {
    Tells.NUMBER: (
        "billion billions double dozen dozens eight eighteen eighth eighty eleven fifteen fifth fifty first five "
        "forty four fourteen fourth half halves hundred hundreds i ii iii iv ix million millions nine nineteen ninety "
        "ninth once one pair percent percentage quarter quarters second seven seventeen seventh seventy six sixteen "
        "sixth sixty ten tenth third thirteen thirty thousand thousands three trillion trillions triple twelve twenty "
        "twice two vi vii viii xi xii zero"
    ),
    Tells.NEGATION: (
        "absent against anti barely cannot except hardly instead neither never no nobody non none nor not nothing "
        "nowhere rather scarcely un unless without"
    ),
    Tells.MODAL: "able can could dare may might must need needs ought shall should unable will would",
    Tells.QUANTITY: (
        "about above additional after again all almost already also annual annually another any approximately around "
        "before below best better both closer closest complete completely currently daily different down during each "
        "earlier earliest either enough entire entirely even every exclusively extra faster fastest few fewer fewest "
        "formerly full fully further furthest generally greater greatest just largely larger largest later latest "
        "least less lesser longer longest mainly majority many merely minority monthly more most mostly much multiple "
        "nearly now numerous only other others over part partial partially partly previously primarily quite roughly "
        "same several shorter shortest since single slower slowest smaller smallest so sole solely some soon still "
        "stronger strongest too total totally under until up various very weaker weakest weekly whole wholly yet"
    ),
    Tells.ACTOR: "he her hers him his it its our ours she their theirs them they us we who whom whose you your",
    Tells.LINK: (
        "according across along alongside although am amidst among amongst and apart are as at be because been behind "
        "being beside besides between beyond but by concerning despite did do does following for from given had has "
        "have having hence here how however if in including into is like near of off on onto or otherwise out pending "
        "per provided regarding than that then there thereby therefore these this those though through throughout "
        "thus to together toward towards unlike upon via was were what when where whereas whether which while whilst "
        "why with within"
    ),
}
"""Words that stand as they are: another form of one is another word."""

_OPEN = {
    Tells.NEGATION: "avoid cease deny exclude fail failure lack oppose prevent refuse reject stop",
    Tells.MODAL: "aim attempt commit expect hope intend plan seek try want",
    Tells.QUANTITY: "decrease double expand increase reduce triple",
    Tells.ACTOR: (
        "activist actor administration adversary agency ally ambassador army authority bank bureau business child "
        "citizen community company competitor congress consulate contractor counterpart country criminal danger "
        "department donor embassy employee employer extremist farmer firm government governor grantee group hazard "
        "insurgent investor journalist judge leader legislator lender man mayor media migrant military minister "
        "ministry mission nation national ngo office officer official opposition organization parliament partner "
        "party people person police post president prosecutor refugee risk rival senate soldier staff stakeholder "
        "state student teacher team terrorist threat trafficker troop woman worker youth"
    ),
}
"""Words that are inflected: a form of one of them tells the same."""


_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
_SHORTEST_DENIED = 4


def _by_word(table: dict[Tells, str]) -> dict[str, Tells]:
    return {word: kind for kind in reversed(Tells) for word in table.get(kind, "").split()}


_CLOSED_WORDS = _by_word(_CLOSED)
_OPEN_WORDS = _by_word(_OPEN)


def tells(word: str) -> Tells | None:
    """What a word in small letters tells; None for one of mere content."""
    return closed(word) or next((_OPEN_WORDS[base] for base in bases(word) if base in _OPEN_WORDS), None)


def closed(word: str) -> Tells | None:
    """What a word in small letters tells if its every letter counts; None for one that may be inflected."""
    if any(map(str.isdigit, word)):
        return Tells.NUMBER
    if word.endswith("n't"):
        return Tells.NEGATION
    found = _CLOSED_WORDS.get(word)
    return Tells.SEVERITY if found not in {Tells.NEGATION, Tells.MODAL} and severity_words(word) else found


def opposites(words: Collection[str]) -> bool:
    """Whether one of some words in small letters denies another: stable and unstable, hopeful and hopeless."""
    denied = (word.removeprefix(prefix) for word in words for prefix in _DENYING if word.startswith(prefix))
    return any(word in words for word in denied if len(word) >= _SHORTEST_DENIED) or any(
        word.removesuffix("less") + "ful" in words for word in words if word.endswith("less")
    )
