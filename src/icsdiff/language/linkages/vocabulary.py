"""The words that linkages are written with."""

from __future__ import annotations

import re
import unicodedata

DOCUMENT = re.compile(
    r"(?:strateg(?:y|ies)|plans?|guidance|guidelines?|orders?|acts?|laws?|codes?|frameworks?|agendas?|polic(?:y|ies)|"
    r"compacts?|pacts?|pledges?|accords?|initiatives?|agreements?|road\s?maps?|blueprints?|declarations?|visions?|"
    r"memorand(?:um|a)|conventions?|protocols?|treat(?:y|ies)|charters?|resolutions?|directives?|regulations?|decrees?|"
    r"doctrines?|program(?:me)?s?|partnerships?|reviews?|compendiums?|concepts?|goals|principles|priorities|"
    r"proclamations?|statements?|papers?|platforms?|packages?)",
    re.IGNORECASE,
)
"""What a document may call itself."""
TITLED = re.compile(
    r"(?:Strateg(?:y|ies)|Plans?|Guidance|Orders?|Acts?|Frameworks?|Agenda|Polic(?:y|ies)|Compact|Pact|Pledge|Accords?|"
    r"Agreement|Roadmap|Blueprint|Declaration|Vision|Memorandum|Convention|Protocol|Treaty|Charter|Resolutions?|"
    r"Directive|Doctrine|Proclamation)"
)
"""Of these, what names a document also where no list is under way."""
NUMBERED_DOCUMENT = re.compile(
    r"(?:orders?|resolutions?|memorand(?:um|a)|conventions?|laws?|directives?|decrees?|goals?)", re.IGNORECASE
)
"""Of these, what is told apart by a number."""
LINKING = frozenset(
    "of on the for to in into against with by from at a an between under over within toward towards across through "
    "de del da das do dos des du la las le les y et pour para".split()
)
"""Small words inside a name, also of a plan whose name is Spanish, Portuguese or French."""
ABOUT = frozenset({"on", "for", "to", "of", "against", "toward", "towards"})
"""Small words after which a name says what its document is about."""
JOINING = frozenset({"and", "or", "&", ","})
LEADS = LINKING | frozenset(
    "this these the it its our we objective objectives goal goals linkage linkages directly closely also both all as "
    "well see per contribute contributes contributing support supports supporting advance advances advancing align "
    "aligns aligned aligning link links linked linking relate relates related relating tie ties tied reflect reflects "
    "reflecting correspond corresponds respond responds responding implement implements implementing further furthers "
    "reinforce reinforces underpin underpins complement complements consistent accordance keeping line is are be "
    "following nests nested flow flows derive derives derived draws builds based refer include includes".split()
)
"""What a list is introduced with: ``This objective directly contributes to``."""
VERBS = frozenset(
    "is are was were be been will would shall may might can could should must has have had which that who whom whose "
    "where when while".split()
)
"""Words that no name has inside."""


def tells(mark: str) -> bool:
    """Whether a mark says something: a sign, a currency, a percentage."""
    return mark == "%" or (mark != "|" and unicodedata.category(mark) in ("Sc", "Sm"))


DASHES = frozenset("-–—‑−/")
QUOTES = frozenset("\"“”‘’'«»")
