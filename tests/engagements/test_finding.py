"""Small articles from the words to the engagements, with the shipped pack and tables."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.citation import Evidence
from dragoman.engagements.engagement import Engagement, Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from dragoman.pages import read_page
from dragoman.pages.article import Article
from readings import article_of, cast, engagements_in, engagements_of, of_kind, only, quoted

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

MACRON, SCHOLZ = "French President Emmanuel Macron", "German Chancellor Olaf Scholz"
MET = f"{MACRON} met {SCHOLZ} in Berlin on Tuesday."
BOTH_MET = f"{MACRON} and {SCHOLZ} met in Berlin on Tuesday."


def kinds(engagements: tuple[Engagement, ...]) -> list[str]:
    return [eng.kind.value for eng in engagements]


ACTS = [
    ("Germany thanked Poland for its support.", Kind.STATEMENT, "Germany", "Poland"),
    ("Germany urged Iran to release the crew of the ship.", Kind.DEMAND, "Germany", "Iran"),
    ("The United Nations urged Israel to open the crossing.", Kind.DEMAND, "United Nations", "Israel"),
    ("Germany accused Russia of spying.", Kind.ACCUSATION, "Germany", "Russia"),
    ("Germany condemned Russia on Tuesday.", Kind.ACCUSATION, "Germany", "Russia"),
    ("Russia threatened Germany with retaliation.", Kind.THREAT, "Russia", "Germany"),
    ("Germany pledged 20 million euros to Jordan.", Kind.AID, "Germany", "Jordan"),
    ("The United States imposed sanctions on Iran.", Kind.SANCTION, "United States", "Iran"),
    ("Germany barred five Iranian officials from entering the country.", Kind.SANCTION, "Germany", "Iran"),
    ("Russia recalled its ambassador from Poland.", Kind.SANCTION, "Russia", "Poland"),
    ("Germany expelled two Russian diplomats.", Kind.EXPULSION, "Germany", "Russia"),
    ("Germany lifted sanctions on Syria.", Kind.CONCESSION, "Germany", "Syria"),
    ("Germany apologised to Namibia.", Kind.CONCESSION, "Germany", "Namibia"),
    ("Iran released two French prisoners.", Kind.CONCESSION, "Iran", "France"),
    ("Russia attacked Ukraine on Tuesday.", Kind.ATTACK, "Russia", "Ukraine"),
    ("Hamas attacked Israel on Tuesday.", Kind.ATTACK, "Hamas", "Israel"),
    ("Norway recognised Palestine as a state.", Kind.OTHER, "Norway", "Palestine"),
]


class TestEveryKind:
    """One plain sentence for each kind: who takes part in which role, and the words that tell it."""

    @pytest.mark.parametrize(("text", "kind", "actor", "recipient"), ACTS)
    def test_acts_of_one_on_another(self, text, kind, actor, recipient):
        eng = only(text)
        assert (eng.kind, eng.status) == (kind, Status.COMPLETED)
        assert [(role, name) for role, name, _ in cast(eng)] == [("actor", actor), ("recipient", recipient)]
        for part in eng.participants:
            assert any(quote in text for quote in quoted(part.name))
        assert all(evidence.quote in text for evidence in eng.trigger)

    def test_a_meeting(self):
        eng = only(MET)
        assert (eng.kind, eng.status) == (Kind.MEETING, Status.COMPLETED)
        assert cast(eng) == [("participant", "Emmanuel Macron", "FRA"), ("participant", "Olaf Scholz", "DEU")]
        assert [quoted(part.name) for part in eng.participants] == [[MACRON], [SCHOLZ]]
        assert eng.place is not None
        assert (eng.place.value.city, eng.place.value.country) == ("Berlin", "DEU")
        assert quoted(eng.place) == ["Berlin"]
        assert eng.date is not None
        assert eng.date.value.iso() == ("2024-04-02", "2024-04-02")
        assert quoted(eng.date) == ["Tuesday"]

    def test_a_visit(self):
        eng = only(f"{MACRON} visited Berlin on Tuesday.")
        assert eng.kind is Kind.VISIT
        assert cast(eng) == [("actor", "Emmanuel Macron", "FRA"), ("recipient", "Germany", "DEU")]
        (stop,) = eng.stops
        assert stop.place.value.city == "Berlin"
        assert quoted(stop.place) == ["Berlin"]
        assert stop.date is not None
        assert quoted(stop.date) == ["Tuesday"]

    def test_a_call(self):
        eng = only(f"{MACRON} spoke by phone with {SCHOLZ} on Tuesday.")
        assert eng.kind is Kind.CALL
        assert {name for _, name, _ in cast(eng)} == {"Emmanuel Macron", "Olaf Scholz"}
        assert eng.place is None

    def test_who_telephones_whom(self):
        eng = only(f"{SCHOLZ} telephoned Polish Prime Minister Donald Tusk on Tuesday.")
        assert eng.kind is Kind.CALL
        assert cast(eng) == [("actor", "Olaf Scholz", "DEU"), ("recipient", "Donald Tusk", "POL")]

    def test_a_conference(self):
        eng = only(f"{MACRON} attended the G20 summit in Rio de Janeiro on Tuesday.")
        assert eng.kind is Kind.CONFERENCE
        assert cast(eng) == [("participant", "Emmanuel Macron", "FRA"), ("participant", "G20", None)]
        assert eng.name is not None
        assert eng.name.value == "G20 summit"
        assert quoted(eng.name) == ["G20 summit"]
        assert eng.place is not None
        assert eng.place.value.city == "Rio de Janeiro"

    def test_an_agreement(self):
        eng = only("France and Germany signed a defence agreement in Paris on Tuesday.")
        assert eng.kind is Kind.AGREEMENT
        assert cast(eng) == [("participant", "France", "FRA"), ("participant", "Germany", "DEU")]
        assert eng.place is not None
        assert quoted(eng.place) == ["Paris"]

    def test_a_mediation(self):
        eng = only("Qatar mediated between Israel and Hamas.")
        assert eng.kind is Kind.MEDIATION
        assert [(role, name) for role, name, _ in cast(eng)] == [
            ("mediator", "Qatar"),
            ("participant", "Israel"),
            ("participant", "Hamas"),
        ]

    def test_a_ceasefire(self):
        eng = only("Armenia and Azerbaijan signed a ceasefire on Tuesday.")
        assert eng.kind is Kind.AGREEMENT
        assert {name for _, name, _ in cast(eng)} == {"Armenia", "Azerbaijan"}


class TestAmounts:
    """Sums and counts."""

    def test_a_sum_with_its_currency(self):
        eng = only("Germany pledged 20 million euros to Jordan.")
        assert eng.amount is not None
        assert (eng.amount.value.value, eng.amount.value.unit) == (20_000_000, "EUR")
        assert quoted(eng.amount) == ["20 million euros"]

    def test_goods_are_counted(self):
        eng = only("Finland will send 10 tanks to Ukraine.")
        assert eng.kind is Kind.AID
        assert eng.amount is not None
        assert (eng.amount.value.value, eng.amount.value.unit) == (10, "tank")
        assert quoted(eng.amount) == ["10 tanks"]


class TestStatus:
    """Where an engagement stands against the publication day."""

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            (f"{MACRON} will meet {SCHOLZ} in Berlin on Friday.", Status.PLANNED),
            (f"{MACRON} is visiting Germany.", Status.ONGOING),
            (f"{MACRON} visited Germany on Monday.", Status.COMPLETED),
            (f"{MACRON} cancelled a visit to Germany.", Status.CANCELLED),
            (f"{MACRON} postponed his visit to Germany.", Status.POSTPONED),
            ("France proposed a meeting with Germany.", Status.PROPOSED),
        ],
    )
    def test_wording(self, text, status):
        assert only(text).status is status

    def test_a_planned_day_lies_ahead(self):
        eng = only(f"{MACRON} will meet {SCHOLZ} in Berlin on Friday.", day="2024-04-03")
        assert eng.date is not None
        assert eng.date.value.iso() == ("2024-04-05", "2024-04-05")

    def test_what_did_not_happen(self):
        eng = only(f"{MACRON} did not meet {SCHOLZ} in Berlin on Tuesday.")
        assert eng.negated
        assert not only(MET).negated

    def test_what_could_happen(self):
        eng = only(f"{MACRON} could meet {SCHOLZ} in Berlin.")
        assert eng.hypothetical
        assert not only(MET).hypothetical

    def test_what_happened_years_ago(self):
        eng = only(f"In 2019, {MACRON} visited Poland.")
        assert eng.historical
        assert not eng.main
        assert eng.date is not None
        assert eng.date.value.iso() == ("2019", "2019")

    def test_last_met_is_background(self):
        assert only(f"{MACRON} and {SCHOLZ} last met in Paris in January.").historical


class TestWhoIsMeant:
    """Offices, counterparts, pronouns and groups."""

    def test_the_office_is_the_texts_and_the_tables(self):
        macron, scholz = only(MET).participants
        assert macron.office is not None
        assert (macron.office.value.title, macron.office.value.role) == ("President", "head-of-state")
        assert quoted(macron.office) == ["President"]
        assert macron.office.value.source == "text and knowledge base"
        assert scholz.office is not None
        assert scholz.office.value.role == "head-of-government"

    @pytest.mark.parametrize(
        ("day", "name"), [("2024-04-03", "Olaf Scholz"), ("2019-04-03", "Angela Merkel")]
    )
    def test_an_office_without_a_name_is_named_by_the_day(self, day, name):
        eng = only("The German chancellor thanked Poland.", day=day)
        actor, _ = eng.participants
        assert (actor.name.value, actor.country and actor.country.value) == (name, "DEU")
        assert any("German chancellor" in quote for quote in quoted(actor.name))
        assert actor.reason

    def test_a_counterpart_is_named_by_the_day(self):
        eng = only("French Foreign Minister Stephane Sejourne met his German counterpart in Berlin.")
        assert eng.kind is Kind.MEETING
        assert cast(eng)[1] == ("participant", "Annalena Baerbock", "DEU")
        assert any("counterpart" in quote for quote in quoted(eng.participants[1].name))

    def test_he_is_the_one_told_before(self):
        engagements = engagements_of(
            f"{MACRON} visited Berlin on Tuesday.", "He thanked Germany for its support."
        )
        (thanks,) = of_kind(engagements, Kind.STATEMENT)
        assert cast(thanks)[0] == ("actor", "Emmanuel Macron", "FRA")
        assert "He" in quoted(thanks.participants[0].name)

    def test_a_family_name_is_the_person_introduced(self):
        engagements = engagements_of(MET, "Macron will travel to Warsaw on Friday.")
        (visit,) = of_kind(engagements, Kind.VISIT)
        assert cast(visit)[0] == ("actor", "Emmanuel Macron", "FRA")
        assert "Macron" in quoted(visit.participants[0].name)

    def test_the_two_leaders_are_those_who_met(self):
        engagements = engagements_of(BOTH_MET, "The two leaders signed a trade agreement.")
        (signed,) = of_kind(engagements, Kind.AGREEMENT)
        assert {name for _, name, _ in cast(signed)} == {"Emmanuel Macron", "Olaf Scholz"}
        assert all("The two leaders" in quoted(part.name) for part in signed.participants)

    def test_the_two_leaders_of_nothing_are_nobody(self):
        assert engagements_of("The two leaders met.") == ()


class TestOneEvent:
    """One engagement for one event, however often it is told."""

    def test_headline_and_body_are_one(self):
        eng = only(MET, headline="Macron meets Scholz in Berlin")
        assert len(eng.trigger) == 2
        assert eng.trigger[0].quote.startswith("Macron meets")
        assert eng.main

    def test_what_they_discussed_is_the_topic_of_their_meeting(self):
        eng = only(BOTH_MET, "The two leaders discussed energy.")
        assert eng.kind is Kind.MEETING
        assert [topic.value for topic in eng.topics] == ["energy"]
        assert quoted(eng.topics[0]) == ["energy"]

    def test_told_twice_is_surer(self):
        assert only(MET, headline="Macron meets Scholz").confidence > only(MET).confidence

    def test_two_meetings_of_different_people_are_two(self):
        meetings = engagements_of(
            MET, "Polish Prime Minister Donald Tusk met Latvian Prime Minister Evika Silina in Riga."
        )
        assert kinds(meetings) == ["meeting", "meeting"]

    def test_two_people_of_two_countries_are_met_one_by_one(self):
        meetings = engagements_of(
            f"{SCHOLZ} met Polish Prime Minister Donald Tusk and Latvian Prime Minister Evika Silina in Berlin."
        )
        assert [{country for _, _, country in cast(eng)} for eng in meetings] == [
            {"DEU", "POL"},
            {"DEU", "LVA"},
        ]


class TestJourneys:
    """Tours, stops and what belongs to them."""

    TOUR = "French Foreign Minister Stephane Sejourne will visit Poland, Latvia and Estonia from April 8 to April 12."

    def test_a_tour_is_a_visit_to_each_host(self):
        visits = engagements_of(self.TOUR)
        assert kinds(visits) == ["visit", "visit", "visit"]
        assert [eng.place and eng.place.value.country for eng in visits] == ["POL", "LVA", "EST"]
        assert len({eng.engagement_id for eng in visits}) == 3

    def test_the_stops_join_the_visits_of_a_tour(self):
        for eng in engagements_of(self.TOUR):
            assert [stop.place.value.country for stop in eng.stops] == ["POL", "LVA", "EST"]
            assert [stop.date for stop in eng.stops] == [None, None, None]

    def test_the_days_of_the_tour_belong_to_the_visits(self):
        for eng in engagements_of(self.TOUR):
            assert eng.date is not None
            assert eng.date.value.iso() == ("2024-04-08", "2024-04-12")
            assert quoted(eng.date) == ["from April 8 to April 12"]

    def test_a_meeting_belongs_to_the_visit_and_is_where_the_visit_is(self):
        visit, meeting = engagements_of(f"{MACRON} visited Berlin on Tuesday. He met {SCHOLZ}.")
        assert (visit.kind, meeting.kind) == (Kind.VISIT, Kind.MEETING)
        assert meeting.part_of == visit.engagement_id
        assert meeting.place is not None
        assert meeting.place.value.city == "Berlin"

    def test_a_thank_belongs_to_the_meeting(self):
        meeting, thanks = engagements_of(MET, "Macron thanked Scholz for his support.")
        assert thanks.kind is Kind.STATEMENT
        assert thanks.part_of == meeting.engagement_id


@pytest.mark.parametrize(
    "text",
    [
        f"{MACRON} opened a new hospital in Lyon on Tuesday. He met the mayor of Lyon and thanked the nurses.",
        "The minister visited a school in Hamburg and met teachers.",
        "France won the football match against Germany on Tuesday.",
        "The French painter sold a picture of the old harbour.",
        "Finland's skaters beat Norway at the winter games in Oslo.",
        "Norway's ambassador to Poland opened an exhibition of watercolours at the residence in Warsaw.",
        f"{MACRON} held a press conference in Paris on Tuesday.",
        "A storm hit the coast of Portugal on Monday.",
        "",
        "\n\n",
    ],
)
def test_a_page_without_diplomacy_yields_nothing(text):
    assert engagements_of(text) == ()


def test_engagements_stand_in_text_order():
    engagements = engagements_of(MET, "Germany expelled two Russian diplomats.", "Russia attacked Ukraine.")
    starts = [eng.trigger[0].span.start for eng in engagements]
    assert starts == sorted(starts)
    assert kinds(engagements) == ["meeting", "expulsion", "attack"]


def test_a_page_without_a_day_is_read_without_days():
    eng = only("Germany expelled two Russian diplomats on Tuesday.", day=None)
    assert eng.kind is Kind.EXPULSION
    assert eng.date is None


def evidence_in(value: object) -> list[Evidence]:
    """All evidence below a value, whatever the field."""
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [found for entry in value for found in evidence_in(entry)]
    if dataclasses.is_dataclass(value):
        return [
            found for field in dataclasses.fields(value) for found in evidence_in(getattr(value, field.name))
        ]
    return []


def assert_cited(article: Article, engagements: tuple[Engagement, ...]) -> None:
    for evidence in evidence_in(engagements):
        assert evidence.article_id == article.article_id
        assert evidence.quote
        assert evidence.quote == article.text[evidence.span.start : evidence.span.end]
    for eng in engagements:
        assert eng.trigger
        assert 0 <= eng.confidence <= 1


WORDS = st.sampled_from(
    "Macron Scholz Emmanuel Olaf French German President Chancellor France Germany Iran Hamas Oslo Paris met "
    "visited will not thanked accused talks summit G20 with in to and by of the , . : “ ” ( ) his counterpart "
    "two leaders they he it on Tuesday 2019 5 million euros sanctions agreement said that who".split()
)
NEWSLIKE = st.lists(WORDS, max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NEWSLIKE | st.text(max_size=120), min_size=1, max_size=3), st.sampled_from(["2024-04-03", None])
)
def test_any_text_is_read_and_every_quote_stands_in_it(paragraphs, day):
    article = article_of(*(paragraph or "-" for paragraph in paragraphs), day=day)
    engagements = engagements_in(article)
    assert_cited(article, engagements)


@settings(max_examples=25, deadline=None)
@given(NEWSLIKE)
def test_reading_twice_gives_the_same(text):
    first, second = engagements_of(MET, text), engagements_of(MET, text)
    assert first == second
    assert [eng.engagement_id for eng in first] == [eng.engagement_id for eng in second]


@settings(max_examples=25, deadline=None)
@given(NEWSLIKE)
def test_ids_are_all_different(text):
    ids = [eng.engagement_id for eng in engagements_of(MET, text, "Germany thanked Poland.")]
    assert len(set(ids)) == len(ids)


@settings(max_examples=25, deadline=None)
@given(NEWSLIKE)
def test_what_something_is_part_of_is_in_the_reading(text):
    engagements = engagements_of(f"{MACRON} visited Berlin on Tuesday.", text, f"He met {SCHOLZ}.")
    ids = {eng.engagement_id for eng in engagements}
    assert {eng.part_of for eng in engagements} <= ids | {None}
    assert all(eng.part_of != eng.engagement_id for eng in engagements)


def countries(eng: Engagement) -> set[str]:
    return {party.country.value for party in eng.participants if party.country is not None}


def test_being_the_first_to_visit_in_years_is_a_visit_done_without_a_day() -> None:
    told = "It added that Bilawal Bhutto Zardari was the first Pakistani foreign minister to visit Japan in four years."
    (visit,) = of_kind(engagements_of(told, day="2023-07-03"), Kind.VISIT)
    assert (visit.status, visit.date) == (Status.COMPLETED, None)


def test_a_state_whose_long_name_begins_like_that_of_another() -> None:
    told = (
        "Japanese Foreign Minister Yoshimasa Hayashi met Bilawal Bhutto Zardari, Minister of Foreign Affairs of the "
        "Islamic Republic of Pakistan, in Tokyo on Monday."
    )
    (meeting,) = of_kind(engagements_of(told, day="2023-07-04"), Kind.MEETING)
    assert countries(meeting) == {"JPN", "PAK"}


def test_two_courtesy_calls_told_with_one_verb() -> None:
    told = (
        "Chinese Foreign Minister Wang Yi called on his Singapore counterpart Vivian Balakrishnan and Malaysian Prime "
        "Minister Mahathir Mohamad."
    )
    meetings = of_kind(engagements_of(told, day="2018-08-01"), Kind.MEETING)
    assert [countries(meeting) for meeting in meetings] == [{"CHN", "SGP"}, {"CHN", "MYS"}]


def test_a_subordinate_clause_does_not_turn_a_courtesy_call_into_a_demand() -> None:
    told = "Chinese Foreign Minister Wang Yi called on Mahathir Mohamad in Putrajaya after the Malaysian took office."
    found = engagements_of(told, day="2018-08-01")
    assert Kind.DEMAND not in {eng.kind for eng in found}


def test_a_gathering_between_two_ministers_is_a_meeting() -> None:
    told = (
        "A gathering between U.S. Secretary of State Antony Blinken and Chinese Foreign Minister Qin Gang was held in "
        "Beijing on Sunday."
    )
    (meeting,) = of_kind(engagements_of(told, day="2023-06-19"), Kind.MEETING)
    assert countries(meeting) == {"USA", "CHN"}
    assert meeting.place is not None and meeting.place.value.city == "Beijing"


@pytest.mark.parametrize("dash", ["-", "–"])
def test_who_says_so_behind_a_headline_dash_is_no_topic(dash: str) -> None:
    headline = f"Foreign Ministers of Japan, Pakistan Meet in Tokyo to Discuss Relations {dash} Ministry"
    (meeting,) = of_kind(engagements_of(headline=headline, day="2023-07-03"), Kind.MEETING)
    assert [topic.value for topic in meeting.topics] == ["Relations"]


def test_a_meal_is_no_topic() -> None:
    told = "Norwegian Foreign Minister Espen Barth Eide met Swedish Foreign Minister Tobias Billström over lunch in Oslo."
    (meeting,) = of_kind(engagements_of(told, day="2024-05-03"), Kind.MEETING)
    assert meeting.topics == ()


def names(eng: Engagement) -> list[str]:
    return [party.name.value for party in eng.participants]


def test_the_leader_of_a_country_is_its_head_named_before() -> None:
    found = engagements_of(
        "President William Ruto of Kenya arrived in Kigali on Tuesday for a state visit.",
        "The Kenyan leader was received by Rwandan President Paul Kagame at Urugwiro Village.",
        day="2023-04-04",
    )
    (meeting,) = of_kind(found, Kind.MEETING)
    assert sorted(names(meeting)) == ["Paul Kagame", "William Ruto"]


def test_the_two_countries_of_an_article_that_tells_of_no_third() -> None:
    found = engagements_of(
        "Chinese President Hu Jintao arrived in Saudi Arabia on Saturday.",
        "A raft of agreements were signed between the two countries.",
        day="2006-04-23",
    )
    (agreement,) = of_kind(found, Kind.AGREEMENT)
    assert countries(agreement) == {"CHN", "SAU"}


def test_titles_written_differently_beside_one_name_are_two_people() -> None:
    told = "The Chinese head of state and King Abdullah of Saudi Arabia held talks in Riyadh on Saturday."
    (meeting,) = of_kind(engagements_of(told, day="2006-04-23"), Kind.MEETING)
    assert countries(meeting) == {"CHN", "SAU"}


def test_who_suffers_what_is_condemned_is_not_accused() -> None:
    assert engagements_of("Germany condemned the invasion of Ukraine.", day="2022-02-25") == ()


def test_the_day_of_calling_off_is_not_the_day_of_the_visit() -> None:
    (visit,) = engagements_of("French President Emmanuel Macron on Monday postponed his visit to Germany.")
    assert (visit.status, visit.date) == (Status.POSTPONED, None)


def test_what_was_said_to_have_been_put_off_is_news() -> None:
    told = (
        "A statement claimed that Defence Minister Rajnath Singh's two-day trip to Sri Lanka beginning on "
        "September 2 had been postponed."
    )
    (visit,) = engagements_of(told, day="2023-09-02")
    assert (visit.status, visit.historical) == (Status.POSTPONED, False)


def test_where_somebody_was_a_week_ago_he_is_no_more() -> None:
    told = (
        "The clash broke out on May 16 while Turkish President Recep Tayyip Erdogan was visiting Washington."
    )
    (visit,) = of_kind(engagements_of(told, day="2017-05-24"), Kind.VISIT)
    assert visit.status is Status.COMPLETED


def test_latin_american_is_not_of_the_united_states() -> None:
    told = (
        "Russian Foreign Minister Sergey Lavrov met Latin American ambassadors and Cuba's envoy on Tuesday."
    )
    assert "USA" not in {country for eng in engagements_of(told) for country in countries(eng)}


def test_any_foreign_office_is_not_the_one_in_london() -> None:
    told = "U.S. Ambassador John Bass was summoned to the Turkish foreign office on Monday."
    (eng,) = of_kind(engagements_of(told, day="2017-05-23"), Kind.ACCUSATION)
    assert countries(eng) == {"TUR", "USA"}


def test_a_title_in_the_plural_is_shared() -> None:
    told = (
        "Turkmen President Serdar Berdimuhamedow met foreign ministers Vladimir Norov of Uzbekistan and "
        "Tarik Vellmar of Tajikistan in Ashgabat on Tuesday."
    )
    found = {
        part.name.value: (part.country and part.country.value, part.office and part.office.value.title)
        for eng in engagements_of(told, day="2022-06-22")
        for part in eng.participants
    }
    assert found["Tarik Vellmar"] == ("TJK", "Foreign minister")


def test_the_day_of_saying_is_not_the_day_of_what_is_to_come() -> None:
    told = (
        "Foreign Minister Vivian Balakrishnan will attend the Asean Foreign Ministers’ Meeting (AMM) and its related "
        "meetings, Singapore’s Ministry of Foreign Affairs (MFA) said in a statement on Monday."
    )
    (conference,) = of_kind(engagements_of(told, day="2023-07-11"), Kind.CONFERENCE)
    assert conference.date is None


def test_whom_one_met_before_is_not_met_again() -> None:
    told = (
        "Prior to his meeting with Turkish President Recep Tayyip Erdogan, Kazakh Foreign Minister Mukhtar Tleuberdi "
        "met Turkish Vice President Fuat Oktay in Ankara."
    )
    found = of_kind(engagements_of(told, day="2021-03-10"), Kind.MEETING)
    assert ["Fuat Oktay", "Mukhtar Tleuberdi"] in [sorted(names(meeting)) for meeting in found]


def test_counterparts_of_a_body_are_its_members() -> None:
    told = (
        "Singapore’s Foreign Minister Vivian Balakrishnan met his ASEAN counterparts in Jakarta on Tuesday."
    )
    (meeting,) = of_kind(engagements_of(told, day="2023-07-12"), Kind.MEETING)
    assert sorted(names(meeting)) == ["ASEAN", "Vivian Balakrishnan"]


def test_sanctions_agreed_on_are_no_agreement_with_whom_they_hit() -> None:
    told = "ECOWAS leaders agreed to impose sanctions on Niger at a meeting in Abuja on Sunday."
    found = engagements_of(told, day="2023-07-31")
    assert of_kind(found, Kind.AGREEMENT) == []
    assert len(of_kind(found, Kind.SANCTION)) == 1


def test_what_talks_are_aimed_at_has_not_been_agreed() -> None:
    told = (
        "Germany opened talks in Brussels aimed at normalizing relations between Serbia and Kosovo on Monday."
    )
    assert of_kind(engagements_of(told), Kind.AGREEMENT) == []


def test_what_is_gone_by_is_not_the_infinitives() -> None:
    told = "The United States invited Sudan to join the talks in Geneva last month."
    (invited,) = of_kind(engagements_of(told, day="2024-08-10"), Kind.OTHER)
    assert invited.date is not None
    assert invited.date.value.iso() == ("2024-07", "2024-07")


def test_the_presidents_representative_is_not_the_president() -> None:
    told = (
        "Khalaf Khalafov, the Azerbaijani President's Representative on Special Assignments, met Kazakh Foreign "
        "Minister Murat Nurtleu in Astana on Friday."
    )
    (meeting,) = of_kind(engagements_of(told, day="2025-05-17"), Kind.MEETING)
    assert sorted(names(meeting)) == ["Khalaf Khalafov", "Murat Nurtleu"]
    offices = {part.office.value.title for part in meeting.participants if part.office is not None}
    assert "President" not in offices


def test_all_days_of_a_tour_told_by_its_first() -> None:
    told = "The Turkish foreign minister will embark on a three-day tour on Tuesday for visits to Kuwait, Oman and Qatar."
    visits = of_kind(engagements_of(told, day="2021-02-08"), Kind.VISIT)
    assert {visit.date.value.iso() for visit in visits if visit.date} == {("2021-02-09", "2021-02-11")}


def test_a_day_says_more_than_its_month() -> None:
    told = "Oman’s foreign minister on Tuesday arrived in Tehran in an unannounced visit for the second time in January."
    (visit,) = of_kind(engagements_of(told, day="2020-01-21"), Kind.VISIT)
    assert visit.date is not None
    assert visit.date.value.iso() == ("2020-01-21", "2020-01-21")


def test_what_somebody_needs_to_do_is_not_done() -> None:
    found = engagements_of(
        "Johnson and Macron spoke by phone on Sunday.",
        "They underscored the need for President Putin to step back and withdraw troops from Ukraine's border.",
        day="2022-02-20",
    )
    assert not of_kind(found, Kind.CONCESSION)


def test_those_a_quarrel_is_about_are_not_accused() -> None:
    told = (
        "Iranian Foreign Minister Abbas Araghchi criticised the stance of some European countries over the war between "
        "Israel and Iran, saying it was supportive of Israel."
    )
    accused = [countries(eng) for eng in of_kind(engagements_of(told, day="2025-07-08"), Kind.ACCUSATION)]
    assert not any("ISR" in sides for sides in accused)


@pytest.mark.parametrize(
    "text",
    [
        "Polish Prime Minister Donald Tusk was received at the airport by Norwegian officials.",
        "Poland and Norway are serving in the United Nations Security Council.",
    ],
)
def test_protocol_and_membership_are_no_contacts(text: str):
    assert engagements_in(article_of(text)) == ()


def test_what_only_a_caption_tells_is_not_main():
    caption = "A handout photo shows Polish Prime Minister Donald Tusk at a NATO summit in Madrid. (AFP)"
    article = read_page(f"Tusk meets Norwegian prime minister\n\n{caption}\n\n{BODY_OF_TALKS}", source="x")
    told = engagements_in(article)
    assert {eng.main for eng in told if eng.kind.value == "conference"} <= {False}
    assert any(eng.main for eng in told if eng.kind.value == "meeting")


BODY_OF_TALKS = (
    "Polish Prime Minister Donald Tusk met his Norwegian counterpart Jonas Gahr Støre in Oslo on Tuesday to talk about "
    "patrols in the Baltic Sea."
)


def test_a_letter_goes_from_its_sender_to_its_recipient():
    text = (
        "Norwegian Foreign Minister Espen Barth Eide handed over a letter from Prime Minister Jonas Gahr Støre to Polish "
        "President Andrzej Duda on Tuesday."
    )
    roles = {(role, name) for eng in engagements_in(article_of(text)) for role, name, _ in cast(eng)}
    assert roles >= {("actor", "Jonas Gahr Støre"), ("recipient", "Andrzej Duda")}


def test_a_meeting_planned_between_two_whatever_the_parser_makes_of_it():
    text = (
        f"A meeting is planned between {MACRON} and {SCHOLZ} on the sidelines of a gathering of G20 leaders in Brazil, "
        "the French president's spokesman said on Wednesday."
    )
    (eng,) = of_kind(engagements_of(text), Kind.MEETING)
    assert (eng.status, len(eng.participants)) == (Status.PLANNED, 2)


def test_where_an_envoy_is_sent_is_not_whose_he_is():
    told = engagements_of("The UN Envoy for Yemen, Hans Grundberg, met Saudi officials in Riyadh on Tuesday.")
    assert ("Hans Grundberg", "YEM") not in {
        (name, country) for eng in told for _, name, country in cast(eng)
    }


def test_two_descriptions_of_a_summit_of_two_are_one_meeting():
    text = f"{MACRON} and {SCHOLZ} ended an extraordinary summit in Berlin on Tuesday."
    more = "Emmanuel Macron and Olaf Scholz signed a treaty at the end of the historic summit."
    met = [eng for eng in engagements_of(text, more) if eng.kind in {Kind.MEETING, Kind.CONFERENCE}]
    assert [eng.kind for eng in met] == [Kind.MEETING]


def test_a_headline_that_lists_who_is_to_meet():
    told = engagements_of(
        "The talks will be about fish.", headline="Peru, Ecuador to Hold Talks in Machala Next Week"
    )
    assert [(eng.kind, eng.status) for eng in told] == [(Kind.MEETING, Status.PLANNED)]
    assert {country for _, _, country in cast(told[0])} == {"PER", "ECU"}


def test_a_diplomat_at_an_embassy_is_of_its_country():
    text = "France took the dramatic step of expelling Karl Marr, a diplomat working at the Norwegian embassy in Paris."
    (eng,) = of_kind(engagements_of(text), Kind.EXPULSION)
    assert {country for _, _, country in cast(eng)} >= {"FRA", "NOR"}


def test_a_view_on_a_deed_is_no_deed():
    text = f"{MACRON} conveyed to {SCHOLZ} his views on lifting sanctions on Syria."
    assert Kind.CONCESSION not in {eng.kind for eng in engagements_of(text)}


def test_some_of_a_region_are_not_all_of_it():
    told = engagements_of(f"{MACRON} met leaders of seven Caribbean countries in Martinique on Tuesday.")
    assert "CUB" not in {country for eng in told for _, _, country in cast(eng)}


def test_a_noun_alone_does_not_make_a_plan_done():
    told = engagements_of(
        f"Climate will be a topic of {MACRON}'s Wednesday visit to Warsaw.",
        headline="Macron to visit Warsaw on Wednesday",
    )
    assert {eng.status for eng in told if eng.kind is Kind.VISIT} == {Status.PLANNED}


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        (
            "Italian prime minister Giorgia Meloni visits Saudi Arabia to discuss the effects of the Hormuz crisis.",
            Kind.VISIT,
            {"ITA", "SAU"},
        ),
        (
            "Pakistani president Asif Zardari began a tour of Kyrgyzstan on an invitation from Kyrgyz leader Sadyr Japarov.",
            Kind.VISIT,
            {"PAK", "KGZ"},
        ),
        (
            "Japanese Foreign Minister Fumio Kishida will be in Manila for two days, the Department of State said.",
            Kind.VISIT,
            {"JPN", "PHL"},
        ),
        (
            "Peace talks held in Istanbul, Turkey, between Afghanistan and Pakistan collapse.",
            Kind.MEETING,
            {"AFG", "PAK"},
        ),
        (
            "A crisis summit was held involving the leaders of Kenya, Angola and Rwanda, along with SADC.",
            Kind.CONFERENCE,
            {"KEN", "RWA", "AGO", None},
        ),
        (
            "Indonesian Foreign Minister Retno Marsudi will attend the joint commission with South Africa's Naledi Pandor.",
            Kind.MEETING,
            {"IDN", "ZAF"},
        ),
        (
            "Qatari Foreign Minister Mohammed Al Thani was the guest of Turkish President Recep Tayyip Erdoğan in Ankara.",
            Kind.VISIT,
            {"QAT", "TUR"},
        ),
    ],
)
def test_contacts_that_real_pages_tell(text, kind, countries):
    found = [eng for eng in engagements_of(text) if eng.kind is kind]
    assert [{country for _, _, country in cast(eng)} for eng in found] == [countries]


def test_a_conference_lasts_from_its_opening_to_its_close():
    text = "The summit of the African Union in Kigali kicked off on Sunday. The summit closes on Friday."
    (eng,) = [eng for eng in engagements_of(text) if eng.kind is Kind.CONFERENCE]
    assert eng.date is not None
    assert (eng.date.value.start.isoformat(), eng.date.value.end.isoformat()) == ("2024-03-31", "2024-04-05")


def test_a_conference_of_a_body_took_place_though_nobody_is_named():
    (eng,) = engagements_of("The call came during the African Union summit in Addis Ababa on Tuesday.")
    assert [name for _, name, _ in cast(eng)] == ["African Union"]


def test_a_meeting_that_never_came_about_is_another_than_the_one_planned():
    text = (
        "The presidents of Armenia and Azerbaijan will meet in Oslo on Friday. A meeting between Armenia and Azerbaijan in "
        "Zagreb was cancelled."
    )
    assert [eng.status for eng in of_kind(engagements_of(text), Kind.MEETING)] == [
        Status.PLANNED,
        Status.CANCELLED,
    ]


def test_who_is_urged_to_talk_has_not_talked():
    told = engagements_of("Kenya called on Rwanda to talk directly with the March 23 Movement.")
    assert {eng.kind for eng in told} == {Kind.DEMAND}


def test_named_ministers_stand_before_their_countries_group():
    text = (
        "Armenian Prime Minister Nikol Pashinyan spoke to Azerbaijani President Ilham Aliyev. The two countries' foreign "
        "ministers, Ararat Mirzoyan and Jeyhun Bayramov, will meet in Oslo."
    )
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert {name for _, name, _ in cast(meeting)} == {"Ararat Mirzoyan", "Jeyhun Bayramov"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The UN's envoy for Yemen, Hans Grundberg, met Houthi leader Mahdi al-Mashat.", {"YEM", None}),
        (
            "Turkish Foreign Minister Hakan Fidan received a delegation from Damascus on Tuesday.",
            {"TUR", "SYR"},
        ),
        (
            "Indian minister S. Jaishankar and Ukraine's Dmytro Kuleba went over the peace formula.",
            {"IND", "UKR"},
        ),
        (
            "Japanese Foreign Minister Yoko Kamikawa compared notes with Chile's Alberto van Klaveren.",
            {"JPN", "CHL"},
        ),
    ],
)
def test_other_words_for_a_contact(text, countries):
    eng = only(text)
    assert {country for _, _, country in cast(eng)} == countries


def test_whom_a_body_sends_is_met_alone():
    text = (
        "Danish Foreign Minister Lars Løkke Rasmussen had bilateral meetings with Andrii Sybiha of Ukraine and the UN's "
        "Tom Fletcher."
    )
    meetings = of_kind(engagements_of(text), Kind.MEETING)
    assert [len(eng.participants) for eng in meetings] == [2, 2]


def test_a_city_in_the_name_of_a_body_is_no_place():
    text = (
        "French President Emmanuel Macron attended the Shanghai Cooperation Organisation summit on Tuesday."
    )
    assert only(text).place is None


def test_those_who_signed_it_are_those_who_came():
    text = (
        "Australian Foreign Minister Penny Wong flew to Vanuatu on Tuesday. She was met by Prime Minister Jotham Napat, "
        "with whom they signed a pact."
    )
    (eng,) = of_kind(engagements_of(text), Kind.AGREEMENT)
    assert {country for _, _, country in cast(eng)} == {"AUS", "VUT"}


def test_headlines_in_capitals_are_read_and_cited_as_they_stand():
    article = article_of(
        "No reason was given.", headline="MALI EXPELS FRENCH AMBASSADOR OVER REMARKS", day="2022-01-31"
    )
    (eng,) = engagements_in(article)
    assert (eng.kind, [p.country.value for p in eng.participants]) == (Kind.EXPULSION, ["MLI", "FRA"])
    assert eng.trigger[0].quote == "MALI EXPELS FRENCH AMBASSADOR"
