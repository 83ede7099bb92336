"""The words in which strategies speak of risks: each word of a sentence in its class, a letter for each.

``The Mission will help prevent delays.`` becomes ``xocelb``; a mark that parts clauses becomes a comma. The words
stand here in their base forms; a form that means something of its own (``limited``) is listed as it is.
"""

from __future__ import annotations

import re

from icsdiff.language.likeness import stem

_VOCABULARY = {
    # Actors of ours: whoever writes the strategy.
    "o": "agency bureau cbp cdc consulate dea department dfc dhs diplomat dod doj embassy fbi headquarters inl mcc "
    "mission pas post usaid usg we",
    # People and their ties, and …
    "j": "adviser advisor leadership management office officer partnership personnel relationship section "
    "staff team workload",
    # … work: ours (``w``) where an owner of ours stands before them.
    "k": "activity approach assistance award contact cooperation diplomacy effort engagement financing fund "
    "grant initiative intervention investment measure messaging outreach program programme project "
    "rollout strategy",
    # Instruments: what stands ready against a hazard.
    "i": "alternative assessment audit backup buffer check clause committee consultation contingency "
    "coordinate coordination dialogue diversification diversify early-warning evacuation exercise "
    "flexible hotline inspection insurance mechanism memorandum mitigation monitoring oversight phase "
    "plan precaution procedure protocol redundancy reserve risk-management rotation safeguard stockpile "
    "supervision training verification vetting working-group",
    # Verbs that guard against a hazard.
    "p": "address alleviate anticipate blunt compensate counter counteract cushion defuse forestall "
    "hedge insure manage minimise minimize mitigate offset overcome preempt protect respond review "
    "withstand",
    # Verbs that lessen or prevent: a good thing only where what they lessen is a bad one.
    "l": "avert avoid bridge contain curb cut dampen decrease detect deter diminish ease fill lessen limit "
    "lower prevent reduce resolve restrict shorten spread",
    # Verbs that make something possible or stronger: a good thing where an instrument or our work does it.
    "e": "allow amplify build built complement cover enable enhance ensure give guarantee help improve include "
    "keep maintain make offer prepare preserve provide reinforce retain share strengthen sustain test",
    # What is done when something is put in place.
    "s": "adopt agree allocate arrange channel design develop disburse earmark establish identify in-place "
    "install position procure purchase recruit route sequence set-aside tailor track train verify",
    # Hazards and weaknesses.
    "b": "absence absent abuse abusive adversary attack attrition backlash backsliding bottleneck bribery "
    "burden cartel challenge coercion collusion competition competitor conflict consequence constraint "
    "corruption cost costly coup crime criminal crisis cyberattack damage danger delay dependence "
    "dependency dependent deterioration difficult discrimination disease disinformation disruption "
    "distrust drought duplication effect exhausted expensive exposure extremist failure false famine "
    "fatigue flood fragile fraud friction gang gap grievance harassment harm hazard high hostile "
    "hostility illegal illicit impact impossible impunity inaction inadequate incomplete incursion "
    "ineffective infiltration inflation insecurity instability insufficient insurgent interference lack "
    "leakage likelihood loss low malign meddling militia misconduct misinformation mistrust "
    "misunderstanding misuse narrative nepotism obstacle odds opaque opponent outage outdated "
    "overreliance overrun pandemic patronage poor poverty predatory problem reliance reliant reluctance "
    "repression resistance restriction risk rival scarce setback shock shortage shortfall slow suspicion "
    "tension terrorist theft threat toll trafficker turnover unable unavailable uncertain uncertainty "
    "unclear underfunded understaffed undone unpredictable unreliable unrest unsustainable unwilling "
    "vacancy violence volatile volatility vulnerability vulnerable war waste weak weakness without",
    # Verbs that do harm or go wrong.
    "h": "arrest block blur cancel cede close coerce collapse complicate compromise constrain crowd curtail decline "
    "degrade deny depend deplete deprive derail destabilise destabilize destroy detain deteriorate dilute "
    "discourage dismiss displace disrupt divert drive embolden end erode erupt exacerbate exclude expel "
    "exploit expose face fail fall force forfeit fracture fragment fuel grow halt hamper hinder impede intensify "
    "invite jeopardise jeopardize kill leave lose lost marginalize miss polarize politicize refuse resist "
    "reverse shrink spill stall struggle subvert suffer threaten undercut undermine weaken withdraw "
    "worsen",
    # Who owns the work that follows.
    "y": "our u.s",
    "t": "us",
    # Modal verbs that leave it open, and …
    "u": "could may might would",
    # … what commits.
    "c": "must shall should will",
    "d": "aim also can continue hope intend seek",
    # Negations.
    "n": "cannot few hardly little neither never no nor not rarely",
    # Forms of "to be", and what may stand in their place.
    "v": "are be been being is was were",
    "z": "appear become had has have remain seem",
    # What parts clauses.
    ",": "and that but , ; : ( ) –",
}
# Forms that mean something else than their base: "limited" protects nobody, "existing" opens no clause as "using" does.
_FORMS = (
    {"exchanges": "k"}
    | dict.fromkeys(["growing", "limited"], "b")
    | dict.fromkeys(
        "close closely competing conflicting dependents emerging ends existing forces increasing interests looming "
        "mounting ongoing remaining rising".split(),
        "x",
    )
)
_CLASSES = {stem(word): letter for letter, words in _VOCABULARY.items() for word in words.split()}
_EXACT = {word: letter for letter in "uncdvyzt," for word in _VOCABULARY[letter].split()} | _FORMS

# Words that make one thing together.
_PHRASES = (
    (re.compile(r"\bunited states\b|\bu\.s\. government\b"), "embassy"),
    (re.compile(r"\b(?:working group|task force|steering committee)"), "working-group"),
    (re.compile(r"\brisk (?:registers?|assessments?|management|analys[ie]s)\b"), "risk-management"),
    (re.compile(r"\bearly[- ]warning\b"), "early-warning"),
    (re.compile(r"\b(?:crisis|emergency|contingency|response)(?: action| management)? plans?\b"), "safeguard"),
    (re.compile(r"\b(?:grievance|complaints?)(?: redress| handling)? (?:mechanisms?|systems?)\b"), "safeguard"),
    (re.compile(r"\bplans to\b|\bplan to\b|\bneeds to\b|\bneed to\b"), "will"),
    (re.compile(r"\bsets? aside\b"), "set-aside"),
    (re.compile(r"\b(?:insurance|safeguards?|protections?) against\b"), "safeguard protect"),
    (re.compile(r"\b(?:guards?|shields?) (?:\w+ )?(?:against|from)\b"), "protect"),
    (re.compile(r"\bin (?:place|force)\b"), "in-place"),
    (re.compile(r"\b(?:internal|financial|export|quality) controls?\b"), "safeguard"),
    (re.compile(r"\b(?:public|regular|financial) reporting\b"), "oversight"),
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'-][^\W\d_]+)*|[,;:()–—]")
_REACH = 3
"""How many words may stand between an owner and its work: our long-standing and close *relationships*."""


def classes(sentence: str) -> str:
    """The class of each word in order, ``x`` for words of no class, ``g`` for one in -ing that opens the sentence."""
    text = sentence.casefold().replace("’", "'").replace("—", ",")
    for pattern, phrase in _PHRASES:
        text = pattern.sub(phrase, text)
    found: list[str] = []
    owned = -_REACH - 1
    for at, word in enumerate(_TOKEN.findall(text)):
        letter = _class(word)
        owner = letter == "y" or (letter == "o" and word != "we") or _class(word.removesuffix("'s")) == "o"
        if letter in "jk" and at - owned <= _REACH:
            letter = "w"
        elif letter == "x" and at == 0 and word.endswith("ing") and word not in _FORMS:
            letter = "g"
        owned = at if owner else owned
        found.append(letter)
    return "".join(found)


def _class(word: str) -> str:
    if word.endswith("'s"):
        return "x"
    last = word if word in _EXACT or stem(word) in _CLASSES else word.rpartition("-")[2]
    return _EXACT.get(last) or _CLASSES.get(stem(last), "x")
