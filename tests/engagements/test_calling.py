"""Whether somebody is called on at home or asked to do something."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Omani Foreign Minister Badr Albusaidi called on Prime Minister Imran Khan to hand over a letter.",
        "Chinese Foreign Minister Wang Yi called on President Akufo-Addo at Jubilee House to brief him on the plan.",
        "Japanese Foreign Minister Taro Kono called on King Norodom Sihamoni to discuss bilateral relations.",
        "Chinese Foreign Minister Wang Yi called on President Mahama, who offered land near the port to build a mill.",
        "While in Accra, Chinese Foreign Minister Wang Yi called on President Mahama.",
        "The Algerian ambassador called on Ghana's Foreign Minister, Ama Vell, at her office to hand over a letter.",
    ],
)
def test_who_comes_with_a_letter_or_to_brief_calls_at_somebodys(text):
    assert only(text).kind is Kind.MEETING


@pytest.mark.parametrize(
    "text",
    [
        "Chinese Foreign Minister Wang Yi called on President Mahama to free the detained miners.",
        "Chinese Foreign Minister Wang Yi called on President Mahama, who leads the bloc, to free the detained miners.",
        "Chinese Foreign Minister Wang Yi called on Ghana to brief the council.",
        "US Secretary of State Antony Blinken called on President Salva Kiir to hold elections.",
        "Indian Minister Subrahmanyam Jaishankar called on President Salva Kiir to present a report on the raid.",
    ],
)
def test_who_is_called_on_to_do_something_is_asked(text):
    assert only(text).kind is Kind.DEMAND
