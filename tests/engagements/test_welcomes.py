"""Who meets a guest at the airport or on arrival is no party to a meeting; who receives them at the palace is."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "President Joko Widodo was met on arrival at the airport by Peruvian Defence Minister Jorge Chavez.",
        "President William Ruto was received on arrival at the airfield by Ugandan Minister Jessica Alupo.",
        "Dutch King Willem-Alexander was welcomed after landing at the airport by Kenyan Minister Musalia Mudavadi.",
        "Indian Minister Subrahmanyam Jaishankar was received at the Bangabandhu Air Force Base by Foreign Minister Momen.",
        "Malawian President Lazarus Chakwera landed in Maputo, where he was welcomed by Foreign Minister Veronica Macamo.",
        "Upon arrival, Kenyan President William Ruto was received by Polish Deputy Foreign Minister Anna Radwan.",
        "Malaysian Prime Minister Anwar Ibrahim was met on arrival by Indonesian Home Affairs Minister Tito Karnavian.",
        "Ghanaian President John Mahama was met by Togolese Interior Minister Hodabalo Awate on his arrival.",
    ],
)
def test_a_welcome_is_no_meeting(text):
    assert of_kind(engagements_of(text), Kind.MEETING) == []


@pytest.mark.parametrize(
    "text",
    [
        "On arrival at the palace, Kenyan President William Ruto was received by Polish President Andrzej Duda.",
        "Kenyan President William Ruto was received by Polish President Andrzej Duda on Tuesday.",
        "Kenyan President William Ruto arrived on Monday and was received at the palace by Andrzej Duda.",
    ],
)
def test_who_is_received_at_the_palace_is_met(text):
    assert len(of_kind(engagements_of(text), Kind.MEETING)) == 1


def test_who_is_greeted_after_something_else_landed_is_met():
    text = "Days after drones landed, Finnish President Alexander Stubb was greeted by Polish President Andrzej Duda."
    assert len(of_kind(engagements_of(text), Kind.MEETING)) == 1
