"""Contacts among the offices of one country, on pages that name no other."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Speaker Nancy Pelosi met with Budget Director Mona Ferris, Director Paul Lindgren and Director Rhea Nolan.",
        "The listening session was convened by Counsel Ada Fenn, Director Lou Marsh, Director Ines Cole and Dean Tom Roe.",
        "President Joe Biden met on Tuesday with four business, university and health care leaders.",
        "President Joe Biden called New Mexico Governor Rosa Medina on Tuesday to discuss the wildfires.",
        "Vice President Kamala Harris and Director Ana Whitehorse held talks on voting rights on Tuesday.",
        "The meeting was convened by Deputy Assistant to the President for Racial Equity Ada Fenn and Director Lou Marsh.",
        "President Joe Biden is signing a National Security Memorandum on cyber security.",
        "Professor Anna Weber of Germany and Professor Li Na of China met at the international conference on glaciers.",
    ],
)
def test_offices_of_one_country_among_themselves_are_no_engagement(text):
    assert not engagements_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden met on Tuesday with Polish President Andrzej Duda.",
        "Foreign Minister Tarik Vellmar met Polish Prime Minister Donald Tusk on Tuesday.",
        "Foreign Secretary Sewa Lamsal held talks with her Indian counterpart Vinay Mohan Kwatra.",
        "French President Emmanuel Macron convened a meeting of European leaders in Paris.",
        "Polish Prime Minister Donald Tusk called European Commission President Ursula von der Leyen on Tuesday.",
    ],
)
def test_a_minister_of_an_unnamed_state_and_a_body_are_another_side(text):
    assert engagements_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Salva Kiir and rebel leader Riek Machar signed a peace deal in Khartoum on Tuesday.",
        "Talks between South Sudanese President Salva Kiir and rebel chief Riek Machar ended without an agreement.",
        "Colombian President Juan Manuel Santos met guerrilla leader Rodrigo Vellmar in Havana.",
    ],
)
def test_who_leads_rebels_is_another_side_than_the_state(text):
    told = engagements_of(text)
    assert told
    assert {len(eng.participants) for eng in told} == {2}


def test_who_asks_their_own_and_others_asks_the_others():
    told = engagements_of(
        "Spanish Prime Minister Pedro Sanchez called on Spain and Italy to open their ports."
    )
    assert [{part.country.value for part in eng.participants} for eng in told] == [{"ESP", "ITA"}]
    assert not engagements_of("Spanish Prime Minister Pedro Sanchez called on all Spaniards to thank Italy.")
