"""One edit, one answer: a table of fields before and after, and what a reviewer is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icsdiff.comparison.compare import compare
from icsdiff.model.changes import ChangeSet
from icsdiff.model.version import Goal, Objective, Version

# field, old, new, the kinds told, how the first is judged (s substantive, e editorial)
CASES = {
    "a figure revised": (
        "justification",
        "Kenya hosts 1.32 million refugees.",
        "Kenya hosts 1.57 million refugees.",
        "figure-revised",
        "s",
    ),
    "a figure and the words around it": (
        "justification",
        "Kenya hosts 540,000 refugees in camps.",
        "Kenya hosts 610,000 refugees in towns and camps.",
        "figure-revised text-revised",
        "s",
    ),
    "a percentage revised": ("justification", "Only 22 percent vote.", "Only 31 percent vote.", "figure-revised", "s"),
    "money revised": ("justification", "The gap is $91 billion.", "The gap is $96 billion.", "figure-revised", "s"),
    "a year revised": ("justification", "Reform began in 2021.", "Reform began in 2022.", "figure-revised", "s"),
    "a date revised": (
        "justification",
        "Polls open on May 9, 2022.",
        "Polls open on June 9, 2022.",
        "figure-revised",
        "s",
    ),
    "a figure added": (
        "justification",
        "The Mission trains officers.",
        "The Mission trains 1,200 officers.",
        "figure-added",
        "s",
    ),
    "the same value in words": ("justification", "About sixty percent vote.", "About 60 percent vote.", "", ""),
    "the same value with a sign": ("justification", "Some 22 percent vote.", "Some 22% vote.", "", ""),
    "the same value in digits": (
        "justification",
        "Kenya hosts 1.32 million refugees.",
        "Kenya hosts 1,320,000 refugees.",
        "",
        "",
    ),
    "a decimal without its zero": (
        "justification",
        "Tax fell by .5 percent.",
        "Tax fell by .05 percent.",
        "figure-revised",
        "s",
    ),
    "a point that came": ("justification", "Tax fell by 5 percent.", "Tax fell by .5 percent.", "figure-revised", "s"),
    "basis points": (
        "justification",
        "Rates rose by 25 basis points.",
        "Rates rose by 0.25 percentage points.",
        "",
        "",
    ),
    "a half in signs": ("justification", "It took 5½ years to build.", "It took 5.5 years to build.", "", ""),
    "a zero before the point": ("justification", "Tax fell by .5 percent.", "Tax fell by 0.5 percent.", "", ""),
    "a mitigation that is negated": (
        "risks",
        "We will fund boats to mitigate this risk.",
        "We will not fund boats to mitigate this risk.",
        "mitigation-revised",
        "s",
    ),
    "an ordinal in digits": ("justification", "It is the twenty-first summit.", "It is the 21st summit.", "", ""),
    "another ordinal": ("justification", "The second plan is out.", "The third plan is out.", "text-revised", "s"),
    "another qualifier": (
        "justification",
        "It needs more than $91 billion.",
        "It needs nearly $91 billion.",
        "figure-revised",
        "s",
    ),
    "quotes and dashes": ("justification", 'Kenya\'s "plan" - a start.', "Kenya’s “plan” – a start.", "", ""),
    "a modal": (
        "justification",
        "The Mission will train judges.",
        "The Mission may train judges.",
        "text-revised",
        "s",
    ),
    "a negation": ("justification", "Courts are independent.", "Courts are not independent.", "text-revised", "s"),
    "an actor": (
        "justification",
        "USAID trains the judges.",
        "INL trains the judges.",
        "term-added term-removed text-revised",
        "s",
    ),
    "spelling": (
        "justification",
        "The organisation of labour courts.",
        "The organization of labor courts.",
        "text-revised",
        "e",
    ),
    "inflection": (
        "justification",
        "Strong court deters crime here.",
        "Strong courts deter crime here.",
        "text-revised",
        "e",
    ),
    "punctuation": (
        "justification",
        "Judges, police and wardens work.",
        "Judges, police, and wardens work.",
        "text-revised",
        "e",
    ),
    "an article": ("justification", "Police and the wardens work.", "Police and wardens work.", "text-revised", "e"),
    "a content word": (
        "justification",
        "Police protect the markets.",
        "Police patrol the markets.",
        "text-revised",
        "s",
    ),
    "a sentence added": (
        "justification",
        "Courts matter.",
        "Courts matter. Delay harms the poor most.",
        "text-added",
        "s",
    ),
    "a sentence removed": (
        "justification",
        "Courts matter. Delay harms the poor most.",
        "Courts matter.",
        "text-removed",
        "s",
    ),
    "a sentence moved in its field": (
        "justification",
        "Courts matter to everyone. Delay harms the poor most. Judges are few in the north.",
        "Delay harms the poor most. Judges are few in the north. Courts matter to everyone.",
        "text-moved",
        "s",
    ),
    "paragraphs": (
        "justification",
        "Courts matter. Delay harms the poor.",
        "Courts matter.\n\nDelay harms the poor.",
        "",
        "",
    ),
    "a risk added": (
        "risks",
        "Funding may end early.",
        "Funding may end early. Drought could displace the courts' clients.",
        "risk-added",
        "s",
    ),
    "a risk reworded": (
        "risks",
        "Funding may end before courts open.",
        "Funding may end before clinics open.",
        "risk-revised",
        "s",
    ),
    "a likelihood": (
        "risks",
        "Unrest is likely after the vote.",
        "Unrest is unlikely after the vote.",
        "risk-revised",
        "s",
    ),
    "a mitigation added": (
        "risks",
        "Funding may end.",
        "Funding may end. To mitigate this risk, we will seek partners.",
        "mitigation-added",
        "s",
    ),
    "a mitigation removed": (
        "risks",
        "Funding may end. We will mitigate this risk by sharing costs.",
        "Funding may end.",
        "mitigation-removed",
        "s",
    ),
    "a linkage added": (
        "linkages",
        "State-USAID JSP objective 2.1.",
        "State-USAID JSP objectives 2.1 and 2.3.",
        "linkage-added",
        "s",
    ),
    "a linkage removed": (
        "linkages",
        "JSP objectives 2.1, 2.2, and 2.3.",
        "JSP objectives 2.1 and 2.3.",
        "linkage-removed",
        "s",
    ),
    "linkages in another order": (
        "linkages",
        "JSP objective 2.1; AF JRS Goal 3.",
        "AF JRS Goal 3; JSP objective 2.1.",
        "",
        "",
    ),
    "a linkage spelled otherwise": (
        "linkages",
        "State - USAID JSP Objective 2.1",
        "State-USAID JSP objective 2.1.",
        "",
        "",
    ),
    "a named strategy added": (
        "linkages",
        "JSP objective 2.1.",
        "JSP objective 2.1; National Strategy on Gender Equity and Equality.",
        "linkage-added",
        "s",
    ),
    "a framework swapped": (
        "linkages",
        "JSP objective 2.1.",
        "JRS objective 2.1.",
        "linkage-added linkage-removed",
        "s",
    ),
    "a statement renamed": (
        "statement",
        "Courts resolve cases faster.",
        "Courts resolve cases with integrity.",
        "objective-renamed",
        "s",
    ),
    "a statement inflected": (
        "statement",
        "Courts resolved cases faster.",
        "Courts resolve cases faster.",
        "objective-renamed",
        "e",
    ),
    "a field gone": ("risks", "Funding may end early.", "", "risk-removed", "s"),
}


def version(field: str, text: str) -> Version:
    fields = {
        "statement": "Courts resolve cases.",
        "justification": "Justice was slow here.",
        "linkages": "",
        "risks": "",
    }
    fields[field] = text
    return Version("Kenya", goals=(Goal("1", objectives=(Objective("1.1", "objective-1", **fields),)),))  # type: ignore[arg-type]


def told(changes: ChangeSet) -> str:
    return " ".join(sorted(str(change.kind) for change in changes.changes))


@pytest.mark.parametrize(("field", "old", "new", "kinds", "judged"), CASES.values(), ids=CASES)
def test_an_edit_is_told_as_what_it_is(field: str, old: str, new: str, kinds: str, judged: str) -> None:
    changes = compare(version(field, old), version(field, new))
    assert told(changes) == kinds
    assert "".join(change.significance[0] for change in changes.changes[:1]) == judged
    assert all(change.reason and change.summary for change in changes.changes)


def strategy(*objectives: Objective) -> Version:
    goals: dict[str, list[Objective]] = {}
    for each in objectives:
        goals.setdefault(each.number[0], []).append(each)
    return Version(
        "Kenya",
        goals=tuple(
            Goal(number, statement=f"Goal of {number}.", objectives=tuple(held)) for number, held in goals.items()
        ),
    )


HEALTH = Objective(
    "1.1",
    statement="Health systems detect outbreaks early.",
    justification="Clinics lack laboratories and nurses in the north.",
    risks="Cholera may spread.",
)
COURTS = Objective(
    "1.2",
    statement="Courts resolve cases with integrity.",
    justification="Judges wait for files; prosecutors lose evidence.",
    risks="Delay could cost trust.",
)
TRADE = Objective(
    "2.1",
    statement="Exports to the United States grow.",
    justification="Tariffs hinder textile firms at the port of Mombasa.",
    risks="Prices may fall.",
)


def renumbered(objective: Objective, number: str) -> Objective:
    return replace(objective, number=number)


def facets(old: Version, new: Version) -> list[str]:
    return [
        f"{'+'.join(match.old)}>{'+'.join(match.new)}"
        + "".join(f" {name}" for name in ("renamed", "renumbered", "moved") if getattr(match, name))
        for match in compare(old, new).alignment
        if match.level == "objective"
    ]


def test_swapped_numbers_are_not_swapped_objectives() -> None:
    new = strategy(renumbered(COURTS, "1.1"), renumbered(HEALTH, "1.2"), TRADE)
    assert facets(strategy(HEALTH, COURTS, TRADE), new) == ["1.2>1.1 renumbered", "1.1>1.2 renumbered", "2.1>2.1"]


def test_an_objective_under_another_goal_is_moved() -> None:
    new = strategy(HEALTH, TRADE, renumbered(COURTS, "2.2"))
    assert facets(strategy(HEALTH, COURTS, TRADE), new) == ["1.1>1.1", "2.1>2.1", "1.2>2.2 renumbered moved"]


def test_a_removed_objective_is_not_taken_for_an_unrelated_one_with_its_number() -> None:
    water = Objective(
        "1.2",
        statement="Counties manage forests and water.",
        justification="Rivers dry up when hills lose their trees.",
        risks="Fires may spread.",
    )
    assert facets(strategy(HEALTH, COURTS, TRADE), strategy(HEALTH, water, TRADE)) == [
        "1.1>1.1",
        ">1.2",
        "2.1>2.1",
        "1.2>",
    ]


def test_a_paraphrased_statement_is_known_by_its_body() -> None:
    reworded = replace(COURTS, statement="Rule of law reaches every citizen.")
    assert facets(strategy(HEALTH, COURTS, TRADE), strategy(HEALTH, reworded, TRADE)) == [
        "1.1>1.1",
        "1.2>1.2 renamed",
        "2.1>2.1",
    ]


def test_what_an_objective_takes_along_is_part_of_its_removal() -> None:
    changes = compare(strategy(HEALTH, COURTS, TRADE), strategy(HEALTH, TRADE))
    removal, *followers = changes.changes
    assert removal.kind == "objective-removed"
    assert {change.kind for change in followers} == {"risk-removed", "text-removed"}
    assert {change.part_of for change in followers} == {removal.id}


def test_renumbering_around_a_change_does_not_alter_its_id() -> None:
    edited = replace(TRADE, risks="Prices may rise.")
    before = compare(strategy(HEALTH, TRADE), strategy(HEALTH, edited))
    after = compare(strategy(COURTS, TRADE), strategy(COURTS, renumbered(HEALTH, "1.3"), renumbered(edited, "2.1")))
    (risk,) = [change.id for change in before.changes if change.kind == "risk-revised"]
    assert risk in {change.id for change in after.changes}
