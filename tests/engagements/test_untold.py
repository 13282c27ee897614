"""Untold: words that tell of nothing between two sides."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read
from readings import cast, engagements_of


@pytest.mark.parametrize(
    "text",
    [
        "Suppose Russia sank a Romanian grain ship tomorrow.",
        "Imagine that Turkey expelled the French ambassador tonight.",
        "Suppose India banned all imports from Canada.",
        "If you enter Iran on an Iranian passport, Tehran will arrest you or expel Dutch diplomats who ask for you.",
        "When you hold two passports, China may refuse to let Swedish diplomats visit you.",
        "The British embassy seeks a visits officer to organise meetings with Dutch ministers.",
        "Germany's mission needs a translator to accompany talks with Kenyan ministers.",
        "Norway warned Norwegian citizens in Mali that the embassy can offer little help.",
        "Canada urged French nationals in Haiti to leave the country.",
        "Japan advises Japanese travellers in China to avoid crowds.",
    ],
)
def test_advice_dreams_and_advertisements_tell_of_nothing(text):
    assert not engagements_of(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia sank a Romanian grain ship on Monday with a missile.", Kind.ATTACK),
        ("Norway warned Mali that it would close its embassy unless the envoy is freed.", Kind.THREAT),
        ("Canada urged France to leave the treaty.", Kind.DEMAND),
        ("The British ambassador held talks with Dutch ministers on Monday.", Kind.MEETING),
    ],
)
def test_what_is_told_stays(text, kind):
    assert kind in {eng.kind for eng in engagements_of(text)}


@pytest.mark.parametrize(
    "opening",
    [
        "Letters to the editor",
        "The umbrella\n\nA short story by R. Okonjo",
        "Quiz of the week: which president went where?",
        "Model UN: pupils broker a ceasefire",
    ],
)
def test_pages_of_letters_fiction_and_games_are_without_news(opening):
    page = f"{opening}\n\nKenya, 3 May 2023 - Russia expelled the French ambassador on Monday."
    assert read(read_page(page.encode(), source="x")).engagements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Switzerland's PLANETAIR and India's ISRO signed a data agreement.",
        "South Korea's Hanwha Ocean announced a $3.9bn order for carriers from a Greek owner.",
        "Italy's Enel gave $2 million to Tunisia.",
        "Denmark presented a family saga, and Ireland, which closed its tent last year, a film from Lithuania.",
        "President Vladimir Putin of Russia made a great personal contribution to Zimbabwe's independence.",
        "The German embassy donated a projector worth 18,000 euros to the film school in Tbilisi.",
        "President Joe Biden signed a memorandum directing the removal of certain Hong Kong residents.",
        "The United States will facilitate the shipment of 4 million bottles of infant formula from Australia.",
        "The drought threatens the safety and the livelihoods of Kenya's farmers.",
        "Germany has shown its heart by welcoming more than 80,000 Afghans to its towns.",
    ],
)
def test_firms_gestures_and_orders_are_no_acts_of_states(text):
    assert [eng.kind for eng in engagements_of(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Italy's government gave $2 million to Tunisia.", Kind.AID),
        ("Norway made a voluntary contribution of 5 million euros to Zimbabwe.", Kind.AID),
        ("Germany welcomed Afghanistan's decision to free the prisoners.", Kind.STATEMENT),
        (
            "Turkish President Recep Tayyip Erdogan attacked the decision of the United States to move its embassy.",
            Kind.ACCUSATION,
        ),
    ],
)
def test_acts_in_like_words_stay(text, kind):
    assert [eng.kind for eng in engagements_of(text)] == [kind]


def test_countries_that_meet_on_a_sports_page_play():
    page = (
        "Bielsa rests his striker before the second match\n\nMontevideo, 21 November 2023 - The coach named a goalkeeper. "
        "FIFA fined the club. Uruguay, who meet Bolivia in Montevideo tonight, are second."
    )
    assert read(read_page(page.encode(), source="x")).engagements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Athens mayor Kostas Bakoyannis visited Istanbul on Wednesday.",
        "Lord Mayor Nora Daly of Dublin flew to Boston on Friday.",
        "Peru's consul general, Ana Vidal, will visit a fish market in Genoa on Saturday.",
        "Every month the Peruvian ambassador invites Italian students to the residence.",
    ],
)
def test_towns_consuls_and_private_guests_are_no_sides(text):
    assert not engagements_of(text)


def test_a_partys_conference_is_no_conference_of_states():
    assert not engagements_of(
        "Prime Minister Rishi Sunak arrived in Manchester for the Conservative conference."
    )


def test_a_first_name_alone_is_no_prime_minister():
    assert not engagements_of("The couple's daughter Naomi, who is visiting London, went to a play.")


@pytest.mark.parametrize(
    "text",
    [
        "With that, I now invite Dr. Carla Barnett, the Secretary General of the Caribbean Community, to share a few words.",
        "The White House declined to comment on the talks with Iran.",
        "The Kremlin refused to be drawn on the plans of Poland.",
        "Japan's foreign ministry declined to name the Russian diplomat.",
    ],
)
def test_who_gives_the_floor_or_says_nothing_deals_with_nobody(text):
    assert not [eng for eng in engagements_of(text) if eng.mode in {"invite", "refuse"}]


@pytest.mark.parametrize(
    "opening", ["Letters: submarines and fish", "Your letters: fish and manners", "Sir – France is right."]
)
def test_readers_letters_tell_no_news(opening):
    page = f"{opening}\n\nI urge the government to invite President Macron to Sydney and to thank France.\n"
    assert not read(read_page(page.encode(), source="x.txt")).engagements


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("Iran refused to explain the strike to France.", "FRA"),
        ("Iran refused to reveal its sites to Iraq.", "IRQ"),
        ("Iran refused to tell France the names of the dead.", "FRA"),
    ],
)
def test_what_is_kept_from_another_side_is_refused_to_it(text, receiver):
    (eng,) = engagements_of(text)
    assert (eng.kind, eng.mode) == (Kind.STATEMENT, "refuse")
    assert {country for role, _, country in cast(eng) if role == "recipient"} == {receiver}


def test_who_is_invited_to_act_is_not_given_the_floor():
    (eng,) = engagements_of('German Chancellor Olaf Scholz said "I invite Norway to make peace".')
    assert (eng.kind, eng.mode) == (Kind.OTHER, "invite")
    assert not engagements_of('German Chancellor Olaf Scholz said "I invite Norway to make a few remarks".')


def test_a_court_s_refusal_is_no_word_of_its_state():
    assert not engagements_of("A Peruvian court rejected an appeal by a Chilean firm.")


@pytest.mark.parametrize(
    "text",
    [
        "Japan has suspended imports of poultry from Brazil after an outbreak of avian flu.",
        "Cambodia banned imports of noodles from Vietnam over a health scare.",
        "The Philippines barred travellers from India over a new variant of the coronavirus.",
        "Algeria traditionally opposes French military bases.",
        "Kenya usually supports Uganda.",
    ],
)
def test_health_rules_and_habits_are_no_acts(text):
    assert not engagements_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan has suspended imports of poultry from Brazil after the arrest of its consul.",
        "The United States imposed sanctions on Iran during the pandemic.",
    ],
)
def test_measures_against_a_state_are(text):
    assert [eng.kind for eng in engagements_of(text)] == [Kind.SANCTION]


@pytest.mark.parametrize(
    "text",
    [
        "The President issued an order declaring an emergency with respect to the situation in Venezuela.",
        "Polio spread in Angola and Chad. The World Health Organization attributed the rise to a lack of vaccines.",
        "Kenyan persons are prohibited from dealing with these firms, the ministry in Kampala said.",
    ],
)
def test_idioms_causes_and_rules_for_ones_own_are_no_acts(text):
    assert not engagements_of(text)
