"""What a reviewer must look at, and what is a matter of style: edits and how they are judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icsdiff.comparison.compare import compare
from icsdiff.model.changes import Change, Significance
from icsdiff.model.version import Goal, Objective, Version

DEFINED = "Transnational criminal organizations (TCOs) and the World Health Organization (WHO) are known here."

# reason: edits of one sentence, old → new
SUBSTANTIVE = {
    "a modal verb differs": """
        The Mission will train judges. → The Mission may train judges.
        The Mission will support reform. → The Mission supported reform.
        The Mission must train judges. → The Mission should train judges.
        Partners can withdraw funds. → Partners could withdraw funds.
        The Mission trains judges. → The Mission would train judges.
        The Mission plans to train judges. → The Mission trains judges.
        The Mission trains judges. → The Mission aims to train judges.
        Citizens need to register. → Citizens register.
    """,
    "a negation came or went": """
        Unrest is likely. → Unrest is unlikely.
        Courts are able to hear cases. → Courts are unable to hear cases.
        Courts are independent. → Courts are not independent.
        The port operates with foreign capital. → The port operates without foreign capital.
        No clinic has power. → One clinic has power.
        The border is stable. → The border is unstable.
        Logging here is legal. → Logging here is illegal.
        Voters are satisfied with courts. → Voters are dissatisfied with courts.
        State actors fund the press. → Non-state actors fund the press.
        Democratic groups gain support. → Anti-democratic groups gain support.
        The army was helpful. → The army was helpless.
        Police respect the law. → Police do not respect the law.
        Police respect the law. → Police don't respect the law.
        Courts never close. → Courts close.
        Everyone except minors may vote. → Everyone including minors may vote.
        The treaty is reversible. → The treaty is irreversible.
        Both sides agree. → Both sides disagree.
        The measures are adequate. → The measures are inadequate.
        The ministry lacks staff. → The ministry has staff.
        Courts fail to protect witnesses. → Courts protect witnesses.
        The road is passable. → The road is impassable.
    """,
    "a word of likelihood or severity differs": """
        A severe drought came. → A drought came.
        Inflation is high. → Inflation is higher.
        A minor delay occurred. → A major delay occurred.
        Courts are critical partners. → Courts are partners.
        Floods are frequent. → Floods are rare.
        Prices often rise. → Prices rise.
        The gap is significant. → The gap is considerable.
    """,
    "a word of quantity, degree or time differs": """
        Everyday life goes on. → Every day life goes on.
        Aid goes through the port. → Aid goes around the port.
        All courts are closed. → Some courts are closed.
        Most farmers own land. → Farmers own land.
        Each court keeps a list. → The court keeps a list.
        Only women vote here. → Women vote here.
        A few courts closed. → Few courts closed.
        A number of clinics closed. → The number of clinics closed.
        A third phase began. → The third phase began.
        Courts still hear cases. → Courts hear cases.
        The most fragile areas gain. → Most fragile areas gain.
        The strong currency helps. → The stronger currency helps.
        Every clinic has power. → A clinic has power.
        Courts hear cases before the vote. → Courts hear cases after the vote.
        Exports will increase sharply. → Exports will decrease sharply.
        Annual reviews take place. → Monthly reviews take place.
        More women own farms. → Fewer women own farms.
    """,
    "a number differs": """
        Courts heard dozens of cases. → Courts heard hundreds of cases.
        The third court closed. → The fourth court closed.
        Half of the courts closed. → Courts closed.
        The court closed twice. → The court closed once.
    """,
    "a name differs": """
        Work in Kirkuk goes on. → Work in Basra goes on.
        The Polish court agreed. → The polish court agreed.
        Trade with Turkey grows. → Trade with turkey grows.
        They met in March to plan. → They met in march to plan.
        The IT sector grows. → The it sector grows.
        Funds of the WHO grow. → Funds of the UN grow.
        Grants reach the State Department. → Grants reach the States Department.
        Work with Frontex goes on. → Work with partners goes on.
        Meet with Bank staff. → Meet with bank staff.
        The AIDS program grows. → The aids program grows.
        Work with Kenyans goes on. → Work with Kenyan farms goes on.
        Ties with the Ministry of Health grow. → Ties with the Ministry of Trade grow.
    """,
    "an actor differs": """
        We work with our partner on trade. → We work with our partners on trade.
        The government trains judges. → The opposition trains judges.
        They trust the courts. → We trust the courts.
        The employer pays the tax. → The employee pays the tax.
        The ministry signs it. → The ministries sign it.
        We note the risk of fraud. → We note the risks of fraud.
        The threat from the sea grows. → The threats from the sea grow.
        Its courts are open. → Their courts are open.
        The county gains land. → The country gains land.
        We trust the police there. → We trust the army there.
    """,
    "a linking word differs": """
        They deter threats and their networks. → They deter threats to their networks.
        Trade from the coast grows. → Trade to the coast grows.
        Courts and clinics close. → Courts or clinics close.
        Prices rose because courts closed. → Prices rose when courts closed.
        The court is open. → The court was open.
        The plan was agreed by the court. → The plan was agreed with the court.
        The farms that were burned gain. → The farms which were burned gain.
    """,
    "one became several, or several one": """
        A new court opened there. → New courts opened there.
        They saw a reform. → They saw reforms.
        Donations built clinics. → Donations built a clinic.
    """,
    "a clause was put in brackets, or taken out of them": """
        Rural women in the north vote. → Rural women (in the north) vote.
    """,
    "a quotation mark or other sign differs": """
        The reform has begun. → The "reform" has begun.
        The reform has begun. → The reform has begun?
        Women/girls gain skills. → Women, girls gain skills.
        The cost in € grows. → The cost in $ grows.
    """,
    "content words differ": """
        The press plays a casual role. → The press plays a causal role.
        The court will prosecute reporters. → The court will persecute reporters.
        A statutory reform began. → A statuary reform began.
        They had a trial here. → They had a trail here.
        Martial law ended. → Marital law ended.
        They ensure the farms. → They insure the farms.
        They import grain. → They export grain.
        Courts regulate trade. → Courts regulator trade.
        They fight terror there. → They fight terrorism there.
        The developing economy grows. → The developed economy grows.
        Threatening groups fled. → Threatened groups fled.
        Intraregional trade grows. → Interregional trade grows.
        A discreet channel exists. → A discrete channel exists.
        Compliant firms gain. → Complaint firms gain.
        They resign the treaty. → They re-sign the treaty.
        They release the land. → They re-lease the land.
        Recreation goes on. → Re-creation goes on.
        Custom duties grow. → Customs duties grow.
        Economic studies grow. → Economics studies grow.
        The scared child fled. → The scarred child fled.
        Conservation there goes on. → Conversation there goes on.
        They protect the market. → They patrol the market.
        They filed the claims. → They filled the claims.
        The principal aim stands. → The principle aim stands.
        They adopt the plan. → They adapt the plan.
        Public works go on. → Public work goes on.
        Moral support goes on. → Morale support goes on.
    """,
    "words were added": """
        The court hears cases. → The court hears petty cases.
        Police protect markets. → Police protect markets openly.
    """,
    "words were dropped": """
        The court hears urgent tax cases. → The court hears urgent cases.
    """,
}

EDITORIAL = {
    "spelling": """
        The organisation of labour courts. → The organization of labor courts.
        The programme centre opened. → The program center opened.
        The defence of neighbours. → The defense of neighbors.
        They analyse travelling costs. → They analyze traveling costs.
        The judgement stands. → The judgment stands.
        They fulfil the plan. → They fulfill the plan.
        Enrolment rises. → Enrollment rises.
        Combatting fraud goes on. → Combating fraud goes on.
        The focussed effort goes on. → The focused effort goes on.
        They move towards reform. → They move toward reform.
        The licence is granted. → The license is granted.
        The accomodation of refugees. → The accommodation of refugees.
        Their recieving office closed. → Their receiving office closed.
        The enviroment suffers. → The environment suffers.
        It occured there. → It occurred there.
        Ties with the Ministry of Defence grow. → Ties with the Ministry of Defense grow.
        Work of the World Food Programme goes on. → Work of the World Food Program goes on.
        The programme helps labourers. → The program helps laborers.
        The cafés reopened. → The cafes reopened.
        Work in Bogotá goes on. → Work in Bogota goes on.
        Firms in the US gain. → Firms in the U.S. gain.
        The sceptical press grows. → The skeptical press grows.
        An ageing fleet sails. → An aging fleet sails.
        They catalogue the stocks. → They catalog the stocks.
        They work whilst courts close. → They work while courts close.
        They work amongst farmers. → They work among farmers.
    """,
    "inflection": """
        Peru's climate ambitions grow. → Peru's climate ambition grows.
        It changed their views of trade. → It changed their view of trade.
        The strategy supports reform. → The strategy supported reform.
        Courts resolved cases. → Courts resolve cases.
        Improved courts resolve cases. → Improve courts resolving cases.
        Judicial reform were begun. → Judicial reform was begun.
        The list of clinics are long. → The list of clinics is long.
        This effort grows. → These efforts grow.
        The court's clerk agreed. → The court clerk agreed.
        The strategy builds trust. → The strategy built trust.
        Several crisis passed. → Several crises passed.
        The criterion is known. → The criteria are known.
    """,
    "punctuation": """
        Judges, police and wardens work. → Judges, police, and wardens work.
        Courts close; clinics open. → Courts close: clinics open.
        Courts close, clinics open. → Courts close; clinics open.
        In time courts open. → In time, courts open.
        However courts open. → However, courts open.
        In 2022, courts opened. → In 2022 courts opened.
        They agreed. → They agreed!
        The farmers' market opened. → The farmers market opened.
        Courts, long closed, open. → Courts - long closed - open.
        The upper house, elected last spring, has yet to meet. → The upper house (elected last spring) has yet to meet.
    """,
    "articles": """
        Police and the wardens work. → Police and wardens work.
        They signed the treaty. → They signed a treaty.
        Support for the courts goes on. → Support for courts goes on.
        The Peru mission grows. → Peru mission grows.
        Peru ranks as the second producer. → Peru ranks as second producer.
        An hospital opened. → A hospital opened.
    """,
    "hyphenation": """
        Long term growth goes on. → Long-term growth goes on.
        They co-operate there. → They cooperate there.
        Cyber security grows. → Cybersecurity grows.
        Cross-border trade grows. → Crossborder trade grows.
        Health care grows. → Healthcare grows.
        The 20-member council met. → The 20 member council met.
        Work against Al-Shabaab goes on. → Work against Al Shabaab goes on.
        They re-establish the court. → They reestablish the court.
        Non-state actors gain. → Nonstate actors gain.
        Socio-economic growth goes on. → Socioeconomic growth goes on.
        Policy makers agree. → Policymakers agree.
        Talks are under way. → Talks are underway.
        The web site opened. → The website opened.
        Counter-terrorism goes on. → Counterterrorism goes on.
    """,
    "capital letters": """
        Work with Indigenous farmers goes on. → Work with indigenous farmers goes on.
        Work with the Government goes on. → Work with the government goes on.
        Ties with the Embassy grow. → Ties with the embassy grow.
        The Rule of Law grows. → The rule of law grows.
    """,
    "an acronym spelled out or shortened, which both versions define": """
        Police fight TCOs there. → Police fight transnational criminal organizations there.
        Police fight transnational criminal organizations (TCOs) there. → Police fight TCOs there.
        Funds of the WHO grow. → Funds of the World Health Organization grow.
        Funds of the World Health Organization grow. → Funds of the World Health Organization (WHO) grow.
        Firms in the United States gain. → Firms in the U.S. gain.
        They reach the United States border. → They reach U.S. border.
    """,
}


def rows(table: dict[str, str]) -> list[tuple[str, str, str]]:
    lines = [(reason, line.strip()) for reason, block in table.items() for line in block.strip().splitlines()]
    return [(reason, *line.split(" → ")) for reason, line in lines]  # type: ignore[misc]


def told(old: str, new: str, *, field: str = "justification") -> tuple[Change, ...]:
    def version(sentence: str) -> Version:
        objective = replace(Objective("1.1", "objective-1", statement="Courts resolve cases."), **{field: sentence})  # type: ignore[arg-type]
        return Version("Kenya", priorities=DEFINED, goals=(Goal("1", objectives=(objective,)),))

    changes = compare(version(old), version(new)).changes
    return tuple(change for change in changes if not change.kind.startswith("term-"))


@pytest.mark.parametrize(("reason", "old", "new"), rows(SUBSTANTIVE))
def test_what_says_something_else_is_substantive(reason: str, old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        changes = told(one, other)
        assert changes
        assert {change.significance for change in changes} == {Significance.SUBSTANTIVE}
        if reason not in ("words were added", "words were dropped"):
            assert reason in {change.reason for change in changes}


@pytest.mark.parametrize(("reason", "old", "new"), rows(EDITORIAL))
def test_what_is_written_otherwise_is_editorial(reason: str, old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        (change,) = told(one, other)
        assert change.significance is Significance.EDITORIAL, change.reason
        assert reason in change.reason.split("; ")


WEIGHTY = (
    "will may must cannot not never no without unlikely could severe high some all most only every few each "
    "2031 four million percent third Kirkuk Frontex UNICEF IT Turkey they partners"
).split()
SENTENCES = (
    "The Mission supports district courts so that cases are heard within a year.",
    "Trade in farm goods rose, and firms hired young people from the coast.",
    "Corruption deters investors; it weakens trust in long-term reform.",
    "Failure to achieve this objective leaves clinics without medicine.",
)


@given(st.sampled_from(SENTENCES), st.integers(0, 20), st.sampled_from(WEIGHTY), st.sampled_from(WEIGHTY))
def test_a_word_that_weighs_is_never_editorial(sentence: str, at: int, one: str, other: str) -> None:
    words = sentence.split(" ")
    at %= len(words)
    with_one, with_other = (" ".join([*words[:at], word, *words[at:]]) for word in (one, other))
    pairs = [(sentence, with_one), (with_one, sentence)] + [(with_one, with_other)] * (one != other)
    for old, new in pairs:
        assert any(change.significance is Significance.SUBSTANTIVE for change in told(old, new))


@given(st.sampled_from(SENTENCES), st.integers(0, 20))
def test_a_word_dropped_is_never_editorial_unless_it_is_an_article(sentence: str, at: int) -> None:
    words = sentence.split(" ")
    at %= len(words)
    changes = told(sentence, " ".join([*words[:at], *words[at + 1 :]]))
    article = words[at].lower() in ("a", "an", "the")
    assert {change.significance for change in changes} == {
        Significance.EDITORIAL if article else Significance.SUBSTANTIVE
    }


STYLE = (
    ("'", "’"),
    ('"', "”"),
    (" - ", " – "),
    ("-", "\u2011"),
    (" ", "  "),
    (" ", "\u00a0"),
    ("fi", "ﬁ"),
    ("...", "…"),
)


@given(st.lists(st.sampled_from(STYLE), min_size=1, unique=True))
def test_typography_alone_is_no_change(style: list[tuple[str, str]]) -> None:
    old = 'Peru\'s "first" office - a start - filed long-term claims...'
    new = old
    for plain, fine in style:
        new = new.replace(plain, fine)
    assert told(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "significance"),
    [
        ("Labour unrest may spread.", "Labor unrest may spread.", Significance.EDITORIAL),
        ("Fires, floods and drought may spread.", "Fires, floods, and drought may spread.", Significance.EDITORIAL),
        ("The strike may spread.", "A strike may spread.", Significance.EDITORIAL),
        ("A strike may spread.", "Strikes may spread.", Significance.SUBSTANTIVE),
        ("The threat to farms may spread.", "The threats to farms may spread.", Significance.SUBSTANTIVE),
        ("We will watch the talks.", "We watch the talks.", Significance.SUBSTANTIVE),
        ("Cholera may spread in camps.", "Cholera may spread in towns.", Significance.SUBSTANTIVE),
    ],
)
def test_in_risks_and_mitigations_style_is_editorial_and_all_else_substantive(
    old: str, new: str, significance: Significance
) -> None:
    (change,) = told(old, new, field="risks")
    assert change.kind in ("risk-revised", "mitigation-revised")
    assert change.significance is significance, change.reason


def test_a_sentence_that_moved_says_what_was_revised_on_the_way() -> None:
    old = "Courts matter to everyone here. Delay harms the poor most of all. The Mission will train many judges."
    new = "The Mission may train many judges. Courts matter to everyone here. Delay harms the poor most of all."
    revised, moved = told(old, new)
    assert (moved.kind, revised.kind) == ("text-moved", "text-revised")
    assert revised.part_of == moved.id
    assert moved.reason == "a sentence stands at another place, revised: a modal verb differs"
    assert revised.reason == "a modal verb differs"


def test_the_weightiest_of_several_differences_is_the_reason() -> None:
    (change,) = told(
        "Courts in the north hear tax cases, and clerks keep files.",
        "Courts in the north hear land cases, and clerks do not keep files.",
    )
    assert change.reason == "a negation came or went"


@pytest.mark.parametrize("mark", ["\u200b", "\u00ad", "'", "-", "(", "[x](y)", "½", "²"])
def test_odd_marks_are_judged_as_well(mark: str) -> None:
    for old, new in (
        ("Courts hear cases.", f"Courts {mark} hear cases."),
        ("Courts hear cases.", f"{mark} Courts hear."),
    ):
        assert {change.reason for change in (*told(old, new), *told(new, old))}
