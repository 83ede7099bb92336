"""Generated strategies and edits of them, for the promises that hold for every pair of versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from icsdiff.language.sentences import sentences
from icsdiff.model.version import Extra, Goal, Objective, Version, canonical

SENTENCES = (
    "The Mission supports district courts so that cases are heard within 18 months.",
    "Trade in agricultural goods rose to $4.2 billion in 2022, up from $3.9 billion.",
    "Roughly 45 percent of households have no access to safe water.",
    "We will train 1,200 police officers with the Ministry of Interior.",
    "Drought displaced more than 1.3 million people in the northern counties.",
    "The embassy's exchange programs reach young leaders outside the capital.",
    "Corruption may deter investors and weaken trust in public institutions.",
    "To mitigate this risk, the Mission will broaden its contacts with civil society.",
    "Failure to achieve this objective would leave clinics without medicine.",
    "The World Health Organization (WHO) counts 46 health workers for 10,000 people.",
    "Elections in November 2024 could lead to unrest; observers will be invited.",
    "U.S. firms face tariffs of 12.5 percent on machinery.",
    "This progress depends on the Power Africa initiative and on private lenders.",
    "Partners include the African Development Bank, UNICEF, and the European Union.",
    "The ratio of teachers to pupils stands at 1 to 58.",
    "No new projects begin before fiscal year 2025.",
)
LINKAGES = (
    "State-USAID JSP objectives 2.1 and 2.2",
    "State - USAID JSP Goal 3",
    "AF JRS objectives 1.1, 1.3, and 4.2",
    "National Strategy on Gender Equity and Equality",
    "USAID CDCS Development Objective 2",
    "the [United States Strategy on Countering Corruption](#) (December 2021)",
)
STATEMENTS = (
    "Kenya's economy grew more inclusive and open to U.S. trade.",
    "Health systems detect and contain outbreaks within 7 days.",
    "Courts resolve cases faster and with integrity.",
    "Security forces deter terrorism while respecting human rights.",
    "Young people find work in a modern, digital economy.",
    "Counties manage water and forests sustainably.",
    "Citizens hold their leaders to account.",
    "Media reports free of interference.",
    "Refugees live in safety and with dignity.",
)
NAMES = ("justification", "risks", "linkages", "statement", "framework_statement")

ODD_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60).map(canonical)


def _joined(parts: Sequence[str]) -> str:
    return canonical(" ".join(parts))


def _some(pool: Sequence[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(pool), max_size=most, unique=True)


PROSE = _some(SENTENCES, 6).map(_joined) | _some(SENTENCES, 4).map("\n\n".join) | ODD_TEXT
LINKAGE_FIELDS = _some(LINKAGES, 4).map(lambda parts: "; ".join(parts) + "." * bool(parts)) | ODD_TEXT


@st.composite
def objectives(draw: st.DrawFn, number: str) -> Objective:
    """An objective with any of its fields, or none."""
    statement = draw(st.sampled_from(STATEMENTS))
    return Objective(
        number,
        id=draw(st.sampled_from(["", f"objective-{number}"])),
        statement=statement,
        framework_statement=draw(st.sampled_from(["", statement, draw(st.sampled_from(STATEMENTS))])),
        justification=draw(PROSE),
        linkages=draw(LINKAGE_FIELDS),
        risks=draw(PROSE),
        extras=tuple(Extra("Assumptions", text) for text in draw(st.lists(PROSE.filter(bool), max_size=1))),
    )


@st.composite
def versions(draw: st.DrawFn) -> Version:
    """A strategy of one to three goals."""
    goals = tuple(
        Goal(
            str(goal),
            statement=draw(st.sampled_from(STATEMENTS)),
            description=draw(PROSE),
            objectives=tuple(draw(objectives(f"{goal}.{at}")) for at in range(1, draw(st.integers(1, 4)))),
        )
        for goal in range(1, draw(st.integers(2, 4)))
    )
    return Version(
        "Kenya",
        "Integrated Country Strategy",
        approved=draw(st.sampled_from([None, date(2022, 3, 21)])),
        updated=draw(st.sampled_from([(), (date(2023, 9, 22),)])),
        release=draw(st.sampled_from(["", "For Public Release", "FOR PUBLIC RELEASE", "Unclassified"])),
        priorities=draw(PROSE),
        goals=goals,
        management_objectives=tuple(draw(st.lists(objectives("M1"), max_size=1))),
        sections=tuple(Extra("Annex", text) for text in draw(st.lists(PROSE.filter(bool), max_size=1))),
        unplaced=draw(ODD_TEXT),
    )


def _renumbered(version: Version) -> Version:
    """Numbers by position, as an author gives them after a change of order."""
    goals = tuple(
        replace(
            goal,
            number=str(at),
            objectives=tuple(replace(each, number=f"{at}.{place}") for place, each in enumerate(goal.objectives, 1)),
        )
        for at, goal in enumerate(version.goals, 1)
    )
    return replace(version, goals=goals)


def _in_place_of(version: Version, chosen: Objective, others: Sequence[Objective]) -> Version:
    """The version with other objectives in place of one."""
    goals = tuple(
        replace(
            goal,
            objectives=tuple(
                each for old in goal.objectives for each in (others if old.number == chosen.number else [old])
            ),
        )
        for goal in version.goals
    )
    return replace(version, goals=goals)


def _halves(whole: Objective, statement: str) -> list[Objective]:
    """An objective's text spread over two."""
    parts = [sentence.text for sentence in sentences(whole.justification)]
    first, second = _joined(parts[: len(parts) // 2]), _joined(parts[len(parts) // 2 :])
    return [
        replace(whole, justification=first, risks=""),
        replace(whole, number=f"{whole.number}9", id="", statement=statement, justification=second),
    ]


def _gathered(whole: Objective, other: Objective) -> Objective:
    """Two objectives' texts in one."""
    return replace(
        whole,
        justification=canonical(f"{whole.justification} {other.justification}"),
        risks=canonical(f"{whole.risks}\n\n{other.risks}"),
    )


@st.composite
def edited(draw: st.DrawFn, version: Version, most: int = 6) -> Version:
    """The version after some edits: sentences and objectives added, removed, moved, reworded, split and merged."""
    for _ in range(draw(st.integers(1, most))):
        version = draw(_edit(version))
    return version


@st.composite
def _edit(draw: st.DrawFn, version: Version) -> Version:
    inside = [each for goal in version.goals for each in goal.objectives]
    match draw(st.sampled_from(["goals", "priorities", "date", "add"] + ["objective"] * 8 * bool(inside))):
        case "priorities":
            version = replace(version, priorities=draw(_edited_text(version.priorities)))
        case "date":
            version = replace(version, updated=(*version.updated, date(2025, 1, 31)))
        case "goals":
            version = _renumbered(replace(version, goals=tuple(draw(st.permutations(version.goals)))))
        case "add":
            first, *rest = version.goals
            first = replace(first, objectives=(draw(objectives("9.9")), *first.objectives))
            version = _renumbered(replace(version, goals=(first, *rest)))
        case "objective":
            version = _renumbered(draw(_edited_objective(version, draw(st.sampled_from(inside)))))
    return version


@st.composite
def _edited_objective(draw: st.DrawFn, version: Version, chosen: Objective) -> Version:
    """One objective reworded, dropped, split, merged with another, or moved to the last goal."""
    match draw(st.sampled_from(["field", "field", "field", "drop", "split", "merge", "move"])):
        case "drop":
            version = _in_place_of(version, chosen, [])
        case "split":
            version = _in_place_of(version, chosen, _halves(chosen, draw(st.sampled_from(STATEMENTS))))
        case "merge":
            other = draw(st.sampled_from([each for goal in version.goals for each in goal.objectives]))
            if other.number != chosen.number:
                version = _in_place_of(version, chosen, [_gathered(chosen, other)])
                version = _in_place_of(version, other, [])
        case "move":
            *others, last = _in_place_of(version, chosen, []).goals
            version = replace(version, goals=(*others, replace(last, objectives=(*last.objectives, chosen))))
        case "field":
            name = draw(st.sampled_from(NAMES))
            changes: dict[str, Any] = {name: draw(_edited_text(getattr(chosen, name)))}
            version = _in_place_of(version, chosen, [replace(chosen, **changes)])
    return version


@st.composite
def _edited_text(draw: st.DrawFn, text: str) -> str:
    """A text with one sentence added, removed, moved or reworded, or with other paragraphs."""
    parts = [sentence.text for sentence in sentences(text)]
    kind = draw(st.sampled_from(["insert", "remove", "swap", "words", "paragraphs", "anew"]))
    at = draw(st.integers(0, max(0, len(parts) - 1)))
    if kind == "anew" or not parts:
        return draw(PROSE)
    if kind == "insert":
        parts.insert(at, draw(st.sampled_from(SENTENCES)))
    elif kind == "remove":
        del parts[at]
    elif kind == "swap":
        parts[0], parts[at] = parts[at], parts[0]
    elif kind == "words":
        words = parts[at].split(" ")
        words[draw(st.integers(0, len(words) - 1))] = draw(
            st.sampled_from(["", "not", "14", "the", "WHO", "’", "$5 billion"])
        )
        parts[at] = " ".join(words)
    return canonical(("\n\n" if kind == "paragraphs" else " ").join(parts))
