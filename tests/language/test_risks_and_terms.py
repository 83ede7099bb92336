"""What a sentence of a risks field states, and which words are names."""

from __future__ import annotations

from pathlib import Path

import pytest

from icsdiff.language.definitions import definitions
from icsdiff.language.risks import Role, role, severity_words
from icsdiff.language.terms import surname, terms


@pytest.mark.parametrize(
    "sentence",
    [
        "Failure to achieve this objective would leave clinics without medicine.",
        "If this objective is not met, vulnerable groups risk becoming marginalized.",
        "Corruption may deter investors.",
        "The Mission could lose access to its partners.",
        "It also decreases opportunities for U.S. businesses.",
        "Political instability since 2020 has slowed reform.",
        "The commission proposes adaptation and mitigation measures.",
        "Otherwise, the Mission jeopardizes relationships among key audiences.",
    ],
)
def test_a_statement_of_what_may_go_wrong_is_a_risk(sentence: str) -> None:
    assert role(sentence) is Role.RISK


@pytest.mark.parametrize(
    "sentence",
    [
        "To mitigate these risks, we will seek partners.",
        "We will mitigate this risk by sharing costs.",
        "The Mission will broaden its contacts with civil society.",
        "Post will continue to support the ministry.",
        "Mindful of this, we also support civil society.",
        "This assistance is complemented by other donors.",
        "To counter this threat, Embassy Nairobi works with the police.",
    ],
)
def test_a_statement_of_what_is_done_about_it_is_a_mitigation(sentence: str) -> None:
    assert role(sentence) is Role.MITIGATION


def test_a_sentence_that_goes_on_states_what_the_one_before_it_did() -> None:
    assert role("These include joint patrols.", Role.MITIGATION) is Role.MITIGATION
    assert role("These include joint patrols.", Role.RISK) is Role.RISK


def test_of_a_hundred_statements_ninety_five_are_told_apart() -> None:
    """``role: sentence``, or ``role > role: sentence`` where the first is what the sentence before it states."""
    wrong: list[str] = []
    rows = (Path(__file__).parent / "risk_statements.txt").read_text(encoding="utf-8").splitlines()
    for row in rows:
        roles, _, sentence = row.partition(": ")
        previous, _, expected = roles.rpartition(" > ")
        if role(sentence, Role(previous) if previous else None) != expected:
            wrong.append(row)
    assert len(wrong) <= 0.05 * len(rows), "\n".join(wrong)


@pytest.mark.parametrize("words", ["training ", "the risk is ", "we, ", "our ", "safeguards against ", "if "])
def test_hostile_statements_take_no_time(words: str) -> None:
    assert role(words * 50_000) in set(Role)


def test_words_of_likelihood_and_severity_are_found() -> None:
    assert severity_words("It is unlikely, yet could be severe.") == ("unlikely", "could", "severe")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Through the Partnership for Global Infrastructure and Investment (PGII), we build.",
            ["Partnership for Global Infrastructure and Investment", "PGII"],
        ),
        ("The OECD and UNICEF agree.", ["OECD", "UNICEF"]),
        ("TCOs threaten the region.", ["TCO"]),
        ("The Ministry of Environment signed the Paris Agreement.", ["Ministry of Environment", "Paris Agreement"]),
        ("Peru's National Plan was adopted.", ["National Plan"]),
        ("Trade with the United States grows in Kenya.", []),
        ("Objective 1.2 of Mission Goal 2 stands in the ICS.", []),
        ("The President met American and Peruvian leaders in March.", []),
        ("The Food and Agriculture Organization warns.", ["Food and Agriculture Organization"]),
        ("Grants of the Ministry of Health and World Bank grow.", ["Ministry of Health", "World Bank"]),
        ("UNICEF and World Vision agree.", ["UNICEF", "World Vision"]),
        ("The African Union's Agenda 2063 grows.", ["African Union", "Agenda 2063"]),
        (
            "The Ministry of Health's Community Health Strategy began.",
            ["Ministry of Health", "Community Health Strategy"],
        ),
        ("The President's Emergency Plan for AIDS Relief helps.", ["President's Emergency Plan for AIDS Relief"]),
        ("At the United States-hosted Summit of the Americas they met.", ["Summit of the Americas"]),
        ("The USAID-funded Power Kenya activity ends.", ["USAID", "Power Kenya"]),
        ("A Prime Minister-led body met.", []),
        ("The United States International Climate Finance Plan began.", ["International Climate Finance Plan"]),
        ("The U.S. Strategy on Countering Corruption began.", ["Strategy on Countering Corruption"]),
        ("Weak Kenyan courts and South African firms met in Sri Lanka.", []),
        ("The Government of Peru agreed. Members of Parliament voted.", []),
        ("President Ruto met Ambassador Meg Whitman.", ["President Ruto", "Ambassador Meg Whitman"]),
        ("Strengthening of Local Courts goes on.", []),
        (
            "Under Agenda 2063 and Kenya Vision 2030, the G77 met in FY2023-FY2026.",
            ["Agenda 2063", "Kenya Vision 2030", "G77"],
        ),
        ("The Education Minister and the Deputy Chief of Mission read Title II and Annex A.", []),
    ],
)
def test_names_are_told_from_capital_letters(text: str, names: list[str]) -> None:
    assert [term.name for term in terms(text)] == names


def test_an_acronym_is_defined_in_either_order() -> None:
    assert definitions("Transnational criminal organizations (TCOs) adapt.") == {
        "TCO": "Transnational criminal organizations"
    }
    assert definitions("The NDC (Nationally Determined Contributions) guides us.") == {
        "NDC": "Nationally Determined Contributions"
    }
    assert definitions("The law (ABC) is new.") == {}


@pytest.mark.parametrize(
    ("name", "known_by"),
    [
        ("President Pedro Castillo", "Castillo"),
        ("Defence Minister Richard Marles", "Marles"),
        ("Deputy Secretary Sherman", "Sherman"),
        ("Secretary of State", None),
        ("Prime Minister", None),
        ("World Bank", None),
    ],
)
def test_a_person_with_a_title_is_known_by_the_surname(name: str, known_by: str | None) -> None:
    assert surname(name) == known_by


@pytest.mark.parametrize("words", ["Aa ", "Aa and ", "Aa's ", "A-", "AB (", "(AB) ", "Aa of the ", "Aa-led "])
def test_hostile_names_take_no_time(words: str) -> None:
    assert len(terms(words * 30_000)) + len(definitions(words * 30_000)) >= 0
